//! Any bytes as a profile.
#![no_main]

use curricle_fuzz::{held, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    held(read::is_told_in_place(bytes));
    held(read::comes_back(bytes));
    held(read::json_is_yaml(bytes));
});
