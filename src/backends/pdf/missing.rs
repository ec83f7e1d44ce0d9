//! Characters that no font has, as problems at their place in the profile.

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use std::collections::BTreeSet;

/// How many are reported one by one: a profile in a script that the fonts lack has
/// thousands.
const MOST: usize = 12;

/// The missing characters, each once for each field that has it.
#[derive(Debug, Default)]
pub(super) struct Missing<'a> {
    found: Vec<(&'a str, char)>,
    seen: BTreeSet<(&'a str, char)>,
}

impl<'a> Missing<'a> {
    /// Notes that the field at `origin` has `c`.
    pub(super) fn add(&mut self, origin: &'a str, c: char) {
        if self.seen.insert((origin, c)) {
            self.found.push((origin, c));
        }
    }

    /// Nothing, or a problem for each character, in the order of the Document.
    ///
    /// # Errors
    /// If there are any.
    pub(super) fn to_result(&self) -> Result<(), Vec<Diagnostic>> {
        if self.found.is_empty() {
            return Ok(());
        }
        let shown = self.found.iter().take(MOST);
        let mut problems: Vec<_> = shown.map(|(at, c)| problem(at, *c)).collect();
        let rest = self.found.len() - problems.len();
        if let Some(last) = problems.last_mut().filter(|_| rest > 0) {
            last.helps.push(format!("and {rest} more that no font has"));
        }
        Err(problems)
    }
}

fn problem(origin: &str, c: char) -> Diagnostic {
    let message = format!("no font has a glyph for {}", named(c));
    Diagnostic::error(Code::MissingGlyph, message)
        .at(Place::Within(Pointer::from(origin), c.to_string()), format!("in `{origin}`"))
        .help(
            "the built-in fonts have Latin, Greek and Cyrillic letters and emoji, and this \
             system has no other: install one, or name a folder with `--font-path`",
        )
}

/// A character and its number; the number alone where it would not be seen.
fn named(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    if c.is_control() || c == '\u{feff}' { number } else { format!("`{c}` ({number})") }
}

#[cfg(test)]
mod tests {
    use super::Missing;

    #[test]
    fn a_character_is_reported_once_a_field_and_with_its_number() {
        let mut missing = Missing::default();
        assert!(missing.to_result().is_ok());
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
