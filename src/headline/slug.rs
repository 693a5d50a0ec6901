//! What the address of a page says of its headline.

use url::Url;

/// Words of a part of the address that says the headline, at least: `night-ferry-returns`.
const LEAST_WORDS: usize = 3;

/// Returns the words of the part of an address that has the most of them: `/2024/night-ferry-returns-4711.html`. Numbers are none.
pub(super) fn of(address: &Url) -> Option<String> {
    let words = |part: &str| -> Vec<String> {
        let stem = part.split('.').next().unwrap_or_default();
        let words = stem.split(['-', '_', '+']);
        let is_word = |word: &&str| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit());
        words.filter(is_word).map(str::to_owned).collect()
    };
    let parts = address.path_segments()?.map(words);
    let longest = parts.max_by_key(Vec::len)?;
    (longest.len() >= LEAST_WORDS).then(|| longest.join(" "))
}
