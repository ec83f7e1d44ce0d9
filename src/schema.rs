//! The JSON Schemas: of a profile, for editors and for whoever checks one elsewhere; and of
//! what an external backend gets.

use crate::backends::{self, external::ExternalRequest};
use crate::profile::Profile;
use schemars::schema_for;
use serde_json::{Map, Value, json};

/// The schema (draft 2020-12), from the model's types, their comments, and the options of
/// every backend in this build.
pub fn profile() -> Value {
    let mut schema = schema_for!(Profile).to_value();
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        if let Some(output) = definitions.get_mut("Output") {
            add_options(output);
        }
        definitions.values_mut().for_each(close);
    }
    close(&mut schema);
    schema
}

/// The schema (draft 2020-12) of what an external backend gets, the Document in it.
pub fn request() -> Value {
    schema_for!(ExternalRequest<'_>).to_value()
}

/// Adds the options of every backend to the schema of an output. An option of several
/// backends may have the values of any; where they agree it is said once.
fn add_options(output: &mut Value) {
    let Some(properties) = output.get_mut("properties").and_then(Value::as_object_mut)
    else {
        return;
    };
    let mut definitions = Map::new();
    for backend in backends::registry() {
        let mut options = backend.options_schema().to_value();
        if let Some(Value::Object(inner)) = options.get_mut("$defs").map(Value::take) {
            definitions.extend(inner);
        }
        if let Some(Value::Object(own)) = options.get_mut("properties").map(Value::take) {
            for (name, mut option) in own {
                inline(&mut option, &definitions);
                add_option(properties, name, backend.id(), option);
            }
        }
    }
}

fn add_option(
    properties: &mut Map<String, Value>,
    name: String,
    backend: &str,
    option: Value,
) {
    let about = option.get("description").and_then(Value::as_str).unwrap_or_default();
    let said = format!("{backend}: {about}");
    let Some(known) = properties.get_mut(&name) else {
        properties.insert(name, json!({"description": said, "anyOf": [option]}));
        return;
    };
    let all = known["description"].as_str().unwrap_or_default();
    let is_shared = known["anyOf"].as_array().is_some_and(|all| all.contains(&option));
    if is_shared && !about.is_empty() {
        let others = format!(": {about}");
        let all = all.replacen(&others, &format!(", {backend}{others}"), 1);
        known["description"] = json!(all);
        return;
    }
    known["description"] = json!(format!("{all} {said}"));
    if let Some(choices) = known["anyOf"].as_array_mut() {
        choices.push(option);
    }
}

/// Puts definitions in the place of references to them: two backends may have types of one
/// name.
fn inline(schema: &mut Value, definitions: &Map<String, Value>) {
    match schema {
        Value::Object(map) => {
            let name = map.get("$ref").and_then(Value::as_str);
            let name = name.and_then(|path| path.strip_prefix("#/$defs/"));
            if let Some(Value::Object(definition)) =
                name.and_then(|name| definitions.get(name))
            {
                map.remove("$ref");
                for (key, value) in definition.clone() {
                    map.entry(key).or_insert(value);
                }
            }
            map.values_mut().for_each(|value| inline(value, definitions));
        }
        Value::Array(values) => {
            values.iter_mut().for_each(|value| inline(value, definitions));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// An unknown key is an error in a profile, so editors should underline it.
fn close(schema: &mut Value) {
    if schema.get("properties").is_some() && schema.get("additionalProperties").is_none()
    {
        schema["additionalProperties"] = json!(false);
    }
}
