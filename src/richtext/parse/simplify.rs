//! Markup that says nothing, left out: every tree that remains can be written as Markdown.

use crate::richtext::Inline;

/// The kinds of emphasis that would be empty within themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Strong,
    Emphasis,
}

/// Content without emphasis of a kind, which it stands in already: bold within bold says
/// nothing, and Markdown can't always write it.
pub(super) fn unwrapped(line: Vec<Inline>, kind: Kind) -> Vec<Inline> {
    let mut out = Vec::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Strong { content } if kind == Kind::Strong => {
                out.extend(unwrapped(content, kind));
            }
            Inline::Emphasis { content } if kind == Kind::Emphasis => {
                out.extend(unwrapped(content, kind));
            }
            Inline::Strong { content } => {
                out.push(Inline::Strong { content: unwrapped(content, kind) });
            }
            Inline::Emphasis { content } => {
                out.push(Inline::Emphasis { content: unwrapped(content, kind) });
            }
            Inline::Strikethrough { content } => {
                out.push(Inline::Strikethrough { content: unwrapped(content, kind) });
            }
            Inline::Link { url, content } => {
                out.push(Inline::Link { url, content: unwrapped(content, kind) });
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Emoji { .. }
            | Inline::Break => {
                out.push(inline);
            }
        }
    }
    joined(out)
}

/// The label of a link within a link, which can't be: a badge that leads somewhere.
pub(super) fn unlinked(inline: Inline) -> Vec<Inline> {
    match inline {
        Inline::Link { content, .. } => content,
        Inline::Text { .. }
        | Inline::Strong { .. }
        | Inline::Emphasis { .. }
        | Inline::Strikethrough { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => vec![inline],
    }
}

/// Pieces of text that follow each other as one.
pub(super) fn joined(line: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match (out.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => {
                text.push_str(&more);
            }
            (_, inline) => out.push(inline),
        }
    }
    out
}
