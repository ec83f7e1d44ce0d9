//! The Document: a profile as one output will show it.
//!
//! Everything is decided here and nothing is left to a backend but form: what is shown and
//! in which order, in which language, dates and labels as words, references as links. It is
//! serialisable and versioned: the same JSON is what the Typst templates walk, what an
//! external backend receives, and what `--emit document` prints.

mod addresses;
mod breaks;
mod compose;
mod contacts;
mod cut;
mod dates;
mod employers;
mod language;
mod lookalikes;
mod networks;
mod order;
mod own;
mod raw;
mod standard;
mod text;
mod untranslated;
mod view;
mod words;

pub use compose::{Composed, Fallback, compose, language};
pub use cut::{Cut, check_filters};
pub use language::{Direction, Translation, Wording};
pub use order::section_id;
pub use untranslated::untranslated;
pub use view::{Asked, View};
pub use words::Words;

use crate::profile::{PageBreak, is_language_tag};
use crate::richtext::{Block, Emoji, Inline};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the Document's JSON. It rises when a field changes its meaning or goes.
pub const DOCUMENT_VERSION: u32 = 1;

/// Everything that one output shows, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// [`DOCUMENT_VERSION`].
    pub version: u32,
    /// The language of the words, as a BCP 47 tag: `en`, `zh-Hans`.
    pub lang: String,
    /// The side from which that language is read.
    #[serde(default)]
    pub dir: Direction,
    /// What this version of the profile is called, for metadata: the audience's name, or
    /// what the profile says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub edition: Option<String>,
    /// The words and signs of that language that a backend needs.
    #[serde(default)]
    pub wording: Wording,
    /// The same output in each of its languages, this one too; empty where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub translations: Vec<Translation>,
    /// The person's name, for a title and for metadata; empty only if the profile has none.
    pub author: String,
    /// The top of the page, unless the output goes without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub header: Option<Header>,
    /// The level of a section's heading, 1 to 6, where the format has levels.
    pub heading_level: u8,
    /// The sections in the order in which they are shown.
    pub sections: Vec<Section>,
}

impl Document {
    /// The language for where a format wants a tag and nothing else: `und`, which is
    /// undetermined (BCP 47), where it is none.
    pub fn lang_tag(&self) -> &str {
        if is_language_tag(&self.lang) { &self.lang } else { "und" }
    }
}

/// Who the person is and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Header {
    /// The name.
    pub name: Vec<Inline>,
    /// What the person does, in a line; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub label: Vec<Inline>,
    /// The photo's path or address as the profile has it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub image: Option<String>,
    /// Ways to reach the person, the place first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub contacts: Vec<Contact>,
    /// The JSON pointer of `basics`.
    pub origin: String,
}

/// One way to reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// What it is; decides the icon.
    pub kind: ContactKind,
    /// The network's name in lower case for a profile on one (`github`), for its icon.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub network: Option<String>,
    /// What is shown, in full: `ada@example.org`, `github.com/ada`.
    pub text: String,
    /// Where it leads, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// The JSON pointer of what it was made from.
    pub origin: String,
}

/// The kinds of [`Contact`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKind {
    /// Where the person lives.
    Location,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web site.
    Url,
    /// A profile on a network.
    Profile,
}

/// A section with its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// The id by which `order` and an output's `sections` name it.
    pub id: String,
    /// The heading's words; empty where a section has no heading (a summary that opens
    /// the page).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub title: Vec<Inline>,
    /// The emoji beside the heading. Whether it is shown is the output's policy.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub emoji: Option<Emoji>,
    /// Whether it begins on a new page, where there are pages.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub page_break: Option<PageBreak>,
    /// The level of the heading where it is not one below the heading around it; only
    /// Markdown needs to know.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub level: Option<u8>,
    /// What stands under the heading, in order.
    pub parts: Vec<Part>,
    /// Sections inside this one, after its parts.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sections: Vec<Section>,
    /// The JSON pointer of the section.
    pub origin: String,
}

/// One of the few shapes that a section's content has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Part {
    /// Running text.
    Prose {
        /// The text.
        blocks: Vec<Block>,
        /// The JSON pointer of the text.
        origin: String,
    },
    /// Bullets, which nest.
    Items {
        /// The bullets.
        items: Vec<Item>,
    },
    /// Jobs, degrees, talks: things with a title, a place and a time.
    Entries {
        /// The entries.
        entries: Vec<Entry>,
    },
    /// Short lists under a name, such as skills: a line each.
    Groups {
        /// The groups.
        groups: Vec<Group>,
    },
    /// A remark set apart: a blockquote in the README.
    Note {
        /// The remark.
        blocks: Vec<Block>,
        /// The JSON pointer of the remark.
        origin: String,
    },
    /// Markdown that the README takes as it is, HTML included. Every other format leaves it
    /// out and says so: [`Document::without_raw`].
    Raw {
        /// The Markdown.
        text: String,
        /// The JSON pointer of it.
        origin: String,
    },
}

/// A bullet, with bullets under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// What it says.
    pub text: Vec<Inline>,
    /// The bullets under it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub items: Vec<Item>,
    /// The JSON pointer of the item.
    pub origin: String,
}

/// A thing with a title, a place and a time.
///
/// Shown in this order by every backend: title, organisation, place, dates; then the
/// details, the summary, the highlights, the keywords; then its positions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// What: a position, a degree, a project; for several positions at one employer, the
    /// employer.
    pub title: Vec<Inline>,
    /// Where the title leads.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// Where: an employer, a school, a publisher; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub organization: Vec<Inline>,
    /// Where the organisation's name leads.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub organization_url: Option<String>,
    /// The place; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub location: Vec<Inline>,
    /// When, as words: `Mar 2020 – present`. Spaces inside one date are non-breaking.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub dates: Option<String>,
    /// Further facts with a label or without, a line each.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub details: Vec<Detail>,
    /// What it was, in prose.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub summary: Vec<Block>,
    /// What was done, as bullets.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub highlights: Vec<Item>,
    /// Words to find it by, each a plain name.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub keywords: Vec<Vec<Inline>>,
    /// The positions held at one employer, latest first as the profile has them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub positions: Vec<Entry>,
    /// Whether it begins on a new page, where there are pages.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub page_break: Option<PageBreak>,
    /// The JSON pointer of the entry.
    pub origin: String,
}

impl Entry {
    /// Whether it has nothing to show.
    fn is_empty(&self) -> bool {
        let origin = self.origin.clone();
        *self == Self { origin, ..Self::default() }
    }
}

/// A fact about an entry: `Score: 1.0`, or a line without a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Detail {
    /// The word before the colon, in the Document's language.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub label: Option<String>,
    /// What it says.
    pub text: Vec<Inline>,
    /// The JSON pointer of the field.
    pub origin: String,
}

/// A name and what belongs under it: `Rust (expert): tokio, serde`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// The name.
    pub name: Vec<Inline>,
    /// How well; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub level: Vec<Inline>,
    /// What belongs under it, each a plain name.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub keywords: Vec<Vec<Inline>>,
    /// A remark below the line; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub summary: Vec<Block>,
    /// Bullets below the line; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub highlights: Vec<Item>,
    /// The JSON pointer of the group.
    pub origin: String,
}
