//! A page that somebody else wrote, block by block, with the source of each.

use super::block;
use super::depth::{TooDeep, page_root};
use super::inlines::inlines_of;
use super::places::Places;
use super::tree::trees;
use crate::richtext::{Block, Inline};
use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use std::ops::Range;

/// A block of a page and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceBlock {
    /// Its lines.
    pub span: Range<usize>,
    /// What it is.
    pub kind: SourceKind,
    /// What GitHub would make of it: see [`page_tree`](super::page_tree).
    pub tree: String,
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceKind {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// What our own tree can hold.
    Block(Block),
    /// What it can't: HTML, images, tables, tasks, footnotes, alerts.
    Foreign,
    /// Lines that show nothing by themselves: definitions of links.
    Unseen,
}

/// Reads a page.
///
/// # Errors
/// A page that nests too deep.
pub fn outline(text: &str) -> Result<Vec<SourceBlock>, TooDeep> {
    let places = Places::of(text);
    let arena = Arena::new();
    let root = page_root(&arena, text)?;
    let nodes = root.children().zip(trees(root));
    let mut blocks: Vec<SourceBlock> =
        nodes.map(|(node, tree)| source_block(node, tree, &places)).collect();
    blocks.sort_by_key(|block| block.span.start);
    Ok(with_unseen(text, blocks))
}

fn source_block<'a>(
    node: &'a AstNode<'a>,
    tree: String,
    places: &Places<'_>,
) -> SourceBlock {
    let span = places.lines(node.data.borrow().sourcepos);
    SourceBlock { span, kind: kind(node), tree }
}

fn kind<'a>(node: &'a AstNode<'a>) -> SourceKind {
    if node.descendants().any(is_foreign) {
        return SourceKind::Foreign;
    }
    if let NodeValue::Heading(heading) = &node.data.borrow().value {
        let content = inlines_of(node).content;
        return match content.is_empty() {
            true => SourceKind::Foreign,
            false => SourceKind::Heading { level: heading.level, content },
        };
    }
    let mut problems = Vec::new();
    match block(node, &mut problems) {
        Some(block) if problems.is_empty() => SourceKind::Block(block),
        Some(_) | None => SourceKind::Foreign,
    }
}

/// Whether a node is of a kind that our tree has no place for: an empty item, too.
fn is_foreign<'a>(node: &'a AstNode<'a>) -> bool {
    match node.data.borrow().value {
        NodeValue::Item(_) => node.first_child().is_none(),
        NodeValue::HtmlBlock(_)
        | NodeValue::HtmlInline(_)
        | NodeValue::Image(_)
        | NodeValue::Table(_)
        | NodeValue::TaskItem(_)
        | NodeValue::FootnoteReference(_)
        | NodeValue::FootnoteDefinition(_)
        | NodeValue::Alert(_) => true,
        _ => false, // what our tree has, and what is switched off
    }
}

/// Adds the lines that belong to no block.
fn with_unseen(text: &str, blocks: Vec<SourceBlock>) -> Vec<SourceBlock> {
    let mut all = Vec::with_capacity(blocks.len());
    let mut done = 0;
    for block in blocks {
        unseen(text, done..block.span.start, &mut all);
        done = block.span.end.max(done);
        all.push(block);
    }
    unseen(text, done..text.len(), &mut all);
    all
}

fn unseen(text: &str, span: Range<usize>, all: &mut Vec<SourceBlock>) {
    if text.get(span.clone()).is_some_and(|lines| !lines.trim().is_empty()) {
        all.push(SourceBlock { span, kind: SourceKind::Unseen, tree: String::new() });
    }
}
