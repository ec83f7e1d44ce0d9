//! What can be wrong with a value, as serde reports it.

use super::deserializer::Path;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, nearest};
use crate::tree::Node;
use serde::de::{self, Expected, Unexpected};
use std::fmt::{self, Display};

/// Where a node lies in memory: which one of the tree it is.
pub(super) type NodeId = *const Node;

/// A value that its type refused. The place is filled in by the innermost node that the
/// error passes on its way out.
#[derive(Debug)]
pub(super) struct Problem {
    kind: Kind,
    pointer: Option<Pointer>,
    pub(super) node: Option<NodeId>,
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
        Self { kind, pointer: None, node: None }
    }

    /// A value of the wrong kind.
    pub(super) fn wrong_type(expected: &str, node: &Node) -> Self {
        Self::new(Kind::WrongType(format!("expected {expected}, found {}", node.kind())))
    }

    /// Fills in the place, unless a node further in has done so.
    pub(super) fn at(mut self, node: &Node, path: &Path<'_>) -> Self {
        if self.node.is_none() {
            self.node = Some(std::ptr::from_ref(node));
            self.pointer = Some(path.pointer());
        }
        self
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
        let pointer = self.pointer.unwrap_or_default();
        match self.kind {
            Kind::WrongType(message) => {
                Diagnostic::error(Code::WrongType, message).at(Place::Value(pointer), "")
            }
            Kind::Refused { code, message } => refusal(code, &message, pointer),
            Kind::Unknown { key, known } => unknown_key(&key, known, &pointer),
            Kind::Missing(key) => {
                Diagnostic::error(Code::Missing, format!("`{key}` is missing"))
                    .at(Place::Value(pointer), "")
            }
            Kind::Duplicate(key) => {
                Diagnostic::error(Code::DuplicateKey, format!("`{key}` stands twice"))
                    .at(Place::Key(pointer.key(key)), "")
            }
        }
    }
}

/// A type's own words: the message, and what to do on the lines after it.
fn refusal(code: Code, message: &str, pointer: Pointer) -> Diagnostic {
    let mut lines = message.lines();
    let first = lines.next().unwrap_or_default();
    let diagnostic = Diagnostic::error(code, first).at(Place::Value(pointer), "");
    lines.fold(diagnostic, Diagnostic::help)
}

/// The error for a key that its map does not have, with the nearest one that it has.
pub(super) fn unknown_key(key: &str, known: &[&str], map: &Pointer) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::UnknownKey, format!("unknown key `{key}`"))
        .at(Place::Key(map.key(key)), "");
    match nearest(key, known.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("known here: {}", list(known))),
    }
}

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
