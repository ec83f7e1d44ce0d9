//! Paths into a tree of which something was taken out.
//!
//! What an output sets is named by paths, `work[2].position`, and after a cut the third job
//! may be the first, or gone.

use super::{children, children_of, remove};
use crate::tree::path::{Path, Step, entry};
use crate::tree::{Node, Value};

/// Makes the paths under every output's `set` in `root` lead to what they led to in
/// `before`, and takes those out that lead to what is gone.
pub(super) fn follow(root: &mut Node, before: &Node) {
    let after = root.clone();
    for output in children(root, "outputs") {
        let set = children_of(&mut output.node).iter_mut().find(|f| f.key == "set");
        let Some(fields) = set.and_then(|set| set.node.fields_mut()) else { continue };
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
    let mut trail = Trail { before: Some(before), after: Some(after), steps: vec![] };
    for (step, _) in steps {
        let is_there = match step {
            Step::Key(key) => trail.key(key),
            Step::Entry(name) => trail.entry(name),
        };
        if !is_there {
            return Followed::Nowhere;
        }
    }
    Followed::To(Path::text(&trail.steps))
}

/// How far a path was followed: where that is in both trees, if it is there.
struct Trail<'a> {
    before: Option<&'a Node>,
    after: Option<&'a Node>,
    steps: Vec<Step>,
}

impl Trail<'_> {
    /// Goes to a key, and says whether it is not gone.
    fn key(&mut self, key: String) -> bool {
        self.before = self.before.and_then(|node| Some(&node.get(&key)?.node));
        self.after = self.after.and_then(|node| Some(&node.get(&key)?.node));
        self.steps.push(Step::Key(key));
        self.before.is_none() || self.after.is_some()
    }

    /// Goes to an entry of a list, and says whether it is not gone.
    fn entry(&mut self, name: String) -> bool {
        let (old, new) = (elements(self.before), elements(self.after));
        let Some(index) = entry(old, &name) else {
            self.steps.push(Step::Entry(name)); // reported when it is set
            return true;
        };
        let place = match old.get(index) {
            Some(node) => new.iter().position(|one| one.span == node.span),
            None => Some(new.len() + index - old.len()), // it adds one
        };
        let Some(place) = place else { return false };
        (self.before, self.after) = (old.get(index), new.get(place));
        self.steps.push(Step::Entry(match name.parse::<usize>() {
            Ok(_) => place.to_string(),
            Err(_) => name,
        }));
        true
    }
}

fn elements(list: Option<&Node>) -> &[Node] {
    match list.map(|node| &node.value) {
        Some(Value::List(nodes)) => nodes,
        Some(Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_)) | None => {
            &[]
        }
    }
}
