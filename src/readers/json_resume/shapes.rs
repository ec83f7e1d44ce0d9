//! Values of another shape than the standard's.

use crate::diagnostics::Span;
use crate::profile::is_language_tag;
use crate::readers::notes::Notes;
use crate::tree::{Field, Node, Value};

/// Takes out every `null`, which says that there is nothing.
pub(super) fn drop_nulls(node: &mut Node, notes: &mut Notes) {
    let mut found = |node: &Node| {
        let is_null = node.value == Value::Null;
        if is_null {
            notes.add("`null` is read as nothing", node.span);
        }
        !is_null
    };
    match &mut node.value {
        Value::List(nodes) => {
            nodes.retain(&mut found);
            nodes.iter_mut().for_each(|node| drop_nulls(node, notes));
        }
        Value::Map(fields) => {
            fields.retain(|field| found(&field.node));
            // nothing under an output's `set` removes what it names
            let inner = fields.iter_mut().filter(|field| field.key != "set");
            inner.for_each(|field| drop_nulls(&mut field.node, notes));
        }
        Value::Null | Value::Plain(_) | Value::Text(_) => {}
    }
}

/// Makes a list of what is alone where a list is due.
pub(super) fn listed(node: &mut Node, key: &str, notes: &mut Notes) {
    match &node.value {
        Value::List(_) | Value::Null => {}
        Value::Plain(text) | Value::Text(text) if text.trim().is_empty() => {
            node.value = Value::List(vec![]);
        }
        Value::Plain(_) | Value::Text(_) | Value::Map(_) => {
            notes.add(format!("the one `{key}` is read as a list of one"), node.span);
            let one = std::mem::take(node);
            *node = Node { span: one.span, value: Value::List(vec![one]) };
        }
    }
}

/// Makes a map with one key of what is mere text where a map is due.
pub(super) fn mapped(node: &mut Node, key: &str, notes: &mut Notes) {
    if let Value::Plain(_) | Value::Text(_) = node.value {
        notes.add(format!("text is read as a map with a `{key}`"), node.span);
        let text = std::mem::take(node);
        let span = text.span;
        let key_span = Span::new(span.start, span.start);
        let field = Field { key: key.to_owned(), key_span, node: text };
        *node = Node { span, value: Value::Map(vec![field]) };
    }
}

/// Makes one text of several, or of a map of them, where text is due.
pub(super) fn joined(node: &mut Node, separator: &str, notes: &mut Notes) {
    let parts: Option<Vec<&str>> = match &node.value {
        Value::List(nodes) => nodes.iter().map(text).collect(),
        Value::Map(fields) if fields.iter().all(|f| is_language(&f.key)) => None,
        Value::Map(fields) => fields.iter().map(|field| text(&field.node)).collect(),
        Value::Null | Value::Plain(_) | Value::Text(_) => None,
    };
    if let Some(parts) = parts {
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        notes.add("several texts are read as one", node.span);
        node.value = Value::Text(parts.join(separator));
    }
}

/// Whether a key names a language as people do it, by two or three letters: `about` would be
/// a tag, too.
fn is_language(key: &str) -> bool {
    is_language_tag(key) && key.split('-').next().is_some_and(|one| one.len() <= 3)
}

/// The text of a scalar.
pub(super) fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Plain(text) | Value::Text(text) => Some(text),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}
