//! Any page: imported, and something put between its markers.
#![no_main]

use curricle_fuzz::{held, page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    held(page::is_imported(text));
    held(page::is_spliced(text));
});
