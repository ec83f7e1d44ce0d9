//! Any profile, the whole way to a PDF.
#![no_main]

use curricle_fuzz::{held, outputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| held(outputs::is_typeset(bytes)));
