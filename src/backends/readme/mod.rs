//! The GitHub profile README.

mod addresses;
mod chunks;
mod mark;
mod options;

use super::{Authorship, Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic};
use crate::document::{Direction, Document};
use crate::lint::GITHUB_LIMIT;
use crate::richtext::Flavour;
use askama::Template;
use chunks::Chunk;
pub(super) use options::{HeadingEmoji, ReadmeOptions};
use schemars::{Schema, schema_for};
use std::borrow::Cow;

/// Markdown as GitHub reads it.
pub(super) struct Readme;

/// The page: what stands around each chunk is the template's business.
#[derive(Template)]
#[template(path = "readme.md", escape = "none")]
struct Page {
    chunks: Vec<Chunk>,
}

impl Backend for Readme {
    fn id(&self) -> &str {
        "readme"
    }

    fn about(&self) -> &str {
        "a GitHub profile README with emoji headings"
    }

    fn default_path(&self) -> &str {
        "README.md"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(ReadmeOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        addresses::check(options)
    }

    fn authorship(&self, existing: &[u8]) -> Authorship {
        mark::authorship(existing)
    }

    fn as_region<'a>(&self, artifact: &'a [u8]) -> Option<&'a str> {
        mark::unmarked(artifact)
    }

    fn has_regions(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let problems = addresses::check(request.options);
        if !problems.is_empty() {
            return Err(BackendError(problems));
        }
        let options: ReadmeOptions = request.options.decode().map_err(BackendError)?;
        let page = page(request.document, &options, Flavour::GitHub)?;
        let page = turned(&page, request.document);
        let bytes = mark::marked(&page, &about(request.document)).into_bytes();
        let warnings = (bytes.len() > GITHUB_LIMIT).then(too_large).into_iter().collect();
        Ok(Rendered { bytes, warnings, ..Rendered::default() })
    }
}

/// A Document as Markdown.
pub(super) fn page(
    document: &Document,
    options: &ReadmeOptions,
    flavour: Flavour,
) -> Result<String, Diagnostic> {
    let chunks = chunks::of(document, options, flavour);
    let page = Page { chunks }.render().map_err(|error| {
        let message = format!("the page template failed: {error}");
        Diagnostic::error(Code::Typesetting, message)
    })?;
    Ok(page.trim_matches('\n').trim_end().to_owned())
}

/// A page in the direction of its language. GitHub's sanitiser leaves `dir` and `lang` on
/// every element (html-pipeline, `SanitizationFilter`); the blank lines keep what is inside Markdown.
fn turned<'a>(page: &'a str, document: &Document) -> Cow<'a, str> {
    let lang = document.lang_tag();
    match document.dir {
        Direction::Ltr => Cow::Borrowed(page),
        Direction::Rtl => {
            Cow::Owned(format!("<div dir=\"rtl\" lang=\"{lang}\">\n\n{page}\n\n</div>"))
        }
    }
}

/// What the mark says about the page beside its hash: the language, unless it is English,
/// and which version of the profile it shows.
fn about(document: &Document) -> Vec<&str> {
    let lang = Some(document.lang_tag()).filter(|lang| *lang != USUAL_LANGUAGE);
    lang.into_iter().chain(document.edition.as_deref()).collect()
}

/// The language of a profile that says nothing about it.
const USUAL_LANGUAGE: &str = "en";

fn too_large() -> Diagnostic {
    Diagnostic::warning(
        Code::TooLarge,
        format!("GitHub shows only the first {GITHUB_LIMIT} bytes of a README"),
    )
    .help("choose fewer `sections`, or spread them over several outputs")
}
