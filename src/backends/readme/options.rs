//! The options of the README.

use crate::richtext::EmojiStyle;
use schemars::JsonSchema;
use serde::Deserialize;

/// How the README looks.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ReadmeOptions {
    /// On which side of a heading's words its emoji stands, if at all. Default: `after`.
    pub(super) emoji: HeadingEmoji,
    /// How emoji are written: as themselves or as GitHub's `:shortcodes:`. Default:
    /// `unicode`.
    pub(super) emoji_style: EmojiStyle,
}

/// Where the emoji of a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HeadingEmoji {
    /// After the words: `## Talks 🎤`.
    #[default]
    After,
    /// Before them: `## 🎤 Talks`.
    Before,
    /// Nowhere.
    None,
}
