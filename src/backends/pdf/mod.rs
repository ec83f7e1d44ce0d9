//! The PDF: the Document as data in, a typeset page out.
//!
//! Nothing of a profile becomes Typst markup. The Document is written as JSON beside the
//! theme, which walks it; so there is nothing to escape and nothing to inject. This folder
//! is the only place that names Typst.

mod diagnose;
mod fonts;
mod input;
mod missing;
mod options;
mod survey;
#[cfg(test)]
mod tests;
mod texts;
mod themes;
mod typeset;

use self::input::Input;
use self::options::PdfOptions;
use self::survey::Survey;
use super::{Backend, BackendError, Options, Rendered, Request, raw_left_out};
use crate::diagnostics::Diagnostic;
use schemars::{Schema, schema_for};

/// The backend that typesets a CV.
pub(super) struct Pdf;

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
        let mut problems = options.check::<PdfOptions>();
        problems.extend(themes::check(options));
        problems
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let problems = themes::check(request.options);
        let options: PdfOptions = request.options.decode().map_err(|mut found| {
            found.extend(problems.clone());
            BackendError(found)
        })?;
        let theme = themes::find(&options.theme).ok_or(BackendError(problems))?;
        let (document, raw) = request.document.without_raw();
        let survey = Survey::of(&document, &options);
        survey.complain().map_err(BackendError)?;
        let input = Input::new(&document, &options, &survey).to_json()?;
        let mut rendered =
            typeset::typeset(theme, input, survey.fonts()).map_err(BackendError)?;
        rendered.warnings.extend(raw.map(|origin| raw_left_out(self, &origin)));
        Ok(rendered)
    }
}
