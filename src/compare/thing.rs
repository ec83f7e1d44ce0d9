//! A Document as things with facts in them.

use super::What;
use super::facts::Fact;
use crate::document::{Contact, ContactKind, Detail, Document, Entry, Group, Header};
use crate::document::{Item, Part, Section};
use crate::richtext::{Block, EmojiStyle, Inline, inline_text, write_blocks, write_line};

/// The page, a section, an entry: what it is called, what it says and what is in it.
pub(super) struct Thing {
    pub(super) kind: &'static str,
    /// What makes it the same thing in another Document.
    pub(super) key: String,
    /// What a reader calls it; empty for what has no title.
    pub(super) name: String,
    pub(super) facts: Vec<Fact>,
    pub(super) inner: Vec<Self>,
}

impl Thing {
    pub(super) fn of(document: &Document) -> Self {
        let mut page = Self::new("page", "", "");
        if let Some(header) = &document.header {
            page.header(header);
        }
        page.inner = document.sections.iter().map(Self::section).collect();
        page
    }

    /// What a reader calls it, or its id.
    pub(super) fn title(&self) -> String {
        if self.name.is_empty() { self.key.clone() } else { self.name.clone() }
    }

    pub(super) fn what(&self) -> What {
        What { kind: self.kind, text: self.title(), contents: self.contents() }
    }

    fn contents(&self) -> usize {
        let inner = self.inner.iter().map(|thing| 1 + thing.contents());
        self.facts.len() + inner.sum::<usize>()
    }

    fn new(kind: &'static str, key: &str, name: &str) -> Self {
        let (key, name) = (key.to_owned(), name.to_owned());
        Self { kind, key, name, facts: vec![], inner: vec![] }
    }

    fn say(&mut self, kind: &'static str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.facts.push(Fact { kind, text });
        }
    }

    fn line(&mut self, kind: &'static str, line: &[Inline]) {
        self.say(kind, write_line(line, EmojiStyle::Unicode));
    }

    fn prose(&mut self, kind: &'static str, blocks: &[Block]) {
        for block in blocks {
            let block = write_blocks(std::slice::from_ref(block), EmojiStyle::Unicode);
            self.say(kind, block.trim_end());
        }
    }

    fn items(&mut self, kind: &'static str, items: &[Item]) {
        for item in items {
            self.line(kind, &item.text);
            self.items(kind, &item.items);
        }
    }

    fn keywords(&mut self, keywords: &[Vec<Inline>]) {
        keywords.iter().for_each(|keyword| self.line("keyword", keyword));
    }

    fn header(&mut self, header: &Header) {
        self.line("name", &header.name);
        self.line("label", &header.label);
        self.say("photo", header.image.as_deref().unwrap_or_default());
        header.contacts.iter().for_each(|contact| self.contact(contact));
    }

    fn contact(&mut self, contact: &Contact) {
        let kind = match contact.kind {
            ContactKind::Location => "address",
            ContactKind::Email => "mail address",
            ContactKind::Phone => "phone number",
            ContactKind::Url => "web site",
            ContactKind::Profile => "account",
        };
        self.say(kind, contact.text.replace('\u{A0}', " "));
    }

    fn section(section: &Section) -> Self {
        let mut thing = Self::new("section", &section.id, &inline_text(&section.title));
        thing.line("title", &section.title);
        let emoji = section.emoji.as_ref().map(|emoji| emoji.glyph.clone());
        thing.say("emoji", emoji.unwrap_or_default());
        section.parts.iter().for_each(|part| thing.part(part));
        thing.inner.extend(section.sections.iter().map(Self::section));
        thing
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Prose { blocks, .. } => self.prose("text", blocks),
            Part::Items { items } => self.items("item", items),
            Part::Entries { entries } => {
                self.inner.extend(entries.iter().map(Self::entry));
            }
            Part::Groups { groups } => self.inner.extend(groups.iter().map(Self::group)),
            Part::Note { blocks, .. } => self.prose("note", blocks),
            Part::Raw { text, .. } => self.say("raw", text.as_str()),
        }
    }

    fn entry(entry: &Entry) -> Self {
        let names = [&entry.title, &entry.organization].map(|name| inline_text(name));
        let named: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let name = named.join(", ");
        let mut thing = Self::new("entry", &name, &name);
        thing.say("place", inline_text(&entry.location));
        let dates = entry.dates.as_deref().unwrap_or_default();
        thing.say("dates", dates.replace('\u{A0}', " "));
        thing.say("link", entry.url.as_deref().unwrap_or_default());
        thing.say("link", entry.organization_url.as_deref().unwrap_or_default());
        entry.details.iter().for_each(|detail| thing.detail(detail));
        thing.prose("summary", &entry.summary);
        thing.items("highlight", &entry.highlights);
        thing.keywords(&entry.keywords);
        thing.inner = entry.positions.iter().map(Self::entry).collect();
        thing
    }

    fn detail(&mut self, detail: &Detail) {
        let text = write_line(&detail.text, EmojiStyle::Unicode);
        match &detail.label {
            Some(label) => self.say("detail", format!("{label}: {text}")),
            None => self.say("detail", text),
        }
    }

    fn group(group: &Group) -> Self {
        let name = inline_text(&group.name);
        let mut thing = Self::new("entry", &name, &name);
        thing.line("level", &group.level);
        thing.keywords(&group.keywords);
        thing.prose("summary", &group.summary);
        thing.items("highlight", &group.highlights);
        thing
    }
}
