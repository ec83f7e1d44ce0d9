//! What an output with `backend: pdf` can set.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The options of the `pdf` backend. Serialised, they are what a theme reads as `options`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PdfOptions {
    /// What the pages look like.
    pub(super) theme: String,
    /// The size of the paper.
    pub(super) paper: Paper,
    /// How emoji in text are shown.
    pub(super) emoji: TextEmoji,
    /// Where the emoji of a heading stands.
    pub(super) heading_emoji: HeadingEmoji,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self {
            theme: "classic".to_owned(),
            paper: Paper::default(),
            emoji: TextEmoji::default(),
            heading_emoji: HeadingEmoji::default(),
        }
    }
}

/// The sizes of paper, by Typst's names for them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

/// How emoji in text are shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum TextEmoji {
    /// As pictures, over an outline that can be copied and found.
    #[default]
    Color,
    /// As outlines in the colour of the text.
    Mono,
    /// Not at all.
    None,
}

/// Where the emoji of a heading stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HeadingEmoji {
    /// Nowhere.
    #[default]
    None,
    /// Before the words.
    Before,
    /// After the words.
    After,
}
