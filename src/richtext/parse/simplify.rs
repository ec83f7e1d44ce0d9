//! Markup that says nothing, left out, so that the tree that remains can be written as
//! Markdown.

use crate::richtext::Inline;

/// The kinds of emphasis that would be empty within themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Strong,
    Emphasis,
    Strikethrough,
}

/// Content without emphasis of a kind, which it stands in already: bold within bold says
/// nothing, and Markdown can't always write it.
pub(super) fn unwrapped(line: Vec<Inline>, kind: Kind) -> Vec<Inline> {
    let mut out = Vec::with_capacity(line.len());
    for inline in line {
        let (own, content) = match inline {
            Inline::Strong { content } => (Kind::Strong, content),
            Inline::Emphasis { content } => (Kind::Emphasis, content),
            Inline::Strikethrough { content } => (Kind::Strikethrough, content),
            Inline::Link { url, content } => {
                out.push(Inline::Link { url, content: unwrapped(content, kind) });
                continue;
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Emoji { .. }
            | Inline::Break => {
                out.push(inline);
                continue;
            }
        };
        let content = unwrapped(content, kind);
        match own == kind {
            true => out.extend(content),
            false => out.push(own.of(content)),
        }
    }
    joined(out)
}

impl Kind {
    fn of(self, content: Vec<Inline>) -> Inline {
        match self {
            Self::Strong => Inline::Strong { content },
            Self::Emphasis => Inline::Emphasis { content },
            Self::Strikethrough => Inline::Strikethrough { content },
        }
    }
}

/// A label without the links in it, which can't be: a badge that leads somewhere.
pub(super) fn unlinked(label: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(label.len());
    for inline in label {
        match inline {
            Inline::Link { content, .. } => out.extend(unlinked(content)),
            Inline::Strong { content } => out.push(Kind::Strong.of(unlinked(content))),
            Inline::Emphasis { content } => {
                out.push(Kind::Emphasis.of(unlinked(content)));
            }
            Inline::Strikethrough { content } => {
                out.push(Kind::Strikethrough.of(unlinked(content)));
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Emoji { .. }
            | Inline::Break => out.push(inline),
        }
    }
    joined(out)
}

/// Pieces of text that follow each other as one, and pieces of code or of one emphasis: bold
/// right behind bold is one bold, and Markdown can't write it as two.
pub(in crate::richtext) fn joined(line: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match (out.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more })
            | (Some(Inline::Code { text }), Inline::Code { text: more }) => {
                text.push_str(&more);
            }
            (Some(Inline::Strong { content }), Inline::Strong { content: more })
            | (Some(Inline::Emphasis { content }), Inline::Emphasis { content: more })
            | (
                Some(Inline::Strikethrough { content }),
                Inline::Strikethrough { content: more },
            ) => {
                content.extend(more);
                *content = joined(std::mem::take(content));
            }
            (_, inline) => out.push(inline),
        }
    }
    out
}
