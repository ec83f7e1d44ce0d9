//! The PDF: the Document as data in, a typeset page out.
//!
//! Nothing of a profile becomes Typst markup. The Document is written as JSON beside the
//! theme, which walks it; so there is nothing to escape and nothing to inject. This folder
//! is the only place that names Typst.

mod about;
mod attach;
mod check;
mod contrast;
mod diagnose;
mod export;
mod extent;
mod fit;
mod fonts;
mod icons;
mod input;
mod longest;
mod missing;
mod options;
mod pack;
mod pages;
mod photo;
mod pictures;
mod pixels;
mod private;
mod source;
mod survey;
mod system;
#[cfg(test)]
mod tests;
mod texts;
pub mod themes;
mod tofu;
mod typeset;
mod world;

use self::options::PdfOptions;
use super::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::Diagnostic;
use schemars::{Schema, schema_for};

/// The backend that typesets a CV.
pub(super) struct Pdf;

pub(super) use pictures::{Png, Svg};
pub(super) use source::Typst;
pub use typeset::alone;

impl Backend for Pdf {
    fn id(&self) -> &'static str {
        "pdf"
    }

    fn about(&self) -> &'static str {
        "a typeset CV: tagged PDF/UA-1, A4 or US letter"
    }

    fn default_path(&self) -> &'static str {
        "cv.pdf"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(PdfOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        check::check(options)
    }

    fn takes_long(&self) -> bool {
        true
    }

    fn begin(&self, options: &Options) {
        if let Some(theme) = themes::asked(options) {
            world::begin(theme);
        }
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        pages::render(request).map_err(BackendError)
    }
}
