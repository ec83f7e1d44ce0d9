//! What GitHub would do to a README, offline: what its sanitizer removes, what leads
//! nowhere, what a reader would miss.
//!
//! The rules are GitHub's own where it has published them (the allowlist of its HTML
//! pipeline, the table-of-contents filter, the size at which a page is cut).

mod allowlist;
mod headings;
mod links;
mod tags;
mod text;

use crate::diagnostics::{Code, Diagnostic, Place, Severity, Span};
use crate::richtext::{MOST_LEVELS, Survey, TooDeep, survey};
use std::ops::Range;
use tags::Tag;

/// The size at which GitHub cuts a README off, in bytes (measured: 500 KiB).
pub const GITHUB_LIMIT: usize = 512_000;

/// A page that is looked at.
struct Page<'a> {
    text: &'a str,
    survey: Survey,
    tags: Vec<Tag>,
    /// Whether a path beside the page, or from the root of its repository, leads to a file.
    exists: &'a dyn Fn(&str) -> bool,
}

impl From<TooDeep> for Diagnostic {
    fn from(TooDeep: TooDeep) -> Self {
        let message = format!("the page nests deeper than {MOST_LEVELS} levels");
        Self::error(Code::TooLarge, message)
            .at(Place::File, "")
            .help("take some of its `>`, `-`, `*` or `[` away")
    }
}

/// Everything that is worth knowing about a page, in its order. `exists` says whether a
/// relative path leads to a file; one that begins with `/` is from the repository's root.
/// Of a page that nests too deep nothing else is known.
pub fn lint(text: &str, exists: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let survey = match survey(text) {
        Ok(survey) => survey,
        Err(too_deep) => {
            let severity = Severity::Warning; // a profile's nesting may be allowed
            return vec![Diagnostic { severity, ..too_deep.into() }];
        }
    };
    let tags = tags::all(text, &survey.html);
    let page = Page { text, survey, tags, exists };
    let mut found = Vec::new();
    found.extend(allowlist::check(&page));
    found.extend(headings::check(&page));
    found.extend(links::check(&page));
    found.extend(text::check(&page));
    found.sort_by_key(|problem| match problem.labels.first().map(|label| &label.place) {
        Some(Place::Span(span)) => span.start,
        Some(_) | None => 0,
    });
    found
}

/// A warning at some bytes of the page.
fn warning(code: Code, message: impl Into<String>, at: &Range<usize>) -> Diagnostic {
    Diagnostic::warning(code, message).at(Place::Span(Span::new(at.start, at.end)), "")
}

#[cfg(test)]
mod tests;
