//! The outlet a text comes from, in the line that names it.

use std::ops::RangeInclusive;

use super::names::is_outlet;
use crate::lexicon::is_channel;
use crate::text::clean::fold_space;

/// Characters of an outlet's name. The longest of 45 on the development pages has 22; lists of institutes are about twice that.
const OUTLET_CHARS: usize = 48;

/// What stands for an outlet and is none, in lower case.
const UNKNOWN: &[(&str, &str)] = &[
    ("zh", "未知"),
    ("zh", "不详"),
    ("zh", "暂无"),
    ("zh", "无"),
    ("zh", "其他"),
    ("zh-Hant", "未知"),
    ("en", "unknown"),
    ("en", "n/a"),
    ("en", "none"),
    ("en", "null"),
    ("en", "undefined"),
];

/// What stands beside a date in a header line and is no outlet, by how it begins: where a reader or an account is, who put it up,
/// who may read it.
const OPENS_NO_OUTLET: &[(&str, &str)] = &[
    ("zh", "来自"),
    ("zh", "IP"),
    ("zh", "属地"),
    ("zh", "由"),
    ("zh", "最后"),
    ("zh", "最新"),
    ("zh-Hant", "來自"),
    ("zh-Hant", "最後"),
    ("ja", "投稿者"),
    ("ja", "有料記事"),
    ("ja", "有料会員"),
    ("ja", "会員限定"),
    ("ja", "会員記事"),
    ("ja", "無料"),
    ("mul", "By"),
    ("mul", "#"),
];

/// The same by how it ends: `小鳳 於`, `기준`.
const ENDS_NO_OUTLET: &[(&str, &str)] = &[
    ("zh", "于"),
    ("zh", "回复"),
    ("zh", "创作者"),
    ("zh-Hant", "於"),
    ("zh-Hant", "回覆"),
    ("ko", "기준"),
];

/// The provinces of China, which platforms print for where an account is. Neither is an outlet's whole name.
const PROVINCES: &[&str] = &[
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
];

/// What a province's full name ends in.
const PROVINCE_ENDINGS: &[&str] = &["", "省", "市", "自治区", "特别行政区"];

/// Returns a label's value as the outlet's name; `None` where it is a sentence, a number, an address or unknown.
pub(crate) fn outlet(value: &str) -> Option<String> {
    let value = fold_space(value);
    let value = value.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“'
                    | '”'
                    | '「'
                    | '」'
                    | '《'
                    | '》'
                    | ','
                    | '，'
                    | ';'
                    | '；'
                    | '-'
                    | '–'
                    | '—'
                    | '/'
                    | '.'
                    | '_'
                    | '*'
            )
    });
    // A closing mark belongs to the opening one inside: `江州网-《江州日报》`.
    let opens = value.matches('《').count() > value.matches('》').count();
    let value = if opens {
        format!("{value}》")
    } else {
        value.to_owned()
    };
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let sentence = value.contains(['，', '。', '；', '！', '？', '?', '!'])
        || value.contains(", ")
        || value.split_whitespace().count() > OUTLET_WORDS;
    let named = letters >= 2
        && value.chars().count() <= OUTLET_CHARS
        && !sentence
        && !value.contains("://")
        && !value.split_whitespace().any(is_mail_address)
        && !is_unknown(&value)
        && !is_province(&value);
    named.then_some(value)
}

/// Whether a text beside a date begins as one of where an account is, through what it was sent, who may read it: `来自江州客户端`.
pub(super) fn says_where(text: &str) -> bool {
    let text = text.trim_start_matches(['・', '·', ' ']);
    // A Latin word ends where its letters do: `IPRdaily` is an outlet.
    let whole =
        |word: &str, rest: &str| !(word.ends_with(is_letter) && rest.starts_with(is_letter));
    OPENS_NO_OUTLET.iter().any(|(_, word)| {
        text.strip_prefix(word)
            .is_some_and(|rest| whole(word, rest))
    })
}

/// Returns what no label names beside a date as the outlet's name, without the place behind it; `None` where it is something else.
pub(crate) fn unlabelled(text: &str) -> Option<String> {
    let pieces: Vec<&str> = text
        .split_whitespace()
        .take_while(|piece| !says_where(piece))
        .collect();
    let name = without_place(&pieces).join(" ");
    let name = name.strip_suffix(OFFICIAL_ACCOUNT).unwrap_or(&name);
    let name = outlet(behind_channel(name))?;
    let ends = ENDS_NO_OUTLET.iter().any(|(_, word)| name.ends_with(word));
    (!ends && !says_where(&name) && !is_channel(&name)).then_some(name)
}

/// What a platform prints behind the name of an outlet whose account it is.
const OFFICIAL_ACCOUNT: &str = "官方账号";

/// Characters of a channel's or a town's name that stands before an outlet's.
const CHANNEL_CHARS: RangeInclusive<usize> = 2..=3;

/// Leaves out the channel, or the town, before an outlet: `社会 江州晚报`.
pub(super) fn behind_channel(text: &str) -> &str {
    let behind = text
        .split_once(char::is_whitespace)
        .filter(|(channel, rest)| {
            let name = rest.split_whitespace().next();
            CHANNEL_CHARS.contains(&channel.chars().count())
                && !is_outlet(channel)
                && name.is_some_and(is_outlet)
        });
    behind.map_or(text, |(_, rest)| rest.trim_start())
}

/// Leaves out the province that a platform prints behind an outlet: `江州晚报　江苏`.
fn without_place<'p, 't>(pieces: &'p [&'t str]) -> &'p [&'t str] {
    match pieces {
        [name @ .., place] if !name.is_empty() && is_province(place) => name,
        all => all,
    }
}

/// Returns a label's value as the outlet's name, without the place behind it.
pub(super) fn of_label(value: &str) -> Option<String> {
    let pieces: Vec<&str> = value.split_whitespace().collect();
    let name = without_place(&pieces);
    if name.len() == pieces.len() {
        return outlet(value);
    }
    outlet(&name.join(" "))
}

/// Characters of an outlet's name that stands alone on a line: longer ones end as a headline may.
const LONE_OUTLET_CHARS: usize = 12;

/// Words of such a name in a script with case.
const LONE_OUTLET_WORDS: usize = 3;

/// Whether a line is the name of an outlet and nothing else: `江州晚报`, `The Harbour Ledger`.
pub(crate) fn is_lone_outlet(line: &str) -> bool {
    let words = || line.split_whitespace();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_short = line.chars().count() <= LONE_OUTLET_CHARS
        || words().count() <= LONE_OUTLET_WORDS && words().all(is_capital);
    is_short && is_outlet(line)
}

/// Whether a text is an e-mail address, and no account such as `@江州日报`.
pub(crate) fn is_mail_address(text: &str) -> bool {
    let user = text.split_once('@').map(|(user, _)| user);
    !text.contains(char::is_whitespace)
        && user.is_some_and(|user| user.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// Whether a text is where an account is: `江苏`, `江苏省`.
pub(super) fn is_province(text: &str) -> bool {
    let mut rests = PROVINCES
        .iter()
        .filter_map(|province| text.strip_prefix(province));
    rests.any(|rest| {
        PROVINCE_ENDINGS
            .iter()
            .any(|ending| rest == *ending || !ending.is_empty() && rest.ends_with(ending))
    })
}

/// Words of an outlet's name in a script with spaces.
const OUTLET_WORDS: usize = 8;

/// Whether a text is the label of an outlet and nothing else: `发布机构：`.
pub(crate) fn is_label(text: &str) -> bool {
    let label: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let label = label.trim_end_matches([':', '：']).to_lowercase();
    super::labels::is_source(&label)
}

/// Whether a value says that the outlet is not known.
pub(crate) fn is_unknown(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    UNKNOWN.iter().any(|(_, word)| *word == lower)
}

#[cfg(test)]
mod tests {
    use crate::grammar::cases::assert_rows;
    use crate::grammar::date::Hints;
    use crate::grammar::header::HeaderLine;

    #[test]
    fn lines_name_the_outlet_of_their_rows() {
        assert_rows("source", "", 30, |line| {
            HeaderLine::read(line, &Hints::default())
                .into_source()
                .unwrap_or_else(|| "-".to_owned())
        });
    }
}
