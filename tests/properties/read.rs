//! What holds of any bytes that are read as a profile. Random tests and fuzzers try the
//! same.

#![allow(unreachable_pub, dead_code, reason = "shared with the fuzz targets")]

use anstream::adapter::strip_str;
use curricle::diagnostics::{Diagnostic, SourceMap, machine, render};
use curricle::readers::{self, Format};
use curricle::tree::{Node, Value, to_yaml};

/// Every problem is at a place that the text has, and can be drawn and told without a
/// character that acts on a terminal.
pub fn is_told_in_place(bytes: &[u8]) -> Result<(), String> {
    let source = readers::read("profile.yaml", bytes);
    let texts = source.problems.iter().flat_map(|problem| &problem.labels);
    for label in texts {
        let Some(span) = source.map.span(&label.place) else { continue };
        if source.map.text().get(span.start..span.end).is_none() {
            return Err(format!("{label:?} is at no place of the text"));
        }
    }
    if source.profile.is_none() && !source.has_errors() {
        return Err("no profile, and no error that says why".to_owned());
    }
    is_harmless(&source.problems, &source.map)
}

fn is_harmless(problems: &[Diagnostic], map: &SourceMap) -> Result<(), String> {
    let drawn = render::render(problems, map);
    let drawn = strip_str(&drawn).to_string();
    if let Some(c) = drawn.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("{c:?} is drawn: {drawn:?}"));
    }
    for line in machine::render(problems, map).lines() {
        serde_json::from_str::<serde_json::Value>(line).map_err(|e| e.to_string())?;
        if let Some(c) = line.chars().find(|c| c.is_control()) {
            return Err(format!("{c:?} is told: {line:?}"));
        }
    }
    Ok(())
}

/// A profile that is written as YAML and as JSON is read as the same profile again.
pub fn comes_back(bytes: &[u8]) -> Result<(), String> {
    let source = readers::read("profile.yaml", bytes);
    let Some(profile) = source.profile.as_ref().filter(|_| !source.has_errors()) else {
        return Ok(());
    };
    let json = serde_json::to_value(profile).map_err(|e| e.to_string())?;
    let serde_json::Value::Object(map) = &json else {
        return Err("a profile that is no map".to_owned());
    };
    // JSON may lack a name, and YAML may not.
    let is_named = json["basics"]["name"] != "";
    let yaml = is_named.then(|| to_yaml(map));
    for text in yaml.into_iter().chain([json.to_string()]) {
        let again = readers::read("profile.yaml", text.as_bytes());
        let found = again.profile.ok_or_else(|| format!("not read again: {text}"))?;
        let errors: Vec<_> = again.problems.iter().filter(|p| p.is_error()).collect();
        if !errors.is_empty() {
            return Err(format!("{errors:#?}\n{text}"));
        }
        let found = serde_json::to_value(found).map_err(|e| e.to_string())?;
        if found != json {
            return Err(format!("was {json}\n is {found}\n of {text}"));
        }
    }
    Ok(())
}

/// What is JSON to others is the same to us.
pub fn json_is_yaml(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let Ok(json) = serde_json::from_str::<serde_json::Value>(text) else { return Ok(()) };
    if readers::read("resume.json", bytes).format != Format::default() {
        return Ok(());
    }
    match readers::tree(text) {
        Some(tree) if !is_same(&tree, &json) => {
            Err(format!("{json} is read as {tree:?}"))
        }
        Some(_) | None => Ok(()), // keys twice, numbers too large, and the like are refused
    }
}

fn is_same(node: &Node, json: &serde_json::Value) -> bool {
    use serde_json::Value as Json;
    match (&node.value, json) {
        (Value::Null, Json::Null) => true,
        (Value::Plain(text), Json::Bool(truth)) => *text == truth.to_string(),
        (Value::Plain(text), Json::Number(number)) => {
            let (ours, theirs) = (text.parse().ok(), number.as_f64());
            ours.zip(theirs).is_some_and(|(a, b): (f64, f64)| {
                a == b || (a - b).abs() < a.abs() * 1e-12 // they round in two steps
            })
        }
        (Value::Text(text), Json::String(other)) => text == other,
        (Value::List(nodes), Json::Array(values)) => {
            nodes.len() == values.len()
                && nodes.iter().zip(values).all(|(node, value)| is_same(node, value))
        }
        (Value::Map(fields), Json::Object(map)) => {
            fields.len() == map.len()
                && fields.iter().all(|field| {
                    map.get(&field.key).is_some_and(|json| is_same(&field.node, json))
                })
        }
        (
            Value::Null
            | Value::Plain(_)
            | Value::Text(_)
            | Value::List(_)
            | Value::Map(_),
            Json::Null
            | Json::Bool(_)
            | Json::Number(_)
            | Json::String(_)
            | Json::Array(_)
            | Json::Object(_),
        ) => false,
    }
}
