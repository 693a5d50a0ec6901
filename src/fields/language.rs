//! The language of a text: what the page declares, checked against what it is written in.

mod function_words;

use crate::article::Origin;
use crate::page::claims::Claim;
use crate::text::ends::first_chars;
use crate::text::letters;
use crate::text::measure::{is_hangul, is_ideograph};

/// Letters looked at; a language shows early.
const SAMPLE_LETTERS: u32 = 4_000;

/// Characters whose trigrams are counted where the script does not settle the language. More of them changed the language of no page of
/// the development sets.
const TRIGRAM_CHARS: usize = 1_500;

/// Share of kana among Han and kana from which a text is Japanese; Chinese quotes a kana word at most.
const KANA_SHARE: f32 = 0.05;

/// Share of the letters that Han, kana or Hangul need to settle the language by script.
const SCRIPT_SHARE: f32 = 0.3;

/// Share of the letters from which a declared language is written in its own script: names of machines and code are in Latin letters.
const DECLARED_SHARE: f32 = 0.1;

/// Returns the language of a text as a BCP 47 tag: the declared one where the text does not speak against it, else the text's own.
pub(crate) fn pick(declared: &[Claim<String>], text: &str) -> Option<Claim<String>> {
    let tags: Vec<Claim<String>> = declared
        .iter()
        .filter_map(|claim| {
            Some(Claim {
                value: normalised(&claim.value)?,
                origin: claim.origin,
            })
        })
        .collect();
    // A text in Chinese about machines is half in Latin letters.
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let scripts = Scripts::of(text);
    let written = tags
        .iter()
        .find(|claim| scripts.writes(&primary(&claim.value)));
    if written.is_some() {
        return written.cloned();
    }
    let Some((found, certain)) = detect(text, &scripts) else {
        return tags.into_iter().next();
    };
    let agreeing = tags
        .iter()
        .find(|claim| primary(&claim.value) == found)
        .cloned();
    agreeing
        .or_else(|| if certain { None } else { tags.first().cloned() })
        .or(Some(Claim {
            value: found,
            origin: Origin::Detected,
        }))
}

/// How many letters of a text are of which script.
#[derive(Clone, Copy, Debug, Default)]
struct Scripts {
    letters: u32,
    han: u32,
    kana: u32,
    hangul: u32,
}

impl Scripts {
    fn of(text: &str) -> Self {
        let mut scripts = Self::default();
        for c in text.chars() {
            // Most text is ASCII, and the tables of Unicode need not be asked for it.
            if c.is_ascii() {
                scripts.letters += u32::from(c.is_ascii_alphabetic());
            } else if letters::is_alphabetic(c) {
                scripts.letters += 1;
                scripts.kana +=
                    u32::from(matches!(u32::from(c), 0x3041..=0x30FF | 0xFF66..=0xFF9D));
                scripts.han += u32::from(is_ideograph(c));
                scripts.hangul += u32::from(is_hangul(c));
            }
            if scripts.letters >= SAMPLE_LETTERS {
                break;
            }
        }
        scripts
    }

    /// Whether a declared language that has a script of its own is written in the text.
    fn writes(&self, primary: &str) -> bool {
        let is_japanese = share(self.kana, self.han) > KANA_SHARE;
        match primary {
            "zh" => share(self.han, self.letters) > DECLARED_SHARE && !is_japanese,
            "ja" => share(self.kana, self.letters) > DECLARED_SHARE,
            "ko" => share(self.hangul, self.letters) > DECLARED_SHARE,
            _ => false,
        }
    }

    /// The primary language that the script settles.
    fn language(&self) -> Option<&'static str> {
        if share(self.hangul, self.letters) > SCRIPT_SHARE {
            Some("ko")
        } else if share(self.han, self.letters) <= SCRIPT_SHARE {
            None
        } else if share(self.kana, self.han) > KANA_SHARE {
            Some("ja")
        } else {
            Some("zh")
        }
    }
}

fn share(part: u32, of: u32) -> f32 {
    part as f32 / of.max(1) as f32
}

/// The primary language, and whether the text is proof enough against a declaration.
fn detect(text: &str, scripts: &Scripts) -> Option<(String, bool)> {
    let sample = first_chars(text, TRIGRAM_CHARS);
    // Trigrams are compared with those of forty languages, which most texts need not wait for.
    let shown = scripts
        .language()
        .or_else(|| function_words::language(sample));
    if let Some(language) = shown {
        return Some((language.to_owned(), true));
    }
    let info = whatlang::detect(sample)?;
    let code = two_letters(info.lang().code())?;
    Some((code.to_owned(), info.is_reliable()))
}

/// ISO 639-3 codes of the detector to the two-letter codes that BCP 47 prefers.
const TWO_LETTERS: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
    ("cym", "cy"),
];

fn two_letters(code: &str) -> Option<&'static str> {
    TWO_LETTERS
        .iter()
        .find(|(three, _)| *three == code)
        .map(|(_, two)| *two)
}

/// A declared tag in BCP 47's own spelling: `zh_CN` as `zh-CN`, `EN` as `en`. `None` for what is no tag.
pub(super) fn normalised(declared: &str) -> Option<String> {
    let mut parts = declared.split(['-', '_']).map(str::trim);
    let primary = parts.next()?.to_ascii_lowercase();
    let is_alphabetic = |part: &str| part.chars().all(|c| c.is_ascii_alphabetic());
    if !(2..=3).contains(&primary.len()) || !is_alphabetic(&primary) {
        return None;
    }
    let mut tag = primary;
    for part in parts.take(3) {
        let spelled = match part.len() {
            2 if is_alphabetic(part) => part.to_ascii_uppercase(),
            4 if is_alphabetic(part) => part
                .chars()
                .take(1)
                .map(|c| c.to_ascii_uppercase())
                .chain(part.chars().skip(1).map(|c| c.to_ascii_lowercase()))
                .collect(),
            3..=8 if part.chars().all(|c| c.is_ascii_alphanumeric()) => part.to_ascii_lowercase(),
            _ => break,
        };
        tag.push('-');
        tag.push_str(&spelled);
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::{normalised, pick};
    use crate::article::Origin;
    use crate::page::claims::Claim;

    #[test]
    fn the_text_overrules_a_wrong_declaration() {
        let declared = [Claim {
            value: "en".to_owned(),
            origin: Origin::LangAttribute,
        }];
        assert_eq!(
            pick(&declared, "江州港务局周五表示，渡轮自本周日起停航三天。")
                .unwrap()
                .value,
            "zh"
        );
    }

    #[test]
    fn a_declaration_adds_region_and_script() {
        let declared = [Claim {
            value: "zh_hant-tw".to_owned(),
            origin: Origin::LangAttribute,
        }];
        assert_eq!(
            pick(&declared, "港務局週五表示，渡輪自本週日起停航三天。")
                .unwrap()
                .value,
            "zh-Hant-TW"
        );
    }

    #[test]
    fn kana_make_japanese() {
        assert_eq!(
            pick(
                &[],
                "港湾局は金曜日、フェリーが日曜日から運休すると発表した。"
            )
            .unwrap()
            .value,
            "ja"
        );
    }

    #[test]
    fn nonsense_is_no_tag() {
        assert_eq!(normalised("english"), None);
    }
}
