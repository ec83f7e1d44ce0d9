//! What a theme reads as `input.json`.

use super::options::PdfOptions;
use super::survey::Survey;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use serde::Serialize;
use std::collections::BTreeMap;

/// The Document, the output's options and the pictures of the emoji in it.
#[derive(Debug, Serialize)]
pub(super) struct Input<'a> {
    document: &'a Document,
    options: &'a PdfOptions,
    pictures: &'a BTreeMap<&'a str, &'static str>,
}

impl<'a> Input<'a> {
    /// The name of the file, beside the theme.
    pub(super) const FILE: &'static str = "input.json";

    /// Everything a theme needs.
    pub(super) fn new(
        document: &'a Document,
        options: &'a PdfOptions,
        survey: &'a Survey<'a>,
    ) -> Self {
        Self { document, options, pictures: survey.pictures() }
    }

    /// As JSON.
    ///
    /// # Errors
    /// If the Document can't be written as JSON.
    pub(super) fn to_json(&self) -> Result<Vec<u8>, Diagnostic> {
        serde_json::to_vec(self).map_err(|error| {
            let message = format!("the document can't be written as JSON: {error}");
            Diagnostic::error(Code::Typesetting, message)
        })
    }
}
