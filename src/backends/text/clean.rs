//! The last guard: nothing that commands a terminal leaves this backend.
//!
//! The Document has no control character left, but an escape sequence in somebody's
//! terminal is worth a second look. It stands at the leaves, before widths are counted.

use crate::richtext::is_visible_ascii;
use std::borrow::Cow;

/// Text without a control character: line breaks and tabs become spaces, others U+FFFD.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    match is_visible_ascii(text) || text.chars().all(|c| harmless(c) == c) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().map(harmless).collect()),
    }
}

fn harmless(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Text with ordinary spaces in place of those that hold words together, for `grep`: once
/// the lines are broken they have done their work.
pub(super) fn ordinary_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_replacement_characters() {
        assert_eq!(clean("a\u{1b}[31mb\u{9b}c\u{7f}"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
        assert_eq!(clean("a\tb\nc\u{2028}d"), "a b c d");
        assert!(matches!(clean("Ünï 🌱\u{200d}"), Cow::Borrowed(_)));
    }
}
