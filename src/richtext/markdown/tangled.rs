//! Emphasis that Markdown can't write.
//!
//! Whether a run of `*` opens, closes or is text depends on all runs before it, so what
//! stands in other emphasis or touches it may be read as something else. A line with more
//! than one emphasis is read back; if it is another, it is written with less emphasis: its
//! words matter more.

use super::escape::LineStart;
use crate::richtext::parse::{joined, parse_github, parse_line};
use crate::richtext::{Block, Inline};

/// Whether a line has emphasis enough to be tangled.
pub(super) fn may_be(line: &[Inline]) -> bool {
    count(line) > 1
}

fn count(line: &[Inline]) -> usize {
    let each = |inline: &Inline| match inline {
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => 1 + count(content),
        Inline::Link { content, .. } => count(content),
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => 0,
    };
    line.iter().map(each).sum()
}

/// Whether what was written of a line is read as the same words with the same emphasis.
pub(super) fn comes_back(markdown: &str, line: &[Inline], start: LineStart) -> bool {
    let found = match start {
        LineStart::Inline => parse_line(markdown).content,
        LineStart::Block => {
            match <[Block; 1]>::try_from(parse_github(markdown).content) {
                Ok([Block::Paragraph { content }]) => content,
                Ok(_) | Err(_) => return false,
            }
        }
    };
    marked(&found) == marked(line)
}

/// The characters that are seen, each with the emphasis that it stands in.
fn marked(line: &[Inline]) -> Vec<(char, u8)> {
    let mut out = Vec::new();
    mark(line, 0, &mut out);
    out
}

const STRONG: u8 = 1;
const EMPHASIS: u8 = 2;
const STRUCK: u8 = 4;
const CODE: u8 = 8;

fn push(text: &str, marks: u8, out: &mut Vec<(char, u8)>) {
    let seen = text.chars().filter(|c| !c.is_whitespace());
    out.extend(seen.map(|c| (c, marks)));
}

fn mark(line: &[Inline], around: u8, out: &mut Vec<(char, u8)>) {
    for inline in line {
        match inline {
            Inline::Text { text } => push(text, around, out),
            Inline::Code { text } => push(text, around | CODE, out),
            Inline::Emoji { emoji } => push(&emoji.glyph, around, out),
            Inline::Break => {}
            Inline::Strong { content } => mark(content, around | STRONG, out),
            Inline::Emphasis { content } => mark(content, around | EMPHASIS, out),
            Inline::Strikethrough { content } => mark(content, around | STRUCK, out),
            Inline::Link { content, .. } => mark(content, around, out),
        }
    }
}

/// The line without emphasis that stands in other emphasis.
pub(super) fn flat(line: &[Inline]) -> Vec<Inline> {
    let each = |inline: &Inline| match inline {
        Inline::Strong { content } => Inline::Strong { content: plain(content) },
        Inline::Emphasis { content } => Inline::Emphasis { content: plain(content) },
        Inline::Strikethrough { content } => {
            Inline::Strikethrough { content: plain(content) }
        }
        Inline::Link { url, content } => {
            Inline::Link { url: url.clone(), content: flat(content) }
        }
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => inline.clone(),
    };
    line.iter().map(each).collect()
}

/// The line without any emphasis.
pub(super) fn plain(line: &[Inline]) -> Vec<Inline> {
    let each = |inline: &Inline| match inline {
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => plain(content),
        Inline::Link { url, content } => {
            vec![Inline::Link { url: url.clone(), content: plain(content) }]
        }
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => vec![inline.clone()],
    };
    joined(line.iter().flat_map(each).collect())
}
