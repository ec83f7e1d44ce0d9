//! What a theme reads as `input.json`.

use super::icons;
use super::options::PdfOptions;
use super::survey::Survey;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use serde::Serialize;
use serde_json::Value;
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
    hints: Hints,
    /// The name of the photo's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<&'static str>,
}

/// What may be in the texts, so that `words.typ` need not look for what is not. Without
/// hints it looks for everything.
#[derive(Debug, Serialize)]
struct Hints {
    /// Spaces that are not set as they are.
    odd_spaces: bool,
    /// Words that may be too wide for a line.
    long_words: bool,
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
        let (pictures, icons) = (survey.pictures(), icons::of(document));
        let hints = Hints {
            odd_spaces: survey.has_odd_spaces(),
            long_words: survey.has_long_words(),
        };
        Self { document, options, pictures, icons, hints, photo }
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

    /// As JSON for people, without the hints: they may change the texts.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub(super) fn to_pretty_json(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut input = serde_json::to_value(self).map_err(refused)?;
        if let Value::Object(fields) = &mut input {
            fields.shift_remove("hints");
        }
        serde_json::to_vec_pretty(&input).map_err(refused)
    }
}

fn refused(error: serde_json::Error) -> Vec<Diagnostic> {
    let message = format!("the document can't be written as JSON: {error}");
    vec![Diagnostic::error(Code::Typesetting, message)]
}
