//! The words of rich text, without its markup.

use super::{Block, Inline};

/// The words of a line.
pub fn inline_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(&mut out, inlines);
    out
}

/// The words of prose, a line for each paragraph, item or line of code.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(&mut out, blocks);
    out.truncate(out.trim_end_matches('\n').len());
    out
}

fn push_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { content } => {
                push_inlines(out, content);
                out.push('\n');
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| push_blocks(out, item));
            }
            Block::Quote { content } => push_blocks(out, content),
            Block::Code { text, .. } => {
                out.push_str(text);
                out.push('\n');
            }
            Block::Rule => {}
        }
    }
}

fn push_inlines(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Strong { content }
            | Inline::Emphasis { content }
            | Inline::Strikethrough { content }
            | Inline::Link { content, .. } => push_inlines(out, content),
            Inline::Emoji { emoji } => out.push_str(&emoji.glyph),
            Inline::Break => out.push('\n'),
        }
    }
}

/// Whether there is a link in a line; one in another is none.
pub fn has_link(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { .. } => true,
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => has_link(content),
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => false,
    })
}
