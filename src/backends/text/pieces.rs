//! Where a line may break.
//!
//! Latin text breaks at spaces only, so that a name, a version or an address stays whole;
//! next to a wide character it breaks where Unicode's line breaking (UAX 14) allows, as
//! Chinese and Japanese have no spaces. What is wider than a line breaks after a slash, a
//! hyphen and the like, and only then between graphemes.

use super::wrap::columns;
use textwrap::WordSeparator::UnicodeBreakProperties;
use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Where a word wider than a line may break after all; no-break spaces first of all.
const LAST_RESORTS: [char; 9] = ['\u{a0}', '\u{202f}', '/', '-', '.', '_', '?', '&', '='];

/// What is never broken, and whether a space follows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) space: bool,
}

impl Fragment for Piece<'_> {
    fn width(&self) -> f64 {
        columns(self.text) as f64
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(u8::from(self.space))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// A line cut wherever it may break; a piece wider than `limit` only if it can't be cut.
pub(super) fn pieces(line: &str, limit: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    for word in UnicodeBreakProperties.find_words(line) {
        let word_end = end + word.word.len();
        end = word_end + word.whitespace.len();
        let space = !word.whitespace.is_empty();
        if space || end == line.len() || is_wide_at(line, end) {
            push_piece(&mut pieces, Piece { text: &line[start..word_end], space }, limit);
            start = end;
        }
    }
    pieces
}

fn is_wide_at(line: &str, at: usize) -> bool {
    let wide = |c: char| c.width() == Some(2);
    line[..at].chars().next_back().is_some_and(wide)
        || line[at..].chars().next().is_some_and(wide)
}

fn push_piece<'a>(pieces: &mut Vec<Piece<'a>>, piece: Piece<'a>, limit: usize) {
    if columns(piece.text) <= limit {
        return pieces.push(piece);
    }
    for part in piece.text.split_inclusive(LAST_RESORTS) {
        if columns(part) <= limit {
            pieces.push(Piece { text: part, space: false });
        } else {
            let single = |text| Piece { text, space: false };
            pieces.extend(part.graphemes(true).map(single));
        }
    }
    if let Some(last) = pieces.last_mut() {
        last.space = piece.space;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str, limit: usize) -> Vec<&str> {
        pieces(line, limit).iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn names_and_versions_stay_whole() {
        let line = "Merge FLINK-26803, and/or 1.20.0";
        assert_eq!(texts(line, 20), ["Merge", "FLINK-26803,", "and/or", "1.20.0"]);
        assert_eq!(texts("Mar\u{a0}2020 – now", 20), ["Mar\u{a0}2020", "–", "now"]);
    }

    #[test]
    fn wide_text_may_break_without_spaces_but_not_before_a_comma() {
        assert_eq!(texts("在Flink，杭州", 20), ["在", "Flink，", "杭", "州"]);
    }
}
