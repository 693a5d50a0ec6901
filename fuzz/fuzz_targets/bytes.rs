//! A page in any bytes gives a record that keeps the promises.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/watch/mod.rs"]
mod watch;

fuzz_target!(|input: &[u8]| {
    if let Some(wrong) = watch::bytes(input) {
        panic!("{wrong}");
    }
});
