//! From pages to the bytes of a PDF.

use super::diagnose::{hinted, wrong};
use super::options::{PdfOptions, Standard};
use super::pack::pack;
use super::typeset::Pages;
use super::{attach, private};
use crate::backends::{Options, Request};
use crate::diagnostics::{Code, Diagnostic, Place};
use typst::foundations::Smart;
use typst_pdf::{PdfOptions as Export, PdfStandard, PdfStandards};

/// Writes the pages as PDF/UA-1 and what else `options` say.
///
/// # Errors
/// What the standards refuse.
pub(super) fn pdf(
    pages: &Pages,
    options: &PdfOptions,
    request: &Request<'_>,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let standard = attach::standard(options);
    if let (Some(_), None) = (standard, &options.date) {
        return Err(vec![undated(request.options)]);
    }
    private::check(request.document, standard)?;
    let export = export(standard)?;
    let bytes =
        typst_pdf::pdf(&pages.document, &export).map_err(|found| wrong(&found))?;
    Ok(pack(bytes))
}

/// The same bytes every time: no clock, an identifier from title and author.
fn export(standard: Option<Standard>) -> Result<Export, Vec<Diagnostic>> {
    let standards = PdfStandards::new(&held(standard)).map_err(|error| hinted(&error))?;
    Ok(Export {
        creator: Smart::Custom(Some("curricle".to_owned())),
        standards,
        ..Export::default()
    })
}

fn undated(origin: &Options) -> Diagnostic {
    let has_standard = origin.values().contains_key("standard");
    let (key, message) = match has_standard {
        true => ("standard", "a PDF/A file has a date"),
        false => ("attach", "a PDF with an attached file is PDF/A-3, which has a date"),
    };
    Diagnostic::error(Code::Missing, message)
        .at(Place::Value(origin.origin().key(key)), "")
        .help("set one: `date: 2024-05-31` beside it, `--date`, or SOURCE_DATE_EPOCH")
}

/// PDF/UA-1 and the standard beside it, as far as one version of PDF has both.
fn held(standard: Option<Standard>) -> Vec<PdfStandard> {
    match standard {
        None => vec![PdfStandard::Ua_1],
        Some(Standard::A1a) => vec![PdfStandard::A_1a],
        Some(Standard::A1b) => vec![PdfStandard::A_1b],
        Some(Standard::A2a) => vec![PdfStandard::A_2a, PdfStandard::Ua_1],
        Some(Standard::A2b) => vec![PdfStandard::A_2b, PdfStandard::Ua_1],
        Some(Standard::A2u) => vec![PdfStandard::A_2u, PdfStandard::Ua_1],
        Some(Standard::A3a) => vec![PdfStandard::A_3a, PdfStandard::Ua_1],
        Some(Standard::A3b) => vec![PdfStandard::A_3b, PdfStandard::Ua_1],
        Some(Standard::A3u) => vec![PdfStandard::A_3u, PdfStandard::Ua_1],
        Some(Standard::A4) => vec![PdfStandard::A_4],
        Some(Standard::A4e) => vec![PdfStandard::A_4e],
        Some(Standard::A4f) => vec![PdfStandard::A_4f],
    }
}
