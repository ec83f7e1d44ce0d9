//! Names of what is no longer there.
//!
//! `order` and the views name sections, and a name that leads nowhere is an error. A tag
//! under `exclude` that nothing has any more would be a warning.

use super::{children, children_of, remove};
use crate::tree::{Field, Node, Value};

/// Takes the ids of `sections` and the tags that only `before` has out of the lists of
/// names in `root`.
pub(super) fn forget(root: &mut Node, before: &Node, sections: &[String]) {
    let is_gone = |id: &str| sections.iter().any(|gone| gone == id);
    for field in children_of(root).iter_mut().filter(|field| field.key == "order") {
        retain(&mut field.node, &|id| !is_gone(id));
    }
    let (had, has) = (tags(before), tags(root));
    let lost =
        |tag: &str| had.iter().any(|had| had == tag) && !has.iter().any(|has| has == tag);
    for key in ["outputs", "audiences"] {
        for version in children(root, key) {
            for field in children_of(&mut version.node) {
                forget_in(field, &is_gone, &lost);
            }
            let emptied: Vec<&str> = ["without", "exclude", "max_highlights"]
                .into_iter()
                .filter(|key| version.node.get(key).is_some_and(|f| is_empty(&f.node)))
                .collect();
            remove(&mut version.node, &emptied);
            if is_gone("summary") {
                remove(&mut version.node, &["summary"]); // an audience's own
            }
        }
    }
    if root.get("order").is_some_and(|field| is_empty(&field.node)) {
        remove(root, &["order"]);
    }
}

fn forget_in(
    field: &mut Field,
    is_gone: &impl Fn(&str) -> bool,
    lost: &impl Fn(&str) -> bool,
) {
    match field.key.as_str() {
        "sections" | "only" | "without" | "order" => {
            retain(&mut field.node, &|id| !is_gone(id));
        }
        "exclude" => retain(&mut field.node, &|tag| !lost(tag)),
        "max_highlights" => {
            if let Value::Map(limits) = &mut field.node.value {
                limits.retain(|limit| !is_gone(&limit.key));
            }
        }
        _ => {} // a backend's option, or a filter that names nothing
    }
}

fn retain(list: &mut Node, keeps: &impl Fn(&str) -> bool) {
    if let Value::List(nodes) = &mut list.value {
        nodes.retain(|node| match &node.value {
            Value::Plain(name) | Value::Text(name) => keeps(name),
            Value::Null | Value::List(_) | Value::Map(_) => true,
        });
    }
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::List(nodes) => nodes.is_empty(),
        Value::Map(fields) => fields.is_empty(),
        Value::Null | Value::Plain(_) | Value::Text(_) => false,
    }
}

/// Every tag in a tree.
fn tags(root: &Node) -> Vec<String> {
    let mut tags = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::List(nodes) => open.extend(nodes),
            Value::Map(fields) => {
                for field in fields {
                    match (field.key.as_str(), &field.node.value) {
                        ("tags", Value::List(nodes)) => tags.extend(words(nodes)),
                        _ => open.push(&field.node),
                    }
                }
            }
            Value::Null | Value::Plain(_) | Value::Text(_) => {}
        }
    }
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn words(nodes: &[Node]) -> impl Iterator<Item = String> {
    nodes.iter().filter_map(|node| match &node.value {
        Value::Plain(word) | Value::Text(word) => Some(word.clone()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    })
}
