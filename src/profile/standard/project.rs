//! Projects.

use crate::profile::{Date, Item, Name, Prose, Url};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Project {
    /// What it is called.
    pub name: Name,
    /// What it is, in prose.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub description: Prose,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// Who it was with or for.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub entity: Name,
    /// What kind of project it was.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub r#type: Name,
    /// What one was in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Name>,
    /// Where it was.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub location: Name,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Date>,
    /// When it ended; left out of what has begun, it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
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
