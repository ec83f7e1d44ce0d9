//! Trees over trees: how several files make one.
//!
//! - A map goes over a map key by key.
//! - A list of entries of which one has an `id` goes over another such list entry by entry:
//!   entries of one id are merged, the others added at the end.
//! - `null` removes what stands under its key.
//! - Anything else replaces what was there.
//!
//! The operation is associative: `a` under (`b` under `c`) is (`a` under `b`) under `c`, so
//! that a file may be split, and two merged, without a change to the whole. Plain trees
//! can't have that (a map over `null` must remember that it replaces), which is why layers
//! are a type of their own.

use super::{Field, Node, Value};
use crate::diagnostics::Span;

/// A tree that may stand under and over others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer(Content);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    /// A scalar, a list without ids, or `null`: replaces.
    Leaf(Node),
    /// A map; merges with a map below it, unless it has replaced something else already.
    Map { span: Span, fields: Vec<Key>, replaces: bool },
    /// Entries of which one has an id; likewise.
    Entries { span: Span, entries: Vec<Entry>, replaces: bool },
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    key: String,
    span: Span,
    value: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    id: Option<String>,
    value: Content,
}

impl Layer {
    /// This layer with `over` on top of it.
    #[must_use]
    pub fn under(self, over: Self) -> Self {
        Self(merge(self.0, over.0))
    }

    /// The tree that the layers make, without what `null` removed.
    pub fn into_node(self) -> Node {
        self.0.into_node()
    }
}

impl From<Node> for Layer {
    fn from(node: Node) -> Self {
        Self(Content::from(node))
    }
}

impl From<Node> for Content {
    fn from(node: Node) -> Self {
        let span = node.span;
        match node.value {
            Value::Map(fields) => {
                let fields = fields.into_iter().map(|field| Key {
                    key: field.key,
                    span: field.key_span,
                    value: Self::from(field.node),
                });
                Self::Map { span, fields: fields.collect(), replaces: false }
            }
            Value::List(nodes) if nodes.iter().any(|node| id(node).is_some()) => {
                let entries = nodes
                    .into_iter()
                    .map(|node| Entry { id: id(&node), value: Self::from(node) });
                Self::Entries { span, entries: entries.collect(), replaces: false }
            }
            value @ (Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_)) => {
                Self::Leaf(Node { span, value })
            }
        }
    }
}

fn id(node: &Node) -> Option<String> {
    match &node.get("id")?.node.value {
        Value::Plain(id) | Value::Text(id) => Some(id.clone()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

impl Content {
    fn into_node(self) -> Node {
        match self {
            Self::Leaf(node) => node,
            Self::Map { span, fields, .. } => {
                let fields = fields.into_iter().map(|field| Field {
                    key: field.key,
                    key_span: field.span,
                    node: field.value.into_node(),
                });
                let present = fields.filter(|field| field.node.value != Value::Null);
                Node { span, value: Value::Map(present.collect()) }
            }
            Self::Entries { span, entries, .. } => {
                let nodes = entries.into_iter().map(|entry| entry.value.into_node());
                Node { span, value: Value::List(nodes.collect()) }
            }
        }
    }

    fn replacing(self) -> Self {
        match self {
            Self::Leaf(node) => Self::Leaf(node),
            Self::Map { span, fields, .. } => Self::Map { span, fields, replaces: true },
            Self::Entries { span, entries, .. } => {
                Self::Entries { span, entries, replaces: true }
            }
        }
    }
}

fn merge(under: Content, over: Content) -> Content {
    match (under, over) {
        (
            Content::Map { fields: below, replaces, .. },
            Content::Map { span, fields, replaces: false },
        ) => Content::Map { span, fields: merge_fields(below, fields), replaces },
        (
            Content::Entries { entries: below, replaces, .. },
            Content::Entries { span, entries, replaces: false },
        ) => Content::Entries { span, entries: merge_entries(below, entries), replaces },
        (
            _,
            over @ (Content::Leaf(_) | Content::Map { .. } | Content::Entries { .. }),
        ) => over.replacing(),
    }
}

fn merge_fields(mut below: Vec<Key>, above: Vec<Key>) -> Vec<Key> {
    for over in above {
        match below.iter_mut().find(|under| under.key == over.key) {
            Some(under) => {
                let value = take(&mut under.value);
                *under = Key { value: merge(value, over.value), ..over };
            }
            None => below.push(over),
        }
    }
    below
}

fn merge_entries(mut below: Vec<Entry>, above: Vec<Entry>) -> Vec<Entry> {
    for over in above {
        let same = |under: &&mut Entry| over.id.is_some() && under.id == over.id;
        match below.iter_mut().find(same) {
            Some(under) => {
                let value = take(&mut under.value);
                *under = Entry { value: merge(value, over.value), ..over };
            }
            None => below.push(over),
        }
    }
    below
}

fn take(content: &mut Content) -> Content {
    std::mem::replace(content, Content::Leaf(Node::default()))
}
