//! From a theme and its data to the bytes of a PDF.

use super::diagnose::{refused, warned, wrong};
use super::input::Input;
use super::themes::{SHARED, Theme};
use crate::backends::Rendered;
use crate::diagnostics::Diagnostic;
use typst::diag::Warned;
use typst::foundations::{Bytes, Smart};
use typst::text::Font;
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions as Export, PdfStandard, PdfStandards};

/// How many renderings Typst's memory of earlier work outlives: a process that renders once
/// spends no time on forgetting, one that renders often stays small.
const MEMORY: usize = 1;

/// Sets the pages and writes them as PDF/UA-1.
///
/// # Errors
/// What Typst says is wrong.
pub(super) fn typeset(
    theme: &Theme,
    input: Vec<u8>,
    fonts: Vec<Font>,
) -> Result<Rendered, Vec<Diagnostic>> {
    let sources = SHARED.into_iter().chain([(theme.file, theme.source)]);
    let engine = TypstEngine::builder()
        .with_static_source_file_resolver(sources)
        .with_static_file_resolver([(Input::FILE, Bytes::new(input))])
        .fonts(fonts)
        .comemo_evict_max_age(Some(MEMORY))
        .build();
    let Warned { output, warnings } = engine.compile::<_, PagedDocument>(theme.file);
    let document = output.map_err(refused)?;
    let bytes = typst_pdf::pdf(&document, &export()?).map_err(|found| wrong(&found))?;
    let pages = Some(document.pages().len());
    Ok(Rendered { bytes, pages, warnings: warned(&warnings) })
}

/// The same bytes every time: no clock, an identifier from title and author.
fn export() -> Result<Export, Vec<Diagnostic>> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| refused(error.into()))?;
    Ok(Export {
        creator: Smart::Custom(Some("curricle".to_owned())),
        standards,
        ..Export::default()
    })
}
