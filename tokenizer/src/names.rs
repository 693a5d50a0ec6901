//! Names of tags and attributes.

use html5ever::LocalName;

/// Names kept at hand, by a hash of their bytes. A page uses some dozens.
const SLOTS: usize = 256;

/// Names up to this length are kept inside the `LocalName` itself, which costs next to nothing.
const INSIDE: usize = 7;

/// Longer names are rarely met again.
const LONGEST: usize = 32;

/// Makes `LocalName`s. Those met before are copied: the table all threads share is asked for the others only.
pub(crate) struct Names {
    slots: Vec<LocalName>,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self {
            slots: vec![LocalName::default(); SLOTS],
        }
    }

    #[inline]
    pub(crate) fn get(&mut self, name: &str) -> LocalName {
        if name.len() <= INSIDE || name.len() > LONGEST {
            return LocalName::from(name);
        }
        self.look_up(name)
    }

    fn look_up(&mut self, name: &str) -> LocalName {
        let hash = name.bytes().fold(0_u32, |hash, byte| {
            (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9E37_79B9)
        });
        let Some(slot) = self.slots.get_mut((hash >> 24) as usize) else {
            return LocalName::from(name);
        };
        if **slot != *name {
            *slot = LocalName::from(name);
        }
        slot.clone()
    }
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
            "blockquote",
            "属性",
            "a-name-that-is-longer-than-all-of-the-usual",
        ] {
            assert_eq!(&*names.get(name), name);
        }
    }
}
