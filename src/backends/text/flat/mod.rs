//! One fact a line: a JSON pointer, a tab, the text. For `grep`, `awk` and `cut`.
//!
//! The pointer is where the fact stands in the profile, so that a line found here leads to
//! the line to change.

mod prose;

use crate::backends::text::clean::clean;
use crate::backends::text::options::{Links, TextOptions};
use crate::backends::text::scribe::Scribe;
use crate::document::{Document, Entry, Group, Header, Item, Part, Section};

/// A Document being written as facts.
#[derive(Debug)]
struct Flat<'a> {
    text: String,
    scribe: Scribe,
    options: &'a TextOptions,
    /// What the next fact begins with: its number in a list.
    number: Option<String>,
}

/// The Document as facts, in reading order.
pub(super) fn flat(document: &Document, options: &TextOptions) -> String {
    let scribe = Scribe::new(without_list(options.links), &document.wording);
    let mut flat = Flat { text: String::new(), scribe, options, number: None };
    if let Some(header) = &document.header {
        flat.header(header);
    }
    flat.sections(&document.sections);
    flat.text
}

/// A list at the end would be far from the line that `grep` finds.
fn without_list(links: Links) -> Links {
    match links {
        Links::Notes | Links::Inline => Links::Inline,
        Links::None => Links::None,
    }
}

impl Flat<'_> {
    fn fact(&mut self, origin: &str, text: &str) {
        let words: Vec<_> = text.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let number = self.number.take().unwrap_or_default();
        let line = format!("{}\t{number}{}\n", clean(origin), words.join(" "));
        self.text.push_str(&line);
    }

    fn header(&mut self, header: &Header) {
        for (key, line) in [("name", &header.name), ("label", &header.label)] {
            let words = self.scribe.line(line);
            self.fact(&format!("{}/{key}", header.origin), &words);
        }
        for contact in &header.contacts {
            let words = self.scribe.contact(&contact.text, contact.url.as_deref());
            self.fact(&contact.origin, &words);
        }
    }

    fn sections(&mut self, sections: &[Section]) {
        for section in sections {
            let heading = self.scribe.heading(section, self.options.emoji);
            self.fact(&section.origin, &heading);
            section.parts.iter().for_each(|part| self.part(part));
            self.sections(&section.sections);
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Prose { blocks, origin } | Part::Note { blocks, origin } => {
                self.blocks(blocks, origin);
            }
            Part::Raw { .. } => {} // taken out before
            Part::Items { items } => self.items(items),
            Part::Entries { entries } => self.entries(entries),
            Part::Groups { groups } => groups.iter().for_each(|group| self.group(group)),
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            let words = self.scribe.line(&item.text);
            self.fact(&item.origin, &words);
            self.items(&item.items);
        }
    }

    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            let mut head = self.scribe.head(entry);
            if let Some(dates) = &entry.dates {
                let comma = &self.scribe.wording.comma;
                head.push_str(if head.is_empty() { "" } else { comma });
                head.push_str(&clean(dates));
            }
            self.fact(&entry.origin, &head);
            self.entry_body(entry);
        }
    }

    fn entry_body(&mut self, entry: &Entry) {
        for detail in &entry.details {
            let words = self.scribe.detail(detail);
            self.fact(&detail.origin, &words);
        }
        self.blocks(&entry.summary, &entry.origin);
        self.items(&entry.highlights);
        let keywords = self.scribe.keywords(&entry.keywords);
        self.fact(&entry.origin, &keywords);
        self.entries(&entry.positions);
    }

    fn group(&mut self, group: &Group) {
        let words = self.scribe.group(group);
        self.fact(&group.origin, &words);
        self.blocks(&group.summary, &group.origin);
        self.items(&group.highlights);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::text::samples;

    #[test]
    fn every_line_is_a_pointer_and_a_fact() {
        let text = flat(&samples::career(), &TextOptions::default());
        let lines: Vec<_> = text.lines().collect();
        for line in &lines {
            let (pointer, text) = line.split_once('\t').unwrap();
            assert!(pointer.starts_with('/'), "{line}");
            assert!(!text.trim().is_empty() && !text.contains('\t'), "{line}");
        }
        let job = "/work/0\tAcme <https://acme.example>, Berlin";
        assert!(lines.contains(&job), "{lines:#?}");
        let position = "/work/0\tStaff Engineer, Mar 2020 – present";
        assert!(lines.contains(&position), "{lines:#?}");
    }
}
