//! The Document as the chunks of a page, each already Markdown.

mod contents;
mod entries;
mod fold;
mod languages;
mod table;
mod top;

use super::options::{HeadingEmoji, ReadmeOptions};
use crate::document::{Document, Item, Part, Section, Wording};
use crate::richtext::{Block, Flavour, Inline, MarkdownStyle};
use crate::richtext::{quote, write_blocks, write_heading};

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
        /// What it heads.
        of: HeadingOf,
    },
    /// Where the table of contents goes.
    Contents,
    /// The place and the dates of an entry.
    WhereAndWhen(String),
    /// Anything else: paragraphs, lists, quotations.
    Text(String),
}

/// What a heading heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadingOf {
    /// A section.
    Section,
    /// An entry in a section.
    Entry,
}

/// Lays a Document out.
pub(super) fn of(
    document: &Document,
    options: &ReadmeOptions,
    flavour: Flavour,
) -> Vec<Chunk> {
    let style = MarkdownStyle { emoji: options.emoji_style, flavour };
    let wording = &document.wording;
    let mut page =
        Page { chunks: Vec::new(), pending: Vec::new(), options, style, wording };
    page.raw(&options.before);
    page.top(document);
    for section in &document.sections {
        page.section(section, document.heading_level);
    }
    page.raw(&options.after);
    page.flush();
    contents::fill(&mut page.chunks, options.emoji_style);
    page.chunks
}

struct Page<'a> {
    chunks: Vec<Chunk>,
    /// Blocks that were not written yet: what follows decides where they end, and whether
    /// one list must be told from the next.
    pending: Vec<Block>,
    options: &'a ReadmeOptions,
    style: MarkdownStyle,
    /// The signs between words.
    wording: &'a Wording,
}

impl Page<'_> {
    fn push(&mut self, chunk: Chunk) {
        self.flush();
        self.chunks.push(chunk);
    }

    fn flush(&mut self) {
        let blocks = std::mem::take(&mut self.pending);
        if !blocks.is_empty() {
            self.chunks.push(Chunk::Text(write_blocks(&blocks, self.style)));
        }
    }

    fn raw(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.push(Chunk::Text(text.trim_end().to_owned()));
        }
    }

    fn section(&mut self, section: &Section, level: u8) {
        let level = section.level.unwrap_or(level);
        let start = self.options.fold.map(|_| self.start());
        self.section_heading(section, level);
        let below = match section.title.is_empty() {
            true => level,
            false => level + 1,
        };
        for part in &section.parts {
            self.part(part, section, below);
        }
        start.iter().for_each(|start| self.fold(*start));
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
        self.heading(&line, level, HeadingOf::Section);
    }

    /// A heading; Markdown has six levels.
    fn heading(&mut self, line: &[Inline], level: u8, of: HeadingOf) {
        if line.is_empty() {
            return;
        }
        let hashes = "#".repeat(usize::from(level.min(6)));
        let text = write_heading(line, self.style);
        self.push(Chunk::Heading { hashes, text, of });
    }

    fn part(&mut self, part: &Part, section: &Section, level: u8) {
        match part {
            Part::Prose { blocks, .. } => self.blocks(blocks),
            Part::Items { items } => self.items(items),
            Part::Entries { entries } => {
                entries.iter().for_each(|entry| self.entry(entry, level));
            }
            Part::Groups { groups } => self.groups(groups, &section.id),
            Part::Note { blocks, .. } => self.note(blocks),
            Part::Raw { text, .. } => self.raw(text),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.pending.extend(blocks.iter().cloned());
    }

    /// A remark: a quotation, or one of GitHub's alerts, whose first line names its kind.
    fn note(&mut self, blocks: &[Block]) {
        match self.options.notes.alert() {
            None => self.pending.push(Block::Quote { content: blocks.to_vec() }),
            Some(kind) => {
                let text = write_blocks(blocks, self.style);
                self.push(Chunk::Text(quote(&format!("[!{kind}]\n{text}"))));
            }
        }
    }

    fn items(&mut self, items: &[Item]) {
        self.pending.extend(bullets(items));
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
            vec![Block::bullets(items.iter().map(bullet).collect())]
        }
    }
}
