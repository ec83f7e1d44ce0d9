//! Backends: a Document in, an artifact out.
//!
//! A backend is one file (or folder) beside this one and one line in [`registry`]. It
//! returns bytes and never touches the disk. What it shows is the Document, so no output can
//! have a fact of its own; the profile is there for the backend that gives the data back.

mod assets;
mod badge;
mod docx;
pub mod external;
mod html;
mod json_resume;
mod markdown;
mod options;
#[cfg(feature = "pdf")]
mod pdf;
mod readme;
mod text;
mod vcard;

pub use assets::{AssetError, Assets};
pub use options::Options;
#[cfg(feature = "pdf")]
pub use pdf::{alone, themes};

use crate::bounds::Bounds;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::document::{Document, View};
use crate::profile::Profile;
use schemars::Schema;
use std::ops::Deref;
use std::sync::Arc;

/// What a backend gets.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Request<'a> {
    /// What to show.
    pub document: &'a Document,
    /// How: the output's options, of which each backend knows its own.
    pub options: &'a Options,
    /// What the Document was composed of, for the one backend that gives the data back.
    pub profile: Option<(&'a Profile, &'a View)>,
    /// The profile's folder, or nothing where there is none to read from.
    pub assets: Option<&'a Arc<dyn Assets>>,
    /// How much the output may ask of the machine.
    pub bounds: Bounds,
}

impl<'a> Request<'a> {
    /// Asks for `document` with `options`.
    pub fn new(document: &'a Document, options: &'a Options) -> Self {
        Self { document, options, profile: None, assets: None, bounds: Bounds::default() }
    }

    /// With the profile that the document was composed of, as `view` shows it.
    #[must_use]
    pub fn of(mut self, profile: &'a Profile, view: &'a View) -> Self {
        self.profile = Some((profile, view));
        self
    }

    /// Within these bounds rather than the usual ones.
    #[must_use]
    pub fn within(self, bounds: Bounds) -> Self {
        Self { bounds, ..self }
    }

    /// Lets the backend read files beside the profile.
    pub fn with_assets(self, assets: &'a Arc<dyn Assets>) -> Self {
        Self { assets: Some(assets), ..self }
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
    /// What the backend chose by itself, for the line that says what was made.
    pub notes: Vec<String>,
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
pub(crate) fn raw_left_out(backend: &str, origin: &str) -> Diagnostic {
    let message = format!("`{backend}` has no place for raw Markdown");
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

    /// Whether it takes longer to make the artifact than to begin a thread for it, which is
    /// a tenth of a millisecond.
    fn takes_long(&self) -> bool {
        false
    }

    /// Begins on other threads what takes time whatever the Document is. Who knows early
    /// that there will be something to render may call it and go on meanwhile.
    fn begin(&self, options: &Options) {
        let _ = options;
    }

    /// Makes the artifact.
    ///
    /// # Errors
    /// Every problem found, each at the profile's line where it has one.
    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError>;
}

/// What is made of a profile that has no `outputs`, by the backends' names.
pub const USUAL: [&str; 3] = ["readme", "pdf", "text"];

/// The one that gives the data back.
pub const JSON_RESUME: &dyn Backend = &json_resume::JsonResume;

/// Every built-in backend, in the order in which they are listed.
pub fn registry() -> &'static [&'static dyn Backend] {
    &[
        &readme::Readme,
        #[cfg(feature = "pdf")]
        &pdf::Pdf,
        &text::Text,
        &html::Html,
        &markdown::Markdown,
        &docx::Docx,
        JSON_RESUME,
        &vcard::Vcard,
        #[cfg(feature = "pdf")]
        &pdf::Png,
        #[cfg(feature = "pdf")]
        &pdf::Svg,
        #[cfg(feature = "pdf")]
        &pdf::Typst,
        &badge::Badge,
    ]
}

/// Without the PDF no backend has helpers.
#[cfg(not(feature = "pdf"))]
pub fn alone() -> impl Sized {}

/// A backend that was asked for by name.
#[derive(Clone)]
pub enum Resolved {
    /// A built-in one.
    BuiltIn(&'static dyn Backend),
    /// A program on the search path.
    External(external::External),
}

impl Deref for Resolved {
    type Target = dyn Backend;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::BuiltIn(backend) => *backend,
            Self::External(external) => external,
        }
    }
}

/// The backend called `id`: a built-in one, or a program on the search path.
pub fn resolve(id: &str) -> Option<Resolved> {
    let built_in = find(id).map(Resolved::BuiltIn);
    built_in.or_else(|| external::find(id).map(Resolved::External))
}

/// The built-in backend called `id`.
pub fn find(id: &str) -> Option<&'static dyn Backend> {
    registry().iter().copied().find(|backend| backend.id() == id)
}
