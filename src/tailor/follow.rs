//! Paths into a tree of which something was taken out.
//!
//! What an output sets is named by paths, `work[2].position`, and after a cut the third job
//! may be the first, or gone.

use super::{children, remove};
use crate::tree::path::{Path, Step, entry};
use crate::tree::{Node, Value};

/// Makes the paths under every output's `set` in `root` lead to what they led to in
/// `before`, and takes those out that lead to what is gone.
pub(super) fn follow(root: &mut Node, before: &Node) {
    let after = root.clone();
    for output in children(root, "outputs") {
        let Some(set) = output
            .node
            .fields_mut()
            .and_then(|fields| fields.iter_mut().find(|field| field.key == "set"))
        else {
            continue;
        };
        if let Some(fields) = set.node.fields_mut() {
            fields.retain_mut(|field| match followed(&field.key, before, &after) {
                Followed::To(path) => {
                    field.key = path;
                    true
                }
                Followed::Nowhere => false,
            });
            if fields.is_empty() {
                remove(&mut output.node, &["set"]);
            }
        }
    }
}

enum Followed {
    /// The path by now.
    To(String),
    /// What it led to is gone.
    Nowhere,
}

/// A path into `before` as one into `after`, which holds some of the same nodes.
fn followed(path: &str, before: &Node, after: &Node) -> Followed {
    let Ok(Path(steps)) = Path::parse(path) else {
        return Followed::To(path.to_owned()); // reported when it is set
    };
    let (mut before, mut after) = (Some(before), Some(after));
    let mut out = Vec::new();
    for (step, _) in steps {
        let was_there = before.is_some();
        match step {
            Step::Key(key) => {
                let get = |node: &Node| node.step(&key).map(|_| ());
                if before.and_then(get).is_some() && after.and_then(get).is_none() {
                    return Followed::Nowhere;
                }
                before = before.and_then(|node| Some(&node.get(&key)?.node));
                after = after.and_then(|node| Some(&node.get(&key)?.node));
                out.push(Step::Key(key));
            }
            Step::Entry(name) => {
                let (old, new) = (elements(before), elements(after));
                let Some(index) = entry(old, &name).filter(|_| was_there) else {
                    return Followed::To(path.to_owned());
                };
                let place = match old.get(index) {
                    Some(node) => new.iter().position(|one| one.span == node.span),
                    None => Some(new.len() + index - old.len()), // it adds one
                };
                let Some(place) = place else { return Followed::Nowhere };
                (before, after) = (old.get(index), new.get(place));
                out.push(Step::Entry(match name.parse::<usize>() {
                    Ok(_) => place.to_string(),
                    Err(_) => name,
                }));
            }
        }
    }
    Followed::To(Path::text(&out))
}

fn elements(list: Option<&Node>) -> &[Node] {
    match list.map(|node| &node.value) {
        Some(Value::List(nodes)) => nodes,
        Some(Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_)) | None => {
            &[]
        }
    }
}
