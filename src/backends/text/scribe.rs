//! Rich text as words: markup is dropped, links follow the output's policy.

use super::address::shows;
use super::clean::clean;
use super::options::Links;
use crate::document::Wording;
use crate::richtext::Inline;
use indexmap::IndexSet;

/// Keeps a number on the line of the word that it belongs to.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Writes words and remembers the addresses that are due at the end, each once.
///
/// Addresses are numbered as they are met, so a scribe must be given a Document's texts
/// in reading order.
#[derive(Debug)]
pub(super) struct Scribe {
    links: Links,
    /// The signs between words.
    pub(super) wording: Wording,
    noted: IndexSet<String>,
}

impl Scribe {
    /// A scribe that has noted nothing yet.
    pub(super) fn new(links: Links, wording: &Wording) -> Self {
        Self { links, wording: wording.clone(), noted: IndexSet::new() }
    }

    /// The words of a line; a forced line break is a `\n`.
    pub(super) fn line(&mut self, content: &[Inline]) -> String {
        let mut words = String::new();
        self.write(content, &mut words);
        words
    }

    /// The words of a line that as a whole leads to `url`.
    pub(super) fn linked(&mut self, content: &[Inline], url: Option<&str>) -> String {
        let label = self.line(content);
        match url {
            Some(url) => self.label(label, url),
            None => label,
        }
    }

    /// A plain text that leads to `url`.
    pub(super) fn contact(&mut self, text: &str, url: Option<&str>) -> String {
        let label = clean(text).into_owned();
        match url {
            Some(url) => self.label(label, url),
            None => label,
        }
    }

    /// The addresses noted so far; the first has the number 1.
    pub(super) fn notes(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.noted.iter().map(String::as_str))
    }

    fn write(&mut self, content: &[Inline], words: &mut String) {
        for inline in content {
            match inline {
                Inline::Text { text } | Inline::Code { text } => {
                    words.push_str(&clean(text));
                }
                Inline::Strong { content }
                | Inline::Emphasis { content }
                | Inline::Strikethrough { content } => self.write(content, words),
                Inline::Link { url, content } => {
                    words.push_str(&self.linked(content, Some(url)));
                }
                Inline::Emoji { emoji } => words.push_str(&clean(&emoji.glyph)),
                Inline::Break => words.push('\n'),
            }
        }
    }

    /// The label of a link and, unless it says so itself, where it leads.
    fn label(&mut self, mut label: String, url: &str) -> String {
        let url = clean(url);
        if label.trim().is_empty() {
            return url.into_owned();
        }
        if shows(&label, &url) {
            return label;
        }
        match self.links {
            Links::Notes => {
                let number = self.noted.insert_full(url.into_owned()).0 + 1;
                label.push_str(&format!("{NO_BREAK_SPACE}[{number}]"));
            }
            Links::Inline => label.push_str(&format!(" <{url}>")),
            Links::None => {}
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three_links() -> Vec<Inline> {
        vec![
            Inline::Strong { content: vec![Inline::link("https://a.org/1", "one")] },
            Inline::text(", "),
            Inline::link("https://a.org/2", "a.org/2"),
            Inline::Break,
            Inline::link("https://a.org/3", "three"),
            Inline::link("https://a.org/1", " again"),
        ]
    }

    #[test]
    fn each_address_has_one_number() {
        let mut scribe = Scribe::new(Links::Notes, &Wording::default());
        let words = scribe.line(&three_links());
        assert_eq!(words.replace('\u{a0}', "_"), "one_[1], a.org/2\nthree_[2] again_[1]");
        let notes: Vec<_> = scribe.notes().collect();
        assert_eq!(notes, [(1, "https://a.org/1"), (2, "https://a.org/3")]);
    }

    #[test]
    fn addresses_stand_inline_or_nowhere() {
        let mut inline = Scribe::new(Links::Inline, &Wording::default());
        let words = inline.line(&three_links()[..3]);
        assert_eq!(words, "one <https://a.org/1>, a.org/2");
        assert_eq!(inline.notes().count(), 0);
        assert_eq!(
            Scribe::new(Links::None, &Wording::default()).line(&three_links()[..1]),
            "one"
        );
    }

    #[test]
    fn a_link_without_a_label_shows_its_address() {
        let mut scribe = Scribe::new(Links::Notes, &Wording::default());
        assert_eq!(scribe.linked(&[], Some("https://a.org/1")), "https://a.org/1");
    }
}
