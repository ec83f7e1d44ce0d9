//! Values set on the command line: `basics.label=Engineer`.
//!
//! They go into the tree before it is decoded, so that they are typed as the file is and
//! their errors point into what was written after `--set`.

use super::yaml;
use crate::bounds::Bounds;
use crate::diagnostics::{Code, Diagnostic, Place, Span, nearest};
use crate::tree::{Field, Node, Value};

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// `.key`
    Key(String),
    /// `[2]`, counted from 0, or `[id]`
    Entry(String),
}

/// Sets the value in `assignment`, which is the source `source`, in `root`.
///
/// # Errors
/// A path of another form or that leads nowhere, a value that is not YAML.
pub(super) fn assign(
    root: &mut Node,
    assignment: &str,
    source: u16,
) -> Result<(), Diagnostic> {
    let Some((path, _)) = assignment.split_once('=') else {
        return Err(Diagnostic::error(Code::BadPath, "`--set` takes a path and a value")
            .at(Place::Span(Span::new(0, assignment.len()).in_source(source)), "")
            .help("as in `--set basics.label=Engineer`"));
    };
    let steps = steps(path).map_err(|at| {
        Diagnostic::error(Code::BadPath, format!("`{path}` is not a path"))
            .at(Place::Span(at.in_source(source)), "")
            .help("write `basics.label`, or `work[0].position` for one of several")
    })?;
    let value = value(assignment, path.len() + 1, source)?;
    put(root, &steps, value).map_err(|problem| problem.in_source(source))
}

/// The steps of a path with the bytes of each.
fn steps(path: &str) -> Result<Vec<(Step, Span)>, Span> {
    let mut steps = Vec::new();
    let mut at = 0;
    while at < path.len() {
        let rest = &path[at..];
        let (step, length) = match rest.strip_prefix('[') {
            Some(inner) => {
                let end = inner.find(']').filter(|end| *end > 0);
                let end = end.ok_or(Span::new(at, path.len()))?;
                (Step::Entry(inner[..end].to_owned()), end + 2)
            }
            None => {
                let dot = usize::from(rest.starts_with('.') && !steps.is_empty());
                let key = &rest[dot..];
                let end = key.find(['.', '[']).unwrap_or(key.len());
                if end == 0 || (dot == 0 && !steps.is_empty()) {
                    return Err(Span::new(at, path.len()));
                }
                (Step::Key(key[..end].to_owned()), dot + end)
            }
        };
        let from = at + usize::from(rest.starts_with('.'));
        steps.push((step, Span::new(from, at + length)));
        at += length;
    }
    if steps.is_empty() { Err(Span::new(0, 1)) } else { Ok(steps) }
}

/// The value after the `=`: a list, a map or quoted text as YAML has them; anything else is
/// the text itself, so that a colon needs no quotes.
fn value(assignment: &str, at: usize, source: u16) -> Result<Node, Diagnostic> {
    let text = &assignment[at..];
    let span = Span::new(at, assignment.len()).in_source(source);
    if text.starts_with(['[', '{', '"', '\'']) {
        let padded = " ".repeat(at) + text; // so that the places are those in `assignment`
        let parsed = yaml::parse(&padded, &Bounds::default())
            .map_err(|problem| problem.in_source(source))?;
        return Ok(parsed.0.in_source(source));
    }
    let value = match text {
        "" | "null" => Value::Null,
        _ => Value::Plain(text.to_owned()),
    };
    Ok(Node { span, value })
}

/// Puts `value` where `steps` lead, and makes the maps on the way; nothing removes what is
/// there.
fn put(node: &mut Node, steps: &[(Step, Span)], value: Node) -> Result<(), Diagnostic> {
    let Some(((step, span), rest)) = steps.split_first() else {
        *node = value;
        return Ok(());
    };
    let removes = rest.is_empty() && value.value == Value::Null;
    match step {
        Step::Key(key) => {
            if let Value::List(_) = node.value {
                return Err(bad_path(*span, "a list stands here, which has no keys")
                    .help(format!("name one of its entries: `[0].{key}`")));
            }
            let mut fields = fields(node, span.in_source(value.span.source));
            let at = position(&mut fields, key, *span, value.span);
            let done = put(&mut fields[at].node, rest, value);
            if removes {
                fields.remove(at);
            }
            node.value = Value::Map(fields);
            done
        }
        Step::Entry(name) => {
            let mut nodes = nodes(node, *span)?;
            let at = entry(&mut nodes, name, *span, value.span);
            let done = at.and_then(|at| {
                put(&mut nodes[at], rest, value)?;
                if removes {
                    nodes.remove(at);
                }
                Ok(())
            });
            node.value = Value::List(nodes);
            done
        }
    }
}

fn bad_path(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::BadPath, message).at(Place::Span(span), "")
}

/// The fields of a map; whatever else stands here becomes one.
fn fields(node: &mut Node, span: Span) -> Vec<Field> {
    match std::mem::take(&mut node.value) {
        Value::Map(fields) => fields,
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => {
            node.span = span;
            vec![]
        }
    }
}

/// Where the field `key` is, made if it is not there.
fn position(fields: &mut Vec<Field>, key: &str, span: Span, value: Span) -> usize {
    let span = span.in_source(value.source);
    let found = fields.iter().position(|field| field.key == key);
    found.unwrap_or_else(|| {
        let node = Node { span: value, value: Value::Null };
        fields.push(Field { key: key.to_owned(), key_span: span, node });
        fields.len() - 1
    })
}

/// The entries of a list; nothing becomes one.
fn nodes(node: &mut Node, span: Span) -> Result<Vec<Node>, Diagnostic> {
    match std::mem::take(&mut node.value) {
        Value::List(nodes) => Ok(nodes),
        Value::Null => Ok(vec![]),
        other @ (Value::Plain(_) | Value::Text(_) | Value::Map(_)) => {
            node.value = other;
            let message = format!("there is no list here, but {}", node.kind());
            Err(bad_path(span, message).help("leave the brackets out"))
        }
    }
}

/// Where the entry with an index or an id is; the index after the last one makes another.
fn entry(
    nodes: &mut Vec<Node>,
    name: &str,
    span: Span,
    value: Span,
) -> Result<usize, Diagnostic> {
    let index = match name.parse::<usize>() {
        Ok(index) => index,
        Err(_) => by_id(nodes, name, span)?,
    };
    let count = nodes.len();
    if index > count {
        return Err(bad_path(span, format!("there is no entry {index}"))
            .help(format!("there are {count}, counted from 0; `[{count}]` adds one")));
    }
    if index == count {
        nodes.push(Node { span: value, value: Value::Null });
    }
    Ok(index)
}

fn by_id(nodes: &[Node], name: &str, span: Span) -> Result<usize, Diagnostic> {
    let ids: Vec<Option<&str>> = nodes
        .iter()
        .map(|node| match &node.get("id")?.node.value {
            Value::Plain(id) | Value::Text(id) => Some(id.as_str()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        })
        .collect();
    ids.iter().position(|id| *id == Some(name)).ok_or_else(|| {
        let problem = bad_path(span, format!("no entry has the id `{name}`"));
        match nearest(name, ids.iter().flatten().copied()) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help("count the entries from 0: `[0]`"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_keys_and_brackets() {
        let of =
            |path| steps(path).map(|steps| steps.into_iter().map(|(s, _)| s).collect());
        let key = |key: &str| Step::Key(key.to_owned());
        let entry = |name: &str| Step::Entry(name.to_owned());
        assert_eq!(
            of("work[0].highlights[last]"),
            Ok(vec![key("work"), entry("0"), key("highlights"), entry("last")])
        );
        for wrong in ["", ".a", "a..b", "a.", "a[", "a[]", "a[0]b"] {
            assert!(steps(wrong).is_err(), "{wrong}");
        }
    }
}
