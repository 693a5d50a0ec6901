//! A page in any bytes gives a record.

#![no_main]

use faircopy::Extractor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Extractor::new().explain(true).extract_bytes(bytes);
});
