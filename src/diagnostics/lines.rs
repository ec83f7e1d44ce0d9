//! Where the lines of a text begin.

use super::{LineColumn, SourceMap, SourceText, Span};
use std::ops::Range;

/// The beginnings of all lines, so that the line of a byte is found without reading all
/// before it again: a file with thousands of problems is read once.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        Self { text, starts }
    }

    /// The number of the line that has the byte `offset`, from 0.
    fn index(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The number of the line that has the byte `offset`, from 1.
    pub fn number(&self, offset: usize) -> usize {
        self.index(offset) + 1
    }

    /// The bytes of the line that has the byte `offset`, without its end.
    pub(super) fn around(&self, offset: usize) -> Range<usize> {
        let index = self.index(offset);
        let start = self.starts.get(index).copied().unwrap_or_default();
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[start..end];
        start..start + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The line and the column of the byte `offset`.
    pub fn place(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let start = self.starts.get(self.index(offset)).copied().unwrap_or_default();
        let column = self.text[start..offset].chars().count() + 1;
        LineColumn { line: self.number(offset), column }
    }

    /// The part of a span that lies on its first line: underlining a whole job says less
    /// than underlining where it begins.
    pub(super) fn first_line_of(&self, span: Span) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start.min(self.text.len()));
        let line = self.around(start);
        let end = self.text.ceil_char_boundary(span.end.min(self.text.len()));
        let end = end.clamp(start, line.end.max(start));
        start..start + self.text[start..end].trim_end().len()
    }
}

/// One of the sources with its lines.
pub(super) struct Sheet<'a> {
    pub(super) source: &'a SourceText,
    pub(super) lines: Lines<'a>,
}

/// Every source with its lines.
pub(super) fn sheets(map: &SourceMap) -> Vec<Sheet<'_>> {
    let sheet = |source| Sheet { source, lines: Lines::new(&source.text) };
    map.sources().map(sheet).collect()
}

/// The source that a span means.
pub(super) fn sheet<'s, 'a>(
    sheets: &'s [Sheet<'a>],
    source: u16,
) -> Option<&'s Sheet<'a>> {
    sheets.get(usize::from(source)).or_else(|| sheets.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "a\r\nü: b\n\nc";
        let lines = Lines::new(text);
        let place = |offset| {
            let LineColumn { line, column } = lines.place(offset);
            (line, column)
        };
        let found = [0, 3, 5, 7, 9, 10, 99].map(place);
        assert_eq!(found, [(1, 1), (2, 1), (2, 2), (2, 4), (3, 1), (4, 1), (4, 2)]);
        assert_eq!(&text[lines.around(0)], "a", "without the carriage return");
        assert_eq!(&text[lines.first_line_of(Span::new(3, 11))], "ü: b");
    }
}
