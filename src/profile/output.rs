//! What is made of a profile.

use super::{DateStyle, Filters};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;

/// One output: which backend makes it, where it goes, what it shows, and the backend's own
/// options.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Output {
    /// The backend; left out, the output's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backend: Option<String>,
    /// The file, within the output folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The file of somebody else's in which it goes between two markers, beside the
    /// profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
    /// The name in those markers; left out, the output's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Values that are others in this output, by their paths, as `--set` has them.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub set: Map<String, Value>,
    /// What it shows.
    #[serde(flatten)]
    pub view: ViewOptions,
    /// The backend's own options.
    #[serde(flatten)]
    pub options: Map<String, Value>,
}

/// What an output shows of the profile, and how it is headed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(default)]
pub struct ViewOptions {
    /// The ids of the sections to show, in this order; left out, all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sections: Option<Vec<String>>,
    /// Whether the name, the label and the contacts are shown; left out, they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// The level of a section's heading, 1 to 6, where the format has levels; left out, 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 6))]
    pub heading_level: Option<u8>,
    /// The language, as a BCP 47 tag: `de`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Several languages: one output for each, with `{locale}` in the path or, without it,
    /// the language before the extension of all but the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locales: Vec<String>,
    /// How dates are written; left out, what the profile says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_style: Option<DateStyle>,
    /// Whether a range of dates says how long it is; left out, what the profile says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub durations: Option<bool>,
    /// The audience, of those under `audiences`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// What is left out.
    #[serde(flatten)]
    pub filters: Filters,
}

/// The keys of every output, beside which stand the options of its backend.
pub const OUTPUT_KEYS: [&str; 21] = [
    "backend",
    "path",
    "into",
    "region",
    "set",
    "sections",
    "header",
    "heading_level",
    "locale",
    "locales",
    "date_style",
    "durations",
    "audience",
    "include",
    "exclude",
    "only",
    "without",
    "since",
    "collapse_before",
    "max_highlights",
    "redact",
];

struct OutputVisitor;

impl<'de> Visitor<'de> for OutputVisitor {
    type Value = Output;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of an output's options")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Output, A::Error> {
        let mut output = Output::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "backend" => output.backend = map.next_value()?,
                "path" => output.path = map.next_value()?,
                "into" => output.into = map.next_value()?,
                "region" => output.region = map.next_value()?,
                "set" => output.set = map.next_value()?,
                "sections" => output.view.sections = map.next_value()?,
                "header" => output.view.header = map.next_value()?,
                "heading_level" => output.view.heading_level = map.next_value()?,
                "locale" => output.view.locale = map.next_value()?,
                "locales" => output.view.locales = map.next_value()?,
                "date_style" => output.view.date_style = map.next_value()?,
                "durations" => output.view.durations = map.next_value()?,
                "audience" => output.view.audience = map.next_value()?,
                filter if Filters::KEYS.contains(&filter) => {
                    output.view.filters.take(filter, &mut map)?;
                }
                _ => {
                    output.options.insert(key, map.next_value()?);
                }
            }
        }
        Ok(output)
    }
}

impl<'de> Deserialize<'de> for Output {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OutputVisitor)
    }
}

impl JsonSchema for Output {
    fn schema_name() -> Cow<'static, str> {
        "Output".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = ViewOptions::json_schema(generator);
        schema.remove("required"); // nothing is
        schema.insert(
            "description".to_owned(),
            "One output: its backend, its file, what it shows, and the backend's options."
                .into(),
        );
        if let Some(properties) =
            schema.get_mut("properties").and_then(Value::as_object_mut)
        {
            let text =
                |about: &str| serde_json::json!({"description": about, "type": "string"});
            let backend = text("The backend; left out, the output's name.");
            properties.insert("backend".to_owned(), backend);
            let more = [
                ("path", "The file, within the output folder."),
                (
                    "into",
                    "A file beside the profile that somebody wrote by hand: the output goes \
                     between two markers in it, `<!-- curricle:start NAME -->` and \
                     `<!-- curricle:end NAME -->`, and nothing else changes.",
                ),
                ("region", "The name in those markers; left out, the output's name."),
            ];
            for (key, about) in more {
                properties.insert(key.to_owned(), text(about));
            }
            let about = "Values that are others in this output, by their paths, as `--set` \
                         has them: `{basics.label: Engineer}`; nothing removes one.";
            let set = serde_json::json!({"description": about, "type": "object", "additionalProperties": true});
            properties.insert("set".to_owned(), set);
        }
        schema
    }
}
