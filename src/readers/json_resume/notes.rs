//! What was read as what.

use crate::diagnostics::{Code, Diagnostic, Place, Span};
use indexmap::IndexMap;

/// How many places of one kind are shown; the rest is counted.
const MOST_PLACES: usize = 3;

/// The liberties met so far, by what is said of them.
#[derive(Debug, Default)]
pub(super) struct Notes(IndexMap<String, Vec<Span>>);

impl Notes {
    /// Remembers that `what` was done with the value at `span`.
    pub(super) fn add(&mut self, what: impl Into<String>, span: Span) {
        self.0.entry(what.into()).or_default().push(span);
    }

    /// A warning for each kind of liberty.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.0.into_iter().map(|(what, spans)| warning(&what, &spans)).collect()
    }
}

/// A warning at the first few of its places.
pub(super) fn warning(what: &str, spans: &[Span]) -> Diagnostic {
    let mut problem = Diagnostic::warning(Code::ReadAs, what);
    for span in spans.iter().take(MOST_PLACES) {
        problem = problem.at(Place::Span(*span), "");
    }
    match spans.len().saturating_sub(MOST_PLACES) {
        0 => problem,
        1 => problem.help("so is one more in this file"),
        more => problem.help(format!("so are {more} more in this file")),
    }
}
