//! The lines that several forms share: what stands in them and in which order is the same
//! whether they are laid out or flat.

use super::clean::clean;
use super::options::HeadingEmoji;
use super::scribe::Scribe;
use crate::document::{Detail, Entry, Group, Section, Wording};
use crate::richtext::Inline;

impl Scribe {
    /// A section's heading; empty if it has none.
    pub(super) fn heading(&mut self, section: &Section, side: HeadingEmoji) -> String {
        let title = self.line(&section.title);
        let Some(emoji) = section.emoji.as_ref().filter(|_| !title.is_empty()) else {
            return title;
        };
        let glyph = clean(&emoji.glyph);
        match side {
            HeadingEmoji::After => format!("{title}\u{a0}{glyph}"),
            HeadingEmoji::Before => format!("{glyph}\u{a0}{title}"),
            HeadingEmoji::None => title,
        }
    }

    /// What, where and in which place: `Title, Organization, Location`.
    pub(super) fn head(&mut self, entry: &Entry) -> String {
        let title = self.linked(&entry.title, entry.url.as_deref());
        let organization =
            self.linked(&entry.organization, entry.organization_url.as_deref());
        let location = self.line(&entry.location);
        join_filled([title, organization, location], &self.wording.comma)
    }

    /// A fact about an entry: `Score: 1.0`.
    pub(super) fn detail(&mut self, detail: &Detail) -> String {
        let text = self.line(&detail.text);
        match &detail.label {
            Some(label) => format!("{}{}{text}", clean(label), self.wording.colon),
            None => text,
        }
    }

    /// Names in a row: `tokio, serde`.
    pub(super) fn keywords(&mut self, keywords: &[Vec<Inline>]) -> String {
        let words: Vec<_> = keywords.iter().map(|keyword| self.line(keyword)).collect();
        join_filled(words, &self.wording.list)
    }

    /// A group's line: `Rust (expert): tokio, serde`.
    pub(super) fn group(&mut self, group: &Group) -> String {
        let mut name = self.line(&group.name);
        let level = self.line(&group.level);
        if !level.trim().is_empty() {
            let Wording { open, close, .. } = &self.wording;
            name = format!("{name}{open}{level}{close}").trim_start().to_owned();
        }
        let keywords = self.keywords(&group.keywords);
        let both = [name, keywords].into_iter().filter(|text| !text.trim().is_empty());
        both.collect::<Vec<_>>().join(&self.wording.colon)
    }
}

fn join_filled(texts: impl IntoIterator<Item = String>, sign: &str) -> String {
    let filled = texts.into_iter().filter(|text| !text.trim().is_empty());
    filled.collect::<Vec<_>>().join(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::text::options::Links;

    fn name(text: &str) -> Vec<Inline> {
        vec![Inline::text(text)]
    }

    fn group(level: &str, keywords: &[&str]) -> String {
        let group = Group {
            name: name("Rust"),
            level: if level.is_empty() { vec![] } else { name(level) },
            keywords: keywords.iter().map(|keyword| name(keyword)).collect(),
            summary: vec![],
            highlights: vec![],
            origin: "/skills/0".to_owned(),
        };
        Scribe::new(Links::Notes, &Wording::default()).group(&group)
    }

    #[test]
    fn a_group_says_what_it_has() {
        assert_eq!(group("expert", &["tokio", "serde"]), "Rust (expert): tokio, serde");
        assert_eq!(group("", &["tokio"]), "Rust: tokio");
        assert_eq!(group("expert", &[]), "Rust (expert)");
    }

    #[test]
    fn a_head_leaves_out_what_is_empty_and_numbers_in_order() {
        let entry = Entry {
            title: name("Engineer"),
            url: Some("https://a.org/1".to_owned()),
            location: name("Berlin"),
            ..Entry::default()
        };
        let head = Scribe::new(Links::Notes, &Wording::default()).head(&entry);
        assert_eq!(head.replace('\u{a0}', " "), "Engineer [1], Berlin");
    }
}
