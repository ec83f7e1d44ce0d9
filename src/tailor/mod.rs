//! A version of a profile as a profile: what `curricle tailor` writes.
//!
//! [`tailored`] takes out of the tree what [`Cut`] leaves out of a Document, so that a
//! tailored profile gives the same outputs as the whole one with the same options.
//! [`write()`] edits the text that the tree was read from, so that comments and layout stay
//! where nothing was cut.

mod emit;
mod follow;
mod patch;
mod prune;
mod references;
mod same;
mod setting;

pub use same::same;
pub use setting::version;

use crate::diagnostics::{Pointer, SourceMap};
use crate::document::{Cut, View};
use crate::profile::{Audience, Profile};
use crate::readers;
use crate::tree::{Field, Layer, Node, Value};

/// The tree of `profile`, which was read with `map`, as `view` shows it.
pub fn tailored(profile: &Profile, map: &SourceMap, view: &View) -> Node {
    let cut = Cut::of(profile, view);
    let mut root = map.root().clone();
    remove(&mut root, &["extends"]);
    let named = view.audience_name();
    if let Some((name, audience)) =
        named.and_then(|n| Some((n, profile.audiences.get(n)?)))
    {
        bake(&mut root, name, audience);
    }
    if view.asked.audience.is_some() {
        remove(&mut root, &["audiences"]);
        for output in children(&mut root, "outputs") {
            remove(&mut output.node, &["audience"]);
        }
    }
    prune::prune(&mut root, cut.gone());
    references::forget(&mut root, map.root(), cut.sections());
    follow::follow(&mut root, map.root());
    root
}

/// Writes `target` as YAML (a profile in JSON as JSON): the text that `map` has, with as
/// little changed as possible.
pub fn write(map: &SourceMap, target: &Node) -> String {
    let text = map.text();
    let edited = readers::tree(text).and_then(|original| {
        let edited = patch::patch(text, &original, target)?;
        // The layout of YAML has more corners than an editor knows. What does not read back
        // as it should is written anew.
        readers::tree(&edited).is_some_and(|read| same(&read, target)).then_some(edited)
    });
    edited.unwrap_or_else(|| match text.trim_start().starts_with('{') {
        true => emit::flow(target, emit::Quotes::Always) + "\n",
        false => emit::document(target),
    })
}

/// Puts an audience's own words in the place of the profile's.
fn bake(root: &mut Node, name: &str, audience: &Audience) {
    let origin = Pointer::root().key("audiences").key(name);
    if let Some(audience) = root.find(&origin).map(|found| found.node.span) {
        set(
            root,
            "edition",
            Node { span: audience, value: Value::Text(name.to_owned()) },
        );
    }
    let node = |root: &Node, key: &str| {
        root.find(&origin.key(key)).map(|found| found.node.clone())
    };
    if audience.wanted_order().is_some() {
        let key = if audience.sections.is_some() { "sections" } else { "order" };
        if let Some(order) = node(root, key) {
            set(root, "order", order);
        }
    }
    if let Some(headings) = node(root, "headings") {
        let under = root.get("headings").map(|field| field.node.clone());
        let under = under
            .unwrap_or_else(|| Node { value: Value::Map(vec![]), ..headings.clone() });
        let merged = Layer::from(under).under(Layer::from(headings)).into_node();
        set(root, "headings", merged);
    }
    if let Some(summary) = node(root, "summary").filter(|_| !audience.summary.is_empty())
        && let Some(basics) = children_of(root).iter_mut().find(|f| f.key == "basics")
    {
        set(&mut basics.node, "summary", summary);
    }
}

/// The fields of a map, to be changed.
fn children_of(node: &mut Node) -> &mut [Field] {
    match &mut node.value {
        Value::Map(fields) => fields,
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => &mut [],
    }
}

/// The fields of the map under `key`, to be changed.
fn children<'a>(node: &'a mut Node, key: &str) -> &'a mut [Field] {
    let field = children_of(node).iter_mut().find(|field| field.key == key);
    field.map_or(&mut [], |field| children_of(&mut field.node))
}

fn set(node: &mut Node, key: &str, value: Node) {
    let Value::Map(fields) = &mut node.value else { return };
    match fields.iter_mut().find(|field| field.key == key) {
        Some(field) => field.node = value,
        None => {
            fields.push(Field { key: key.to_owned(), key_span: value.span, node: value });
        }
    }
}

fn remove(node: &mut Node, keys: &[&str]) {
    if let Value::Map(fields) = &mut node.value {
        fields.retain(|field| !keys.contains(&field.key.as_str()));
    }
}
