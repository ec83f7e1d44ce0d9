//! Sections of one's own.

use super::addresses::settled;
use super::compose::Composer;
use super::{Entry, Part, Section, section_id};
use crate::diagnostics::Pointer;
use crate::profile;

impl Composer<'_> {
    /// A section of one's own, unless it is cut or has nothing to show.
    pub(super) fn own(
        &self,
        section: &profile::Section,
        origin: &Pointer,
    ) -> Option<Section> {
        if !self.cut.keeps(origin) {
            return None;
        }
        let inner = origin.key("sections");
        let sections = section.sections.iter().enumerate();
        let section = Section {
            id: section_id(section),
            title: self.line(&section.title, &origin.key("title")),
            level: section.level.map(|level| level.clamp(1, 6)),
            emoji: self.emoji(section.emoji.as_ref()),
            page_break: section.page_break,
            parts: self.parts(section, origin),
            sections: sections
                .filter_map(|(index, section)| self.own(section, &inner.index(index)))
                .collect(),
            origin: origin.to_string(),
        };
        let has_something = !section.title.is_empty()
            || !section.parts.is_empty()
            || !section.sections.is_empty();
        has_something.then_some(section)
    }

    /// Text, raw Markdown, items, entries, note, each where there is any.
    fn parts(&self, section: &profile::Section, origin: &Pointer) -> Vec<Part> {
        let text = self.prose(&section.text, &origin.key("text"));
        let items = self.items(&section.items, &origin.key("items"));
        let entries = self.own_entries(&section.entries, &origin.key("entries"));
        let note = self.prose(&section.note, &origin.key("note"));
        let mut parts = Vec::new();
        if !text.is_empty() {
            let origin = origin.key("text").to_string();
            parts.push(Part::Prose { blocks: text, origin });
        }
        let raw = self.raw(&section.raw, &origin.key("raw"));
        if !raw.is_empty() {
            parts.push(Part::Raw { text: raw, origin: origin.key("raw").to_string() });
        }
        if !items.is_empty() {
            parts.push(Part::Items { items });
        }
        if !entries.is_empty() {
            parts.push(Part::Entries { entries });
        }
        if !note.is_empty() {
            let origin = origin.key("note").to_string();
            parts.push(Part::Note { blocks: note, origin });
        }
        parts
    }

    fn own_entries(&self, entries: &[profile::Entry], origin: &Pointer) -> Vec<Entry> {
        if !self.cut.keeps(origin) {
            return vec![];
        }
        entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry, origin.index(index)))
            .filter(|(_, origin)| self.cut.keeps(origin))
            .map(|(entry, origin)| self.own_entry(entry, &origin))
            .filter(|entry| !entry.is_empty())
            .collect()
    }

    fn own_entry(&self, entry: &profile::Entry, origin: &Pointer) -> Entry {
        let dates = match entry.date {
            Some(date) => Some(self.dates.date(date)),
            None => self.dates.range(entry.start_date, entry.end_date),
        };
        settled(Entry {
            title: self.line(&entry.title, &origin.key("title")),
            url: entry.url.as_ref().map(|url| url.as_str().to_owned()),
            organization: self.name(&entry.organization, &origin.key("organization")),
            location: self.name(&entry.location, &origin.key("location")),
            dates,
            summary: self.prose(&entry.summary, &origin.key("summary")),
            highlights: self.items(&entry.highlights, &origin.key("highlights")),
            keywords: self.names(&entry.keywords, &origin.key("keywords")),
            page_break: entry.page_break,
            origin: origin.to_string(),
            ..Entry::default()
        })
    }
}
