//! What a theme reads as `input.json`.

use super::icons;
use super::options::PdfOptions;
use super::survey::Survey;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use serde::Serialize;
use std::collections::BTreeMap;

/// The Document, the output's options and the pictures that go with them.
#[derive(Debug, Serialize)]
pub(super) struct Input<'a> {
    document: &'a Document,
    options: Chosen<'a>,
    /// Emoji pictures (SVG) by emoji.
    pictures: &'a BTreeMap<&'a str, &'static str>,
    /// Icons (SVG) by the kind of contact, or by network.
    icons: BTreeMap<&'a str, &'static str>,
    /// Whether a text has spaces that are not set as they are, and whether it has words that
    /// may be too wide for a line: `words.typ` looks for them if so.
    has_odd_spaces: bool,
    has_long_words: bool,
    /// The name of the photo's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Chosen<'a> {
    #[serde(flatten)]
    options: &'a PdfOptions,
    /// How far the type has shrunk, 0 to 1.
    fit: f64,
}

impl<'a> Input<'a> {
    /// The name of the file, beside the theme.
    pub(super) const FILE: &'static str = "input.json";

    /// Everything a theme needs.
    pub(super) fn new(
        document: &'a Document,
        options: &'a PdfOptions,
        survey: &'a Survey<'a>,
        photo: Option<&'static str>,
    ) -> Self {
        let options = Chosen { options, fit: 0.0 };
        let icons = icons::of(document);
        Self {
            document,
            options,
            pictures: survey.pictures(),
            icons,
            has_odd_spaces: survey.has_odd_spaces(),
            has_long_words: survey.has_long_words(),
            photo,
        }
    }

    /// The same with type and gaps shrunk as far as `fit` says, from 0 to 1.
    pub(super) fn shrunk(&mut self, fit: f64) -> &Self {
        self.options.fit = fit;
        self
    }

    /// As JSON.
    ///
    /// # Errors
    /// If the Document can't be written as JSON.
    pub(super) fn to_json(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        serde_json::to_vec(self).map_err(refused)
    }

    /// As JSON for people.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub(super) fn to_pretty_json(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        serde_json::to_vec_pretty(self).map_err(refused)
    }
}

fn refused(error: serde_json::Error) -> Vec<Diagnostic> {
    let message = format!("the document can't be written as JSON: {error}");
    vec![Diagnostic::error(Code::Typesetting, message)]
}
