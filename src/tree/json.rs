//! JSON values as trees, for options that no file holds (the command line's).

use super::{Field, Node, Value};
use crate::diagnostics::Span;

impl From<serde_json::Value> for Node {
    fn from(json: serde_json::Value) -> Self {
        Self { span: Span::default(), value: Value::from(json) }
    }
}

impl From<serde_json::Value> for Value {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(truth) => Self::Plain(truth.to_string()),
            serde_json::Value::Number(number) => Self::Plain(number.to_string()),
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Array(values) => {
                Self::List(values.into_iter().map(Node::from).collect())
            }
            serde_json::Value::Object(map) => {
                Self::Map(map.into_iter().map(Field::from).collect())
            }
        }
    }
}

impl From<(String, serde_json::Value)> for Field {
    fn from((key, value): (String, serde_json::Value)) -> Self {
        Self { key, key_span: Span::default(), node: Node::from(value) }
    }
}
