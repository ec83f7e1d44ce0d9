//! Interests.

use crate::profile::{Item, Name, Prose};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An interest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Interest {
    /// What it is.
    pub name: Name,
    /// What belongs to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Name>,
    /// Where it was.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub location: Name,
    /// What it was, in prose.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub summary: Prose,
    /// What was done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<Item>,
    /// The name by which another file of the profile means this entry, and `--set` finds it:
    /// lists of entries merge by it. Shown nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Tags, for an output's `include` and `exclude`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}
