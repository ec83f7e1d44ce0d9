//! The writer of Markdown: GitHub's, or plain CommonMark.
//!
//! What it writes parses back, with the options GitHub uses, to the tree that went in, and
//! it escapes only where that needs it: `C#`, `FOO_BAR` and `Hello!` stay as they are. A
//! general formatter can't promise both, because it does not know that our text has no
//! line breaks and our tree no HTML.

mod blocks;
mod escape;
mod line;
mod pieces;
mod tangled;
mod url;

pub use blocks::{quote, write_blocks};

use super::Inline;
use escape::LineStart;
pub(super) use escape::open_end;
use serde::{Deserialize, Serialize};

/// How emoji are written in Markdown.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EmojiStyle {
    /// As themselves: 🌱.
    #[default]
    Unicode,
    /// As GitHub's `:shortcode:`, where there is one.
    Shortcode,
    /// As the profile writes each.
    AsWritten,
}

/// Whose Markdown is written. What is escaped is the same, so that text is text to both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flavour {
    /// GitHub's, which has marks for what is struck out.
    #[default]
    GitHub,
    /// CommonMark, which has none: it is the HTML element.
    CommonMark,
}

/// How Markdown is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MarkdownStyle {
    /// How emoji are written.
    pub emoji: EmojiStyle,
    /// Whose Markdown it is.
    pub flavour: Flavour,
}

impl From<EmojiStyle> for MarkdownStyle {
    fn from(emoji: EmojiStyle) -> Self {
        Self { emoji, ..Self::default() }
    }
}

/// Writes a line that may stand where a block could begin: a paragraph, a list item.
pub fn write_line(line: &[Inline], style: impl Into<MarkdownStyle>) -> String {
    line::write(line, style.into(), LineStart::Block)
}

/// Writes the content of a heading, where nothing but inline markup is read.
pub fn write_heading(line: &[Inline], style: impl Into<MarkdownStyle>) -> String {
    let text = line::write(line, style.into(), LineStart::Inline).replace("\\\n", " ");
    open_end(&text)
}
