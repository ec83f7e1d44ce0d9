//! One self-contained web page: no script, no network, readable in any browser and decent
//! on paper.

mod options;
mod page;
mod person;
mod rich;
mod section;

use super::{Backend, BackendError, Options, Rendered, Request, raw_left_out};
use crate::diagnostics::{Code, Diagnostic};
use askama::Template;
use options::HtmlOptions;
use page::Page;
use schemars::{Schema, schema_for};

/// The `html` backend.
#[derive(Debug)]
pub(super) struct Html;

impl Backend for Html {
    fn id(&self) -> &str {
        "html"
    }

    fn about(&self) -> &str {
        "a self-contained web page, light and dark, that prints well"
    }

    fn default_path(&self) -> &str {
        "cv.html"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(HtmlOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        options.check::<HtmlOptions>()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let options: HtmlOptions = request.options.decode().map_err(BackendError)?;
        let (document, raw) = request.document.without_raw();
        let page = Page::of(&document, &options).render().map_err(|error| {
            let message = format!("the page template failed: {error}");
            Diagnostic::error(Code::Typesetting, message)
        })?;
        let warnings = raw.map(|origin| raw_left_out(self.id(), &origin));
        let warnings = warnings.into_iter().collect();
        Ok(Rendered { bytes: page.into_bytes(), warnings, ..Rendered::default() })
    }
}
