//! Anchors, aliases and merge keys.

use crate::tree::{Field, Node, Value};
use std::collections::{HashMap, HashSet};

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
