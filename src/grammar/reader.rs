//! The lines around a reader's comment: who says it, and the buttons below.

/// A text by language.
type Row = (&'static str, &'static str);

/// What stands behind the name of who comments.
const SAYS: &[Row] = &[
    ("en", "says"),
    ("en", "said"),
    ("en", "said on"),
    ("en", "says on"),
    ("en", "wrote"),
    ("en", "writes"),
    ("en", "commented"),
    ("en", "commented on"),
    ("en", "replied"),
    ("en", "at"),
    ("en", "on"),
    ("de", "sagt"),
    ("de", "schreibt"),
    ("de", "schrieb"),
    ("de", "kommentierte"),
    ("de", "am"),
    ("de", "um"),
    ("fr", "dit"),
    ("fr", "a dit"),
    ("fr", "a écrit"),
    ("fr", "écrit"),
    ("fr", "le"),
    ("es", "dice"),
    ("es", "dijo"),
    ("es", "escribió"),
    ("es", "comentó"),
    ("es", "el"),
    ("it", "ha detto"),
    ("it", "ha scritto"),
    ("it", "scrive"),
    ("it", "il"),
    ("pt", "diz"),
    ("pt", "disse"),
    ("pt", "escreveu"),
    ("pt", "em"),
    ("nl", "zegt"),
    ("nl", "schreef"),
    ("nl", "op"),
    ("pl", "pisze"),
    ("pl", "napisał"),
    ("pl", "napisał(a)"),
    ("pl", "mówi"),
    ("ru", "пишет"),
    ("ru", "написал"),
    ("ru", "написала"),
    ("ru", "говорит"),
    ("tr", "dedi ki"),
    ("tr", "diyor ki"),
    ("tr", "yazdı"),
    ("ar", "يقول"),
    ("ar", "قال"),
    ("zh", "说"),
    ("zh", "说道"),
    ("zh", "說"),
    ("zh", "发表于"),
    ("zh", "發表於"),
    ("zh", "评论道"),
    ("ja", "より"),
    ("ja", "さん"),
    ("ko", "님의 말"),
    ("ko", "님"),
];

/// Beginnings and stems of words for comments and replies: no reader is called so.
const COMMENTS: &[Row] = &[
    ("en", "comment"),
    ("en", "repl"),
    ("en", "response"),
    ("en", "rating"),
    ("en", "level "),
    ("en", "posted"),
    ("de", "kommentar"),
    ("de", "antwort"),
    ("de", "bewertung"),
    ("es", "comentario"),
    ("es", "respuesta"),
    ("it", "commenti"),
    ("it", "commento"),
    ("nl", "reactie"),
    ("pl", "komentarz"),
    ("tr", "yorum"),
    ("ru", "комментар"),
    ("ar", "تعليق"),
    ("zh", "评论"),
    ("zh", "評論"),
    ("zh", "留言"),
    ("zh", "跟帖"),
    ("zh", "回复"),
    ("zh", "回覆"),
    ("ja", "コメント"),
    ("ko", "댓글"),
];

/// What stands before it.
const BY: &[Row] = &[
    ("en", "by"),
    ("en", "from"),
    ("en", "posted by"),
    ("en", "written by"),
    ("en", "submitted by"),
    ("en", "comment by"),
    ("de", "von"),
    ("fr", "par"),
    ("es", "por"),
    ("nl", "door"),
    ("pl", "autor"),
    ("ru", "автор"),
    ("zh", "网友"),
    ("zh", "用户"),
];

/// Buttons of a comment: the whole of a short text, beside a count at most.
const BUTTONS: &[Row] = &[
    ("en", "reply"),
    ("en", "replies"),
    ("en", "reply to"),
    ("en", "respond"),
    ("en", "like"),
    ("en", "likes"),
    ("en", "liked"),
    ("en", "dislike"),
    ("en", "love"),
    ("en", "recommend"),
    ("en", "helpful"),
    ("en", "agree"),
    ("en", "disagree"),
    ("en", "upvote"),
    ("en", "downvote"),
    ("en", "vote"),
    ("en", "votes"),
    ("en", "report"),
    ("en", "report comment"),
    ("en", "report this comment"),
    ("en", "report abuse"),
    ("en", "flag"),
    ("en", "share"),
    ("en", "quote"),
    ("en", "edit"),
    ("en", "edited"),
    ("en", "delete"),
    ("en", "permalink"),
    ("en", "link"),
    ("en", "copy link"),
    ("en", "parent"),
    ("en", "read more"),
    ("en", "show more"),
    ("en", "see more"),
    ("en", "expand full comment"),
    ("en", "collapse"),
    ("en", "expand"),
    ("en", "loading..."),
    ("en", "log in to reply"),
    ("en", "log in to leave a comment"),
    ("en", "more"),
    ("en", "show more replies"),
    ("en", "view replies"),
    ("en", "show replies"),
    ("de", "antworten"),
    ("de", "antwort"),
    ("de", "weitere antworten anzeigen"),
    ("de", "gefällt mir"),
    ("de", "melden"),
    ("de", "teilen"),
    ("de", "zitieren"),
    ("de", "empfehlen"),
    ("de", "bearbeiten"),
    ("de", "kommentar melden"),
    ("de", "mehr anzeigen"),
    ("fr", "répondre"),
    ("fr", "j'aime"),
    ("fr", "signaler"),
    ("fr", "partager"),
    ("fr", "citer"),
    ("fr", "lire la suite"),
    ("es", "responder"),
    ("es", "me gusta"),
    ("es", "denunciar"),
    ("es", "reportar"),
    ("es", "compartir"),
    ("es", "citar"),
    ("it", "rispondi"),
    ("it", "mi piace"),
    ("it", "segnala"),
    ("it", "condividi"),
    ("pt", "curtir"),
    ("pt", "gosto"),
    ("pt", "compartilhar"),
    ("pt", "partilhar"),
    ("nl", "reageer"),
    ("nl", "beantwoorden"),
    ("nl", "antwoorden"),
    ("nl", "rapporteren"),
    ("nl", "delen"),
    ("pl", "odpowiedz"),
    ("pl", "zgłoś"),
    ("pl", "lubię to"),
    ("pl", "cytuj"),
    ("ru", "ответить"),
    ("ru", "пожаловаться"),
    ("ru", "нравится"),
    ("ru", "поделиться"),
    ("ru", "цитировать"),
    ("tr", "yanıtla"),
    ("tr", "cevapla"),
    ("tr", "beğen"),
    ("tr", "şikayet et"),
    ("ar", "رد"),
    ("ar", "إعجاب"),
    ("zh", "回复"),
    ("zh", "回覆"),
    ("zh", "回應"),
    ("zh", "赞"),
    ("zh", "讚"),
    ("zh", "点赞"),
    ("zh", "顶"),
    ("zh", "踩"),
    ("zh", "支持"),
    ("zh", "反对"),
    ("zh", "举报"),
    ("zh", "檢舉"),
    ("zh", "分享"),
    ("zh", "转发"),
    ("zh", "引用"),
    ("zh", "展开"),
    ("zh", "收起"),
    ("zh", "查看更多"),
    ("ja", "返信"),
    ("ja", "返信する"),
    ("ja", "いいね"),
    ("ja", "いいね!"),
    ("ja", "通報"),
    ("ja", "通報する"),
    ("ja", "違反報告"),
    ("ja", "共感した"),
    ("ja", "引用"),
    ("ja", "もっと見る"),
    ("ko", "답글"),
    ("ko", "답글쓰기"),
    ("ko", "댓글"),
    ("ko", "좋아요"),
    ("ko", "싫어요"),
    ("ko", "추천"),
    ("ko", "비추천"),
    ("ko", "공감"),
    ("ko", "비공감"),
    ("ko", "신고"),
    ("ko", "신고하기"),
    ("ko", "더보기"),
];

/// What stands behind a count of many: `8.3k`.
const THOUSANDS: &[&str] = &["k", "m", "tsd", "тыс", "w", "万", "萬", "千", "만", "천"];

/// A button's text has at most so many characters, its count included.
const BUTTON_CHARS: usize = 40;

/// Whether a line is nothing but buttons of a comment and what they count: `Reply`, `Like (3)`, `赞 12`, `2 replies`, `+4`.
pub(crate) fn is_buttons(line: &str) -> bool {
    if line.chars().count() > BUTTON_CHARS {
        return false;
    }
    let lower = line.to_lowercase().replace('’', "'");
    let is_sign = |c: char| !c.is_alphabetic();
    let bare = lower.trim_matches(is_sign);
    if bare.is_empty() {
        return true;
    }
    let is_button = |text: &str| {
        let is_row = |row: &Row| row.1 == text || row.1.trim_end_matches(is_sign) == text;
        BUTTONS.iter().any(is_row) || THOUSANDS.contains(&text)
    };
    let mut parts = lower
        .split(|c: char| c.is_numeric() || "|·•/()[],;".contains(c))
        .map(|part| part.trim_matches(is_sign))
        .filter(|part| !part.is_empty());
    if is_button(bare) {
        return true;
    }
    let words = |part: &str| part.split_whitespace().all(is_button);
    parts.all(|part| is_button(part) || words(part))
}

/// Returns the name in what stands above a comment, without what introduces it: `Posted by Ada:`, `Ada says`, `网友 江边人`. `None` when
/// nothing else is there.
pub(crate) fn name(line: &str) -> Option<&str> {
    let is_edge = |c: char| !c.is_alphanumeric() && !"_)）]".contains(c);
    let mut name = line.trim_matches(is_edge);
    for (_, word) in BY {
        if let Some(rest) = without_start(name, word) {
            name = rest.trim_start_matches(is_edge);
            break;
        }
    }
    // `Ada | 5天前`, `Ada - 2 years ago`.
    if let Some((head, _)) = name.split_once(['|', '·', '•']) {
        name = head.trim_end_matches(is_edge);
    }
    for (at, _) in name.match_indices(char::is_whitespace) {
        let (head, tail) = (name.get(..at), name.get(at..));
        if let (Some(head), true) = (head, tail.is_some_and(is_age)) {
            name = head.trim_end_matches(is_edge);
            break;
        }
    }
    // `says on`, `says:` and a date that was cut off before.
    for _ in 0..2 {
        let cut = SAYS.iter().filter_map(|(_, word)| without_end(name, word));
        let Some(rest) = cut.min_by_key(|rest| rest.len()) else {
            break;
        };
        name = rest.trim_end_matches(is_edge);
    }
    (!name.is_empty()).then_some(name)
}

/// Whether a line speaks of comments as such, as the site does: `3 comments`, `全部评论`.
pub(crate) fn speaks_of_comments(line: &str) -> bool {
    let lower = line.to_lowercase();
    COMMENTS.iter().any(|(_, word)| lower.contains(word))
}

/// Characters of a line that says how long ago, at most.
const AGE_CHARS: usize = 20;

/// Whether a line says how long ago something was said, and nothing else: `6d`, `· 4 yr. ago`, `5天前`, `vor 3 Std.`
pub(crate) fn is_age(line: &str) -> bool {
    if line.len() > AGE_CHARS * 4 {
        return false;
    }
    let mut parts = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let Some(first) = parts.next() else {
        return false;
    };
    let counts = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let after = |word: &str| AGO.iter().any(|(_, ago)| *ago == word.to_lowercase());
    let leads = counts(first) || after(first) && parts.next().is_some_and(counts);
    let unit = line.chars().any(char::is_alphabetic);
    leads && unit && line.chars().count() <= AGE_CHARS
}

/// What stands before the number of a time ago.
const AGO: &[Row] = &[
    ("en", "about"),
    ("de", "vor"),
    ("fr", "il"),
    ("es", "hace"),
    ("pt", "há"),
];

/// A word at the start, in any case, with something else behind it.
fn without_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    let rest = text.get(word.len()..)?;
    let parted = rest.starts_with(|c: char| c.is_whitespace() || ":：".contains(c));
    (parted && head.to_lowercase() == *word).then_some(rest)
}

/// A word at the end, in any case, with something else before it. Words of scripts without spaces need none.
fn without_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(word.len())?;
    let (rest, tail) = (text.get(..at)?, text.get(at..)?);
    let spaced = word.starts_with(|c: char| c.is_ascii() || c.is_lowercase());
    let parted = !spaced || rest.ends_with(char::is_whitespace);
    (parted && !rest.trim().is_empty() && tail.to_lowercase() == *word).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{is_age, is_buttons, name};

    #[test]
    fn buttons_and_their_counts_are_no_text() {
        for line in [
            "Reply",
            "Like (3)",
            "赞 12",
            "2 replies",
            "+4",
            "Antworten | Melden",
            "답글쓰기",
            "J’aime",
            "12",
            "返信する",
        ] {
            assert!(is_buttons(line), "{line}");
        }
    }

    #[test]
    fn an_age_is_told_from_a_short_comment() {
        for line in [
            "6d",
            "· 4 yr. ago",
            "5天前",
            "vor 3 Std.",
            "4 д",
            "39分钟前",
        ] {
            assert!(is_age(line), "{line}");
        }
        for line in [
            "Ada",
            "超级棒",
            "12",
            "Vor allem",
            "3 boats are not enough for us all",
        ] {
            assert!(!is_age(line), "{line}");
        }
    }

    #[test]
    fn short_comments_are_no_buttons() {
        for line in [
            "Great",
            "Agree with Ada",
            "好文章",
            "Danke",
            "Reply to this letter, please",
            "同意",
        ] {
            assert!(!is_buttons(line), "{line}");
        }
    }

    #[test]
    fn a_name_stands_without_what_introduces_it() {
        for (line, wanted) in [
            ("Ada Quill says:", "Ada Quill"),
            ("Posted by Ada Quill on", "Ada Quill"),
            ("Ada Quill said on", "Ada Quill"),
            ("Von Moin_Moin", "Moin_Moin"),
            ("江边人 说：", "江边人"),
            ("网友：江边人", "江边人"),
            ("灯盏_ 5天前", "灯盏_"),
            ("ada77 - 2 years ago | thread", "ada77"),
            ("by", "by"),
            ("Bylund", "Bylund"),
        ] {
            assert_eq!(name(line), Some(wanted), "{line}");
        }
        assert_eq!(name(" – "), None);
    }
}
