//! Bytes into text.

use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place, Span};

/// Bytes that are no text, with what could be read of them for the message.
#[derive(Debug)]
pub(super) struct NotText {
    pub(super) text: String,
    pub(super) problem: Diagnostic,
}

impl NotText {
    /// Bytes of which nothing can be shown.
    pub(super) fn new(problem: Diagnostic) -> Self {
        Self { text: String::new(), problem }
    }
}

/// The text in `bytes`, without a byte-order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, NotText> {
    if is_utf16(bytes) {
        return Err(utf16());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text =
        std::str::from_utf8(bytes).map_err(|e| not_utf8(bytes, e.valid_up_to()))?;
    match text.find('\0') {
        Some(at) => Err(nul(text, at)),
        None => Ok(text),
    }
}

/// Whether there is UTF-16's byte-order mark, or every second byte of what begins the file
/// is NUL, as it is in Latin text.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |pair: &[u8]| (pair[0] == 0) != (pair[1] == 0);
    let marks: [&[u8]; 2] = [&[0xFF, 0xFE], &[0xFE, 0xFF]];
    marks.iter().any(|mark| bytes.starts_with(mark))
        || bytes.get(..4).is_some_and(|begin| begin.chunks_exact(2).all(zeros))
}

/// Refuses more bytes of `what` than there may be.
pub(super) fn within(
    bytes: usize,
    what: &str,
    bound: Bound,
    bounds: &Bounds,
) -> Result<(), NotText> {
    if bytes <= bounds.count(bound) {
        return Ok(());
    }
    let most = bound.amount(bounds.of(bound));
    let problem =
        Diagnostic::error(Code::TooLarge, format!("the {what} is larger than {most}"))
            .at(Place::File, "")
            .help(format!("a {what} has a few pages; is this the right file?"))
            .help(bound.help(bounds));
    Err(NotText::new(problem))
}

fn utf16() -> NotText {
    let problem =
        Diagnostic::error(Code::BadEncoding, "the profile is in UTF-16, not in UTF-8")
            .at(Place::File, "")
            .help("save the file as UTF-8: `iconv -f UTF-16 -t UTF-8`");
    NotText::new(problem)
}

fn not_utf8(bytes: &[u8], at: usize) -> NotText {
    let byte = bytes.get(at).copied().unwrap_or_default();
    let shown = Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
    let problem = Diagnostic::error(Code::BadEncoding, "the profile is not in UTF-8")
        .at(Place::Span(shown), format!("the byte 0x{byte:02X}"))
        .help("save the file as UTF-8; from Latin-1: `iconv -f LATIN1 -t UTF-8`");
    NotText { text: String::from_utf8_lossy(bytes).into_owned(), problem }
}

fn nul(text: &str, at: usize) -> NotText {
    let problem = Diagnostic::error(Code::BadEncoding, "a NUL byte, which no text has")
        .at(Place::Span(Span::new(at, at + 1)), "")
        .help("remove it; or is this no text file?");
    NotText { text: text.to_owned(), problem }
}
