//! The anchors that GitHub gives to headings.

use finl_unicode::categories::CharacterCategories;
use std::collections::HashMap;

/// Gives each heading of a page its anchor, in order.
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    seen: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor of the next heading, which has these words: in lower case, spaces as
    /// hyphens, without anything but letters, marks, figures, `_` and `-`; numbered where
    /// it stood before (GitHub's table-of-contents filter, measured on its pages: emoji go,
    /// their variation selector U+FE0F is a mark and stays).
    pub fn next(&mut self, words: &str) -> String {
        let slug = slug(words);
        let count = self.seen.entry(slug.clone()).or_default();
        let anchor = match *count {
            0 => slug,
            number => format!("{slug}-{number}"),
        };
        *count += 1;
        anchor
    }
}

fn slug(words: &str) -> String {
    let kept = words.to_lowercase();
    let kept = kept.chars().filter(|c| is_kept(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn is_kept(c: char) -> bool {
    matches!(c, ' ' | '-')
        || c.is_alphabetic()
        || c.is_mark()
        || c.is_number_decimal()
        || c.is_punctuation_connector()
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn anchors_are_those_of_github() {
        let mut anchors = Anchors::default();
        for (words, anchor) in [
            ("My contributions to Flink 😄", "my-contributions-to-flink-"),
            ("Checkpoint & State Backend 🤔", "checkpoint--state-backend-"),
            ("🚀 Start", "-start"),
            ("❤\u{FE0F} Thanks", "\u{FE0F}-thanks"),
            ("C# / F++ (2.0)", "c--f-20"),
            ("snake_case-kebab", "snake_case-kebab"),
            ("Über Größe 工程师", "über-größe-工程师"),
            (":rocket: Go", "rocket-go"),
            ("Start", "start"),
            ("start", "start-1"),
            ("START!", "start-2"),
        ] {
            assert_eq!(anchors.next(words), anchor, "{words}");
        }
    }
}
