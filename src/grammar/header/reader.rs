//! The walk through a header line, from label to label: which stretch is whose value.

use super::bare::{
    BARE_OUTLET_CHARS, bare_names, first_of, is_address, is_number_sign, is_page, is_sentence_mark,
    name_and_outlet, outlet_and_name, reporter_of_desk, reporter_of_outlet,
};
use super::{HeaderLine, Part, letters, opens_signature};
use crate::article::PersonRole;
use crate::grammar::cuts::{Cut, Line, Span};
use crate::grammar::date;
use crate::grammar::labels::{self, Label, is_cjk};
use crate::grammar::names::{self, Grip, NameList, is_bare_name};
use crate::grammar::roles::{Desk, Form, Named, RoleWord};
use crate::grammar::source;

/// Characters of a place or a paper in a bracket behind a name.
const REMARK_CHARS: usize = 32;

/// What parts the one who asks from the one who answers, by language.
const ASKED: &[(&str, &str)] = &[
    ("de", " mit "),
    ("en", " with "),
    ("fr", " avec "),
    ("es", " con "),
    ("it", " con "),
];

/// Who wrote an interview down: `Ein Interview von Ada Quill mit Bo Reed`.
fn who_asked<'v>(row: &RoleWord, value: &'v str) -> &'v str {
    let mut words = ASKED
        .iter()
        .filter(|(lang, _)| *lang == row.lang && row.text.contains("interview"));
    let asked = words.find_map(|(_, word)| value.split_once(word));
    asked.map_or(value, |(who, _)| who)
}

struct Pending {
    label: Label,
    marked: bool,
    /// The label as printed, for the rest should it turn out to be none.
    printed: String,
}

pub(super) struct Reader<'l> {
    line: &'l Line,
    out: HeaderLine,
    pending: Option<Pending>,
    /// Whether the stretch before the next label was read as the names it follows.
    followed: bool,
    /// Whether a bracket has opened behind a person: `Ada Quill (Nordhafen)`.
    remark: bool,
    /// Whether a role stood in brackets behind its name.
    bracketed: bool,
    /// Stretches that belong to no label.
    bare: Vec<String>,
}

impl<'l> Reader<'l> {
    pub(super) fn new(line: &'l Line, chars: usize) -> Self {
        Self {
            line,
            out: HeaderLine {
                chars,
                ..HeaderLine::default()
            },
            pending: None,
            followed: false,
            remark: false,
            bracketed: false,
            bare: Vec::new(),
        }
    }

    pub(super) fn walk(&mut self, spans: &[Span]) {
        let mut from = 0;
        for span in spans {
            let gap = self.line.text(from..span.range.start);
            self.followed = false;
            self.stretch(&gap, Some(span));
            self.span(span);
            from = span.range.end;
        }
        let gap = self.line.text(from..self.line.len());
        self.followed = false;
        self.stretch(&gap, None);
        self.drop_pending();
    }

    fn stretch(&mut self, gap: &str, next: Option<&Span>) {
        let value = gap.trim_matches(|c: char| c.is_whitespace() || is_edge(c));
        if letters(value) == 0 {
            return;
        }
        let remark = std::mem::take(&mut self.remark);
        if remark && value.chars().count() <= REMARK_CHARS && self.pending.is_none() {
            if names::is_outlet(value) {
                self.out.parts.push(Part::Source(value.to_owned()));
            }
            return;
        }
        // "Von Ben Maier (Fotos)": the bracket says what he did.
        if let Some(&Cut::Label(Label::Person(row), _)) = next.map(|span| &span.cut)
            && row.text.starts_with('(')
        {
            self.followed = self.names_before(row, value);
            if self.followed {
                self.bracketed = true;
                self.out.firm = true;
                self.pending = None;
                return;
            }
        }
        if let Some(pending) = self.pending.take() {
            // "采写：南城记者 王某": the word before the second label says whose reporter it is.
            if !is_affix(gap, value, next) || !matches!(pending.label, Label::Person(_)) {
                let before = self.out.parts.len();
                self.value(&pending, value);
                // "편집=김하나 기자": what the one named is called. "记者王某 摄" is a picture's credit.
                let named = self.out.parts.len() > before;
                self.followed = named && !next.is_some_and(is_of_photographer);
            }
            return;
        }
        match next.map(|span| &span.cut) {
            Some(&Cut::Label(Label::Person(row), _)) if row.form == Form::Follows => {
                self.followed = self.names_before(row, value);
                if !self.followed {
                    self.bare.push(value.to_owned());
                }
            }
            // "江州日报全媒体记者 王某": whose reporter it is.
            Some(&Cut::Label(Label::Person(_), _))
                if gap.ends_with(is_cjk) && value.chars().count() <= labels::AFFIX_CHARS =>
            {
                // "江州日报 ■本报首席记者 王某": the outlet before it is none of it.
                let before = value.rsplit_once(char::is_whitespace);
                let outlet = before.map(|(outlet, _)| outlet.trim());
                let outlet = outlet.filter(|outlet| names::is_outlet(outlet));
                self.bare.extend(outlet.map(str::to_owned));
            }
            _ => self.bare.push(value.to_owned()),
        }
    }

    fn span(&mut self, span: &Span) {
        match &span.cut {
            Cut::Date(found) => {
                if let Some(pending) = self.pending.take_if(|pending| pending.label != Label::Date)
                {
                    self.empty(&pending);
                }
                self.pending = None;
                self.out.firm = true;
                self.out.parts.push(Part::Date(found.clone()));
            }
            &Cut::Label(Label::Person(row), _) if row.form == Form::Follows => {
                if !self.followed {
                    self.leave(&self.line.text(span.range.clone()));
                    // "记者王某 摄" is a picture's credit.
                    self.out.stops += usize::from(row.role == PersonRole::Photographer);
                }
            }
            &Cut::Label(Label::Count, _) => {
                self.drop_pending();
                self.out.firm = true;
                self.out.parts.push(Part::Count);
            }
            &Cut::Label(Label::Aside, false) => self.drop_pending(),
            &Cut::Label(Label::Date, marked) => {
                self.drop_pending();
                self.date_label(span, marked);
            }
            &Cut::Label(label, marked) => {
                self.drop_pending();
                self.pending = Some(Pending {
                    label,
                    marked,
                    printed: self.line.text(span.range.clone()),
                });
            }
            Cut::Break => {
                let opens = self
                    .line
                    .chars
                    .get(span.range.start)
                    .is_some_and(|c| matches!(c, '(' | '（'));
                self.remark = opens && matches!(self.out.parts.last(), Some(Part::Person(_)));
            }
            Cut::Stop => self.out.stops += 1,
        }
    }

    /// With a mark and no date behind it, it is a label without value.
    fn date_label(&mut self, span: &Span, marked: bool) {
        if marked {
            self.pending = Some(Pending {
                label: Label::Date,
                marked,
                printed: self.line.text(span.range.clone()),
            });
        }
    }

    /// A label that nothing followed.
    fn drop_pending(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.empty(&pending);
        }
    }

    fn empty(&mut self, pending: &Pending) {
        if pending.label == Label::Aside {
            // It says nothing of the article, with a value or without.
        } else if pending.marked || pending.label == Label::Source {
            // "Sources:" and "Data:" are headings as well.
            let heading =
                !matches!(pending.label, Label::Person(_)) && !pending.printed.contains(is_cjk);
            self.out.firm |= !heading;
            self.out.parts.push(Part::EmptyLabel);
        } else {
            self.leave(&pending.printed);
        }
    }

    fn leave(&mut self, text: &str) {
        self.out.rest_chars += letters(text);
        if !self.out.rest.is_empty() {
            self.out.rest.push(' ');
        }
        self.out.rest.push_str(text.trim());
    }

    fn value(&mut self, pending: &Pending, value: &str) {
        match pending.label {
            Label::Person(row) => self.people(row, pending, value),
            Label::Credit if !self.dates_a_writer() => self.leave_both(pending, value),
            Label::Source | Label::Credit => match source::of_label(value) {
                Some(outlet) if pending.marked || is_capital(&outlet) => {
                    self.out.firm |= pending.marked || names::agency(&outlet).is_some();
                    self.out.labelled |= pending.marked;
                    self.out.parts.push(Part::Source(outlet));
                }
                None if source::is_unknown(value) => self.empty(pending),
                _ => self.leave_both(pending, value),
            },
            Label::Aside if value.chars().count() <= REMARK_CHARS => {}
            // "发布于：江苏省": where the account is.
            Label::Date if source::is_province(value) => {}
            _ => self.leave_both(pending, value),
        }
    }

    /// Whether the line has said when, and who wrote it: who gives something then gives the story, `2024-04-06 17:30 文：藤代汐里 提供：汐見新聞`.
    fn dates_a_writer(&self) -> bool {
        let has = |is: fn(&Part) -> bool| self.out.parts.iter().any(is);
        let is_writer = |part: &Part| matches!(part, Part::Person(named) if named.person.role == Some(PersonRole::Writer));
        has(|part| matches!(part, Part::Date(_))) && has(is_writer)
    }

    fn leave_both(&mut self, pending: &Pending, value: &str) {
        self.leave(&pending.printed.clone());
        self.leave(value);
    }

    fn people(&mut self, row: &RoleWord, pending: &Pending, value: &str) {
        let grip = if pending.marked {
            Grip::Firm
        } else {
            Grip::Loose
        };
        let list = names::read(who_asked(row, value), row.lang, grip);
        let none = list.people.is_empty() && list.outlets.is_empty();
        if !list.rest.is_empty() && (!pending.marked || none) {
            return self.leave_both(pending, value);
        }
        if none {
            if pending.marked {
                self.empty(pending);
            } else {
                self.leave_both(pending, value);
            }
            return;
        }
        self.leave(&list.rest);
        // "By Night" is a heading as well; "By Ada Quill" is none.
        let whole = |name: &String| name.contains(' ') || name.contains(is_cjk);
        self.out.firm |=
            pending.marked || list.people.iter().any(whole) || !list.outlets.is_empty();
        self.push(row, list);
    }

    fn names_before(&mut self, row: &RoleWord, value: &str) -> bool {
        let list = names::read(value, row.lang, Grip::Loose);
        let found = !list.people.is_empty() && list.rest.is_empty();
        if found {
            // `Ada Quill, Staff Writer`: an office behind a whole name is no part of a sentence.
            let whole = list.people.iter().all(|name| name.contains(' '));
            self.out.firm |= value.contains(is_cjk) || whole;
            self.push(row, list);
        }
        found
    }

    fn push(&mut self, row: &RoleWord, list: NameList) {
        let person = |name| Part::Person(Named::of(name, Some(row.role), row.desk()));
        self.out.parts.extend(list.people.into_iter().map(person));
        let outlets = list.outlets.into_iter();
        match row.role {
            // Whose a picture is did not give the text, nor did who helped: `Mit Material von dpa`.
            PersonRole::Photographer => {}
            PersonRole::Other => self.out.parts.extend(outlets.map(|_| Part::EmptyLabel)),
            _ => self.out.parts.extend(outlets.map(Part::Source)),
        }
    }

    /// The names that a line holds in brackets and nothing else, as it ends a Japanese report: `【佐藤花】`. One Chinese name alone
    /// is a word as often: `（高兴）`.
    fn signature(&self, text: &str) -> Option<Vec<String>> {
        let people = self.is_bracketed().then(|| bare_names(text))??;
        let is_sure = |name: &String| !names::is_chinese_name(name);
        (people.len() > 1 || people.iter().all(is_sure)).then_some(people)
    }

    fn is_bracketed(&self) -> bool {
        let closes = |c: &char| matches!(c, '）' | ')' | '】' | ']' | '］');
        let opens = |c: &char| opens_signature(*c);
        self.line.chars.first().is_some_and(opens) && self.line.chars.last().is_some_and(closes)
    }

    /// Gives what no label names its part: an outlet or a name beside a date, a name and a paper parted by a slash.
    pub(super) fn finish(mut self) -> HeaderLine {
        let bare = std::mem::take(&mut self.bare);
        let outlet = |text: &str| names::is_outlet(text) || names::has_domain(&text.to_lowercase());
        let dated = self
            .out
            .parts
            .iter()
            .any(|part| matches!(part, Part::Date(_)));
        let is_open = |text: &&String| {
            !is_number_sign(text) && !outlet(text) && !is_address(text) && !source::says_where(text)
        };
        // What stands alone says something beside a date only, and beside another name with a role in brackets.
        let alone = (dated || self.bracketed) && bare.iter().filter(is_open).count() == 1;
        let clocked = self
            .line
            .chars
            .iter()
            .any(|c| matches!(c, ':' | '：' | '时' | '時'));
        let has_outlet = bare.iter().any(|text| outlet(text));
        let bracketed = bare.len() == 1 && self.is_bracketed();
        if let [text] = bare.as_slice()
            && self.out.parts.is_empty()
            && let Some(people) = self.signature(text)
        {
            self.out.firm = true;
            self.out.parts.extend(people.into_iter().map(unlabelled));
            return self.out;
        }
        // "（最終更新 3/4 13:16）": the year stands in the line above.
        if let [text] = bare.as_slice()
            && self.out.parts.is_empty()
            && date::is_change_without_year(text)
        {
            self.out.firm = true;
            self.out.parts.push(Part::EmptyLabel);
            return self.out;
        }
        // "2022-11-08 06:41 江苏": where the account is.
        let says_nothing = |text: &str| {
            dated && (source::says_where(text) || source::is_province(text) || is_page(text))
        };
        for text in bare
            .into_iter()
            .filter(|text| !is_address(text) && !says_nothing(text))
        {
            let cjk = text.contains(is_cjk);
            let short = text.chars().count() <= BARE_OUTLET_CHARS;
            let anchored = self.out.firm;
            if let Some((person, outlet)) =
                name_and_outlet(&text).or_else(|| outlet_and_name(&text, dated || bracketed))
            {
                self.out.firm = true;
                self.out.parts.push(unlabelled(person));
                self.out.parts.push(Part::Source(outlet));
            } else if let Some(reporter) =
                reporter_of_desk(&text).or_else(|| reporter_of_outlet(&text))
            {
                self.out.firm = true;
                self.out.parts.push(unlabelled(reporter));
            } else if anchored && source::is_mail_address(&text) {
                // Of whom the line names.
            } else if anchored
                && outlet(&text)
                && let Some(outlet) = source::unlabelled(&text)
            {
                self.out.parts.push(Part::Source(outlet));
            } else if alone && !cjk && is_bare_name(&text) {
                self.out.parts.push(unlabelled(text));
            } else if alone
                && clocked
                && let Some(people) = bare_names(&text)
            {
                self.out.parts.extend(people.into_iter().map(unlabelled));
            } else if alone
                && clocked
                && !has_outlet
                && (cjk || self.line.chars.iter().any(|&c| is_cjk(c)))
                && short
                && !text.ends_with("公司")
                && source::outlet(&text).is_some_and(|outlet| !outlet.contains(is_sentence_mark))
            {
                let outlet = source::unlabelled(first_of(&text));
                self.out.parts.extend(outlet.map(Part::Source));
            } else if !is_number_sign(&text) {
                self.leave(&text);
            }
        }
        self.out
    }
}

/// Whether a stretch runs into the label behind it: `江州日报全媒体` before `记者 王某`.
fn is_affix(gap: &str, value: &str, next: Option<&Span>) -> bool {
    let label = next.is_some_and(|span| match span.cut {
        Cut::Label(Label::Person(row), marked) => {
            row.form == Form::Free && !marked && row.text.contains(is_cjk)
        }
        _ => false,
    });
    label && gap.ends_with(is_cjk) && value.chars().count() <= labels::AFFIX_CHARS
}

fn is_of_photographer(span: &Span) -> bool {
    matches!(span.cut, Cut::Label(Label::Person(row), _) if row.role == PersonRole::Photographer)
}

fn unlabelled(name: String) -> Part {
    Part::Person(Named::of(name, None, Desk::Author))
}

fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !c.is_lowercase())
}

fn is_edge(c: char) -> bool {
    matches!(
        c,
        ',' | '，'
            | ';'
            | '；'
            | ':'
            | '：'
            | '-'
            | '–'
            | '—'
            | '_'
            | '|'
            | '/'
            | '／'
            | '·'
            | '•'
            | '、'
            | '。'
            | '*'
            | '■'
            | '▌'
            | '◎'
            | '△'
            | '▲'
            | '※'
            | '>'
            | '<'
            | '"'
            | '【'
            | '】'
            | '＝'
            | '='
            | '│'
            | '●'
    )
}
