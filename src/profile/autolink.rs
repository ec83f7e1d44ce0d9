//! Rules for references.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A rule that makes a link of each reference such as `PROJ-12`, as GitHub's autolink
/// references do for a repository's issues but not for its files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Autolink {
    /// What every reference begins with: `PROJ-`.
    pub prefix: String,
    /// The address, with `<num>` where the number goes, or `<id>` where the id from `ids`
    /// goes.
    pub url: String,
    /// Whether letters may follow the prefix too, as in `PROJ-12a`; otherwise digits only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub alphanumeric: bool,
    /// The id behind each number, for trackers whose addresses do not show it.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[schemars(schema_with = "ids_schema")]
    pub ids: IndexMap<String, String>,
}

/// An id is text as it is written, also where it looks like a number (`9e7`).
fn ids_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "boolean"]}
    })
}
