//! So does a page with any block of JSON-LD.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/watch/mod.rs"]
mod watch;

fuzz_target!(|input: &[u8]| {
    if let Some(wrong) = watch::jsonld(input) {
        panic!("{wrong}");
    }
});
