//! Each block of a page as the profile will have it.

use super::Doubts;
use super::text::Writing;
use crate::profile::Item;
use crate::richtext::{
    Block, Inline, SourceBlock, SourceKind, Unlinked, page_tree, write_blocks,
};
use std::ops::Range;

/// A block.
#[derive(Debug, Clone)]
pub(super) enum Read {
    /// A heading.
    Heading { level: u8, content: Vec<Inline> },
    /// Prose.
    Text(String),
    /// Bullets.
    Items(Vec<Item>),
    /// A quotation.
    Note(String),
    /// What the profile has no field for, and where it stood.
    Raw(String, Range<usize>),
}

/// The lines of a block that the profile has no field for.
pub(super) fn raw_span(block: &Read) -> Option<Range<usize>> {
    match block {
        Read::Raw(_, span) => Some(span.clone()),
        Read::Heading { .. } | Read::Text(_) | Read::Items(_) | Read::Note(_) => None,
    }
}

/// Reads the blocks of a page.
pub(super) struct Reader<'a> {
    pub(super) page: &'a str,
    pub(super) source: &'a [SourceBlock],
    pub(super) writing: &'a Writing,
    pub(super) doubts: &'a Doubts,
}

impl Reader<'_> {
    /// Reads every block.
    pub(super) fn read(&self) -> Vec<Read> {
        let mut out = Vec::new();
        let mut prose: Vec<&SourceBlock> = Vec::new();
        for block in self.source {
            if is_prose(block) && !self.doubts.is_raw(block) {
                prose.push(block);
                continue;
            }
            self.flush(&mut prose, &mut out);
            out.extend(self.one(block));
        }
        self.flush(&mut prose, &mut out);
        out.retain(|block| !is_blank(block));
        out
    }

    /// Prose as one text, or block by block where that does not come back.
    fn flush(&self, prose: &mut Vec<&SourceBlock>, out: &mut Vec<Read>) {
        let blocks = std::mem::take(prose);
        if blocks.is_empty() {
            return;
        }
        match self.as_text(&blocks) {
            Some(text) => out.push(Read::Text(text)),
            None if blocks.len() == 1 => out.push(self.raw(blocks[0])),
            None => blocks.iter().for_each(|block| self.flush(&mut vec![block], out)),
        }
    }

    fn as_text(&self, blocks: &[&SourceBlock]) -> Option<String> {
        let own: Vec<Block> = blocks.iter().filter_map(|block| own(block)).collect();
        match blocks.iter().any(|block| self.doubts.is_doubted(block)) {
            false => Some(self.writing.hopeful_prose(&own)),
            true => {
                let trees: Vec<&str> =
                    blocks.iter().map(|block| block.tree.as_str()).collect();
                self.writing.prose(&own, &trees)
            }
        }
    }

    fn one(&self, block: &SourceBlock) -> Option<Read> {
        match &block.kind {
            SourceKind::Unseen => self.is_needed(block).then(|| self.raw(block)),
            SourceKind::Heading { level, content }
                if !self.doubts.is_raw(block) && self.writing.line(content).is_some() =>
            {
                Some(Read::Heading { level: *level, content: content.clone() })
            }
            SourceKind::Block(own) if !self.doubts.is_raw(block) => {
                Some(self.block(own, block))
            }
            SourceKind::Heading { .. } | SourceKind::Block(_) | SourceKind::Foreign => {
                Some(self.raw(block))
            }
        }
    }

    fn block(&self, own: &Block, block: &SourceBlock) -> Read {
        let read = match own {
            Block::List { items, start: None, is_loose: false } => {
                self.items(items, block).map(Read::Items)
            }
            Block::Quote { content } => self.note(content, block).map(Read::Note),
            Block::List { .. }
            | Block::Paragraph { .. }
            | Block::Code { .. }
            | Block::Rule => None,
        };
        let as_text = || self.as_text(&[block]).map(Read::Text);
        read.or_else(as_text).unwrap_or_else(|| self.raw(block))
    }

    fn raw(&self, block: &SourceBlock) -> Read {
        let lines = self.page.get(block.span.clone()).unwrap_or_default();
        let lines = lines.trim_end().trim_start_matches('\n').to_owned();
        Read::Raw(lines, block.span.clone())
    }

    /// A quotation as a note.
    fn note(&self, content: &[Block], block: &SourceBlock) -> Option<String> {
        let writing = self.writing;
        if !self.doubts.is_doubted(block) {
            return Some(writing.hopeful_prose(content));
        }
        let quoted = Block::Quote { content: content.to_vec() };
        if !writing.makes(&[quoted], &[&block.tree]) {
            return None;
        }
        let inner = page_tree(&write_blocks(content, writing.emoji));
        let trees: Vec<&str> = inner.iter().map(|block| block.tree.as_str()).collect();
        writing.prose(content, &trees)
    }

    /// A list as items, if they make that list again.
    fn items(&self, list: &[Vec<Block>], block: &SourceBlock) -> Option<Vec<Item>> {
        let writing = self.writing;
        if !self.doubts.is_doubted(block) {
            return items(list, &|line| Some(writing.hopeful_line(line)));
        }
        let items = items(list, &|line| writing.line(line))?;
        comes_back(&items, block, writing).then_some(items)
    }

    /// Whether definitions of links are still used: by raw Markdown, or by nobody that we
    /// know.
    fn is_needed(&self, block: &SourceBlock) -> bool {
        let text =
            |block: &SourceBlock| self.page.get(block.span.clone()).unwrap_or_default();
        let is_raw = |other: &SourceBlock| {
            other.kind == SourceKind::Foreign || self.doubts.is_raw(other)
        };
        let raw_has_brackets =
            self.source.iter().any(|other| is_raw(other) && text(other).contains(']'));
        let is_resolved = |line: &str| {
            let address = line.split_once("]:").map(|(_, rest)| rest.trim());
            let address = address.and_then(|rest| rest.split_whitespace().next());
            address.is_some_and(|address| {
                let address = address.trim_matches(['<', '>']);
                self.source.iter().any(|other| other.tree.contains(address))
            })
        };
        let mut lines = text(block).lines().filter(|line| !line.trim().is_empty());
        raw_has_brackets || !lines.all(is_resolved)
    }
}

/// Whether there is nothing to see in a block: a non-breaking space is text to Markdown, and
/// to a profile it is none.
fn is_blank(block: &Read) -> bool {
    match block {
        Read::Text(text) | Read::Note(text) | Read::Raw(text, _) => {
            text.trim().is_empty()
        }
        Read::Items(items) => items.is_empty(),
        Read::Heading { .. } => false,
    }
}

/// Whether a block goes together with its neighbours: everything but lists and quotations,
/// which have fields of their own. Items have no blank lines between them.
fn is_prose(block: &SourceBlock) -> bool {
    match &block.kind {
        SourceKind::Block(Block::Paragraph { .. } | Block::Code { .. } | Block::Rule)
        | SourceKind::Block(Block::List { start: Some(_), .. })
        | SourceKind::Block(Block::List { is_loose: true, .. }) => true,
        SourceKind::Block(Block::List { .. } | Block::Quote { .. })
        | SourceKind::Heading { .. }
        | SourceKind::Foreign
        | SourceKind::Unseen => false,
    }
}

fn own(block: &SourceBlock) -> Option<Block> {
    match &block.kind {
        SourceKind::Block(block) => Some(block.clone()),
        SourceKind::Heading { .. } | SourceKind::Foreign | SourceKind::Unseen => None,
    }
}

/// A list as items, if each is a line, that `write` can write, with perhaps a list of lines
/// below it.
fn items(
    list: &[Vec<Block>],
    write: &dyn Fn(&[Inline]) -> Option<String>,
) -> Option<Vec<Item>> {
    let item = |blocks: &Vec<Block>| {
        let (content, inner) = match blocks.as_slice() {
            [Block::Paragraph { content }] => (content, None),
            [
                Block::Paragraph { content },
                Block::List { start: None, items, is_loose: false },
            ] => (content, Some(items)),
            _ => return None,
        };
        let text = write(content)?;
        let items = inner.map_or(Some(vec![]), |list| items(list, write))?;
        Some(Item::new(text, items))
    };
    list.iter().map(item).collect()
}

/// Whether items make the list again that they were.
fn comes_back(items: &[Item], block: &SourceBlock, writing: &Writing) -> bool {
    let list = Block::bullets(items.iter().map(|item| bullet(item, writing)).collect());
    writing.makes(&[list], &[&block.tree])
}

fn bullet(item: &Item, writing: &Writing) -> Vec<Block> {
    let (_, text) = item.text.0.in_language("");
    let content = writing.rules.parse_line(text, &mut Unlinked::default()).content;
    let mut blocks = vec![Block::Paragraph { content }];
    if !item.items.is_empty() {
        let inner = item.items.iter().map(|item| bullet(item, writing));
        blocks.push(Block::bullets(inner.collect()));
    }
    blocks
}
