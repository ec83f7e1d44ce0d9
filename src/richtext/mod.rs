//! Rich text: the small Markdown that a profile's lines and prose are written in.
//!
//! Our own tree rather than the parser's, for three reasons: it holds only what every
//! backend can show, it is the JSON that templates and external backends receive, and a
//! new kind of node breaks every writer at compile time until it is handled.

mod anchor;
mod autolink;
mod control;
mod emoji;
mod encode;
mod linked;
mod markdown;
mod parse;
mod plain;
mod tight;

pub use anchor::Anchors;
pub use autolink::{Autolinks, Reference, Unlinked};
pub use control::{first_control, is_control, is_visible_ascii, shown};
pub use emoji::Emoji;
pub use encode::encoded;
pub use linked::linked;
pub use markdown::{
    EmojiStyle, Flavour, MarkdownStyle, quote, write_blocks, write_heading, write_line,
};
pub use parse::{
    ESCAPED, HtmlComment, MOST_LEVELS, PageHeading, PageLink, ParsedBlocks, ParsedLine,
    SourceBlock, SourceKind, Survey, TextProblem, TooDeep, TreeBlock, html_comments,
    outline, page_tree, parse_github, parse_line, parse_name, parse_prose, survey,
};
pub use plain::{has_link, inline_text, plain_text};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A block of prose: a paragraph, a list, a quotation or a piece of code.
///
/// Headings in prose become bold paragraphs, because the outline of a page belongs to its
/// sections; tables and raw HTML are text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// What it says.
        content: Vec<Inline>,
    },
    /// A bulleted or numbered list.
    List {
        /// The number of the first item, or nothing for bullets.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        start: Option<u64>,
        /// The items, each a sequence of blocks.
        items: Vec<Vec<Block>>,
        /// Whether blank lines stand between the items, for a page that keeps them so.
        #[serde(skip)]
        is_loose: bool,
    },
    /// Words of somebody else.
    Quote {
        /// What is quoted.
        content: Vec<Block>,
    },
    /// Code or other text whose line breaks and spaces matter.
    Code {
        /// The language written after the fence, or nothing.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        language: Option<String>,
        /// The code, without a final line break.
        text: String,
    },
    /// A thematic break.
    Rule,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Words. Never code, whatever they look like.
    Text {
        /// The words, without markup and without line breaks.
        text: String,
    },
    /// Bold.
    Strong {
        /// What is bold.
        content: Vec<Inline>,
    },
    /// Italic.
    Emphasis {
        /// What is italic.
        content: Vec<Inline>,
    },
    /// Struck out.
    Strikethrough {
        /// What is struck out.
        content: Vec<Inline>,
    },
    /// A code span.
    Code {
        /// The code.
        text: String,
    },
    /// A link.
    Link {
        /// The address, of an allowed scheme.
        url: String,
        /// The label.
        content: Vec<Inline>,
    },
    /// An emoji, apart from the words, so that each backend applies its policy without
    /// searching text.
    Emoji {
        /// Which one.
        #[serde(flatten)]
        emoji: Emoji,
    },
    /// A forced line break.
    Break,
}

impl Block {
    /// Items behind bullets, one a line.
    pub fn bullets(items: Vec<Vec<Self>>) -> Self {
        Self::List { start: None, items, is_loose: false }
    }
}

impl Inline {
    /// Words as an inline.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// A link with a label of plain words.
    pub fn link(url: impl Into<String>, label: impl Into<String>) -> Self {
        Self::Link { url: url.into(), content: vec![Self::text(label)] }
    }
}
