//! Breaking text into lines by display width.

use super::clean::ordinary_spaces;
use super::pieces::{Piece, pieces};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The lines of a text, the first at most `first` columns wide, the others `rest`.
///
/// A `\n` breaks in any case; runs of spaces become one, as in every other output.
pub(super) fn wrap(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let start = if lines.is_empty() { first } else { rest };
        if columns(line) <= start && !line.contains("  ") {
            lines.push(ordinary_spaces(line)); // and there is nothing to break
            continue;
        }
        let pieces = pieces(line, first.min(rest));
        for row in wrap_first_fit(&pieces, &[start as f64, rest as f64]) {
            lines.extend(Some(join(row)).filter(|line| !line.is_empty()));
        }
    }
    lines
}

/// A text cut at exactly `width` columns, spaces and all: for code.
pub(super) fn cut(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += columns(grapheme);
        if used > width {
            lines.push(String::new());
            used = columns(grapheme);
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(grapheme);
        }
    }
    lines
}

fn join(row: &[Piece<'_>]) -> String {
    let mut line = String::new();
    for piece in row {
        line.push_str(piece.text);
        line.push_str(if piece.space { " " } else { "" });
    }
    ordinary_spaces(&line).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_text_breaks_at_spaces_only() {
        let lines = wrap("Merge FLINK-26803 and/or  more", 10, 11);
        assert_eq!(lines, ["Merge", "FLINK-26803", "and/or more"]);
    }

    #[test]
    fn wide_characters_count_two() {
        assert_eq!(wrap("流处理工程师，在杭州", 9, 8), ["流处理工", "程师，在", "杭州"]);
        assert_eq!(wrap("🌱🤔 ab", 5, 5), ["🌱🤔", "ab"]);
        assert!(wrap("很长的一行，", 10, 10).iter().all(|line| columns(line) <= 10));
    }

    #[test]
    fn a_comma_never_starts_a_line() {
        assert_eq!(wrap("工程师，杭州", 6, 6), ["工程", "师，杭", "州"]);
    }

    #[test]
    fn no_break_spaces_hold_and_become_ordinary() {
        assert_eq!(wrap("since Mar\u{a0}2020", 10, 10), ["since", "Mar 2020"]);
        assert_eq!(wrap("10\u{202f}GB", 9, 9), ["10 GB"]);
    }

    #[test]
    fn what_is_too_wide_breaks_where_it_hurts_least() {
        let address = wrap("<https://example.org/some/page>", 16, 16);
        assert_eq!(address, ["<https://", "example.org/", "some/page>"]);
        assert_eq!(wrap("abcdefgh", 3, 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("word\u{a0}[12]", 6, 6), ["word", "[12]"]);
    }

    #[test]
    fn graphemes_stay_whole() {
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(
            wrap(&family.repeat(3), 4, 4).join("|"),
            format!("{family}{family}|{family}")
        );
        assert_eq!(cut("ab  cde\u{301}f", 4), ["ab  ", "cde\u{301}f"]);
    }
}
