//! What a text measures, in units that hold for every script.

use super::clean::{is_mark, is_unspaced};
use super::letters;

/// Counts over one text, taken in one pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Characters that are not white space.
    pub(crate) chars: u32,
    /// Of these, Han, kana and Hangul.
    pub(crate) cjk: u32,
    /// Runs of letters and digits, plus Han and kana characters and Korean syllables. Where no space parts words, a word for so many
    /// letters ([`UNSPACED_WORD_CHARS`]).
    pub(crate) words: u32,
    /// Sentence ends of any script; one of a text of some words where no space parts them, as Thai and Lao have no sign for it.
    pub(crate) stops: u32,
    /// Commas of any script.
    pub(crate) commas: u32,
    pub(crate) digits: u32,
    /// Characters that part the entries of a menu row: bars, bullets, guillemets.
    pub(crate) bars: u32,
    /// Whether it ends like a sentence.
    pub(crate) ends_sentence: bool,
}

/// A Han or kana character says about 0.6 of an English word (notes of this unit: news text of both, translated, is about as long). So
/// does a Korean syllable: what stands between two spaces has about three of them, and is two words in English.
const WORDS_PER_CJK_WORD: f32 = 0.6;

/// Words below which what ends like no sentence is a label. With 6 and with 12, 17 and 24 of the 2,935 pages have another body.
pub(crate) const LABEL_WORDS: f32 = 8.0;

/// Letters and marks that are counted as a word in Thai, Lao, Khmer and Burmese, which put no space between words: as many as an English
/// word has.
const UNSPACED_WORD_CHARS: u32 = 5;

/// Words from which on such a text is taken for a sentence, which Thai and Lao end with no sign: menus and labels have less.
const UNSPACED_SENTENCE_WORDS: u32 = 12;

impl Measure {
    pub(crate) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::of_ascii(text.as_bytes());
        }
        Self::of_characters(text)
    }

    /// Counts by a table what each byte adds.
    fn of_ascii(text: &[u8]) -> Self {
        let mut m = Self::default();
        let mut in_word = 0;
        for piece in text.chunks(Adds::MOST) {
            let mut sums = 0;
            for &byte in piece {
                let adds = Adds::by(byte);
                sums += adds.counts;
                m.words += u32::from(adds.word & !in_word);
                in_word = adds.word | adds.glue & in_word;
            }
            m.add(sums);
        }
        m.ends_sentence = ends_sentence(text.iter().map(|&byte| char::from(byte)));
        m
    }

    fn of_characters(text: &str) -> Self {
        let mut m = Self::default();
        let mut in_word = 0;
        let mut sums = 0;
        let mut unspaced = 0_u32;
        for c in text.chars() {
            if c.is_ascii() {
                let adds = Adds::by(c as u8);
                sums += adds.counts;
                m.words += u32::from(adds.word & !in_word);
                in_word = adds.word | adds.glue & in_word;
                if sums & Adds::HALVES != 0 {
                    m.add(std::mem::take(&mut sums));
                }
            } else if matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
                || is_ideograph(c)
            {
                m.chars += 1;
                m.cjk += 1;
                m.words += 1;
                in_word = 0;
            } else if is_unspaced(c) {
                m.chars += 1;
                unspaced += 1;
                in_word = 0;
            } else if letters::is_alphanumeric(c) {
                m.chars += 1;
                m.cjk += u32::from(is_hangul(c));
                m.digits += u32::from(letters::is_numeric(c));
                m.words += u32::from(!in_word & 1);
                in_word = 1;
            } else if c.is_whitespace() {
                in_word = 0;
            } else if is_mark(c) {
                // A sign on a letter parts no word: those of Devanagari are no letters by themselves.
                m.chars += 1;
            } else {
                m.chars += 1;
                in_word &= u8::from(is_joiner(c));
                m.stops += u32::from(is_stop(c));
                m.commas += u32::from(is_comma(c));
                m.bars += u32::from(is_bar(c));
            }
        }
        m.add(sums);
        m.words += unspaced.div_ceil(UNSPACED_WORD_CHARS);
        m.ends_sentence = ends_sentence(text.chars());
        if unspaced * 2 > m.chars && m.words >= UNSPACED_SENTENCE_WORDS {
            m.stops = m.stops.max(1);
            m.ends_sentence = true;
        }
        m
    }

    /// Adds the sums of [`Adds::counts`].
    fn add(&mut self, sums: u64) {
        let sum = |field: u32| (sums >> (field * Adds::BITS)) as u32 & ((1 << Adds::BITS) - 1);
        self.chars += sum(0);
        self.stops += sum(1);
        self.commas += sum(2);
        self.digits += sum(3);
        self.bars += sum(4);
    }

    /// Length in English words, whatever the script.
    pub(crate) fn weight(&self) -> f32 {
        let words = self.words as f32;
        if self.is_cjk() {
            words * WORDS_PER_CJK_WORD
        } else {
            words
        }
    }

    /// Whether the text is written in Han, kana or Hangul for the most part that counts (over 30 % of its characters).
    pub(crate) fn is_cjk(&self) -> bool {
        self.cjk * 10 > self.chars * 3
    }

    /// Whether the text is long enough that standing twice is no accident of language: 60 characters, 25 in CJK
    /// (the bound at which the repeats of the development pages were counted).
    pub(crate) fn is_long(&self) -> bool {
        self.chars >= if self.is_cjk() { 25 } else { 50 }
    }
}

/// What a character of ASCII adds to a measure.
#[derive(Clone, Copy)]
struct Adds {
    /// To characters, stops, commas, digits and bars: a number of [`Adds::BITS`] bits for each.
    counts: u64,
    /// One for letters and digits.
    word: u8,
    /// One for what does not part a word.
    glue: u8,
}

impl Adds {
    const BITS: u32 = 12;
    /// Bytes that a count has room for.
    const MOST: usize = (1 << Self::BITS) - 1;
    /// Of each count the bit that is set from one half of that on.
    const HALVES: u64 = {
        let mut halves = 0;
        let mut field = 1;
        while field <= 5 {
            halves |= 1 << (field * Self::BITS - 1);
            field += 1;
        }
        halves
    };

    #[inline]
    fn by(byte: u8) -> Self {
        ADDS[usize::from(byte & 0x7f)]
    }

    const fn of(c: char) -> Self {
        let counts = [
            !matches!(c, '\t'..='\r' | ' '),
            is_stop(c),
            is_comma(c),
            c.is_ascii_digit(),
            is_bar(c),
        ];
        let mut adds = Self {
            counts: 0,
            word: c.is_ascii_alphanumeric() as u8,
            glue: is_joiner(c) as u8,
        };
        let mut field = 0;
        while field < counts.len() {
            adds.counts |= (counts[field] as u64) << (field as u32 * Self::BITS);
            field += 1;
        }
        adds
    }
}

static ADDS: [Adds; 128] = {
    let mut adds = [Adds::of('\0'); 128];
    let mut byte = 0_u8;
    while byte < 128 {
        adds[byte as usize] = Adds::of(byte as char);
        byte += 1;
    }
    adds
};

fn ends_sentence(text: impl DoubleEndedIterator<Item = char>) -> bool {
    let mut ends = text.rev();
    let last = ends.find(|&c| !c.is_whitespace() && !is_closing(c));
    last.is_some_and(is_stop)
}

/// Han and kana: the scripts that are written without spaces and counted by the character.
#[inline]
pub(crate) fn is_ideograph(c: char) -> bool {
    // Said first, as it is asked of every letter of every script.
    c >= '\u{2E80}'
        && matches!(u32::from(c),
        0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF
        | 0x3105..=0x312F | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9D | 0x2_0000..=0x3_FFFF)
}

/// Korean syllables and letters.
#[inline]
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x3130..=0x318F | 0xA960..=0xA97F | 0xAC00..=0xD7FF)
}

/// Sentence ends: full stop, question and exclamation marks of any script, ellipsis.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '။'
            | '།'
            | '።'
            | '។'
            | '៕'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

pub(crate) const fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、' | '､' | '،' | '၊' | '；' | ';')
}

const fn is_bar(c: char) -> bool {
    matches!(
        c,
        '|' | '｜' | '│' | '丨' | '•' | '·' | '›' | '»' | '>' | '＞' | '▪' | '●'
    )
}

/// Closing quotes and brackets may follow the sentence end.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '」' | '』' | ')' | '）' | ']' | '】' | '〉' | '》'
    )
}

/// Characters inside a word: `isn't`, `co-op`.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Measure, is_bar, is_comma, is_hangul, is_ideograph, is_joiner, is_stop};

    proptest! {
        #[test]
        fn ascii_measures_as_other_text_does(text in "[ -~\\t\\n\u{1c}]{0,40}", times in 1_usize..200) {
            let text = text.repeat(times);
            prop_assert_eq!(Measure::of(&text), Measure::of_characters(&text));
        }

        #[test]
        fn what_is_counted_is_what_each_character_is(text in "[ -~\\t\u{85}\u{a0}\u{3000}éЖ渡ー가٣Ⅷ’“”…。，·»]{0,30}", times in 1_usize..300) {
            let text = text.repeat(times);
            let count = |is: &dyn Fn(char) -> bool| text.chars().filter(|&c| is(c)).count() as u32;
            let is_syllable = |c: char| is_ideograph(c) || is_hangul(c);
            let is_word = |c: char| c.is_alphanumeric() && !is_syllable(c);
            let m = Measure::of(&text);
            prop_assert_eq!(m.chars, count(&|c| !c.is_whitespace()));
            prop_assert_eq!(m.cjk, count(&is_syllable));
            prop_assert_eq!((m.stops, m.commas, m.bars), (count(&is_stop), count(&is_comma), count(&is_bar)));
            prop_assert_eq!(m.digits, count(&|c| is_word(c) && c.is_numeric()));
            let runs = text.split(|c| !is_word(c) && !is_joiner(c)).map(|run| run.trim_start_matches(is_joiner));
            let syllables = count(&is_syllable) as usize;
            prop_assert_eq!(m.words as usize, runs.filter(|run| !run.is_empty()).count() + syllables);
        }
    }

    #[test]
    fn a_han_character_is_a_word_and_a_latin_run_is_one() {
        let m = Measure::of("渡轮 isn't 停航。");
        assert_eq!((m.words, m.cjk, m.stops), (5, 4, 1));
        assert!(m.ends_sentence);
    }

    #[test]
    fn a_korean_sentence_is_as_long_as_its_translation() {
        let korean = Measure::of("문을 닫은 시골 역이 지난 주말 작은 책방으로 다시 문을 열었다.");
        let english = Measure::of(
            "A country station that had closed opened its doors again last weekend as a small bookshop.",
        );
        assert!((korean.weight() - english.weight()).abs() <= 2.0);
    }

    #[test]
    fn words_without_spaces_are_counted_by_their_letters() {
        let thai = Measure::of("ทุกเช้าลุงบุญมีจะเดินขึ้นบันไดเก้าสิบแปดขั้นเพื่อเช็ดกระจกของประภาคาร");
        assert_eq!((thai.words, thai.stops, thai.ends_sentence), (14, 1, true));
        let menu = Measure::of("หน้าแรก ข่าว กีฬา");
        assert_eq!((menu.words, menu.ends_sentence), (3, false));
        assert!(Measure::of("ទូកចម្លងនឹងត្រឡប់មកវិញ។").ends_sentence);
    }

    #[test]
    fn signs_on_letters_part_no_word() {
        assert_eq!(Measure::of("पुस्तकालय में बच्चे").words, 3);
    }

    #[test]
    fn a_closing_quote_does_not_hide_the_sentence_end() {
        assert!(Measure::of("“We sail on Monday.”").ends_sentence);
        assert!(Measure::of("「出航は月曜です。」").ends_sentence);
        assert!(!Measure::of("Harbour | Weather | Sport").ends_sentence);
    }
}
