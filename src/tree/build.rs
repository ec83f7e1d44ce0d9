//! Trees made of other trees: how a reader of another format says where each value came
//! from.

use super::{Field, Node, Value};
use crate::diagnostics::Span;

impl Node {
    /// Text that stands, or came of what stands, at `span`.
    pub fn text(text: impl Into<String>, span: Span) -> Self {
        Self { span, value: Value::Text(text.into()) }
    }

    /// A list that stands at `span`.
    pub fn list(nodes: Vec<Self>, span: Span) -> Self {
        Self { span, value: Value::List(nodes) }
    }

    /// A map that stands at `span`.
    pub fn map(fields: Vec<Field>, span: Span) -> Self {
        Self { span, value: Value::Map(fields) }
    }

    /// The text of a scalar.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Plain(text) | Value::Text(text) => Some(text),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The elements of a list; nothing for any other kind.
    pub fn elements(&self) -> &[Self] {
        match &self.value {
            Value::List(nodes) => nodes,
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => &[],
        }
    }

    /// Whether there is nothing in it.
    pub fn is_nothing(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Plain(text) | Value::Text(text) => text.trim().is_empty(),
            Value::List(nodes) => nodes.is_empty(),
            Value::Map(fields) => fields.is_empty(),
        }
    }
}

impl Field {
    /// A key that no file has, at the start of its value.
    pub fn new(key: impl Into<String>, node: Node) -> Self {
        let key_span = Span::new(node.span.start, node.span.start);
        Self { key: key.into(), key_span, node }
    }
}

/// A tree as plain JSON values, every scalar as text.
impl From<&Node> for serde_json::Value {
    fn from(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Plain(text) | Value::Text(text) => Self::String(text.clone()),
            Value::List(nodes) => Self::Array(nodes.iter().map(Self::from).collect()),
            Value::Map(fields) => {
                let pairs = fields.iter().map(|f| (f.key.clone(), Self::from(&f.node)));
                Self::Object(pairs.collect())
            }
        }
    }
}
