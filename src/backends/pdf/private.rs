//! Characters for private use, which show what one font draws there and say nothing.
//!
//! Icons are often such characters. Standards that are for reading a page without its fonts
//! have none (ISO 19005-2, section 6.2.11.7.3).

use super::options::Standard;
use super::texts::{self, Text};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::document::Document;
use finl_unicode::categories::CharacterCategories;
use std::collections::BTreeSet;

/// Looks for private characters where the standard has none.
///
/// # Errors
/// One problem for each field that has one, in the order of the Document.
pub(super) fn check(
    document: &Document,
    standard: Option<Standard>,
) -> Result<(), Vec<Diagnostic>> {
    if !standard.is_some_and(has_none) {
        return Ok(());
    }
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    texts::walk(document, &mut |origin, text| {
        let (Text::Words(words) | Text::Code(words)) = text else { return };
        let private = words.chars().find(|c| c.is_private_use());
        let new = private.filter(|_| seen.insert(origin));
        problems.extend(new.map(|c| problem(origin, c)));
    });
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn has_none(standard: Standard) -> bool {
    match standard {
        Standard::A2a | Standard::A3a | Standard::A4 | Standard::A4e | Standard::A4f => {
            true
        }
        Standard::A1a
        | Standard::A1b
        | Standard::A2b
        | Standard::A2u
        | Standard::A3b
        | Standard::A3u => false,
    }
}

fn problem(origin: &str, c: char) -> Diagnostic {
    let number = u32::from(c);
    let message = format!(
        "a PDF of this standard has no characters for private use, and U+{number:04X} is one"
    );
    Diagnostic::error(Code::BadValue, message)
        .at(Place::Within(Pointer::from(origin), c.to_string()), format!("in `{origin}`"))
        .help(
            "write a word or an emoji for it, or set `standard: a-3u`, which lets it be",
        )
}
