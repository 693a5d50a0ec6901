//! Hidden elements that a reader opens: the panels of tabs and of accordions, in which manuals and services keep much of their text.

use std::collections::HashSet;

use crate::input::dom::Element as Tag;

/// Panels that are remembered on one page: the most that any page of the development sets names is a few hundred.
const MOST_PANELS: usize = 4096;

/// What a page is framed with, and what opens above it: the panels of a menu, and of a layer, are not text of the page.
const FRAME_TAGS: [&str; 4] = ["nav", "header", "footer", "dialog"];

/// See [`FRAME_TAGS`].
const FRAME_ROLES: [&str; 11] = [
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "listbox",
    "tooltip",
    "alert",
];

/// The panels that controls before them have named.
#[derive(Default)]
pub(super) struct Panels {
    named: HashSet<String>,
}

impl Panels {
    /// Notes which panels a control opens: those of `aria-controls`, or the one that a tab or an accordion's link leads to.
    pub(super) fn note(&mut self, control: Tag<'_>) {
        if !control.has_any(&["aria-controls", "href"]) {
            return;
        }
        let [controls, href, expanded, role] =
            control.attrs_named(["aria-controls", "href", "aria-expanded", "role"]);
        let is_switch = expanded.is_some() || role == Some("tab");
        let leads = href.and_then(|href| href.strip_prefix('#'));
        let ids = controls.into_iter().flat_map(str::split_ascii_whitespace);
        for id in ids.chain(leads.filter(|_| is_switch)) {
            if self.named.len() < MOST_PANELS && !id.is_empty() {
                self.named.insert(id.to_owned());
            }
        }
    }

    /// Whether a reader opens this element where it is hidden.
    pub(super) fn opens(&self, role: &str, id: Option<&str>) -> bool {
        role == "tabpanel" || id.is_some_and(|id| self.named.contains(id))
    }
}

/// Whether an element frames the page or opens above it.
pub(super) fn is_frame(tag: &str, role: &str) -> bool {
    FRAME_TAGS.contains(&tag) || FRAME_ROLES.contains(&role)
}

#[cfg(test)]
mod tests {
    use crate::input::dom::Dom;
    use crate::limits::Limits;
    use crate::page::block::{Blocks, Presence};
    use crate::page::claims::Claims;
    use crate::page::segment;

    fn visible(page: &str) -> Vec<String> {
        let limits = Limits::default();
        let blocks: Blocks =
            segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits);
        let seen = blocks
            .ids()
            .filter(|&id| blocks[id].presence == Presence::Visible);
        seen.map(|id| blocks.text_of(id).to_owned()).collect()
    }

    #[test]
    fn a_panel_that_a_control_before_it_names_is_read() {
        for control in [
            "<button aria-controls='other fees'>Fees</button>",
            "<a href='#fees' aria-expanded=false>Fees</a>",
            "<p><a href='#fees' role=tab>Fees</a></p>",
        ] {
            let page =
                format!("{control}<div id=fees hidden><p>A night costs two crowns.</p></div>");
            assert_eq!(
                visible(&page),
                ["Fees", "A night costs two crowns."],
                "{control}"
            );
        }
        let tabs = "<div role=tabpanel style='display:none'>A night costs two crowns.</div>";
        assert_eq!(visible(tabs), ["A night costs two crowns."]);
    }

    #[test]
    fn what_no_control_opens_stays_hidden() {
        for page in [
            "<div id=fees hidden>A night costs two crowns.</div>",
            "<a href='#fees'>Fees</a><div id=fees hidden>A night costs two crowns.</div>",
            "<div hidden><div role=tabpanel>A night costs two crowns.</div></div>",
        ] {
            let seen = visible(page);
            assert!(!seen.iter().any(|text| text.contains("crowns")), "{page}");
        }
    }

    #[test]
    fn the_panels_of_a_menu_or_of_a_layer_are_not_read() {
        for frame in ["<nav>", "<div role=dialog>", "<header>"] {
            let page = format!(
                "{frame}<button aria-controls=ports>Ports</button><div id=ports hidden>North mole</div>"
            );
            assert_eq!(visible(&page), ["Ports"], "{frame}");
        }
    }
}
