//! Anchors, aliases and merge keys.

use crate::tree::{Field, Node, Value};
use std::collections::HashMap;

/// The nodes that anchors name, with the number of values in each, so that an expansion is
/// counted before it is made.
#[derive(Default)]
pub(super) struct Anchors(HashMap<usize, (Node, usize)>);

impl Anchors {
    /// Remembers `node` under `anchor`; 0 is no anchor.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node) {
        if anchor != 0 {
            self.0.insert(anchor, (node.clone(), size(node)));
        }
    }

    /// How many values `anchor` stands for; nothing while it is still open.
    pub(super) fn size(&self, anchor: usize) -> Option<usize> {
        self.0.get(&anchor).map(|(_, size)| *size)
    }

    /// What `anchor` stands for.
    pub(super) fn expand(&self, anchor: usize) -> Node {
        self.0.get(&anchor).map(|(node, _)| node.clone()).unwrap_or_default()
    }
}

fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::List(nodes) => nodes.iter().map(size).sum::<usize>(),
        Value::Map(fields) => fields.iter().map(|field| size(&field.node)).sum(),
        Value::Null | Value::Plain(_) | Value::Text(_) => 0,
    }
}

/// Replaces `<<: *base` by the fields of `base` that the map does not have itself.
pub(super) fn merge(mut fields: Vec<Field>) -> Vec<Field> {
    let Some(at) = fields.iter().position(|field| field.key == "<<") else {
        return fields;
    };
    let base = fields.remove(at);
    for field in base.node.fields() {
        if fields.iter().all(|own| own.key != field.key) {
            fields.push(field.clone());
        }
    }
    fields
}
