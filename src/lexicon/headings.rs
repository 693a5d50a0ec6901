//! Short labels that open a section of furniture.

use super::{At, MATCHER};
use crate::article::Reason;

/// Returns what a section is that the block opens: from here to the next heading, or to the end of the container.
///
/// `None` unless the block is such a label and nothing else; "Comments (12)" is one.
pub(crate) fn opens(text: &str) -> Option<Reason> {
    MATCHER.alone(text, At::Heading).map(|row| row.marks)
}

#[cfg(test)]
mod tests {
    use super::opens;
    use crate::article::Reason;

    #[test]
    fn labels_of_sections_open_them() {
        for (text, reason) in [
            ("Related stories", Reason::Related),
            ("RELATED STORIES", Reason::Related),
            ("相关新闻：", Reason::Related),
            ("【热门推荐】", Reason::Related),
            ("精彩推荐", Reason::Related),
            ("Mehr zum Thema", Reason::Related),
            ("Lesen Sie auch:", Reason::Related),
            ("Most read", Reason::Related),
            ("延伸閱讀", Reason::Related),
            ("関連記事", Reason::Related),
            ("관련기사", Reason::Related),
            ("Lire aussi", Reason::Related),
            ("Leave a comment", Reason::Comments),
            ("Comments (12)", Reason::Comments),
            ("网友评论", Reason::Comments),
        ] {
            assert_eq!(opens(text), Some(reason), "{text}");
        }
    }

    #[test]
    fn a_control_or_a_heading_of_the_story_opens_nothing() {
        for text in [
            "Share",
            "打印",
            "Related stories of two families",
            "Der Hafen",
            "渡轮停航",
            "",
        ] {
            assert_eq!(opens(text), None, "{text}");
        }
    }
}
