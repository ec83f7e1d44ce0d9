//! Rules for references.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A rule that makes a link of each reference such as `PROJ-12`, as GitHub's autolink
/// references do for a repository's issues but not for its files; or of words in brackets,
/// `[Example Streams]`, whose address is written once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Autolink {
    /// What every reference begins with: `PROJ-`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Instead of a prefix: what stands in brackets, as in `[Example Streams]`, wherever it
    /// leads to `url`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The address, with `<num>` where the number goes, or `<id>` where the id from `ids`
    /// goes; for a name as it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Whether letters and hyphens may follow the prefix too, as in `PROJ-12a`; otherwise
    /// digits only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub alphanumeric: bool,
    /// The id behind each number, for trackers whose addresses do not show it.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[schemars(schema_with = "ids_schema")]
    pub ids: IndexMap<String, String>,
    /// Ready-made rules, instead of a rule of one's own.
    #[serde(rename = "use", skip_serializing_if = "Vec::is_empty")]
    pub ready: Vec<ReadyRules>,
}

impl Autolink {
    /// The words in brackets and where they lead, if it is such a rule.
    pub fn named(&self) -> Option<(String, String)> {
        (!self.name.is_empty()).then(|| (self.name.clone(), self.url.clone()))
    }
}

/// Ready-made rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReadyRules {
    /// `owner/repo#12`, `owner/repo@1a2b3c4` and `@user`, as GitHub links them in issues.
    Github,
    /// `FLINK-12` and the keys of other projects in Apache's Jira; `KIP-12` and `FLIP-12`.
    Apache,
    /// `RFC 9110`, `BCP 47`, `STD 66`.
    Ietf,
    /// `PEP 8`, `bpo-12`.
    Python,
    /// `JEP 444`, `JSR 310`, `JDK-8255883`.
    Java,
    /// `CVE-2021-44228`, `CWE-79` and GitHub's advisories.
    Security,
    /// `UAX #9`, `UTS #51`.
    Unicode,
}

impl ReadyRules {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Github,
        Self::Apache,
        Self::Ietf,
        Self::Python,
        Self::Java,
        Self::Security,
        Self::Unicode,
    ];

    /// The word that switches them on.
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Apache => "apache",
            Self::Ietf => "ietf",
            Self::Python => "python",
            Self::Java => "java",
            Self::Security => "security",
            Self::Unicode => "unicode",
        }
    }
}

/// An id is text as it is written, also where it looks like a number (`9e7`).
fn ids_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "boolean"]}
    })
}
