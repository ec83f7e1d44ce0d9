//! Headings of standard sections.

use super::Line;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a standard section is headed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Heading {
    /// The title instead of the usual one.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub title: Line,
    /// An emoji beside the title: itself or its `:shortcode:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emoji: Option<String>,
    /// Whether no output shows the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide: Option<bool>,
    /// Tags of the section, for an output's `include` and `exclude`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}
