//! The Document as the chunks of a page, each already Markdown.

mod entries;

use super::options::{HeadingEmoji, ReadmeOptions};
use crate::document::{Contact, Document, Header, Item, Part, Section};
use crate::richtext::{
    Block, EmojiStyle, Inline, write_blocks, write_heading, write_line,
};

/// What stands between two blank lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chunk {
    /// The person's name.
    Name(String),
    /// What the person does.
    Label(String),
    /// How to reach them.
    Contacts(String),
    /// A heading.
    Heading {
        /// `##`
        hashes: String,
        /// Its words.
        text: String,
    },
    /// The place and the dates of an entry.
    WhereAndWhen(String),
    /// Anything else: paragraphs, lists, quotations.
    Text(String),
}

/// Lays a Document out.
pub(super) fn of(document: &Document, options: &ReadmeOptions) -> Vec<Chunk> {
    let mut page = Page { chunks: Vec::new(), body: Vec::new(), options };
    document.header.iter().for_each(|header| page.header(header));
    for section in &document.sections {
        page.section(section, document.heading_level);
    }
    page.flush();
    page.chunks
}

struct Page<'a> {
    chunks: Vec<Chunk>,
    /// Blocks that follow each other, written together: a list after a list needs another
    /// bullet, or the two would be read as one.
    body: Vec<Block>,
    options: &'a ReadmeOptions,
}

impl Page<'_> {
    fn style(&self) -> EmojiStyle {
        self.options.emoji_style
    }

    fn header(&mut self, header: &Header) {
        let style = self.style();
        if !header.name.is_empty() {
            self.push(Chunk::Name(write_heading(&header.name, style)));
        }
        if !header.label.is_empty() {
            self.push(Chunk::Label(write_line(&header.label, style)));
        }
        if !header.contacts.is_empty() {
            let line = contact_line(&header.contacts);
            self.push(Chunk::Contacts(write_line(&line, style)));
        }
    }

    fn section(&mut self, section: &Section, level: u8) {
        self.section_heading(section, level);
        let below = match section.title.is_empty() {
            true => level,
            false => level + 1,
        };
        for part in &section.parts {
            self.part(part, below);
        }
        for inner in &section.sections {
            self.section(inner, below);
        }
    }

    fn section_heading(&mut self, section: &Section, level: u8) {
        let mut line = section.title.clone();
        if line.is_empty() {
            return;
        }
        let emoji = section.emoji.clone().map(|emoji| Inline::Emoji { emoji });
        match (self.options.emoji, emoji) {
            (HeadingEmoji::After, Some(emoji)) => line.extend([Inline::text(" "), emoji]),
            (HeadingEmoji::Before, Some(emoji)) => {
                line.splice(0..0, [emoji, Inline::text(" ")]);
            }
            (HeadingEmoji::None, _)
            | (HeadingEmoji::After | HeadingEmoji::Before, None) => {}
        }
        self.heading(&line, level);
    }

    /// A heading; Markdown has six levels.
    fn heading(&mut self, line: &[Inline], level: u8) {
        if line.is_empty() {
            return;
        }
        let hashes = "#".repeat(usize::from(level.min(6)));
        let text = write_heading(line, self.style());
        self.push(Chunk::Heading { hashes, text });
    }

    fn part(&mut self, part: &Part, level: u8) {
        match part {
            Part::Prose { blocks, .. } => self.blocks(blocks),
            Part::Items { items } => self.items(items),
            Part::Entries { entries } => {
                entries.iter().for_each(|entry| self.entry(entry, level));
            }
            Part::Groups { groups } => self.groups(groups),
            Part::Note { blocks, .. } => {
                self.body.push(Block::Quote { content: blocks.clone() });
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.body.extend_from_slice(blocks);
    }

    fn push(&mut self, chunk: Chunk) {
        self.flush();
        self.chunks.push(chunk);
    }

    fn flush(&mut self) {
        let body = std::mem::take(&mut self.body);
        if !body.is_empty() {
            self.chunks.push(Chunk::Text(write_blocks(&body, self.style())));
        }
    }

    fn items(&mut self, items: &[Item]) {
        self.blocks(&bullets(items));
    }
}

/// Items as a list; no list for no items.
fn bullets(items: &[Item]) -> Vec<Block> {
    let bullet = |item: &Item| {
        let mut blocks = vec![Block::Paragraph { content: item.text.clone() }];
        blocks.extend(bullets(&item.items));
        blocks
    };
    match items {
        [] => vec![],
        items => {
            vec![Block::List { start: None, items: items.iter().map(bullet).collect() }]
        }
    }
}

fn contact_line(contacts: &[Contact]) -> Vec<Inline> {
    let mut line = Vec::new();
    for contact in contacts {
        if !line.is_empty() {
            line.push(Inline::text(" · "));
        }
        let text = contact.text.replace('\u{A0}', " ");
        line.push(match &contact.url {
            Some(url) => Inline::link(url, text),
            None => Inline::text(text),
        });
    }
    line
}
