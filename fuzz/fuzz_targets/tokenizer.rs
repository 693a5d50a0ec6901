//! The tokens and the tree are html5ever's, whatever the text.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tokenizer/tests/watch/mod.rs"]
mod watch;

fuzz_target!(|text: &str| {
    if let Some(difference) = watch::difference(text) {
        panic!("{difference}");
    }
});
