//! Office Open XML, as word processors and recruiters' forms take it: a package of XML parts
//! (ECMA-376) with the styles that outlines and screen readers go by.

mod package;
mod paragraphs;
mod runs;

use super::{Backend, BackendError, Options, Rendered, Request, raw_left_out};
use crate::diagnostics::{Code, Diagnostic};
use paragraphs::Paragraphs;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

/// The `docx` backend.
#[derive(Debug)]
pub(super) struct Docx;

/// How the document looks. Its styles can be changed in any word processor.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct DocxOptions {
    /// The size of the paper. Default: `a4`.
    paper: Paper,
    /// On which side of a heading's words its emoji stands, if at all. Default: `none`.
    emoji: HeadingEmoji,
}

/// The sizes of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

/// Where the emoji of a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum HeadingEmoji {
    /// After the words.
    After,
    /// Before them.
    Before,
    /// Nowhere.
    #[default]
    None,
}

impl Backend for Docx {
    fn id(&self) -> &str {
        "docx"
    }

    fn about(&self) -> &str {
        "a document for word processors, with heading and list styles"
    }

    fn default_path(&self) -> &str {
        "cv.docx"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(DocxOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        options.check::<DocxOptions>()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let options: DocxOptions = request.options.decode().map_err(BackendError)?;
        let (document, raw) = request.document.without_raw();
        let paragraphs = Paragraphs::of(&document, options.emoji);
        let bytes = package::of(&document, &paragraphs, options.paper);
        let bytes = bytes.map_err(|error| {
            let message = format!("the package could not be made: {error}");
            Diagnostic::error(Code::Typesetting, message)
        })?;
        let warnings = raw.map(|origin| raw_left_out(self.id(), &origin));
        let warnings = warnings.into_iter().collect();
        Ok(Rendered { bytes, warnings, ..Rendered::default() })
    }
}
