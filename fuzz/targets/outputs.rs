//! Any profile, or any texts in every field of one, the whole way to README, text and HTML.
#![no_main]

use curricle_fuzz::{held, outputs};
use libfuzzer_sys::fuzz_target;

/// No text has this byte: it begins an input that is texts, and stands between two.
const BETWEEN: u8 = 0xFF;

fuzz_target!(|bytes: &[u8]| match bytes.split_first() {
    Some((&BETWEEN, texts)) => {
        let texts = texts.split(|byte| *byte == BETWEEN).map(String::from_utf8_lossy);
        let texts: Vec<_> = texts.map(String::from).collect();
        held(outputs::agree_in_every_field(&texts));
    }
    Some(_) | None => held(outputs::agree(bytes)),
});
