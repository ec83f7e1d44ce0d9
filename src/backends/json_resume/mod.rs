//! JSON Resume: the data back out.
//!
//! The one backend that looks at the profile, because it is for machines that want what a
//! person wrote and not how a page shows it. What the standard has no place for stands
//! under `meta.curricle`, so that reading the document back gives the same profile.

mod filter;
mod fit;

use super::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic, harmless_json};
use crate::document::View;
use crate::profile::{EXTENSION_VERSION, EXTENSIONS, Profile};
use fit::Fitted;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The schema that the document is valid under.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The `json-resume` backend.
#[derive(Debug)]
pub(super) struct JsonResume;

/// It has none: the standard leaves no choice.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct NoOptions {}

impl Backend for JsonResume {
    fn id(&self) -> &str {
        "json-resume"
    }

    fn about(&self) -> &str {
        "a JSON Resume 1.0.0 document, for other tools and their themes"
    }

    fn default_path(&self) -> &str {
        "resume.json"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(NoOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        options.check::<NoOptions>()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let NoOptions {} = request.options.decode().map_err(BackendError)?;
        let Some((profile, view)) = request.profile else {
            let message = "the `json-resume` backend needs the profile";
            return Err(Diagnostic::error(Code::Missing, message).into());
        };
        let bytes = bytes(profile, view, &request.document.lang)?;
        Ok(Rendered { bytes, ..Rendered::default() })
    }
}

/// What `view` shows of a profile, as a JSON Resume document in UTF-8.
///
/// # Errors
/// A profile that is no JSON.
pub(super) fn bytes(
    profile: &Profile,
    view: &View,
    lang: &str,
) -> Result<Vec<u8>, Diagnostic> {
    let json = document(profile, view, lang).map_err(refused)?;
    let json = serde_json::to_string_pretty(&json).map_err(refused)?;
    Ok((harmless_json(json) + "\n").into_bytes())
}

fn refused(error: serde_json::Error) -> Diagnostic {
    Diagnostic::error(Code::BadValue, format!("the profile is no JSON: {error}"))
}

fn document(
    profile: &Profile,
    view: &View,
    lang: &str,
) -> Result<Value, serde_json::Error> {
    let shown = filter::shown(profile, view)?;
    let mut root = match serde_json::to_value(&shown)? {
        Value::Object(root) => root,
        other => return Ok(other),
    };
    let mut keys = shown.file_order.clone();
    keys.retain(|key| key != "$schema" && root.contains_key(key));
    let moved = moved(&mut root);
    let mut fitted = Fitted::of(Value::Object(root), lang);
    fitted.set("/$schema", json!(SCHEMA));
    let mut ours = Map::new();
    ours.insert("version".to_owned(), json!(EXTENSION_VERSION));
    if view.locale.is_some() {
        ours.insert("language".to_owned(), json!(lang)); // the one language that it has
    }
    if !keys.is_empty() {
        ours.insert("keys".to_owned(), json!(keys));
    }
    let kept = match &view.locale {
        None => {
            ours.extend(moved);
            fitted.kept()
        }
        Some(_) => {
            let one = |(key, value)| (key, fit::in_language(value, lang));
            ours.extend(moved.into_iter().map(one));
            fitted.kept_in_one_language()
        }
    };
    if !kept.is_empty() {
        ours.insert("values".to_owned(), json!(kept));
    }
    Ok(assembled(fitted.value, ours, &shown))
}

/// The keys that the standard has not, out of the document.
fn moved(root: &mut Map<String, Value>) -> Map<String, Value> {
    let take =
        |key: &&str| root.shift_remove(*key).map(|value| ((*key).to_owned(), value));
    EXTENSIONS.iter().filter_map(take).collect()
}

/// The document in the order of the file, the schema first and `meta` last.
fn assembled(fitted: Value, ours: Map<String, Value>, profile: &Profile) -> Value {
    let Value::Object(mut rest) = fitted else { return fitted };
    let mut root = Map::new();
    let mut meta = match rest.shift_remove("meta") {
        Some(Value::Object(meta)) => meta,
        Some(_) | None => Map::new(),
    };
    meta.insert("curricle".to_owned(), Value::Object(ours));
    let first =
        ["$schema"].into_iter().chain(profile.file_order.iter().map(String::as_str));
    for key in first {
        if let Some((key, value)) = rest.shift_remove_entry(key) {
            root.insert(key, value);
        }
    }
    root.extend(rest);
    root.insert("meta".to_owned(), Value::Object(meta));
    Value::Object(root)
}
