//! The options of the page.

use schemars::JsonSchema;
use serde::Deserialize;

/// How the page looks.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct HtmlOptions {
    /// On which side of a heading's words its emoji stands, if at all. Default: `after`.
    pub(super) emoji: HeadingEmoji,
}

/// Where the emoji of a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HeadingEmoji {
    /// After the words.
    #[default]
    After,
    /// Before them.
    Before,
    /// Nowhere.
    None,
}
