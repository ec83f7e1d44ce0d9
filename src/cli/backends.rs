//! `curricle backends`: what outputs can be made.

use super::{Failure, written};
use crate::backends::{self, Backend};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write;

/// Runs the command.
pub(super) fn run() -> Result<(), Failure> {
    let list: Vec<String> = backends::registry().iter().map(|one| entry(*one)).collect();
    written(std::io::stdout().lock().write_all(list.join("\n").as_bytes()))
}

fn entry(backend: &dyn Backend) -> String {
    let mut out = format!("{}: {}\n", backend.id(), backend.about());
    let schema = backend.options_schema().to_value();
    let options = schema["properties"].as_object();
    for (name, option) in options.into_iter().flatten() {
        let values = values(option, &schema["$defs"]);
        let colon = if values.is_empty() { "" } else { ": " };
        let about = option["description"].as_str().unwrap_or_default().replace('\n', " ");
        let indent = textwrap::Options::new(78)
            .initial_indent("      ")
            .subsequent_indent("      ");
        let about = textwrap::fill(&about, indent);
        let _ = write!(out, "  {name}{colon}{values}\n{about}\n");
    }
    out
}

/// The values that an option takes, where they can be counted: `a4, us-letter`, `1 to 99`.
fn values(option: &Value, definitions: &Value) -> String {
    if let (Some(least), Some(most)) =
        (option["minimum"].as_f64(), option["maximum"].as_f64())
    {
        return format!("{least} to {most}");
    }
    let mut words = Vec::new();
    add_words(option, definitions, &mut words);
    words.join(", ")
}

fn add_words(schema: &Value, definitions: &Value, words: &mut Vec<String>) {
    if let Some(path) = schema["$ref"].as_str() {
        let name = path.trim_start_matches("#/$defs/");
        add_words(&definitions[name], definitions, words);
    }
    let types = [&schema["type"], &schema["type"][0]];
    if types.iter().any(|one| *one == "boolean") {
        words.extend(["true", "false"].map(str::to_owned));
    }
    let listed = schema["enum"].as_array().into_iter().flatten();
    let named = listed.chain(schema.get("const")).filter_map(Value::as_str);
    words.extend(named.map(str::to_owned));
    for choices in [&schema["oneOf"], &schema["anyOf"]] {
        for choice in choices.as_array().into_iter().flatten() {
            add_words(choice, definitions, words);
        }
    }
}
