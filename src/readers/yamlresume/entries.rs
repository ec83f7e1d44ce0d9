//! `content`, section by section.

use crate::readers::notes::Notes;
use crate::readers::taking::Taking;
use crate::tree::{Field, Node, Value};

/// `basics` with the place and the networks, which stand beside it here.
pub(super) fn basics(content: &mut Taking<'_>, notes: &mut Notes) -> Node {
    let basics = content.take("basics");
    let mut fields = Vec::new();
    for field in basics.map(Node::fields).unwrap_or_default() {
        fields.push(renamed(field, &[("headline", "label")]));
    }
    if let Some(location) = content.take("location") {
        let place = location.fields().iter();
        let place = place.map(|field| renamed(field, &[("country", "countryCode")]));
        fields.push(Field::new("location", Node::map(place.collect(), location.span)));
    }
    if let Some(profiles) = content.take("profiles") {
        fields.push(Field::new("profiles", profiles.clone()));
    }
    let span = basics.map(|node| node.span).unwrap_or_default();
    for field in &fields {
        if field.key == "image" && field.node.is_nothing() {
            notes.add("an empty `image` is read as none", field.key_span);
        }
    }
    Node::map(fields, span)
}

/// The entries of a section.
pub(super) fn section(key: &str, section: &Node, notes: &mut Notes) -> Node {
    let entries = section.elements().iter();
    Node::list(entries.map(|one| entry(key, one, notes)).collect(), section.span)
}

fn entry(section: &str, entry: &Node, notes: &mut Notes) -> Node {
    let names: &[(&str, &str)] = match section {
        "education" => &[("degree", "studyType")],
        "references" => &[("summary", "reference")],
        _ => &[],
    };
    let mut fields: Vec<Field> =
        entry.fields().iter().map(|field| renamed(field, names)).collect();
    let apart: &[&str] = match section {
        "references" => &["relationship", "email", "phone"],
        "skills" | "interests" | "projects" => &[],
        _ => &["keywords"],
    };
    into_summary(&mut fields, apart, notes);
    Node::map(fields, entry.span)
}

/// Words that a profile has no key for go on in the summary, so that all are kept.
fn into_summary(fields: &mut Vec<Field>, keys: &[&str], notes: &mut Notes) {
    let mut words = Vec::new();
    for key in keys {
        let Some(at) = fields.iter().position(|field| field.key == *key) else {
            continue;
        };
        let field = fields.remove(at);
        if field.node.is_nothing() {
            continue;
        }
        notes.add(format!("`{key}` is read as the end of the summary"), field.key_span);
        match &field.node.value {
            Value::List(nodes) => words.extend(nodes.iter().filter_map(escaped)),
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => {
                words.extend(escaped(&field.node));
            }
        }
    }
    if words.is_empty() {
        return;
    }
    let words = words.join(", ");
    match fields.iter_mut().find(|field| field.key == "summary") {
        Some(summary) => {
            let before = summary.node.as_text().unwrap_or_default().trim_end().to_owned();
            let between = if before.is_empty() { "" } else { "\n\n" };
            summary.node.value = Value::Text(format!("{before}{between}{words}"));
        }
        None => {
            let span = fields.first().map(|field| field.node.span).unwrap_or_default();
            fields.push(Field::new("summary", Node::text(words, span)));
        }
    }
}

/// Plain text as Markdown that says the same.
fn escaped(node: &Node) -> Option<String> {
    node.as_text().map(crate::readers::rendercv::escaped)
}

fn renamed(field: &Field, names: &[(&str, &str)]) -> Field {
    let mut field = field.clone();
    if let Some((_, new)) = names.iter().find(|(old, _)| *old == field.key) {
        field.key = (*new).to_owned();
    }
    field
}
