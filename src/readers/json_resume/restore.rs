//! What curricle itself put under `meta.curricle`, back to where it belongs.

use super::field;
use crate::diagnostics::{Pointer, Span};
use crate::profile::{EXTENSION_VERSION, EXTENSIONS};
use crate::readers::notes::Notes;
use crate::tree::{Field, Node, Value};

/// Undoes what writing the document changed.
pub(super) fn restore(root: &mut Node, notes: &mut Notes) {
    let Some(mut ours) = taken(root) else { return };
    let version = ours.get("version").and_then(|field| text(&field.node)).unwrap_or("1");
    if version != EXTENSION_VERSION.to_string() {
        let what = format!("`meta.curricle` of version `{version}` is not known");
        return notes.add(what, ours.span);
    }
    let values = take(&mut ours, "values");
    let keys = take(&mut ours, "keys");
    for key in EXTENSIONS {
        if let (Some(node), None) = (take(&mut ours, key), root.get(key)) {
            put(root, key, node);
        }
    }
    for change in values.iter().flat_map(elements) {
        undo(root, change, notes);
    }
    if let Some(keys) = keys {
        reorder(root, elements(&keys).iter().filter_map(text));
    }
}

/// `meta.curricle`, out of the document, and `meta` with it if nothing else was there.
fn taken(root: &mut Node) -> Option<Node> {
    let meta = field(root, "meta")?;
    let ours = take(meta, "curricle")?;
    if meta.fields().is_empty() {
        take(root, "meta");
    }
    Some(ours)
}

fn undo(root: &mut Node, change: &Node, notes: &mut Notes) {
    let Some(at) = change.get("at").and_then(|field| text(&field.node)) else { return };
    let there = root.find(&Pointer::from(at)).map(|found| found.node);
    let shown = change.get("shown").map(|field| &field.node);
    let is_as_written = match (there, shown) {
        (Some(there), Some(shown)) => same(there, shown),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    if !is_as_written {
        let what =
            format!("`{at}` was edited; what `meta.curricle` has for it is passed over");
        return notes.add(what, change.span);
    }
    let Some((parent, key)) = at.rsplit_once('/') else { return };
    let key = key.replace("~1", "/").replace("~0", "~");
    let Some(parent) = find_mut(root, &Pointer::from(parent)) else { return };
    match change.get("value") {
        Some(value) => put(parent, &key, value.node.clone()),
        None => drop(take(parent, &key)),
    }
}

/// Sets a key of a map or an element of a list.
fn put(parent: &mut Node, key: &str, node: Node) {
    match &mut parent.value {
        Value::Map(fields) => match fields.iter_mut().find(|field| field.key == key) {
            Some(field) => field.node = node,
            None => {
                let key_span = Span::new(node.span.start, node.span.start);
                fields.push(Field { key: key.to_owned(), key_span, node });
            }
        },
        Value::List(nodes) => {
            if let Some(there) = key.parse().ok().and_then(|i: usize| nodes.get_mut(i)) {
                *there = node;
            }
        }
        Value::Null | Value::Plain(_) | Value::Text(_) => {}
    }
}

fn take(map: &mut Node, key: &str) -> Option<Node> {
    let fields = map.fields_mut()?;
    let at = fields.iter().position(|field| field.key == key)?;
    Some(fields.remove(at).node)
}

fn find_mut<'a>(root: &'a mut Node, pointer: &Pointer) -> Option<&'a mut Node> {
    pointer.parts().try_fold(root, |node, part| match &mut node.value {
        Value::Map(fields) => {
            let found = fields.iter_mut().find(|field| field.key == part);
            found.map(|field| &mut field.node)
        }
        Value::List(nodes) => nodes.get_mut(part.parse::<usize>().ok()?),
        Value::Null | Value::Plain(_) | Value::Text(_) => None,
    })
}

/// Brings the keys at the top into the order that they had.
fn reorder<'a>(root: &mut Node, keys: impl Iterator<Item = &'a str>) {
    let keys: Vec<&str> = keys.collect();
    let Some(fields) = root.fields_mut() else { return };
    let place = |field: &Field| keys.iter().position(|key| *key == field.key);
    fields.sort_by_key(|field| place(field).map_or(usize::MAX, |place| place + 1));
}

/// Whether two values are the same, wherever they stand.
fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.node, &b.node))
        }
        (a, b) => a == b,
    }
}

fn text(node: &Node) -> Option<&str> {
    super::shapes::text(node)
}

fn elements(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(nodes) => nodes,
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => &[],
    }
}
