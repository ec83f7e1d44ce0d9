//! Anchors, aliases and merge keys.

use crate::tree::{Field, Node, Value};
use std::collections::{HashMap, HashSet};

/// The nodes that anchors name, with the size of each, so that an expansion is counted
/// before it is made.
#[derive(Default)]
pub(super) struct Anchors(HashMap<usize, (Node, Size)>);

/// How much a copy of a node takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Size {
    /// The values in it, itself included.
    pub(super) values: usize,
    /// Their bytes, and those of their texts and keys.
    pub(super) bytes: usize,
}

impl Anchors {
    /// Remembers `node` under `anchor`.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node, size: Size) {
        self.0.insert(anchor, (node.clone(), size));
    }

    /// How much `anchor` stands for; nothing while it is still open.
    pub(super) fn size(&self, anchor: usize) -> Option<Size> {
        self.0.get(&anchor).map(|(_, size)| *size)
    }

    /// What `anchor` stands for.
    pub(super) fn expand(&self, anchor: usize) -> Node {
        self.0.get(&anchor).map(|(node, _)| node.clone()).unwrap_or_default()
    }
}

impl Size {
    /// The size of `node` and everything in it.
    pub(super) fn of(node: &Node) -> Self {
        let itself = Self { values: 1, bytes: size_of::<Node>() };
        match &node.value {
            Value::Null => itself,
            Value::Plain(text) | Value::Text(text) => {
                Self { bytes: itself.bytes + text.len(), ..itself }
            }
            Value::List(nodes) => nodes.iter().map(Self::of).fold(itself, Self::and),
            Value::Map(fields) => fields.iter().fold(itself, |size, field| {
                let key = size_of::<Field>() + field.key.len();
                let size = size.and(Self::of(&field.node));
                Self { bytes: size.bytes + key, ..size }
            }),
        }
    }

    fn and(self, other: Self) -> Self {
        Self { values: self.values + other.values, bytes: self.bytes + other.bytes }
    }
}

/// Replaces `<<: *base` and `<<: [*base, *other]` by the fields of those maps that the map
/// does not have itself; of two maps the first has its way. A `<<` with anything else stays,
/// for whoever reads the map to refuse.
pub(super) fn merge(mut fields: Vec<Field>) -> Vec<Field> {
    let is_merge = |field: &Field| field.key == "<<" && bases(&field.node).is_some();
    let Some(at) = fields.iter().position(is_merge) else {
        return fields;
    };
    let merged = fields.remove(at);
    let mut seen: HashSet<String> =
        fields.iter().map(|field| field.key.clone()).collect();
    for base in bases(&merged.node).into_iter().flatten() {
        let fresh = base.fields().iter().filter(|field| seen.insert(field.key.clone()));
        fields.extend(fresh.cloned());
    }
    fields
}

/// The maps that the value of `<<` brings in, if it is one or a list of some.
fn bases(node: &Node) -> Option<Vec<&Node>> {
    let is_map = |node: &&Node| matches!(node.value, Value::Map(_));
    match &node.value {
        Value::Map(_) => Some(vec![node]),
        Value::List(nodes) => {
            nodes.iter().all(|node| is_map(&node)).then(|| nodes.iter().collect())
        }
        Value::Null | Value::Plain(_) | Value::Text(_) => None,
    }
}
