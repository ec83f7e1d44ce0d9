//! From a request to pages: everything that a theme needs, found and checked.

use super::input::Input;
use super::options::PdfOptions;
use super::photo::{self, Photo};
use super::survey::Survey;
use super::themes::{self, Theme};
use super::typeset::{Pages, Press};
use super::world::hash_meanwhile;
use super::{attach, check, contrast, export, extent, fit, tofu};
use crate::backends::{AssetError, Rendered, Request, raw_left_out};
use crate::diagnostics::{Code, Diagnostic, Place};
use std::path::Path;

/// Pages that are set, and what there is to say about them.
pub(super) struct Set<T> {
    pub(super) pages: T,
    pub(super) options: PdfOptions,
    pub(super) warnings: Vec<Diagnostic>,
    pub(super) notes: Vec<String>,
}

/// Sets the pages that `request` asks for.
///
/// # Errors
/// Every problem with the options; every missing glyph; what does not fit; what the
/// typesetter says.
pub(super) fn set(request: &Request<'_>) -> Result<Set<Pages>, Vec<Diagnostic>> {
    set_as(request, |proof| Ok(proof.pages))
}

/// Pages with what they were made of.
pub(super) struct Proof<'a, 'b> {
    pub(super) pages: Pages,
    pub(super) theme: &'a Theme,
    pub(super) input: &'a Input<'b>,
    pub(super) photo: Option<&'a Photo>,
    pub(super) attachment: Option<&'a [u8]>,
}

/// As [`set`], with what `finish` makes of the pages and what they were made of.
///
/// # Errors
/// As [`set`], and what `finish` finds.
pub(super) fn set_as<T>(
    request: &Request<'_>,
    finish: impl FnOnce(Proof<'_, '_>) -> Result<T, Vec<Diagnostic>>,
) -> Result<Set<T>, Vec<Diagnostic>> {
    let problems = check::check(request.options);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut options: PdfOptions = request.options.decode()?;
    options.font_path = fonts_beside(options.font_path.take(), request)?;
    let theme = themes::find(&options.theme, request)?;
    let (document, raw) = request.document.without_raw();
    extent::check(&document, request)?;
    let survey = Survey::of(&document, &options, &theme);
    survey.complain()?;
    hash_meanwhile(survey.further_fonts(&theme));
    let (photo, unseen) = photo::of(request, &options);
    let file = photo.as_ref().map(|photo| photo.file);
    let mut input = Input::new(&document, &options, &survey, file);
    let attachment = attach::of(request, &options)?;
    let press = Press::new(&theme, survey.fonts(), photo.clone(), request)
        .attaching(attachment.clone())
        .dated(options.date.as_deref());
    let (mut pages, mut notes) = fit::fitted(&press, &mut input, request, options.pages)?;
    extent::counted(pages.count(), request)?;
    tofu::check(&pages, &document)?;
    notes.extend(survey.borrowed().map(|family| format!("with the system's {family}")));
    let pale = contrast::check(&options, request.options);
    let mut warnings: Vec<_> = unseen.into_iter().chain(pale).collect();
    warnings.append(&mut pages.warnings);
    warnings.extend(raw.map(|origin| raw_left_out("pdf", &origin)));
    let (photo, attachment) = (photo.as_ref(), attachment.as_deref());
    let proof = Proof { pages, theme: &theme, input: &input, photo, attachment };
    let pages = finish(proof)?;
    Ok(Set { pages, options, warnings, notes })
}

/// The folder with further fonts: one within the profile's, or the one that the command line
/// names, wherever it is. A font that is not found would be another one, without a word.
fn fonts_beside(
    path: Option<String>,
    request: &Request<'_>,
) -> Result<Option<String>, Vec<Diagnostic>> {
    let Some(path) = path else { return Ok(None) };
    let place = Place::Value(request.options.origin().key("font_path"));
    if request.options.is_set("font_path") {
        if Path::new(&path).is_dir() {
            return Ok(Some(path));
        }
        let message = format!("there is no folder `{path}`");
        let problem = Diagnostic::error(Code::Unreadable, message).at(place, "");
        return Err(vec![problem.help("name one with TTF or OTF files in it")]);
    }
    let found = request.assets.map_or(Err(AssetError::Missing), |own| own.folder(&path));
    match found {
        Ok(folder) => Ok(Some(folder.display().to_string())),
        Err(reason) => Err(vec![check::unread_fonts(&path, &reason, request.options)]),
    }
}

/// The PDF that `request` asks for.
///
/// # Errors
/// As [`set`], and what the standards refuse.
pub(super) fn render(request: &Request<'_>) -> Result<Rendered, Vec<Diagnostic>> {
    let Set { pages, options, warnings, notes } = set(request)?;
    let bytes = export::pdf(&pages, &options, request)?;
    Ok(Rendered { bytes, pages: Some(pages.count()), warnings, notes })
}
