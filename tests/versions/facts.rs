//! The words of a Document, and profiles to take them from.

use curricle::diagnostics::Diagnostic;
use curricle::document::{Document, View, compose};
use curricle::profile::Profile;
use curricle::readers;
use serde_json::Value;

pub(crate) const FULL: &str = include_str!("../cases/full/profile.yaml");
pub(crate) const REAL: &str = include_str!("../../profile.yaml");

pub(crate) fn profile(text: &str) -> Profile {
    let source = readers::read("profile.yaml", text.as_bytes());
    assert!(!source.has_errors(), "{:?}", source.problems);
    source.profile.unwrap()
}

/// What is wrong with a profile, as `code: message` lines.
pub(crate) fn problems(text: &str) -> Vec<String> {
    lines(&readers::read("profile.yaml", text.as_bytes()).problems)
}

pub(crate) fn lines(problems: &[Diagnostic]) -> Vec<String> {
    let line = |one: &Diagnostic| {
        let helps = one.helps.iter().map(|help| format!(" ({help})"));
        format!("{}: {}{}", one.code, one.message, helps.collect::<String>())
    };
    problems.iter().map(line).collect()
}

/// The Document of an output of the profile, or of all of it.
pub(crate) fn document(profile: &Profile, output: Option<&str>) -> Document {
    let view = output.map_or_else(View::default, |name| {
        View::from(&profile.outputs.get(name).unwrap().view)
    });
    compose(profile, &view).document
}

/// Every text of a Document that a reader sees, in order, without where it comes from.
pub(crate) fn texts(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    gather(&serde_json::to_value(document).unwrap(), &mut out);
    out
}

fn gather(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, out)),
        Value::Object(map) => {
            for (key, value) in map {
                if !["origin", "type", "id", "kind", "lang"].contains(&key.as_str()) {
                    gather(value, out);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A Document without its origins, which differ where the file does.
pub(crate) fn shown(document: &Document) -> Value {
    let mut value = serde_json::to_value(document).unwrap();
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(strip),
        Value::Object(map) => {
            map.remove("origin");
            map.values_mut().for_each(strip);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
