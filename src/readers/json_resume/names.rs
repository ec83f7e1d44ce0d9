//! Keys of older versions of the schema, and the usual slips.

use crate::readers::notes::Notes;
use crate::tree::{Node, Value};

/// An older key and today's.
pub(super) type Renamed = (&'static str, &'static str);

/// At the top of a document.
pub(super) const OF_THE_DOCUMENT: &[Renamed] =
    &[("hobbies", "interests"), ("certifications", "certificates")];

/// In `basics`: schema 0.0.x.
pub(super) const OF_BASICS: &[Renamed] = &[("website", "url"), ("picture", "image")];

/// In the entries of a section: schema 0.0.x, and what people write after it.
pub(super) fn of_section(section: &str) -> &'static [Renamed] {
    match section {
        "work" => &[("company", "name"), ("website", "url")],
        "education" => &[("gpa", "score"), ("website", "url")],
        "languages" => &[("name", "language"), ("level", "fluency")],
        _ => &[("website", "url")],
    }
}

/// Gives the older keys of a map today's name, unless that is there already.
pub(super) fn rename(map: &mut Node, names: &[Renamed], notes: &mut Notes) {
    for (old, new) in names {
        let is_free = map.get(new).is_none_or(|field| is_nothing(&field.node));
        let Some(fields) = map.fields_mut().filter(|_| is_free) else { continue };
        let Some(at) = fields.iter().position(|field| field.key == *old) else {
            continue;
        };
        notes.add(format!("`{old}` is read as `{new}`"), fields[at].key_span);
        fields[at].key = (*new).to_owned();
        let mut index = 0;
        fields.retain(|field| {
            index += 1;
            field.key != *new || index == at + 1
        });
    }
}

fn is_nothing(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Text(text) | Value::Plain(text) => text.trim().is_empty(),
        Value::List(nodes) => nodes.is_empty(),
        Value::Map(fields) => fields.is_empty(),
    }
}
