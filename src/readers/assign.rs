//! Values that are set by a path: on the command line as `basics.label=Engineer`, and under
//! an output's `set`.
//!
//! They go into the tree before it is decoded, so that they are typed as the file is and
//! their errors point into what was written after `--set`.

use super::yaml;
use crate::bounds::Bounds;
use crate::diagnostics::{Code, Diagnostic, Place, Span, nearest};
use crate::tree::path::{self, Path, Step};
use crate::tree::{Field, Node, Value};

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
    let steps = steps(path, Span::new(0, path.len()).in_source(source))?;
    let value = value(assignment, path.len() + 1, source)?;
    put(root, &steps, value)
}

/// Sets what a field of an output's `set` says.
///
/// # Errors
/// A path of another form, that leads nowhere, or to what decides which outputs there are.
pub(super) fn assign_field(root: &mut Node, field: &Field) -> Result<(), Diagnostic> {
    let steps = steps(&field.key, field.key_span)?;
    if let Some((Step::Key(key), span)) = steps.first()
        && BEYOND_AN_OUTPUT.contains(&key.as_str())
    {
        return Err(bad_path(*span, format!("an output can't set `{key}`"))
            .help("it sets what it shows; write the rest where it belongs"));
    }
    put(root, &steps, field.node.clone())
}

/// What is settled before an output sets anything.
const BEYOND_AN_OUTPUT: [&str; 3] = ["outputs", "audiences", "extends"];

/// The steps of a path that stands at `at`, between quotes or not.
fn steps(path: &str, at: Span) -> Result<Vec<(Step, Span)>, Diagnostic> {
    let quote = usize::from(at.end - at.start == path.len() + 2);
    match Path::parse(path) {
        Ok(path) => Ok(path.at(at.start + quote, at.source).0),
        Err(wrong) => {
            let start = at.start + quote;
            let wrong = Span::new(wrong.start + start, wrong.end + start);
            let message = format!("`{path}` is not a path");
            Err(bad_path(wrong.in_source(at.source), message)
                .help("write `basics.label`, or `work[0].position` for one of several"))
        }
    }
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
            let mut fields = fields(node, *span);
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
    let index = path::entry(nodes, name).ok_or_else(|| no_id(nodes, name, span))?;
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

fn no_id(nodes: &[Node], name: &str, span: Span) -> Diagnostic {
    let problem = bad_path(span, format!("no entry has the id `{name}`"));
    match nearest(name, nodes.iter().filter_map(path::id)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("count the entries from 0: `[0]`"),
    }
}
