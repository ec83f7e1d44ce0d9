//! What can be wrong with a value, as serde reports it.

use super::deserializer::Path;
use crate::diagnostics::{Code, Diagnostic, Place, Span, elsewhere, meant, nearest};
use crate::tree::{Node, Value};
use serde::de::{self, Expected, Unexpected};
use std::fmt::{self, Display};

/// Where a node lies in memory: which one of the tree it is.
pub(super) type NodeId = *const Node;

/// A value that its type refused. The place is filled in by the innermost node that the
/// error passes on its way out.
#[derive(Debug)]
pub(super) struct Problem {
    kind: Kind,
    at: Option<Box<At>>,
    help: Option<Box<str>>,
}

/// Which node was refused, and what of it to show.
#[derive(Debug)]
struct At {
    place: Place,
    node: NodeId,
    span: Span,
}

#[derive(Debug)]
enum Kind {
    WrongType(String),
    Refused { code: Code, message: String },
    Unknown { key: String, known: &'static [&'static str] },
    Missing(&'static str),
    Duplicate(&'static str),
}

impl Problem {
    fn new(kind: Kind) -> Self {
        Self { kind, at: None, help: None }
    }

    /// A value of the wrong kind.
    pub(super) fn wrong_type(expected: &str, node: &Node) -> Self {
        Self::new(Kind::WrongType(format!("expected {expected}, found {}", node.kind())))
    }

    /// Adds what to do next, where there is something to say.
    pub(super) fn help(mut self, help: Option<String>) -> Self {
        self.help = help.map(String::into_boxed_str);
        self
    }

    /// Fills in the place, unless a node further in has done so.
    pub(super) fn at(self, node: &Node, path: &Path<'_>) -> Self {
        self.placed(node, || Place::Value(path.pointer()))
    }

    /// As [`at`](Self::at), for a key that was refused: its value is left out with it.
    pub(super) fn at_key(self, value: &Node, path: &Path<'_>) -> Self {
        self.placed(value, || Place::Key(path.pointer()))
    }

    fn placed(mut self, node: &Node, place: impl FnOnce() -> Place) -> Self {
        self.at.get_or_insert_with(|| {
            let (id, span) = (std::ptr::from_ref(node), node.span);
            Box::new(At { place: place(), node: id, span })
        });
        self
    }

    /// Which node was refused, and where it stands.
    pub(super) fn refused(&self) -> Option<(NodeId, Span)> {
        self.at.as_ref().map(|at| (at.node, at.span))
    }

    /// Gives a refusal the code of the type that made it: `Date` becomes `bad-date`.
    pub(super) fn of_type(mut self, name: &str) -> Self {
        if let Kind::Refused { code, .. } = &mut self.kind {
            *code = match name {
                "Date" => Code::BadDate,
                "Url" => Code::BadUrl,
                "Email" => Code::BadEmail,
                _ => *code,
            };
        }
        self
    }

    pub(super) fn into_diagnostic(self) -> Diagnostic {
        let place = self.at.map_or(Place::File, |at| at.place);
        let diagnostic = match self.kind {
            Kind::WrongType(message) => {
                Diagnostic::error(Code::WrongType, message).at(place, "")
            }
            Kind::Refused { code, message } => refusal(code, &message, place),
            Kind::Unknown { key, known } => unknown_key(&key, known, place),
            Kind::Missing(key) => {
                Diagnostic::error(Code::Missing, format!("`{key}` is missing"))
                    .at(place, "")
            }
            Kind::Duplicate(key) => {
                Diagnostic::error(Code::DuplicateKey, format!("`{key}` stands twice"))
                    .at(place, "")
            }
        };
        self.help.into_iter().fold(diagnostic, Diagnostic::help)
    }
}

/// A type's own words: the message, and what to do on the lines after it.
fn refusal(code: Code, message: &str, place: Place) -> Diagnostic {
    let mut lines = message.lines();
    let first = lines.next().unwrap_or_default();
    let diagnostic = Diagnostic::error(code, first).at(place, "");
    lines.fold(diagnostic, Diagnostic::help)
}

/// The error for a key that its map does not have, with the nearest one that it has.
pub(super) fn unknown_key(key: &str, known: &[&str], place: Place) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::UnknownKey, format!("unknown key `{key}`")).at(place, "");
    let help = meant(key, known)
        .map(|near| format!("did you mean `{near}`?"))
        .or_else(|| elsewhere(key, known).map(str::to_owned))
        .or_else(|| (!known.is_empty()).then(|| format!("known here: {}", list(known))));
    help.into_iter().fold(diagnostic, Diagnostic::help)
}

/// How what was written would be a list.
pub(super) fn as_list(node: &Node) -> String {
    match &node.value {
        Value::Plain(text) | Value::Text(text) if is_word_list(text) => {
            format!("write a list: `[{text}]`")
        }
        Value::Null => NOTHING.to_owned(),
        Value::Plain(_) | Value::Text(_) | Value::Map(_) | Value::List(_) => {
            "begin each element with `- `, on a line of its own".to_owned()
        }
    }
}

/// Whether a text is short, and is the same as an unquoted element of a list.
fn is_word_list(text: &str) -> bool {
    text.chars().count() <= 60
        && text.starts_with(char::is_alphanumeric)
        && text.chars().all(|c| c.is_alphanumeric() || " ,._-+/()".contains(c))
}

/// How what was written would be a map with some of `fields`.
pub(super) fn as_map(node: &Node, fields: &[&str]) -> Option<String> {
    let first = fields.first()?;
    Some(match &node.value {
        Value::Plain(text) | Value::Text(text)
            if is_word_list(text)
                && ["name", "title", "prefix", "city"].contains(first) =>
        {
            format!("write `{{{first}: {text}}}`")
        }
        Value::List(_) => "remove the `- ` before its keys".to_owned(),
        Value::Null => NOTHING.to_owned(),
        Value::Plain(_) | Value::Text(_) | Value::Map(_) => {
            format!("its keys are: {}", list(fields))
        }
    })
}

/// How what was written would be a map with keys of the writer's choice.
pub(super) fn as_pairs(node: &Node) -> String {
    let first = match &node.value {
        Value::List(nodes) => nodes.first().unwrap_or(node),
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => node,
    };
    match &first.value {
        Value::Plain(text) | Value::Text(text) if is_word_list(text) => {
            format!("write keys with their values: `{text}: …`")
        }
        Value::Null
        | Value::Plain(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Map(_) => "write keys with their values: `key: …`".to_owned(),
    }
}

/// Where a list has an element without content.
const NOTHING: &str = "remove the `-`, or write something after it";

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(Kind::Refused { code: Code::BadValue, message: message.to_string() })
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(text) => format!("`{text}`"),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map => "a map".to_owned(),
            Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
            other => other.to_string(),
        };
        Self::new(Kind::WrongType(format!("expected {expected}, found {found}")))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let message = match nearest(variant, expected.iter().copied()) {
            Some(near) => format!("unknown value `{variant}`\ndid you mean `{near}`?"),
            None => format!("unknown value `{variant}`\npossible: {}", list(expected)),
        };
        Self::custom(message)
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Kind::Unknown { key: key.to_owned(), known })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Kind::Missing(key))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(Kind::Duplicate(key))
    }
}
