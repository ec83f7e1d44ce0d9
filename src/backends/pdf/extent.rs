//! How many pages there may be. Typesetting keeps all of them in memory, so what is surely
//! too much is refused before.

use super::texts::{self, Text};
use crate::backends::Request;
use crate::bounds::Bound;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::document::Document;

/// How many characters a page is taken to hold: as many as a full one of running text.
const FULL: u64 = 5_000;

/// How many items and entries, none of which shares a line with another.
const LINES: u64 = 36;

/// What a piece of text counts beside its characters: a box, a tag and perhaps a link.
const PIECE: u64 = 20;

/// What an emoji counts: it is a picture.
const EMOJI: u64 = 80;

/// Bytes of a word from which on it may be too wide for a line.
const LONG: usize = 32;

/// What a byte of such a word counts: it may break anywhere, and each piece is a box. Half a
/// million of them took 2.3 GiB.
const BREAKABLE: u64 = 15;

/// Refuses a Document with more text than the pages that there may be hold.
///
/// # Errors
/// About how many they would be.
pub(super) fn check(
    document: &Document,
    request: &Request<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let (mut size, mut lines, mut last) = (0, 0, "");
    texts::walk(document, &mut |origin, text| {
        size += match text {
            Text::Words(words) | Text::Code(words) => PIECE + weight(words),
            Text::Emoji(_) | Text::HeadingEmoji(_) => EMOJI,
        };
        lines += u64::from(origin != last);
        last = origin;
    });
    let pages = (size / FULL).max(lines / LINES);
    counted(usize::try_from(pages).unwrap_or(usize::MAX), request)
}

/// What words count.
fn weight(words: &str) -> u64 {
    let of = |word: &str| match word.len() {
        short @ ..LONG => short as u64 + 1,
        long => long as u64 * BREAKABLE,
    };
    words.split(' ').map(of).sum()
}

/// Refuses more pages than there may be.
///
/// # Errors
/// If they are too many.
pub(super) fn counted(
    pages: usize,
    request: &Request<'_>,
) -> Result<(), Vec<Diagnostic>> {
    if pages <= request.bounds.count(Bound::Pages) {
        return Ok(());
    }
    let most = request.bounds.of(Bound::Pages);
    let message = format!("this would be about {pages} pages, and may be {most}");
    Err(vec![
        Diagnostic::error(Code::TooLarge, message)
            .at(Place::Key(request.options.origin().clone()), "")
            .help("leave something out of this output with `exclude` or `sections`")
            .help(Bound::Pages.help(&request.bounds)),
    ])
}
