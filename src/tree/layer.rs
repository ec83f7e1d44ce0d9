//! Trees over trees: how several files make one.
//!
//! - A map goes over a map key by key.
//! - A list of entries of which one has an `id` goes over another such list entry by entry:
//!   entries of one id are merged, the others added at the end.
//! - A map goes over such a list as if its keys were ids, and the other way round; what
//!   comes of it is a list.
//! - `null` removes what stands under its key or has its id.
//! - Anything else replaces what was there.
//!
//! The operation is associative: `a` under (`b` under `c`) is (`a` under `b`) under `c`, so
//! that a file may be split, and two merged, without a change to the whole. Plain trees
//! can't have that (a map over `null` must remember that it replaces), which is why layers
//! are a type of their own.

use super::{Field, Node, Value, path};
use crate::diagnostics::Span;

/// A tree that may stand under and over others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer(Content);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    /// A scalar, a list without ids, or `null`: replaces.
    Leaf(Node),
    /// A map, or a list of entries of which one has an id; merges with such a one below it,
    /// unless it has replaced something else already.
    Keyed { span: Span, form: Form, members: Vec<Member>, replaces: bool },
}

/// What keyed values are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Map,
    List,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Member {
    /// The key in a map, the id in a list; nothing for an entry without one.
    key: Option<String>,
    span: Span,
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
        let keyed = |form, members| Self::Keyed {
            span: node.span,
            form,
            members,
            replaces: false,
        };
        match node.value {
            Value::Map(fields) => {
                keyed(Form::Map, fields.into_iter().map(Member::from).collect())
            }
            Value::List(nodes) if nodes.iter().any(|node| path::id(node).is_some()) => {
                keyed(Form::List, nodes.into_iter().map(Member::from).collect())
            }
            value @ (Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_)) => {
                Self::Leaf(Node { span: node.span, value })
            }
        }
    }
}

/// A field of a map.
impl From<Field> for Member {
    fn from(field: Field) -> Self {
        Self { key: Some(field.key), span: field.key_span, value: field.node.into() }
    }
}

/// An entry of a list.
impl From<Node> for Member {
    fn from(node: Node) -> Self {
        Self {
            key: path::id(&node).map(str::to_owned),
            span: node.span,
            value: node.into(),
        }
    }
}

impl Content {
    fn into_node(self) -> Node {
        match self {
            Self::Leaf(node) => node,
            Self::Keyed { span, form: Form::Map, members, .. } => {
                let present = members.into_iter().filter_map(Member::into_field);
                Node { span, value: Value::Map(present.collect()) }
            }
            Self::Keyed { span, form: Form::List, members, .. } => {
                let present = members.into_iter().filter_map(Member::into_entry);
                Node { span, value: Value::List(present.collect()) }
            }
        }
    }

    fn replacing(self) -> Self {
        match self {
            Self::Leaf(node) => Self::Leaf(node),
            Self::Keyed { span, form, members, .. } => {
                Self::Keyed { span, form, members, replaces: true }
            }
        }
    }
}

impl Member {
    /// As a field of a map, unless `null` removed it.
    fn into_field(self) -> Option<Field> {
        let node = self.value.into_node();
        let (key, key_span) = (self.key?, self.span);
        (node.value != Value::Null).then_some(Field { key, key_span, node })
    }

    /// As an entry of a list, unless `null` removed it. One that stood in a map has its key
    /// for an id.
    fn into_entry(self) -> Option<Node> {
        let mut node = self.value.into_node();
        let Some(key) = self.key else { return Some(node) };
        if let Value::Map(fields) = &mut node.value
            && fields.iter().all(|field| field.key != ID)
        {
            let id = Node { span: self.span, value: Value::Text(key) };
            fields.insert(0, Field { key: ID.to_owned(), key_span: self.span, node: id });
        }
        (node.value != Value::Null).then_some(node)
    }
}

const ID: &str = "id";

fn merge(under: Content, over: Content) -> Content {
    match (under, over) {
        (
            Content::Keyed { form: below, members: under, replaces, .. },
            Content::Keyed { span, form: above, members: over, replaces: false },
        ) => {
            let form = match (below, above) {
                (Form::Map, Form::Map) => Form::Map,
                (Form::List, _) | (_, Form::List) => Form::List,
            };
            Content::Keyed { span, form, members: merged(under, over), replaces }
        }
        (_, over @ (Content::Leaf(_) | Content::Keyed { .. })) => over.replacing(),
    }
}

fn merged(mut below: Vec<Member>, above: Vec<Member>) -> Vec<Member> {
    for over in above {
        let same = |under: &&mut Member| over.key.is_some() && under.key == over.key;
        match below.iter_mut().find(same) {
            Some(under) => {
                let value =
                    std::mem::replace(&mut under.value, Content::Leaf(Node::default()));
                *under = Member { value: merge(value, over.value), ..over };
            }
            None => below.push(over),
        }
    }
    below
}
