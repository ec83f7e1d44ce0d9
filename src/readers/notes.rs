//! What was read as what.

use crate::diagnostics::{Code, Diagnostic, Place, Span};
use indexmap::IndexMap;

/// How many places of one kind are shown; the rest is counted.
const MOST_PLACES: usize = 3;

/// What was read as something else so far, by what is said of it.
#[derive(Debug, Default)]
pub(super) struct Notes(IndexMap<(Code, String), Vec<Span>>);

impl Notes {
    /// Remembers that `what` was done with the value at `span`.
    pub(super) fn add(&mut self, what: impl Into<String>, span: Span) {
        self.0.entry((Code::ReadAs, what.into())).or_default().push(span);
    }

    /// Remembers that the key at `span` has no place in a profile.
    pub(super) fn lost(&mut self, key: &str, span: Span) {
        let what = format!("`{key}` has no place in a profile, and is left out");
        self.0.entry((Code::NotShown, what)).or_default().push(span);
    }

    /// A warning for each kind.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let each = self.0.into_iter();
        each.map(|((code, what), spans)| warning(code, &what, &spans)).collect()
    }
}

/// A warning at the first few of its places.
pub(super) fn warning(code: Code, what: &str, spans: &[Span]) -> Diagnostic {
    let mut problem = Diagnostic::warning(code, what);
    for span in spans.iter().take(MOST_PLACES) {
        problem = problem.at(Place::Span(*span), "");
    }
    match spans.len().saturating_sub(MOST_PLACES) {
        0 => problem,
        1 => problem.help("so is one more in this file"),
        more => problem.help(format!("so are {more} more in this file")),
    }
}
