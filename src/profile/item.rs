//! Bullets.

use super::{Line, Text, is_language_tag};
use crate::diagnostics::nearest;
use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A bullet: text, or a map of its text, its tags and the bullets under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it says.
    pub text: Line,
    /// Tags, for an output's `include` and `exclude`.
    pub tags: Vec<String>,
    /// The bullets under it.
    pub items: Vec<Item>,
    /// Whether the text was written under a `text` key of its own.
    is_map: bool,
}

impl Item {
    /// A bullet with bullets under it.
    pub fn new(text: impl Into<Line>, items: Vec<Item>) -> Self {
        let is_map = !items.is_empty();
        Self { text: text.into(), tags: vec![], items, is_map }
    }

    /// Whether the text was written under a `text` key of its own, rather than as the whole
    /// item: where a problem in it is to be shown.
    pub fn is_map(&self) -> bool {
        self.is_map
    }

    fn is_bare(&self) -> bool {
        self.tags.is_empty() && self.items.is_empty()
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_bare() {
            return self.text.serialize(serializer);
        }
        let mut map = serializer.serialize_struct("Item", 3)?;
        map.serialize_field("text", &self.text)?;
        match self.tags.is_empty() {
            true => map.skip_field("tags")?,
            false => map.serialize_field("tags", &self.tags)?,
        }
        match self.items.is_empty() {
            true => map.skip_field("items")?,
            false => map.serialize_field("items", &self.items)?,
        }
        map.end()
    }
}

const FIELDS: &[&str] = &["text", "tags", "items"];

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, or a map of `text`, `tags` and `items`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Item, E> {
        Ok(Item { text: text.into(), ..Item::default() })
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Item, E> {
        self.visit_str(&truth.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Item, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Item, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Item, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let mut item = Item::default();
        let mut languages = IndexMap::new();
        let mut kind = match map.size_hint() {
            Some(1) => ItemMap::Lone,
            Some(_) | None => ItemMap::Fresh,
        };
        while let Some(key) = map.next_key_seed(kind)? {
            match key {
                ItemKey::Text => {
                    item.text = map.next_value()?;
                    item.is_map = true;
                }
                ItemKey::Tags => item.tags = map.next_value()?,
                ItemKey::Items => item.items = map.next_value()?,
                ItemKey::Language(tag) => {
                    languages.insert(tag, map.next_value::<String>()?);
                }
            }
            kind = ItemMap::Begun;
        }
        if !languages.is_empty() {
            item.text = Line(Text::Languages(languages));
        }
        Ok(item)
    }
}

/// A key of an item that is a map.
enum ItemKey {
    Text,
    Tags,
    Items,
    Language(String),
}

/// What of an item's map was read before a key, which decides what is to be made of one
/// that it does not know: `- Fixed: the bug` is a map in YAML, though its writer meant a
/// line.
#[derive(Clone, Copy)]
enum ItemMap {
    /// Nothing, and the map has one key.
    Lone,
    /// Nothing.
    Fresh,
    /// Some key.
    Begun,
}

impl<'de> DeserializeSeed<'de> for ItemMap {
    type Value = ItemKey;

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<ItemKey, D::Error> {
        let key = String::deserialize(d)?;
        match (key.as_str(), self) {
            ("text", _) => Ok(ItemKey::Text),
            ("tags", _) => Ok(ItemKey::Tags),
            ("items", _) => Ok(ItemKey::Items),
            (slip, _) if nearest(slip, FIELDS.iter().copied()).is_some() => {
                Err(de::Error::unknown_field(slip, FIELDS))
            }
            (word, Self::Lone) if !is_two_letter_tag(word) => Err(misplaced_colon(word)),
            (tag, _) if is_language_tag(tag) => Ok(ItemKey::Language(key)),
            (word, Self::Lone | Self::Fresh) => Err(misplaced_colon(word)),
            (word, Self::Begun) => Err(de::Error::unknown_field(word, FIELDS)),
        }
    }
}

/// Whether a key is a language even where it stands alone: `fix: the bug` is no text in the
/// language Fix, and of what has two letters little is a word.
fn is_two_letter_tag(key: &str) -> bool {
    let language = key.split('-').next().unwrap_or_default();
    language.len() == 2 && is_language_tag(key)
}

fn misplaced_colon<E: de::Error>(key: &str) -> E {
    E::custom(format!(
        "`{key}:` makes a map of this item\na line with a colon and a space in it needs \
         quotes: `\"{key}: …\"`"
    ))
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

impl JsonSchema for Item {
    fn schema_name() -> Cow<'static, str> {
        "Item".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let line = generator.subschema_for::<Line>();
        let items = generator.subschema_for::<Vec<Self>>();
        json_schema!({
            "description": "A bullet: text, or a map of its text, its tags and the bullets under it.",
            "anyOf": [
                line,
                {
                    "type": "object",
                    "properties": {
                        "text": {"description": "What it says.", "anyOf": [line]},
                        "tags": {
                            "description": "Tags, for an output's `include` and `exclude`.",
                            "type": "array",
                            "items": {"type": "string"}
                        },
                        "items": {"description": "The bullets under it.", "anyOf": [items]}
                    },
                    "additionalProperties": false
                }
            ]
        })
    }
}
