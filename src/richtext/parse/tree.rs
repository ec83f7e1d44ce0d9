//! What GitHub makes of a page, as text to be compared.

use super::github_options;
use super::places::Places;
use super::survey::words;
use crate::richtext::{Anchors, encoded};
use comrak::Arena;
use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeBlock {
    /// Its lines.
    pub span: Range<usize>,
    /// Its nodes, as text.
    pub tree: String,
}

/// The tree of a page as GitHub parses it, a text for each block. Two pages are equal if
/// these are: white space that HTML does not show is not in them, nor how a thing was
/// written (`*a*` or `_a_`), but everything else.
pub fn page_tree(text: &str) -> Vec<TreeBlock> {
    let places = Places::of(text);
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &github_options());
    let spans = root.children().map(|node| places.lines(node.data.borrow().sourcepos));
    let blocks = spans.zip(trees(root)).map(|(span, tree)| TreeBlock { span, tree });
    let mut blocks: Vec<TreeBlock> = blocks.collect();
    // The parser puts footnotes last, wherever they stood.
    blocks.sort_by_key(|block| block.span.start);
    blocks
}

/// The tree of each block under `root`.
pub(super) fn trees<'a>(root: &'a AstNode<'a>) -> Vec<String> {
    let wanted = anchors_wanted(root);
    let mut anchors = Anchors::default();
    root.children()
        .map(|node| tree(node) + &anchor(node, &mut anchors, &wanted))
        .collect()
}

/// The anchors that links on the page lead to.
fn anchors_wanted<'a>(root: &'a AstNode<'a>) -> HashSet<String> {
    let links = root.descendants().filter_map(|node| match &node.data.borrow().value {
        NodeValue::Link(link) => link.url.strip_prefix('#').map(str::to_owned),
        _ => None,
    });
    links.collect()
}

/// The anchor of a heading that something leads to.
fn anchor<'a>(
    node: &'a AstNode<'a>,
    anchors: &mut Anchors,
    wanted: &HashSet<String>,
) -> String {
    if !matches!(node.data.borrow().value, NodeValue::Heading(_)) {
        return String::new();
    }
    let anchor = anchors.next(&words(node));
    match wanted.contains(&anchor) {
        true => format!(" #{anchor}"),
        false => String::new(),
    }
}

/// The nodes from here down, as text.
fn tree<'a>(node: &'a AstNode<'a>) -> String {
    let mut writer = Writer::default();
    writer.node(node);
    writer.flush();
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    words: String,
}

impl Writer {
    fn node<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data.borrow().value {
            NodeValue::Text(text) => self.words.push_str(text),
            NodeValue::SoftBreak => self.words.push(' '),
            value => {
                let name = name(value);
                self.open(&name);
                node.children().for_each(|child| self.node(child));
                self.flush();
                self.out.push(')');
            }
        }
    }

    fn open(&mut self, name: &str) {
        self.flush();
        let _ = write!(self.out, "({name}");
    }

    /// Words with one space between two, and how many bytes they have, so that nothing in
    /// them is taken for a node.
    fn flush(&mut self) {
        if !self.words.is_empty() {
            let words = collapsed(&self.words);
            let _ = write!(self.out, " {}:{words}", words.len());
            self.words.clear();
        }
    }
}

fn collapsed(words: &str) -> Cow<'_, str> {
    let bytes = words.as_bytes();
    let has_breaks = bytes.iter().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r'));
    if !has_breaks && !bytes.windows(2).any(|pair| pair == b"  ") {
        return Cow::Borrowed(words); // as nearly always
    }
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A node's kind and what it holds beside its children.
fn name(value: &NodeValue) -> String {
    match value {
        NodeValue::Heading(heading) => format!("h{}", heading.level),
        NodeValue::List(list) => list_name(list),
        NodeValue::CodeBlock(code) => format!("pre {:?} {:?}", code.info, code.literal),
        NodeValue::HtmlBlock(html) => {
            format!("html {:?}", collapsed(html.literal.trim()))
        }
        NodeValue::HtmlInline(html) => format!("html {:?}", collapsed(html)),
        NodeValue::Code(code) => format!("code {:?}", code.literal),
        NodeValue::Link(link) => format!("a {:?} {:?}", encoded(&link.url), link.title),
        NodeValue::Image(link) => {
            format!("img {:?} {:?}", encoded(&link.url), link.title)
        }
        NodeValue::Table(table) => format!("table {:?}", table.alignments),
        NodeValue::TableRow(head) => format!("tr {head}"),
        NodeValue::TaskItem(task) => format!("task {:?}", task.symbol),
        NodeValue::Alert(alert) => {
            format!("alert {:?} {:?}", alert.alert_type, alert.title)
        }
        NodeValue::FootnoteReference(note) => format!("fn {:?}", note.name),
        NodeValue::FootnoteDefinition(note) => format!("fndef {:?}", note.name),
        other => other.xml_node_name().to_owned(),
    }
}

fn list_name(list: &NodeList) -> String {
    let spacing = if list.tight { "" } else { " loose" };
    match list.list_type {
        ListType::Bullet => format!("ul{spacing}"),
        ListType::Ordered => format!("ol {}{spacing}", list.start),
    }
}
