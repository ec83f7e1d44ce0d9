//! Each block of a page as the profile will have it.

use super::text;
use crate::profile::Item;
use crate::richtext::{
    Autolinks, Block, EmojiStyle, Inline, SourceBlock, SourceKind, Unlinked, page_tree,
    write_blocks,
};
use std::ops::Range;

/// A block.
#[derive(Debug, Clone)]
pub(super) enum Read {
    /// A heading.
    Heading {
        level: u8,
        content: Vec<Inline>,
        /// Its Markdown as the profile has it.
        markdown: Markdown,
    },
    /// Prose.
    Text(String),
    /// Bullets.
    Items(Vec<Item>),
    /// A quotation.
    Note(String),
    /// What the profile has no field for, and where it stood.
    Raw(String, Range<usize>),
}

/// Writes a line as the profile has it.
#[derive(Debug, Clone)]
pub(super) struct Markdown {
    rules: Autolinks,
}

impl Markdown {
    pub(super) fn line(&self, content: &[Inline]) -> Option<String> {
        text::line(content, &self.rules)
    }
}

/// The lines of a block that the profile has no field for.
pub(super) fn raw_span(block: &Read) -> Option<Range<usize>> {
    match block {
        Read::Raw(_, span) => Some(span.clone()),
        Read::Heading { .. } | Read::Text(_) | Read::Items(_) | Read::Note(_) => None,
    }
}

/// Reads every block.
pub(super) fn read(page: &str, source: &[SourceBlock], rules: &Autolinks) -> Vec<Read> {
    let mut out = Vec::new();
    let mut prose: Vec<&SourceBlock> = Vec::new();
    for block in source {
        if is_prose(block) {
            prose.push(block);
            continue;
        }
        flush(page, &mut prose, rules, &mut out);
        out.extend(one(page, source, block, rules));
    }
    flush(page, &mut prose, rules, &mut out);
    out.retain(|block| !is_blank(block));
    out
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
    rules: &Autolinks,
    out: &mut Vec<Read>,
) {
    let blocks = std::mem::take(prose);
    if blocks.is_empty() {
        return;
    }
    match as_text(&blocks, rules) {
        Some(text) => out.push(Read::Text(text)),
        None if blocks.len() == 1 => out.push(raw(page, blocks[0])),
        None => {
            for block in blocks {
                flush(page, &mut vec![block], rules, out);
            }
        }
    }
}

fn as_text(blocks: &[&SourceBlock], rules: &Autolinks) -> Option<String> {
    let trees: Vec<&str> = blocks.iter().map(|block| block.tree.as_str()).collect();
    let blocks: Vec<Block> = blocks.iter().filter_map(|block| own(block)).collect();
    text::prose(&blocks, &trees, rules)
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
    rules: &Autolinks,
) -> Option<Read> {
    match &block.kind {
        SourceKind::Heading { level, content } => {
            let heading = Read::Heading {
                level: *level,
                content: content.clone(),
                markdown: Markdown { rules: rules.clone() },
            };
            Some(match text::line(content, rules) {
                Some(_) => heading,
                None => raw(page, block),
            })
        }
        SourceKind::Block(Block::List { items: list, start: None }) => {
            let items =
                items(list, rules).filter(|items| comes_back(items, block, rules));
            let as_items = items.map(Read::Items);
            as_items.or_else(|| Some(text_or_raw(page, block, rules)))
        }
        SourceKind::Block(Block::Quote { content }) => {
            let inner: Vec<String> =
                page_tree(&write_blocks(content, EmojiStyle::Unicode))
                    .into_iter()
                    .map(|block| block.tree)
                    .collect();
            let trees: Vec<&str> = inner.iter().map(String::as_str).collect();
            let note = text::prose(content, &trees, rules);
            let quoted = page_tree(&write_blocks(
                &[Block::Quote { content: content.clone() }],
                EmojiStyle::Unicode,
            ));
            let is_same = matches!(quoted.as_slice(), [one] if one.tree == block.tree);
            let note = note.filter(|_| is_same).map(Read::Note);
            note.or_else(|| Some(text_or_raw(page, block, rules)))
        }
        SourceKind::Block(_) => Some(text_or_raw(page, block, rules)),
        SourceKind::Foreign => Some(raw(page, block)),
        SourceKind::Unseen => is_needed(page, source, block).then(|| raw(page, block)),
    }
}

fn text_or_raw(page: &str, block: &SourceBlock, rules: &Autolinks) -> Read {
    match as_text(&[block], rules) {
        Some(text) => Read::Text(text),
        None => raw(page, block),
    }
}

fn raw(page: &str, block: &SourceBlock) -> Read {
    let lines = page.get(block.span.clone()).unwrap_or_default();
    Read::Raw(lines.trim_end().trim_start_matches('\n').to_owned(), block.span.clone())
}

/// A list as items, if each is a line with perhaps a list of lines below it.
fn items(list: &[Vec<Block>], rules: &Autolinks) -> Option<Vec<Item>> {
    let item = |blocks: &Vec<Block>| {
        let (content, inner) = match blocks.as_slice() {
            [Block::Paragraph { content }] => (content, None),
            [Block::Paragraph { content }, Block::List { start: None, items }] => {
                (content, Some(items))
            }
            _ => return None,
        };
        let text = text::line(content, rules)?;
        let items = inner.map_or(Some(vec![]), |list| items(list, rules))?;
        Some(Item::new(text, items))
    };
    list.iter().map(item).collect()
}

/// Whether items make the list again that they were.
fn comes_back(items: &[Item], block: &SourceBlock, rules: &Autolinks) -> bool {
    let list = Block::List {
        start: None,
        items: items.iter().map(|i| bullet(i, rules)).collect(),
    };
    let page = page_tree(&write_blocks(&[list], EmojiStyle::Unicode));
    matches!(page.as_slice(), [one] if one.tree == block.tree)
}

fn bullet(item: &Item, rules: &Autolinks) -> Vec<Block> {
    let (_, text) = item.text.0.in_language("");
    let content = rules.parse_line(text, &mut Unlinked::default()).content;
    let mut blocks = vec![Block::Paragraph { content }];
    if !item.items.is_empty() {
        let items = item.items.iter().map(|item| bullet(item, rules)).collect();
        blocks.push(Block::List { start: None, items });
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
