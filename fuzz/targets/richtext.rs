//! Markdown in, our tree, Markdown out, and the same tree again.
#![no_main]

use curricle_fuzz::{held, richtext};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    held(richtext::line_comes_back(text));
    held(richtext::line_comes_back_from_within(text));
    held(richtext::heading_comes_back(text));
    held(richtext::prose_comes_back(text));
});
