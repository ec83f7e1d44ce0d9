//! Markdown into our own tree. The only file that names the Markdown parser.

mod comments;
mod depth;
mod inlines;
mod outline;
mod places;
mod simplify;
mod survey;
mod tree;

pub use comments::{HtmlComment, html_comments};
pub use depth::{MOST_LEVELS, TooDeep};
pub use outline::{SourceBlock, SourceKind, outline};
pub use survey::{PageHeading, PageLink, Survey, survey};
pub use tree::{TreeBlock, page_tree};

use super::markdown::open_end;
use super::tight::can_be_tight;
use super::{Block, Inline, is_control};
use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use comrak::{Arena, Options};
use depth::{begins_too_deep, is_too_deep};
use inlines::{Collector, inlines_of, tidy};
pub(super) use simplify::joined;
use simplify::{Kind, unwrapped};
use std::borrow::Cow;

/// What the text held that is not shown as its writer may have meant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextProblem {
    /// A link whose scheme is not allowed; its label is kept as text.
    ForbiddenLink(String),
    /// An image, which is shown as a link.
    Image(String),
    /// A control character that was written as a character reference (`&#27;`), so that it
    /// is seen only here.
    ControlCharacter(char),
    /// Blocks or markup in each other, deeper than [`MOST_LEVELS`]; the text is kept as it
    /// was written.
    TooDeep,
}

/// A line and what was noticed while reading it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedLine {
    /// The line.
    pub content: Vec<Inline>,
    /// What was noticed.
    pub problems: Vec<TextProblem>,
}

/// Prose and what was noticed while reading it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedBlocks {
    /// The blocks.
    pub content: Vec<Block>,
    /// What was noticed.
    pub problems: Vec<TextProblem>,
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options
}

/// What GitHub switches on for a README.
fn github_options() -> Options<'static> {
    let mut options = options();
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options
}

/// What stands before a character that was written with a backslash, until the references
/// are linked: a noncharacter, which no text has.
pub const ESCAPED: char = '\u{FDD0}';

/// Reads a line, with [`ESCAPED`] before each escaped character.
pub(super) fn escaped_line(text: &str) -> ParsedLine {
    match text.contains('\\') {
        true => line_with(text, &escaping()),
        false => parse_line(text),
    }
}

/// Reads prose, with [`ESCAPED`] before each escaped character.
pub(super) fn escaped_prose(text: &str) -> ParsedBlocks {
    prose_with(text, &escaping())
}

fn escaping() -> Options<'static> {
    let mut options = options();
    options.parse.escaped_char_spans = true;
    options
}

/// Reads a name: plain text, in which only emoji are told from words, `:shortcodes:` too,
/// because GitHub makes emoji of them whatever is written around them.
pub fn parse_name(text: &str) -> Vec<Inline> {
    let mut collector = Collector::default();
    collector.text(&collapse(text));
    collector.finish().content
}

/// Reads a line: inline Markdown, whatever it begins with.
pub fn parse_line(text: &str) -> ParsedLine {
    line_with(text, &options())
}

fn line_with(text: &str, options: &Options<'_>) -> ParsedLine {
    let text = collapse(text);
    if !may_be_markup(&text) {
        let mut collector = Collector::default();
        collector.text(&text);
        return collector.finish();
    }
    let arena = Arena::new();
    // A heading's content is inline Markdown and nothing else, so that `1.` or `-` at the
    // start of a line stays text.
    let root = comrak::parse_document(&arena, &format!("# {}", open_end(&text)), options);
    match is_too_deep(root) {
        true => plain(&text),
        false => root.first_child().map(inlines_of).unwrap_or_default(),
    }
}

/// Reads prose: block Markdown.
pub fn parse_prose(text: &str) -> ParsedBlocks {
    prose_with(text, &options())
}

fn prose_with(text: &str, options: &Options<'_>) -> ParsedBlocks {
    let text = &*plain_ends(text);
    if begins_too_deep(text) {
        return too_deep(text);
    }
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, options);
    if is_too_deep(root) {
        return too_deep(text);
    }
    let mut problems = Vec::new();
    let content = blocks_of(root, &mut problems);
    ParsedBlocks { content, problems }
}

/// Reads Markdown with the extensions that GitHub switches on for a README: tables, task
/// lists, footnotes and alerts too, though our tree has no place for them.
pub fn parse_github(text: &str) -> ParsedBlocks {
    prose_with(text, &github_options())
}

fn too_deep(text: &str) -> ParsedBlocks {
    let ParsedLine { content, problems } = plain(&collapse(text));
    ParsedBlocks { content: paragraph(content).into_iter().collect(), problems }
}

/// What nests too deep as it was written, its control characters shown.
fn plain(text: &str) -> ParsedLine {
    let mut collector = Collector::default();
    collector.text(text);
    let ParsedLine { content, mut problems } = collector.finish();
    problems.push(TextProblem::TooDeep);
    ParsedLine { content, problems }
}

/// The text with plain line ends: the parser leaves a carriage return in code.
fn plain_ends(text: &str) -> Cow<'_, str> {
    match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n").into(),
        false => text.into(),
    }
}

/// Runs of white space as one space, none at the ends.
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a line has any character that Markdown could take for markup; most have none,
/// and need no parser.
fn may_be_markup(text: &str) -> bool {
    text.contains(['\\', '`', '*', '_', '~', '[', '<', '&', '@'])
        || text.contains("://")
        || text.contains("www.")
}

fn blocks_of<'a>(parent: &'a AstNode<'a>, problems: &mut Vec<TextProblem>) -> Vec<Block> {
    parent.children().filter_map(|node| block(node, problems)).collect()
}

fn block<'a>(node: &'a AstNode<'a>, problems: &mut Vec<TextProblem>) -> Option<Block> {
    match &node.data.borrow().value {
        NodeValue::Paragraph => paragraph(inline_content(node, problems)),
        NodeValue::Heading(_) => {
            let content = tidy(unwrapped(inline_content(node, problems), Kind::Strong));
            (!content.is_empty())
                .then(|| Block::Paragraph { content: vec![Inline::Strong { content }] })
        }
        NodeValue::BlockQuote => {
            let content = blocks_of(node, problems);
            (!content.is_empty()).then_some(Block::Quote { content })
        }
        NodeValue::List(list) => {
            let items = node.children().map(|item| blocks_of(item, problems));
            let items: Vec<_> = items.filter(|item| !item.is_empty()).collect();
            let has_gaps = items.len() > 1 || items.iter().any(|item| item.len() > 1);
            // A heading that became a paragraph may need a blank line that it did not have.
            let is_loose =
                !list.tight && has_gaps || !items.iter().all(|item| can_be_tight(item));
            let start = start(list);
            (!items.is_empty()).then_some(Block::List { start, items, is_loose })
        }
        NodeValue::CodeBlock(code) => Some(Block::Code {
            language: language(&code.info),
            text: code.literal.strip_suffix('\n').unwrap_or(&code.literal).to_owned(),
        }),
        NodeValue::HtmlBlock(html) => {
            let mut collector = Collector::default();
            collector.text(&collapse(&html.literal));
            paragraph(collector.finish().content)
        }
        NodeValue::ThematicBreak => Some(Block::Rule),
        _ => None, // the parser's kinds that are switched off
    }
}

/// The first word after a fence; one that holds control characters names no language.
fn language(info: &str) -> Option<String> {
    let word = info.split_whitespace().next()?;
    (!word.contains(is_control)).then(|| word.to_owned())
}

fn start(list: &NodeList) -> Option<u64> {
    match list.list_type {
        ListType::Bullet => None,
        ListType::Ordered => u64::try_from(list.start).ok(),
    }
}

fn inline_content<'a>(
    node: &'a AstNode<'a>,
    problems: &mut Vec<TextProblem>,
) -> Vec<Inline> {
    let line = inlines_of(node);
    problems.extend(line.problems);
    line.content
}

fn paragraph(content: Vec<Inline>) -> Option<Block> {
    (!content.is_empty()).then_some(Block::Paragraph { content })
}

#[cfg(test)]
mod tests;
