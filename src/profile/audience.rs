//! Whom a version is for.

use super::{Filters, Heading, Prose};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Whom a version is for: what they are not shown, and how the rest is put to them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(default)]
pub struct Audience {
    /// The ids of the sections to show, in this order; left out, all. The same as `only`
    /// and `order` together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sections: Option<Vec<String>>,
    /// The ids of the sections in the order in which they are shown, instead of the
    /// profile's `order`; an empty list is the order of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Vec<String>>,
    /// Titles, emoji and visibility of standard sections, over those of the profile.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub headings: IndexMap<String, Heading>,
    /// A few sentences about the person, instead of `basics.summary`.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub summary: Prose,
    /// What is left out.
    #[serde(flatten)]
    pub filters: Filters,
}

impl Audience {
    /// The order that it asks for, if it asks for one.
    pub fn wanted_order(&self) -> Option<&[String]> {
        self.sections.as_deref().or(self.order.as_deref())
    }
}

/// Its own keys and [`Filters::KEYS`].
const FIELDS: &[&str] = &[
    "sections",
    "order",
    "headings",
    "summary",
    "include",
    "exclude",
    "only",
    "without",
    "since",
    "collapse_before",
    "max_highlights",
    "redact",
];

struct AudienceVisitor;

impl<'de> Visitor<'de> for AudienceVisitor {
    type Value = Audience;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of what an audience is shown")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Audience, A::Error> {
        let mut audience = Audience::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "sections" => audience.sections = map.next_value()?,
                "order" => audience.order = map.next_value()?,
                "headings" => audience.headings = map.next_value()?,
                "summary" => audience.summary = map.next_value()?,
                filter => audience.filters.take(filter, &mut map)?,
            }
        }
        Ok(audience)
    }
}

impl<'de> Deserialize<'de> for Audience {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Audience", FIELDS, AudienceVisitor)
    }
}
