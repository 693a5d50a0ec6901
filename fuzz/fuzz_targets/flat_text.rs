//! Flat text gives a record.

#![no_main]

use faircopy::Extractor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Extractor::new().explain(true).extract_text(text);
});
