//! The options of the README.

use crate::richtext::EmojiStyle;
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

/// How the README looks. With nothing set it has no HTML and no address but the profile's.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(in crate::backends) struct ReadmeOptions {
    /// On which side of a heading's words its emoji stands, if at all. Default: `after`.
    pub(in crate::backends) emoji: HeadingEmoji,
    /// How emoji are written: as themselves, as GitHub's `:shortcodes:`, or each as the
    /// profile writes it. Default: `unicode`.
    pub(in crate::backends) emoji_style: EmojiStyle,
    /// Whether links to all sections stand at the top. Default: they do not.
    pub(in crate::backends) toc: bool,
    /// How many lines a section may have before it is folded into `<details>`. Left out,
    /// none is.
    pub(in crate::backends) fold: Option<usize>,
    /// How skills are shown: as a `list` or as a `table`. Default: `list`.
    pub(in crate::backends) skills: Skills,
    /// How a section's note is set apart: as a `quote`, or as one of GitHub's alerts.
    /// Default: `quote`.
    pub(in crate::backends) notes: Notes,
    /// An image at the top, with another for dark pages if need be.
    pub(in crate::backends) banner: Option<Banner>,
    /// Badges below the contacts. A file beside the page needs no other host; an address
    /// asks the host that you name.
    pub(in crate::backends) badges: Vec<Badge>,
    /// Links to what lies beside the page, such as the PDF: a label, and the name of an
    /// output, a path or an address.
    pub(in crate::backends) pages: IndexMap<String, String>,
    /// Markdown above everything else, taken as it is, HTML included.
    pub(in crate::backends) before: String,
    /// Markdown below everything else, taken as it is, HTML included.
    pub(in crate::backends) after: String,
}

/// Where the emoji of a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::backends) enum HeadingEmoji {
    /// After the words: `## Talks 🎤`.
    #[default]
    After,
    /// Before them: `## 🎤 Talks`.
    Before,
    /// Nowhere.
    None,
}

/// How skills are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::backends) enum Skills {
    /// A bullet for each.
    #[default]
    List,
    /// A row for each, unless one has bullets or prose of its own.
    Table,
}

/// How notes are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::backends) enum Notes {
    /// Behind `>`.
    #[default]
    Quote,
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

impl Notes {
    /// The word of the alert, if it is one.
    pub(in crate::backends) fn alert(self) -> Option<&'static str> {
        match self {
            Self::Quote => None,
            Self::Note => Some("NOTE"),
            Self::Tip => Some("TIP"),
            Self::Important => Some("IMPORTANT"),
            Self::Warning => Some("WARNING"),
            Self::Caution => Some("CAUTION"),
        }
    }
}

/// An image for light pages and for dark ones.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(in crate::backends) struct Banner {
    /// The path or address of the image.
    pub(in crate::backends) light: String,
    /// The one for dark pages; left out, the same.
    pub(in crate::backends) dark: Option<String>,
    /// What it shows, for those who can't see it.
    pub(in crate::backends) alt: String,
}

/// A small image that says a fact.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(in crate::backends) struct Badge {
    /// The name of an output that makes it, the path of a file beside the page, or an
    /// address.
    pub(in crate::backends) image: String,
    /// What it says, for those who can't see it.
    pub(in crate::backends) alt: String,
    /// Where it leads.
    pub(in crate::backends) url: Option<String>,
}
