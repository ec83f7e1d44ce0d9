//! A PDF that carries the profile it shows: the attached JSON Resume document is read. The
//! only file that names the PDF crate.

use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place};
use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, Object, Stream, String as PdfString};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use std::io::Read;

/// The name under which a profile is attached.
const FILE: &str = "resume.json";

/// How deep a tree of names may be: one of a single file has no depth.
const DEEPEST: usize = 8;

/// Whether bytes are a PDF (ISO 32000-1, 7.5.2).
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The profile that a PDF carries, as it was attached.
///
/// # Errors
/// If it is no whole PDF, or carries none.
pub(super) fn attached(bytes: &[u8], bounds: &Bounds) -> Result<Vec<u8>, Diagnostic> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => {
            unreadable("it is encrypted").help("remove the password first")
        }
        LoadPdfError::Invalid => unreadable("it is damaged"),
    })?;
    let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let names = root.and_then(|root| root.get::<Dict<'_>>("Names"));
    let files = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    let Some(file) = files.and_then(|files| found(&files, DEEPEST)) else {
        return Err(none());
    };
    unpacked(&file, bounds).ok_or_else(|| unreadable("the attached profile is damaged"))
}

/// The file of the name in a name tree (ISO 32000-1, 7.9.6 and 7.11.4).
fn found<'a>(tree: &Dict<'a>, depth: usize) -> Option<Stream<'a>> {
    if let Some(names) = tree.get::<Array<'_>>("Names") {
        let files = names.iter::<Object<'_>>().filter_map(Object::into_dict);
        let is_named = |file: &Dict<'_>| {
            let named = |key| file.get::<PdfString<'_>>(key);
            let names = [named("UF"), named("F")];
            names.into_iter().flatten().any(|name| name.as_bytes() == FILE.as_bytes())
        };
        let mut files = files.filter(is_named);
        let embedded = files.next().and_then(|file| file.get::<Dict<'_>>("EF"));
        return embedded.and_then(|file| file.get::<Stream<'_>>("F"));
    }
    let kids = tree.get::<Array<'_>>("Kids").filter(|_| depth > 0)?;
    kids.iter::<Dict<'_>>().find_map(|kid| found(&kid, depth - 1))
}

/// The bytes of a file, no more than a profile may have and one.
fn unpacked(file: &Stream<'_>, bounds: &Bounds) -> Option<Vec<u8>> {
    let raw = file.raw_data();
    match file.filters().as_slice() {
        [] => Some(raw.into_owned()),
        [Filter::FlateDecode] => {
            let mut bytes = Vec::new();
            let limited =
                ZlibDecoder::new(&*raw).take(bounds.of(Bound::Input).saturating_add(1));
            { limited }.read_to_end(&mut bytes).ok()?;
            Some(bytes)
        }
        _ => None, // of the crate's kinds: nobody packs a text so
    }
}

fn unreadable(reason: &str) -> Diagnostic {
    Diagnostic::error(Code::Unreadable, format!("the PDF can't be read: {reason}"))
        .at(Place::File, "")
}

fn none() -> Diagnostic {
    Diagnostic::error(Code::Missing, "this PDF carries no profile")
        .at(Place::File, "")
        .help("one that curricle made with `attach: json-resume` does")
        .help("words on a page are not read back: they no longer say what they are")
}
