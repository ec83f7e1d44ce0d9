//! Backends: a Document in, an artifact out.
//!
//! A backend is one file (or folder) beside this one and one line in [`registry`]. It
//! returns bytes and never touches the disk; it never sees the profile, so no output can
//! have a fact of its own.

mod options;
#[cfg(feature = "pdf")]
mod pdf;
mod readme;
mod text;

pub use options::Options;

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::document::Document;
use schemars::Schema;

/// What a backend gets.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Request<'a> {
    /// What to show.
    pub document: &'a Document,
    /// How: the output's options, of which each backend knows its own.
    pub options: &'a Options,
}

impl<'a> Request<'a> {
    /// Asks for `document` with `options`.
    pub fn new(document: &'a Document, options: &'a Options) -> Self {
        Self { document, options }
    }
}

/// What a backend returns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// The artifact.
    pub bytes: Vec<u8>,
    /// How many pages it has, for a paged format.
    pub pages: Option<usize>,
    /// What a reader should know about it all the same.
    pub warnings: Vec<Diagnostic>,
}

/// Who wrote an existing file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authorship {
    /// This program, and nobody has changed it since.
    Ours,
    /// This program, and then somebody else changed it.
    Edited,
    /// Somebody else.
    Foreign,
    /// The format does not tell.
    Unknown,
}

/// Why a backend returned nothing: every problem it found, not the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(|d| d.message.as_str()).collect::<Vec<_>>().join("; "))]
pub struct BackendError(pub Vec<Diagnostic>);

impl From<Diagnostic> for BackendError {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

/// Says that raw Markdown, the first at `origin`, is not in an output of this backend.
pub(crate) fn raw_left_out(backend: &dyn Backend, origin: &str) -> Diagnostic {
    let message = format!("`{}` has no place for raw Markdown", backend.id());
    Diagnostic::warning(Code::NotShown, message)
        .at(Place::Key(Pointer::from(origin)), "left out")
        .help(
            "give the section a tag and `exclude` it in this output, to say so yourself",
        )
}

/// A way to show a Document.
pub trait Backend: Send + Sync {
    /// The name by which an output asks for it: `readme`.
    fn id(&self) -> &str;

    /// What it makes, in a line for `curricle backends`.
    fn about(&self) -> &str;

    /// Where its artifact goes unless the output says otherwise; the extension is the one
    /// that `-o` is matched by.
    fn default_path(&self) -> &str;

    /// The JSON Schema of its options, an object with `properties`.
    fn options_schema(&self) -> Schema;

    /// What is wrong with an output's options, without rendering anything.
    fn check_options(&self, options: &Options) -> Vec<Diagnostic>;

    /// Who wrote a file that already stands where the artifact goes. A format that can't
    /// tell says nothing, and the file is replaced.
    fn authorship(&self, existing: &[u8]) -> Authorship {
        let _ = existing;
        Authorship::Unknown
    }

    /// The artifact as it goes between two markers of a Markdown file that somebody else
    /// wrote; nothing for a format that can't.
    fn as_region<'a>(&self, artifact: &'a [u8]) -> Option<&'a str> {
        let _ = artifact;
        None
    }

    /// Whether the format can go between two markers of a Markdown file.
    fn has_regions(&self) -> bool {
        false
    }

    /// Makes the artifact.
    ///
    /// # Errors
    /// Every problem found, each at the profile's line where it has one.
    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError>;
}

/// Every built-in backend, in the order in which they are listed and, without `outputs` in
/// the profile, run.
pub fn registry() -> &'static [&'static dyn Backend] {
    &[
        &readme::Readme,
        #[cfg(feature = "pdf")]
        &pdf::Pdf,
        &text::Text,
    ]
}

/// The built-in backend called `id`.
pub fn find(id: &str) -> Option<&'static dyn Backend> {
    registry().iter().copied().find(|backend| backend.id() == id)
}
