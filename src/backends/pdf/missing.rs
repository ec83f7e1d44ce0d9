//! What no font can show, as problems at its place in the profile.

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use std::collections::BTreeSet;

/// How many are reported one by one: a profile in a script that the fonts lack has
/// thousands.
const MOST: usize = 12;

/// The characters that no font has, and the letters that none has with the marks on them,
/// each once for each field that has them.
#[derive(Debug, Default)]
pub(super) struct Missing<'a> {
    found: Vec<(&'a str, String)>,
    seen: BTreeSet<(&'a str, String)>,
}

impl<'a> Missing<'a> {
    /// Notes that the field at `origin` has `letters`.
    pub(super) fn add(&mut self, origin: &'a str, letters: impl Into<String>) {
        let found = (origin, letters.into());
        if self.seen.insert(found.clone()) {
            self.found.push(found);
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Nothing, or a problem for each, in the order of the Document.
    ///
    /// # Errors
    /// If there are any.
    pub(super) fn to_result(&self) -> Result<(), Vec<Diagnostic>> {
        if self.is_empty() {
            return Ok(());
        }
        let shown = self.found.iter().take(MOST);
        let mut problems: Vec<_> =
            shown.map(|(at, letters)| problem(at, letters)).collect();
        let rest = self.found.len() - problems.len();
        if let Some(last) = problems.last_mut().filter(|_| rest > 0) {
            last.helps.push(format!("and {rest} more that no font has"));
        }
        Err(problems)
    }
}

/// Letters that are the theme's own, whatever it made them of.
pub(super) fn of_theme(letters: &str) -> Diagnostic {
    let message = format!("the theme sets {}, which no font in use has", named(letters));
    Diagnostic::error(Code::MissingGlyph, message).help(
        "fonts are chosen by what the profile says: write there what the theme adds",
    )
}

fn problem(origin: &str, letters: &str) -> Diagnostic {
    let (message, help) = match letters.chars().count() {
        0 | 1 => (format!("no font has a glyph for {}", named(letters)), ONE),
        _ => (format!("none of the fonts in use has all of {}", named(letters)), SEVERAL),
    };
    let place = Place::Within(Pointer::from(origin), letters.to_owned());
    Diagnostic::error(Code::MissingGlyph, message)
        .at(place, format!("in `{origin}`"))
        .help(help)
}

const ONE: &str = "the built-in fonts have Latin, Greek and Cyrillic letters and emoji, and this \
                   system has no other: install one, or name a folder with `--font-path`";

const SEVERAL: &str = "a letter and the marks on it are set in one font: write a letter that \
                       has them, or leave them out";

/// Characters and their numbers; the numbers alone where they would not be seen.
fn named(letters: &str) -> String {
    let numbers = letters.chars().map(|c| format!("U+{:04X}", u32::from(c)));
    let numbers = numbers.collect::<Vec<_>>().join(" ");
    let is_unseen = |c: char| c.is_control() || c == '\u{feff}';
    if letters.chars().all(is_unseen) {
        numbers
    } else {
        format!("`{letters}` ({numbers})")
    }
}

#[cfg(test)]
mod tests {
    use super::Missing;

    #[test]
    fn a_character_is_reported_once_a_field_and_with_its_number() {
        let mut missing = Missing::default();
        assert!(missing.is_empty() && missing.to_result().is_ok());
        for (origin, c) in [("/a", '龍'), ("/a", '龍'), ("/b", '龍'), ("/b", '\u{1b}')]
        {
            missing.add(origin, c);
        }
        let problems = missing.to_result().unwrap_err();
        let messages: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "no font has a glyph for `龍` (U+9F8D)",
                "no font has a glyph for `龍` (U+9F8D)",
                "no font has a glyph for U+001B",
            ]
        );
    }

    #[test]
    fn thousands_are_counted_and_a_few_are_shown() {
        let mut missing = Missing::default();
        ('\u{4e00}'..'\u{4f00}').for_each(|c| missing.add("/a", c));
        let problems = missing.to_result().unwrap_err();
        assert_eq!(problems.len(), 12);
        assert_eq!(problems[11].helps[1], "and 244 more that no font has");
    }
}
