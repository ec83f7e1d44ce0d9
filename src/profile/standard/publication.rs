//! Publications.

use crate::profile::{Date, Item, Line, Name, Prose, Url};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Publication {
    /// Its title.
    pub name: Line,
    /// Who wrote it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Name>,
    /// Who published it.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub publisher: Name,
    /// The journal or the conference.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub venue: Name,
    /// When it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release_date: Option<Date>,
    /// Its DOI: `10.1000/182`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
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
