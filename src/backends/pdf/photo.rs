//! The photo, which is read from the profile's folder.

use super::options::PdfOptions;
use super::pixels;
use crate::backends::Request;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, Severity};

/// A picture that can be set.
#[derive(Debug, Clone)]
pub(super) struct Photo {
    /// The name by which the theme asks for it.
    pub(super) file: &'static str,
    /// PNG or JPEG.
    pub(super) bytes: Vec<u8>,
}

/// The photo of the Document, if it has one that can be shown; and why not, if it can't.
pub(super) fn of(
    request: &Request<'_>,
    options: &PdfOptions,
) -> (Option<Photo>, Option<Diagnostic>) {
    let header = request.document.header.as_ref();
    let image = header.and_then(|header| header.image.as_deref());
    let (Some(path), Some(assets)) = (image, request.assets) else {
        return (None, None);
    };
    if options.photo == Some(false) {
        return (None, None);
    }
    if path.starts_with("http://") || path.starts_with("https://") {
        return (None, Some(warning(path, "nothing is fetched from the network")));
    }
    match assets.read(path) {
        Err(error) => (None, Some(warning(path, &error.to_string()))),
        Ok(bytes) => match kind(&bytes) {
            Some(file) => match pixels::check(&bytes, &request.bounds) {
                Ok(()) => (Some(Photo { file, bytes }), None),
                Err(reason) => (None, Some(warning(path, &reason))),
            },
            None => (None, Some(warning(path, "it is neither PNG nor JPEG"))),
        },
    }
}

/// By what the file begins with, whatever it is called.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("photo.png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("photo.jpg"),
        _ => None,
    }
}

fn warning(path: &str, reason: &str) -> Diagnostic {
    let place = Place::Value(Pointer::root().key("basics").key("image"));
    let message = format!("the photo `{path}` is not shown: {reason}");
    let problem = Diagnostic::error(Code::NotShown, message).at(place, "");
    let problem = Diagnostic { severity: Severity::Warning, ..problem };
    problem.help("put a PNG or JPEG beside the profile, or set `photo: false`")
}
