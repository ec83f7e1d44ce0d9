//! A profile that has every field, made by walking its JSON Schema: a field that the model
//! gains tomorrow is in it without anybody's doing.

use curricle::profile::{Profile, STANDARD_SECTIONS};
use serde_json::{Map, Value, json};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Plain text.
    Name,
    /// Inline Markdown.
    Line,
    /// Block Markdown.
    Prose,
    /// An address.
    Url,
    /// A mail address.
    Email,
    /// A date.
    Date,
    /// A string of some other sense.
    String,
}

/// What is called for every field with its JSON pointer; nothing leaves the field out.
pub(crate) type Leaf<'a> = dyn FnMut(&str, Kind) -> Option<String> + 'a;

/// A profile with every field that `leaf` gives a value for.
pub(crate) fn profile(leaf: &mut Leaf<'_>) -> Profile {
    let schema = curricle::schema::profile();
    let value = Walk { definitions: &schema["$defs"], leaf, within: Vec::new() }
        .value(&schema, "")
        .unwrap_or_default();
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{error}"))
}

struct Walk<'a, 'l> {
    definitions: &'a Value,
    leaf: &'a mut Leaf<'l>,
    within: Vec<&'a str>,
}

impl<'a> Walk<'a, '_> {
    fn value(&mut self, schema: &'a Value, at: &str) -> Option<Value> {
        if let Some(name) = schema["$ref"].as_str() {
            return self.definition(name.trim_start_matches("#/$defs/"), at);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            // The richest choice: an item as a map, if there are items within it.
            let rich =
                choices.iter().rev().find(|choice| choice.get("properties").is_some());
            let chosen = rich.filter(|_| self.depth("Item") < 3).unwrap_or(&choices[0]);
            return self.value(chosen, at);
        }
        match schema["type"].as_str().or_else(|| schema["type"][0].as_str()) {
            Some("object") => {
                Some(self.object(schema, at)).filter(|map| *map != json!({}))
            }
            Some("array") => {
                let item = self.value(&schema["items"], &format!("{at}/0"))?;
                Some(json!([item]))
            }
            Some("string") => (self.leaf)(at, Kind::String).map(Value::String),
            Some(_) | None => None, // numbers and truths are no text
        }
    }

    fn depth(&self, name: &str) -> usize {
        self.within.iter().filter(|outer| **outer == name).count()
    }

    fn definition(&mut self, name: &'a str, at: &str) -> Option<Value> {
        let kind = match name {
            "Name" => Kind::Name,
            "Line" => Kind::Line,
            "Prose" => Kind::Prose,
            "Url" => Kind::Url,
            "Email" => Kind::Email,
            "Date" => Kind::Date,
            _ if self.depth(name) >= 3 => return None,
            _ => {
                self.within.push(name);
                let value = self.value(&self.definitions[name], at);
                self.within.pop();
                return value;
            }
        };
        (self.leaf)(at, kind).map(Value::String)
    }

    fn object(&mut self, schema: &'a Value, at: &str) -> Value {
        let mut map = Map::new();
        if let Some(properties) = schema["properties"].as_object() {
            for (key, property) in properties {
                let value = self.value(property, &format!("{at}/{key}"));
                map.extend(value.map(|value| (key.clone(), value)));
            }
        } else {
            let keys: &[&str] =
                if at == "/headings" { &STANDARD_SECTIONS } else { &["x"] };
            for key in keys {
                let value =
                    self.value(&schema["additionalProperties"], &format!("{at}/{key}"));
                map.extend(value.map(|value| ((*key).to_owned(), value)));
            }
        }
        Value::Object(map)
    }
}
