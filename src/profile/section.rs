//! Sections of one's own.

use super::{Date, Dated, Item, Line, Name, PageBreak, Prose, Raw, Url};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A section of one's own. It shows its text, then what is raw, then its items, then its
/// entries, then its note, then the sections inside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section {
    /// The name by which `order` and an output's `sections` call it; left out, the title in
    /// lower case with hyphens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title; left out, the section has no heading.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub title: Line,
    /// The level of the heading in the README, 1 to 6, where it is not one below the
    /// heading around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 6))]
    pub level: Option<u8>,
    /// An emoji beside the title: itself or its `:shortcode:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emoji: Option<String>,
    /// Tags, for an output's `include` and `exclude`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// `before`: it begins on a new page, in outputs that have pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_break: Option<PageBreak>,
    /// What stands first.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
    /// Markdown and HTML for the README, which takes it as it is; no other output shows
    /// it.
    #[serde(skip_serializing_if = "Raw::is_empty")]
    pub raw: Raw,
    /// Bullets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Entries, as in a standard section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// A remark set apart.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub note: Prose,
    /// Sections inside this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
}

/// An entry in a section of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Entry {
    /// What it is.
    pub title: Line,
    /// Who it was with or for.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub organization: Name,
    /// Where it was.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub location: Name,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// When it was, for one date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Date>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// `before`: it begins on a new page, in outputs that have pages.
    #[serde(rename = "page_break", skip_serializing_if = "Option::is_none")]
    pub page_break: Option<PageBreak>,
    /// What it was, in prose.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub summary: Prose,
    /// What was done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<Item>,
    /// Words to find it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Name>,
    /// The name by which another file of the profile means this entry, and `--set` finds it:
    /// lists of entries merge by it. Shown nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Tags, for an output's `include` and `exclude`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Dated for Entry {
    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn tags(&self) -> &[String] {
        &self.tags
    }

    fn highlights(&self) -> &[Item] {
        &self.highlights
    }

    fn ended(&self) -> Option<Date> {
        self.date.or(self.end_date)
    }
}
