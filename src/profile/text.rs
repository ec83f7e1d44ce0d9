//! Text, in one language or several, and its three kinds.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// A text: one string, or a map from language tag (BCP 47) to string.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// The same in every language.
    One(String),
    /// By language, in the order of the file; the first is the fallback.
    Languages(IndexMap<String, String>),
}

impl Default for Text {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl Text {
    /// The text in the language `tag`, or in the longest shorter form of it (`zh-Hant` for
    /// `zh-Hant-HK`, `de` for `de-AT`; RFC 4647, section 3.4), or in the first language
    /// written; with the tag that it is under, if it is under one.
    pub fn in_language(&self, tag: &str) -> (Option<&str>, &str) {
        match self {
            Self::One(text) => (None, text),
            Self::Languages(texts) => {
                match written(texts, tag).or_else(|| texts.first()) {
                    Some((tag, text)) => (Some(tag), text),
                    None => (None, ""),
                }
            }
        }
    }

    /// Whether it is in the language `tag`, or the same in every language.
    pub fn is_in_language(&self, tag: &str) -> bool {
        match self {
            Self::One(_) => true,
            Self::Languages(texts) => written(texts, tag).is_some(),
        }
    }

    /// The language tags that it is written in; none for text that is the same in all.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let texts = match self {
            Self::One(_) => None,
            Self::Languages(texts) => Some(texts),
        };
        texts.into_iter().flat_map(|texts| texts.keys().map(String::as_str))
    }

    /// Whether there is nothing in it, in any language.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::One(text) => text.trim().is_empty(),
            Self::Languages(texts) => texts.values().all(|text| text.trim().is_empty()),
        }
    }
}

/// The text under `tag` or the longest of its shorter forms.
fn written<'a>(
    texts: &'a IndexMap<String, String>,
    tag: &str,
) -> Option<(&'a String, &'a String)> {
    std::iter::successors(Some(tag), |tag| Some(tag.rsplit_once('-')?.0))
        .find_map(|tag| texts.get_key_value(tag))
}

impl<T: Into<String>> From<T> for Text {
    fn from(text: T) -> Self {
        Self::One(text.into())
    }
}

/// The languages with a code of two letters (ISO 639-1).
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs \
    ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd \
    gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt \
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa \
    sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts \
    tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether a key looks like a language tag (BCP 47, section 2.1): a language of two letters
/// that ISO 639-1 has, or of three, then parts of two to eight letters or digits.
pub fn is_language_tag(key: &str) -> bool {
    let mut parts = key.split('-');
    let language = parts.next().unwrap_or_default();
    let is_known = match language.len() {
        2 => LANGUAGES.split(' ').any(|known| known == language),
        length => length == 3,
    };
    is_known
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// A key that is a language tag, refused by itself if it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LanguageTag(String);

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        if is_language_tag(&key) {
            return Ok(Self(key));
        }
        Err(de::Error::custom(format!(
            "`{key}` is not a language tag\nwrite one text, or one for each language: \
             `{{en: Engineer, de: Ingenieurin}}`\na text with a colon and a space in it \
             needs quotes"
        )))
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, or a map from language to text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::One(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Text, E> {
        Ok(Text::One(truth.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text::One(number.to_string()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Text, E> {
        Ok(Text::One(number.to_string()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Text, E> {
        Ok(Text::One(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts = IndexMap::new();
        while let Some(LanguageTag(tag)) = map.next_key()? {
            texts.insert(tag, map.next_value::<String>()?);
        }
        Ok(Text::Languages(texts))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Text, or a map from language tag to text.",
            "anyOf": [
                {"type": ["string", "number", "boolean"]},
                {
                    "type": "object",
                    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
                    "additionalProperties": {"type": "string"},
                    "minProperties": 1
                }
            ]
        })
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident,)+) => {$(
        $(#[doc = $doc])+
        #[derive(
            Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $kind(
            /// The text as written.
            pub Text,
        );

        impl $kind {
            /// Whether there is nothing in it.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl<T: Into<String>> From<T> for $kind {
            fn from(text: T) -> Self {
                Self(Text::from(text))
            }
        }
    )+};
}

kinds! {
    /// A name: plain text, in which `__init__` stays `__init__`. Text, or a map from
    /// language tag to text.
    Name,
    /// A line: inline Markdown (bold, italic, code, strikethrough, links, `:shortcodes:`).
    /// Text, or a map from language tag to text.
    Line,
    /// Markdown that the README takes as it is, HTML included; no other output shows it.
    /// Text, or a map from language tag to text.
    Raw,
    /// Prose: block Markdown (paragraphs, lists, quotations, code). Text, or a map from
    /// language tag to text.
    Prose,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tags: &[&str]) -> Text {
        let texts = tags.iter().map(|tag| ((*tag).to_owned(), format!("in {tag}")));
        Text::Languages(texts.collect())
    }

    fn shown(tags: &[&str], asked: &str) -> String {
        text(tags).in_language(asked).1.to_owned()
    }

    #[test]
    fn the_exact_tag_then_its_shorter_forms_then_the_first() {
        assert_eq!(shown(&["en", "de", "de-AT"], "de-AT"), "in de-AT");
        assert_eq!(shown(&["en", "de", "de-AT"], "de-CH"), "in de");
        assert_eq!(shown(&["en", "zh", "zh-Hant"], "zh-Hant-HK"), "in zh-Hant");
        assert_eq!(shown(&["en", "zh-Hant", "zh"], "zh-Hans"), "in zh");
        assert_eq!(shown(&["en", "de"], "fr"), "in en");
        assert_eq!(shown(&["de-AT", "en"], "de"), "in de-AT");
        assert_eq!(Text::from("same").in_language("de"), (None, "same"));
    }

    #[test]
    fn a_text_knows_its_languages() {
        assert!(text(&["en", "de"]).is_in_language("de-AT"));
        assert!(!text(&["en", "de-AT"]).is_in_language("de"));
        assert!(Text::from("same").is_in_language("de"));
    }
}
