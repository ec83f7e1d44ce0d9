//! The profile: what a person wrote.
//!
//! It knows no format and no output. Every JSON Resume 1.0.0 document is one, under the
//! same field names; what it adds is in [`Autolink`], [`Section`], [`Heading`], `order` and
//! [`Output`]. Every field is optional or has a default, so that a reader can leave out
//! what it refused and still find every other problem in the same run.

mod address;
mod audience;
mod autolink;
mod basics;
mod date;
mod date_style;
mod filters;
mod heading;
mod item;
mod limits;
mod meta;
mod output;
mod page_break;
mod paths;
mod redaction;
mod schemes;
mod section;
mod standard;
mod text;

pub use address::{Email, Url};
pub use audience::Audience;
pub use autolink::{Autolink, ReadyRules};
pub use basics::{Account, Basics, Location};
pub use date::{Date, DateError};
pub use date_style::DateStyle;
pub use filters::Filters;
pub use heading::Heading;
pub use item::Item;
pub use limits::Limits;
pub use meta::{EXTENSION_VERSION, EXTENSIONS, Meta};
pub use output::{OUTPUT_KEYS, Output, ViewOptions};
pub use page_break::{PageBreak, Paged};
pub use paths::Paths;
pub use redaction::{CONTACT, REDACTABLE, Redaction};
pub use schemes::{
    SCHEMES, allow_schemes, check_scheme, is_allowed_address, is_allowed_scheme,
    scheme_help,
};
pub use section::{Entry, Section};
pub use standard::{
    Award, Certificate, Dated, Education, Interest, Language, Project, Publication,
    Reference, Skill, Volunteer, Work,
};
pub use text::{Line, Name, Prose, Raw, Text, is_language_tag};

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A profile: who somebody is and what they have done, for every output.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Profile {
    /// The address of a schema, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Who the person is and how to reach them.
    pub basics: Basics,
    /// Jobs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<Work>,
    /// Voluntary work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub volunteer: Vec<Volunteer>,
    /// Schools and degrees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub education: Vec<Education>,
    /// Awards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<Award>,
    /// Certificates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<Certificate>,
    /// Publications.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publications: Vec<Publication>,
    /// Skills, in groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// Languages spoken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Interests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Interest>,
    /// What others say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Projects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// About the document itself. Kept, but shown by no output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
    /// Rules that make links of references such as `PROJ-12`, wherever they stand in text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub autolinks: Vec<Autolink>,
    /// Sections of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Titles, emoji and visibility of standard sections, by their key.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub headings: IndexMap<String, Heading>,
    /// The ids of the sections in the order in which they are shown; those left out follow
    /// in the order of the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// What this version of the profile is called, if there are several: `academic`. An
    /// audience has its own name for one. Outputs have it in their metadata, where a reader
    /// of the page does not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// How dates are written, where an output does not say; left out, `short`: `Oct 2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_style: Option<DateStyle>,
    /// Whether a range of dates says how long it is, where an output does not say; left
    /// out, it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub durations: Option<bool>,
    /// Whom a version is for, by a name of one's choice: what an output's `audience` and
    /// `--audience` choose.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub audiences: IndexMap<String, Audience>,
    /// The files that this one adds to: a path beside this file, or a list of them. What
    /// stands here goes over what stands there: maps merge key by key, lists whose entries
    /// have an `id` entry by entry, `null` removes, and anything else replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extends: Option<Paths>,
    /// What is made of the profile, by a name of one's choice. Left out: `readme`, `pdf`
    /// and `text`.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub outputs: IndexMap<String, Output>,
    /// The top-level keys in the order of the file; empty for a profile that no file holds.
    #[serde(skip)]
    pub file_order: Vec<String>,
}

/// The keys of the standard sections, which are their ids, in the order of the JSON Resume
/// schema; `summary` is `basics.summary`.
pub const STANDARD_SECTIONS: [&str; 12] = [
    "summary",
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
];
