//! Whether two trees say the same.

use crate::tree::{Node, Value};

/// Whether two trees hold the same values in the same order, wherever they stand. A text is
/// the same with quotes and without, unless it reads as a number or a truth value.
pub fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Plain(a), Value::Plain(b)) | (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Plain(a), Value::Text(b)) | (Value::Text(a), Value::Plain(b)) => {
            a == b && !is_typed(a)
        }
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.node, &b.node))
        }
        (
            Value::Null
            | Value::Plain(_)
            | Value::Text(_)
            | Value::List(_)
            | Value::Map(_),
            _,
        ) => false,
    }
}

/// Whether an unquoted text is more than text.
pub(super) fn is_typed(text: &str) -> bool {
    text == "true" || text == "false" || text.parse::<f64>().is_ok()
}
