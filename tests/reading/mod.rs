//! The words and the links of a Document in reading order, as every backend must have
//! them. Written apart from all backends, so that it can hold them to it.

use curricle::document::{Document, Entry, Group, Item, Part, Section, Wording};
use curricle::richtext::{Block, Inline, linked};

/// Where the emoji of a heading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Emoji {
    After,
}

/// What a reader meets.
#[derive(Default)]
pub(crate) struct Reading {
    text: String,
    wording: Wording,
    pub(crate) words: Vec<String>,
    pub(crate) links: Vec<String>,
}

/// Reads `document` from top to bottom.
pub(crate) fn of(document: &Document, emoji: Emoji) -> Reading {
    let wording = document.wording.clone();
    let mut reading = Reading { wording, ..Reading::default() };
    if let Some(header) = &document.header {
        reading.line(&header.name);
        reading.line(&header.label);
        for contact in &header.contacts {
            reading
                .inlines(&linked(&[Inline::text(&contact.text)], contact.url.as_deref()));
            reading.end();
        }
    }
    for section in &document.sections {
        reading.section(section, emoji);
    }
    reading.words = reading.text.split_whitespace().map(str::to_owned).collect();
    reading
}

impl Reading {
    fn end(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, inlines: &[Inline]) {
        self.inlines(inlines);
        self.end();
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text } | Inline::Code { text } => self.text.push_str(text),
                Inline::Strong { content }
                | Inline::Emphasis { content }
                | Inline::Strikethrough { content } => self.inlines(content),
                Inline::Link { url, content } => {
                    self.links.push(url.clone());
                    self.inlines(content);
                }
                Inline::Emoji { emoji } => self.text.push_str(&emoji.glyph),
                Inline::Break => self.end(),
            }
        }
    }

    fn section(&mut self, section: &Section, emoji: Emoji) {
        self.inlines(&section.title);
        if let (Emoji::After, Some(emoji)) = (emoji, &section.emoji)
            && !section.title.is_empty()
        {
            self.text.push_str(&format!(" {}", emoji.glyph));
        }
        self.end();
        for part in &section.parts {
            match part {
                Part::Prose { blocks, .. } | Part::Note { blocks, .. } => {
                    self.blocks(blocks);
                }
                Part::Items { items } => self.items(items),
                Part::Entries { entries } => entries.iter().for_each(|e| self.entry(e)),
                Part::Groups { groups } => groups.iter().for_each(|g| self.group(g)),
                Part::Raw { .. } => {} // left out, with a warning
            }
        }
        section.sections.iter().for_each(|inner| self.section(inner, emoji));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.line(content),
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(item));
                }
                Block::Quote { content } => self.blocks(content),
                Block::Code { text, .. } => {
                    self.text.push_str(text);
                    self.end();
                }
                Block::Rule => self.end(),
            }
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.line(&item.text);
            self.items(&item.items);
        }
    }

    fn names(&mut self, names: &[Vec<Inline>]) {
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                self.text.push_str(&self.wording.list);
            }
            self.inlines(name);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.inlines(&linked(&entry.title, entry.url.as_deref()));
        if !entry.organization.is_empty() {
            if !entry.title.is_empty() {
                self.text.push_str(&self.wording.comma);
            }
            let url = entry.organization_url.as_deref();
            self.inlines(&linked(&entry.organization, url));
        }
        self.end();
        self.inlines(&entry.location);
        if let Some(dates) = &entry.dates {
            if !entry.location.is_empty() {
                self.text.push_str(&self.wording.dot);
            }
            self.text.push_str(dates);
        }
        self.end();
        for detail in &entry.details {
            if let Some(label) = &detail.label {
                self.text.push_str(&format!("{label}{}", self.wording.colon));
            }
            self.line(&detail.text);
        }
        self.blocks(&entry.summary);
        self.items(&entry.highlights);
        self.names(&entry.keywords);
        self.end();
        entry.positions.iter().for_each(|position| self.entry(position));
    }

    fn group(&mut self, group: &Group) {
        self.inlines(&group.name);
        if !group.level.is_empty() {
            self.text.push_str(&self.wording.open);
            self.inlines(&group.level);
            self.text.push_str(&self.wording.close);
        }
        if !group.keywords.is_empty() {
            if !(group.name.is_empty() && group.level.is_empty()) {
                self.text.push_str(&self.wording.colon);
            }
            self.names(&group.keywords);
        }
        self.end();
        self.blocks(&group.summary);
        self.items(&group.highlights);
    }
}
