//! Errors and warnings as data: what is wrong, where, and what to do next.
//!
//! A [`Diagnostic`] knows nothing of how it is drawn; [`render`] does that for people and
//! [`machine`] for programs. Whoever finds a problem says *where* as it knows it: the
//! parser by [`Span`], everything behind it by JSON pointer. A [`SourceMap`] turns one
//! into the other at the moment of drawing.

mod code;
mod json;
mod lines;
pub mod machine;
mod pointer;
pub mod render;
mod source_map;
mod span;
mod suggest;

pub use code::Code;
pub use json::harmless_json;
pub use lines::Lines;
pub use pointer::Pointer;
pub use source_map::{SourceMap, SourceText};
pub use span::{LineColumn, Span};
pub use suggest::{elsewhere, meant, nearest};

use serde::Serialize;

/// Whether a problem stops the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; the output is made all the same.
    Warning,
    /// No output is made from this.
    Error,
}

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Place {
    /// Nowhere in a file: the command line, the machine.
    #[default]
    Nowhere,
    /// The file as a whole.
    File,
    /// One of several sources as a whole.
    Source(u16),
    /// These bytes of the file.
    Span(Span),
    /// The value that a JSON pointer names.
    Value(Pointer),
    /// The key that a JSON pointer's last part names.
    Key(Pointer),
    /// The first occurrence of a text within the value that a JSON pointer names, or the
    /// whole value where the source writes it otherwise (an escape, a folded line).
    Within(Pointer, String),
}

/// A place and what to say beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands beside the underlining; may be empty.
    pub text: String,
}

/// One problem.
///
/// The message is lower case without a full stop and has the user's words in backticks. The
/// first label is where the problem is; the others are what it has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Whether it stops the work.
    pub severity: Severity,
    /// The stable name of this kind of problem.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where; empty if nowhere in a file.
    pub labels: Vec<Label>,
    /// What to do next, a sentence each.
    pub helps: Vec<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Self { severity, code, message: message.into(), labels: vec![], helps: vec![] }
    }

    /// Adds a place with something to say beside it.
    #[must_use]
    pub fn at(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Adds a line that says what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    /// The same problem in another source, for whoever read that source by itself.
    #[must_use]
    pub fn in_source(mut self, source: u16) -> Self {
        for label in &mut self.labels {
            match &mut label.place {
                Place::Span(span) => *span = span.in_source(source),
                Place::File => label.place = Place::Source(source),
                Place::Nowhere
                | Place::Source(_)
                | Place::Value(_)
                | Place::Key(_)
                | Place::Within(..) => {}
            }
        }
        self
    }

    /// Whether this stops the work.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
