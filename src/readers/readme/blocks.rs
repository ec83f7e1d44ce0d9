//! Each block of a page as the profile will have it.

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

/// Reads every block.
pub(super) fn read(page: &str, source: &[SourceBlock], writing: &Writing) -> Vec<Read> {
    let mut out = Vec::new();
    let mut prose: Vec<&SourceBlock> = Vec::new();
    for block in source {
        if is_prose(block) {
            prose.push(block);
            continue;
        }
        flush(page, &mut prose, writing, &mut out);
        out.extend(one(page, source, block, writing));
    }
    flush(page, &mut prose, writing, &mut out);
    out
}

/// Whether a block goes together with its neighbours: everything but lists and quotations,
/// which have fields of their own.
fn is_prose(block: &SourceBlock) -> bool {
    match &block.kind {
        SourceKind::Block(Block::Paragraph { .. } | Block::Code { .. } | Block::Rule)
        | SourceKind::Block(Block::List { start: Some(_), .. }) => true,
        SourceKind::Block(Block::List { .. } | Block::Quote { .. })
        | SourceKind::Heading { .. }
        | SourceKind::Foreign
        | SourceKind::Unseen => false,
    }
}

/// Prose as one text, or block by block where that does not come back.
fn flush(
    page: &str,
    prose: &mut Vec<&SourceBlock>,
    writing: &Writing,
    out: &mut Vec<Read>,
) {
    let blocks = std::mem::take(prose);
    if blocks.is_empty() {
        return;
    }
    match as_text(&blocks, writing) {
        Some(text) => out.push(Read::Text(text)),
        None if blocks.len() == 1 => out.push(raw(page, blocks[0])),
        None => {
            for block in blocks {
                flush(page, &mut vec![block], writing, out);
            }
        }
    }
}

fn as_text(blocks: &[&SourceBlock], writing: &Writing) -> Option<String> {
    let trees: Vec<&str> = blocks.iter().map(|block| block.tree.as_str()).collect();
    let blocks: Vec<Block> = blocks.iter().filter_map(|block| own(block)).collect();
    writing.prose(&blocks, &trees)
}

fn own(block: &SourceBlock) -> Option<Block> {
    match &block.kind {
        SourceKind::Block(block) => Some(block.clone()),
        SourceKind::Heading { .. } | SourceKind::Foreign | SourceKind::Unseen => None,
    }
}

fn one(
    page: &str,
    source: &[SourceBlock],
    block: &SourceBlock,
    writing: &Writing,
) -> Option<Read> {
    match &block.kind {
        SourceKind::Heading { level, content } => {
            let (level, content) = (*level, content.clone());
            Some(match writing.line(&content) {
                Some(_) => Read::Heading { level, content },
                None => raw(page, block),
            })
        }
        SourceKind::Block(Block::List { items: list, start: None, is_loose: _ }) => {
            let items = items(list, writing);
            let items = items.filter(|items| comes_back(items, block, writing));
            let as_items = items.map(Read::Items);
            as_items.or_else(|| Some(text_or_raw(page, block, writing)))
        }
        SourceKind::Block(Block::Quote { content }) => {
            let note = note(content, block, writing).map(Read::Note);
            note.or_else(|| Some(text_or_raw(page, block, writing)))
        }
        SourceKind::Block(_) => Some(text_or_raw(page, block, writing)),
        SourceKind::Foreign => Some(raw(page, block)),
        SourceKind::Unseen => is_needed(page, source, block).then(|| raw(page, block)),
    }
}

fn text_or_raw(page: &str, block: &SourceBlock, writing: &Writing) -> Read {
    match as_text(&[block], writing) {
        Some(text) => Read::Text(text),
        None => raw(page, block),
    }
}

fn raw(page: &str, block: &SourceBlock) -> Read {
    let lines = page.get(block.span.clone()).unwrap_or_default();
    Read::Raw(lines.trim_end().trim_start_matches('\n').to_owned(), block.span.clone())
}

/// A quotation as a note.
fn note(content: &[Block], block: &SourceBlock, writing: &Writing) -> Option<String> {
    let quoted = Block::Quote { content: content.to_vec() };
    if !writing.makes(&[quoted], &[&block.tree]) {
        return None;
    }
    let inner = page_tree(&write_blocks(content, writing.emoji));
    let trees: Vec<&str> = inner.iter().map(|block| block.tree.as_str()).collect();
    writing.prose(content, &trees)
}

/// A list as items, if each is a line with perhaps a list of lines below it.
fn items(list: &[Vec<Block>], writing: &Writing) -> Option<Vec<Item>> {
    let item = |blocks: &Vec<Block>| {
        let (content, inner) = match blocks.as_slice() {
            [Block::Paragraph { content }] => (content, None),
            [Block::Paragraph { content }, Block::List { start: None, items, .. }] => {
                (content, Some(items))
            }
            _ => return None,
        };
        let text = writing.line(content)?;
        let items = inner.map_or(Some(vec![]), |list| items(list, writing))?;
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

/// Whether definitions of links are still used: by raw Markdown, or by nobody that we know.
fn is_needed(page: &str, source: &[SourceBlock], block: &SourceBlock) -> bool {
    let text = |block: &SourceBlock| page.get(block.span.clone()).unwrap_or_default();
    let raw_has_brackets = source
        .iter()
        .any(|other| other.kind == SourceKind::Foreign && text(other).contains(']'));
    let is_resolved = |line: &str| {
        let address = line.split_once("]:").map(|(_, rest)| rest.trim());
        let address = address.and_then(|rest| rest.split_whitespace().next());
        address.is_some_and(|address| {
            let address = address.trim_matches(['<', '>']);
            source.iter().any(|other| other.tree.contains(address))
        })
    };
    raw_has_brackets
        || !text(block).lines().filter(|line| !line.trim().is_empty()).all(is_resolved)
}
