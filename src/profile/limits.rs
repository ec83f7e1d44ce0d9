//! How many bullets are shown.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The key of a map of limits that means every section without one of its own.
const OTHERS: &str = "others";

/// The most bullets that are shown of an entry or a section: `3`, or by section
/// `{work: 5, others: 3}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// In every section without a limit of its own; nothing for no limit.
    pub others: Option<usize>,
    /// By the id of a section.
    pub sections: IndexMap<String, usize>,
}

impl Limits {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        self.others.is_none() && self.sections.is_empty()
    }

    /// The limit in the section `id`.
    pub fn of(&self, id: &str) -> Option<usize> {
        self.sections.get(id).copied().or(self.others)
    }

    /// Adds what `more` says, which goes over what was said before.
    pub fn extend(&mut self, more: Self) {
        self.others = more.others.or(self.others);
        self.sections.extend(more.sections);
    }

    fn set(&mut self, section: String, most: usize) {
        match section.as_str() {
            OTHERS => self.others = Some(most),
            _ => {
                self.sections.insert(section, most);
            }
        }
    }
}

/// As the command line has it: `3`, or `work=5`.
impl FromStr for Limits {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (section, number) = text.split_once('=').unwrap_or((OTHERS, text));
        let most = number.parse().map_err(|_| {
            format!("`{number}` is not a number; write `3`, or `work=3` for one section")
        })?;
        let mut limits = Self::default();
        limits.set(section.to_owned(), most);
        Ok(limits)
    }
}

impl Serialize for Limits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.sections.is_empty() {
            return self.others.serialize(serializer);
        }
        let others = self.others.iter().map(|most| (OTHERS, most));
        let sections = self.sections.iter().map(|(id, most)| (id.as_str(), most));
        serializer.collect_map(sections.chain(others))
    }
}

struct LimitsVisitor;

impl<'de> Visitor<'de> for LimitsVisitor {
    type Value = Limits;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a map from section to number")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Limits, E> {
        let most = usize::try_from(number).unwrap_or(usize::MAX);
        Ok(Limits { others: Some(most), ..Limits::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Limits, A::Error> {
        let mut limits = Limits::default();
        while let Some((section, most)) = map.next_entry::<String, u32>()? {
            limits.set(section, usize::try_from(most).unwrap_or(usize::MAX));
        }
        Ok(limits)
    }
}

impl<'de> Deserialize<'de> for Limits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LimitsVisitor)
    }
}

impl JsonSchema for Limits {
    fn schema_name() -> Cow<'static, str> {
        "Limits".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, or a map from section to number, in which `others` stands for the rest.",
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {
                    "type": "object",
                    "additionalProperties": {"type": "integer", "minimum": 0}
                }
            ]
        })
    }
}
