//! About the document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The keys of a profile that JSON Resume has not. In a document of that standard they
/// stand under `meta.curricle`, where other tools leave them alone.
pub const EXTENSIONS: [&str; 9] = [
    "autolinks",
    "sections",
    "headings",
    "order",
    "edition",
    "date_style",
    "durations",
    "audiences",
    "outputs",
];

/// The version of what stands under `meta.curricle`. It rises when a key of it changes its
/// meaning or goes.
pub const EXTENSION_VERSION: u32 = 1;

/// About the document itself, as JSON Resume has it. Kept, but shown by no output.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Meta {
    /// Where the latest version of the document is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical: Option<String>,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}
