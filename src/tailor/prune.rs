//! Values out of a tree.

use crate::diagnostics::Pointer;
use crate::tree::{Node, Value};
use std::collections::BTreeMap;

/// What goes, as the tree of its pointers.
#[derive(Default)]
struct Branch {
    is_gone: bool,
    inner: BTreeMap<String, Branch>,
}

/// Takes out of `root` every value that `gone` names, with lists and maps that are left
/// empty by it.
pub(super) fn prune<'a>(root: &mut Node, gone: impl Iterator<Item = &'a Pointer>) {
    let mut tree = Branch::default();
    for pointer in gone {
        let mut branch = &mut tree;
        for part in pointer.parts() {
            branch = branch.inner.entry(part).or_default();
        }
        branch.is_gone = true;
    }
    cut(root, &tree);
}

/// Whether anything is left of `node`.
fn cut(node: &mut Node, branch: &Branch) -> bool {
    let keeps = |part: &str, node: &mut Node| match branch.inner.get(part) {
        None => true,
        Some(branch) => !branch.is_gone && cut(node, branch),
    };
    match &mut node.value {
        Value::Map(fields) => {
            let was_empty = fields.is_empty();
            fields.retain_mut(|field| keeps(&field.key, &mut field.node));
            was_empty || !fields.is_empty()
        }
        Value::List(nodes) => {
            let was_empty = nodes.is_empty();
            let mut index = 0;
            nodes.retain_mut(|node| {
                index += 1;
                keeps(&(index - 1).to_string(), node)
            });
            was_empty || !nodes.is_empty()
        }
        Value::Null | Value::Plain(_) | Value::Text(_) => true,
    }
}
