//! Names of tags and attributes.

use html5ever::LocalName;

/// Names kept at hand of each length, short or long, by a hash of their bytes. A page uses some dozens.
const SLOTS: usize = 256;

/// Names up to this length are one number each. A `LocalName` holds them inside, so that a copy costs next to nothing.
const SHORT: usize = 7;

/// Longer names are rarely met again.
const LONGEST: usize = 32;

/// Makes `LocalName`s. Those met before are copied: the table all threads share is asked for the others only.
pub(crate) struct Names {
    short: Vec<(u64, LocalName)>,
    long: Vec<LocalName>,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self {
            short: vec![(number(b""), LocalName::default()); SLOTS],
            long: vec![LocalName::default(); SLOTS],
        }
    }

    #[inline]
    pub(crate) fn get(&mut self, name: &str) -> LocalName {
        if name.len() > SHORT {
            return self.look_up(name);
        }
        let number = number(name.as_bytes());
        let Some(slot) = self.short.get_mut(slot_of(number)) else {
            return LocalName::from(name);
        };
        if slot.0 != number {
            *slot = (number, LocalName::from(name));
        }
        slot.1.clone()
    }

    fn look_up(&mut self, name: &str) -> LocalName {
        if name.len() > LONGEST {
            return LocalName::from(name);
        }
        let hash = name.bytes().fold(0_u32, |hash, byte| {
            (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9E37_79B9)
        });
        let Some(slot) = self.long.get_mut((hash >> 24) as usize) else {
            return LocalName::from(name);
        };
        if **slot != *name {
            *slot = LocalName::from(name);
        }
        slot.clone()
    }
}

/// The length and the bytes of a short name, side by side: no two names have the same number.
#[inline]
fn number(name: &[u8]) -> u64 {
    name.iter().fold(name.len() as u64, |number, byte| {
        number << 8 | u64::from(*byte)
    })
}

#[inline]
fn slot_of(number: u64) -> usize {
    (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use super::Names;
    use html5ever::LocalName;

    #[test]
    fn a_name_is_what_it_was_made_of_however_many_there_are() {
        let mut names = Names::new();
        for round in 0..3 {
            for i in 0..2000 {
                let name = format!("data-{i}-{}", i % 7);
                assert_eq!(names.get(&name), LocalName::from(&*name), "{round}");
            }
        }
        for name in [
            "",
            "a",
            "a\0",
            "\0a",
            "section",
            "article",
            "sections",
            "blockquote",
            "属性",
            "a-name-that-is-longer-than-all-of-the-usual",
        ] {
            assert_eq!(&*names.get(name), name);
        }
    }
}
