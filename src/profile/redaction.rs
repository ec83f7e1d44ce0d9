//! What of the person is not told.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// The word for mail, phone and address together.
pub const CONTACT: &str = "contact";

/// The fields of `basics` that may be redacted, and those of `basics.location`; `address`
/// has the postal code with it. The name is not among them: it heads every output.
pub const REDACTABLE: [&str; 11] = [
    "label", "image", "email", "phone", "url", "summary", "location", "profiles",
    "address", "city", "region",
];

/// What of `basics` is not told: fields of [`REDACTABLE`], or [`CONTACT`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Redaction(
    /// The fields as written.
    pub Vec<String>,
);

impl Redaction {
    /// Whether everything is told.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The redacted fields as paths below `basics`. `contact` is the mail address, the
    /// phone number, the street and the postal code; the city, which most like to say,
    /// stays.
    pub fn paths(&self) -> Vec<Vec<&str>> {
        self.0.iter().flat_map(|field| paths(field)).collect()
    }
}

fn paths(field: &str) -> Vec<Vec<&str>> {
    let address = [vec!["location", "address"], vec!["location", "postalCode"]];
    match field {
        CONTACT => [vec!["email"], vec!["phone"]].into_iter().chain(address).collect(),
        "address" => address.to_vec(),
        "city" | "region" => vec![vec!["location", field]],
        _ => vec![vec![field]],
    }
}

struct RedactionVisitor;

impl<'de> Visitor<'de> for RedactionVisitor {
    type Value = Redaction;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`contact`, or a list of fields")
    }

    fn visit_str<E: de::Error>(self, field: &str) -> Result<Redaction, E> {
        Ok(Redaction(vec![field.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Redaction, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = list.next_element()? {
            fields.push(field);
        }
        Ok(Redaction(fields))
    }
}

impl<'de> Deserialize<'de> for Redaction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RedactionVisitor)
    }
}

impl JsonSchema for Redaction {
    fn schema_name() -> Cow<'static, str> {
        "Redaction".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let field: Vec<&str> = [CONTACT].into_iter().chain(REDACTABLE).collect();
        json_schema!({
            "description": "`contact` for mail, phone and address, or a list of fields.",
            "anyOf": [
                {"enum": field},
                {"type": "array", "items": {"enum": field}}
            ]
        })
    }
}
