//! The writer of GitHub-flavoured Markdown.
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

/// Writes a line that may stand where a block could begin: a paragraph, a list item.
pub fn write_line(line: &[Inline], emoji: EmojiStyle) -> String {
    line::write(line, emoji, LineStart::Block)
}

/// Writes the content of a heading, where nothing but inline markup is read.
pub fn write_heading(line: &[Inline], emoji: EmojiStyle) -> String {
    let text = line::write(line, emoji, LineStart::Inline).replace("\\\n", " ");
    open_end(&text)
}
