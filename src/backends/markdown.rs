//! Plain CommonMark, for whatever renders Markdown and is not GitHub: no mark at the end, no
//! bare addresses, no extension.

use super::readme::{HeadingEmoji, ReadmeOptions, page};
use super::{Backend, BackendError, Options, Rendered, Request, raw_left_out};
use crate::diagnostics::Diagnostic;
use crate::richtext::Flavour;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

/// The `markdown` backend.
#[derive(Debug)]
pub(super) struct Markdown;

/// How the résumé looks.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct MarkdownOptions {
    /// On which side of a heading's words its emoji stands, if at all. Default: `after`.
    emoji: HeadingEmoji,
}

impl Backend for Markdown {
    fn id(&self) -> &str {
        "markdown"
    }

    fn about(&self) -> &str {
        "a résumé in plain CommonMark"
    }

    fn default_path(&self) -> &str {
        "cv.md"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(MarkdownOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        options.check::<MarkdownOptions>()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let MarkdownOptions { emoji } = request.options.decode().map_err(BackendError)?;
        let options = ReadmeOptions { emoji, ..ReadmeOptions::default() };
        let (mut document, raw) = request.document.without_raw();
        document.translations.clear(); // links among READMEs
        let mut page = page(&document, &options, Flavour::CommonMark)?;
        page.push('\n');
        let warnings = raw.map(|origin| raw_left_out(self.id(), &origin));
        let warnings = warnings.into_iter().collect();
        Ok(Rendered { bytes: page.into_bytes(), warnings, ..Rendered::default() })
    }
}
