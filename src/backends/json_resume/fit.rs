//! Values made to fit the standard, and what they were before.

use crate::diagnostics::Pointer;
use crate::profile::is_language_tag;
use serde::Serialize;
use serde_json::{Map, Value};

/// A value that was changed, so that reading the document back can undo it.
///
/// It is undone only where the document still has what was put in its place, so that an
/// edit with another tool is never lost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Kept {
    /// The JSON pointer of the value.
    at: String,
    /// What stands there now; nothing if nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<Value>,
    /// What stood there; nothing if nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip)]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A text in several languages became one.
    Languages,
    /// Something else.
    Other,
}

/// A document that fits the standard.
#[derive(Debug)]
pub(super) struct Fitted {
    /// The document.
    pub(super) value: Value,
    kept: Vec<Kept>,
}

impl Fitted {
    /// Makes `value` fit; of a text in several languages `lang` is taken.
    pub(super) fn of(mut value: Value, lang: &str) -> Self {
        let mut fit = Fit { lang, kept: Vec::new() };
        fit.visit(&mut value, "", &Pointer::root());
        Self { value, kept: fit.kept }
    }

    /// Sets a value at the top.
    pub(super) fn set(&mut self, at: &str, new: Value) {
        let Value::Object(root) = &mut self.value else { return };
        let old = root.insert(at.trim_start_matches('/').to_owned(), new.clone());
        if old.as_ref() != Some(&new) {
            let kind = Kind::Other;
            self.kept.push(Kept {
                at: at.to_owned(),
                shown: Some(new),
                value: old,
                kind,
            });
        }
    }

    /// What was changed.
    pub(super) fn kept(&self) -> Vec<&Kept> {
        self.kept.iter().collect()
    }

    /// The same without the other languages, where one alone is asked for.
    pub(super) fn kept_in_one_language(&self) -> Vec<&Kept> {
        self.kept.iter().filter(|kept| kept.kind != Kind::Languages).collect()
    }
}

/// Every text of `value` in one language.
pub(super) fn in_language(mut value: Value, lang: &str) -> Value {
    match &mut value {
        Value::Object(map) => match language(map, lang) {
            Some(text) => return text,
            None => {
                for (_, inner) in map.iter_mut() {
                    *inner = in_language(inner.take(), lang);
                }
            }
        },
        Value::Array(values) => {
            for inner in values {
                *inner = in_language(inner.take(), lang);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    value
}

struct Fit<'a> {
    lang: &'a str,
    kept: Vec<Kept>,
}

impl Fit<'_> {
    fn visit(&mut self, value: &mut Value, key: &str, at: &Pointer) {
        match value {
            Value::Array(values) if key == "highlights" => {
                if values.iter().any(|item| !item.is_string()) {
                    let mut flat = Vec::new();
                    values.iter().for_each(|item| self.flatten(item, &mut flat));
                    self.replace(value, Some(Value::Array(flat)), at, Kind::Other);
                }
            }
            Value::Array(values) => {
                for (index, inner) in values.iter_mut().enumerate() {
                    self.visit(inner, "", &at.index(index));
                }
            }
            Value::Object(map) => match language(map, self.lang) {
                Some(text) => self.replace(value, Some(text), at, Kind::Languages),
                None => self.map(map, at),
            },
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn map(&mut self, map: &mut Map<String, Value>, at: &Pointer) {
        for (key, inner) in map.iter_mut() {
            match (key.as_str(), inner.as_str()) {
                ("startDate" | "endDate" | "date" | "releaseDate", Some(date))
                    if !is_standard(date) =>
                {
                    self.replace(inner, None, &at.key(key), Kind::Other);
                }
                _ => self.visit(inner, key, &at.key(key)),
            }
        }
        map.retain(|_, value| !value.is_null());
    }

    fn replace(
        &mut self,
        value: &mut Value,
        new: Option<Value>,
        at: &Pointer,
        kind: Kind,
    ) {
        let old = std::mem::replace(value, new.clone().unwrap_or_default());
        self.kept.push(Kept { at: at.to_string(), shown: new, value: Some(old), kind });
    }

    /// A bullet and the bullets under it, one after another.
    fn flatten(&self, item: &Value, out: &mut Vec<Value>) {
        let Value::Object(map) = item else {
            out.push(item.clone());
            return;
        };
        out.push(match (language(map, self.lang), map.get("text")) {
            (Some(text), _) => text,
            (None, Some(text)) => in_language(text.clone(), self.lang),
            (None, None) => Value::String(String::new()),
        });
        let inner = map.get("items").and_then(Value::as_array);
        inner.into_iter().flatten().for_each(|item| self.flatten(item, out));
    }
}

/// The text in `lang`, or the first, if a map is one from language to text.
fn language(map: &Map<String, Value>, lang: &str) -> Option<Value> {
    let is_text =
        |(tag, text): (&String, &Value)| is_language_tag(tag) && text.is_string();
    if map.is_empty() || !map.iter().all(is_text) {
        return None;
    }
    let base = lang.split('-').next().unwrap_or(lang);
    [lang, base]
        .iter()
        .find_map(|tag| map.get(*tag))
        .or_else(|| map.values().next())
        .cloned()
}

/// Whether a date has the form of the schema, which knows the years 1000 to 2999 and no
/// word for the present.
fn is_standard(date: &str) -> bool {
    date.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_does_not_fit_is_kept_beside_what_stands_in_its_place() {
        let value = json!({"basics": {"label": {"en": "Miller", "de": "Müllerin"}},
            "work": [{"endDate": "present", "highlights": ["a", {"text": "b", "items": ["c"]}]}]});
        let fitted = Fitted::of(value, "de-AT");
        let expected = json!({"basics": {"label": "Müllerin"},
            "work": [{"highlights": ["a", "b", "c"]}]});
        assert_eq!(fitted.value, expected);
        let kept = json!([
            {"at": "/basics/label", "shown": "Müllerin",
                "value": {"en": "Miller", "de": "Müllerin"}},
            {"at": "/work/0/endDate", "value": "present"},
            {"at": "/work/0/highlights", "shown": ["a", "b", "c"],
                "value": ["a", {"text": "b", "items": ["c"]}]},
        ]);
        assert_eq!(json!(fitted.kept()), kept);
        assert_eq!(fitted.kept_in_one_language().len(), 2);
    }

    #[test]
    fn one_language_is_taken_everywhere() {
        let value = json!([{"title": {"en": "A", "de": "B"}, "items": [{"de": "C"}]}]);
        assert_eq!(in_language(value, "de"), json!([{"title": "B", "items": ["C"]}]));
    }
}
