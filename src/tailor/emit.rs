//! A tree as YAML text.

use super::same::is_typed;
use crate::tree::{Field, Node, Value};
use std::fmt::Write as _;

/// When scalars in flow style are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Where YAML needs it.
    Needed,
    /// Everywhere, as JSON has it.
    Always,
}

/// The longest list of scalars that stands on one line: a line of the house's own width.
const FLOW_WIDTH: usize = 80;

/// A whole document.
pub(super) fn document(root: &Node) -> String {
    let mut out = match &root.value {
        Value::Map(fields) => map(fields, 0),
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => value(root, 0),
    };
    out.push('\n');
    out
}

/// The fields of a block map, the first without its indent, without a line feed at the end.
pub(super) fn map(fields: &[Field], indent: usize) -> String {
    let fields = fields.iter().map(|one| field(one, indent));
    fields.collect::<Vec<_>>().join(&format!("\n{}", " ".repeat(indent)))
}

/// A field of a block map whose keys stand at `indent`.
pub(super) fn field(field: &Field, indent: usize) -> String {
    let key = scalar(&field.key);
    let node = &field.node;
    match &node.value {
        Value::Map(fields) if !fields.is_empty() => {
            let inner = indent + 2;
            format!("{key}:\n{}{}", " ".repeat(inner), map(fields, inner))
        }
        Value::List(nodes) if !fits(node) => {
            let inner = indent + 2;
            format!("{key}:\n{}{}", " ".repeat(inner), list(nodes, inner))
        }
        Value::Null => format!("{key}:"),
        Value::Plain(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
            format!("{key}: {}", value(node, indent))
        }
    }
}

/// The entries of a block list, the first without its indent.
fn list(nodes: &[Node], indent: usize) -> String {
    let entries = nodes.iter().map(|node| format!("- {}", value(node, indent + 2)));
    entries.collect::<Vec<_>>().join(&format!("\n{}", " ".repeat(indent)))
}

/// A value in block style, whose further lines stand at `indent`.
pub(super) fn value(node: &Node, indent: usize) -> String {
    match &node.value {
        Value::Map(fields) if !fields.is_empty() => map(fields, indent),
        Value::List(nodes) if !fits(node) => list(nodes, indent),
        Value::Text(text) | Value::Plain(text) if is_literal(text) => {
            literal(text, indent)
        }
        Value::Null
        | Value::Plain(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Map(_) => flow(node, Quotes::Needed),
    }
}

/// Whether a list holds scalars that fit on a line.
fn fits(node: &Node) -> bool {
    let Value::List(nodes) = &node.value else { return true };
    let is_scalar = |node: &Node| matches!(node.value, Value::Plain(_) | Value::Text(_));
    nodes.iter().all(is_scalar) && flow(node, Quotes::Needed).len() <= FLOW_WIDTH
}

/// A value on one line.
pub(super) fn flow(node: &Node, quotes: Quotes) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Plain(text) if is_plain(text) && quotes == Quotes::Needed => text.clone(),
        Value::Plain(text) if is_typed(text) => text.clone(),
        Value::Text(text) if !is_typed(text) && quotes == Quotes::Needed => scalar(text),
        Value::Plain(text) | Value::Text(text) => quoted(text),
        Value::List(nodes) => {
            let nodes: Vec<_> = nodes.iter().map(|node| flow(node, quotes)).collect();
            format!("[{}]", nodes.join(", "))
        }
        Value::Map(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|field| flow_field(field, quotes)).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// A field of a flow map.
pub(super) fn flow_field(field: &Field, quotes: Quotes) -> String {
    let key = match quotes {
        Quotes::Needed => scalar(&field.key),
        Quotes::Always => quoted(&field.key),
    };
    format!("{key}: {}", flow(&field.node, quotes))
}

fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether a text stands unquoted in block and in flow style alike (YAML 1.2.2, section
/// 7.3.3, and a little stricter).
fn is_plain(text: &str) -> bool {
    let is_null = ["~", "null", "Null", "NULL", "<<"].contains(&text);
    let starts_well =
        text.starts_with(|c: char| c.is_alphanumeric() || "/_(+$.".contains(c));
    let is_tame = |c: char| !c.is_control() && !"[]{},`\u{FEFF}\u{85}".contains(c);
    starts_well
        && !is_null
        && !text.starts_with("...")
        && !text.ends_with([' ', ':'])
        && text.chars().all(is_tame)
        && !text.contains(": ")
        && !text.contains(" #")
}

/// Text between double quotes. Every JSON string is one in YAML (YAML 1.2.2, section 1.2).
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text of several lines can be written as it is after `|`.
fn is_literal(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.lines().all(|line| !line.ends_with(' '))
        && body.chars().all(|c| {
            c == '\n' || !(c.is_control() || "\u{FEFF}\u{85}\u{2028}\u{2029}".contains(c))
        })
}

fn literal(text: &str, indent: usize) -> String {
    let indent = " ".repeat(indent + 2);
    let (mark, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let line = |line: &str| match line.is_empty() {
        true => String::new(),
        false => format!("{indent}{line}"),
    };
    let lines: Vec<_> = body.split('\n').map(line).collect();
    format!("{mark}\n{}", lines.join("\n"))
}
