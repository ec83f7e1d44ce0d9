//! Where the parser's nodes stand in the text, as bytes.

use comrak::nodes::Sourcepos;
use std::ops::Range;

/// The lines of a text: the parser counts lines and bytes within them, we count bytes.
pub(super) struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// The byte at which a line begins; the end of the text for a line beyond it.
    pub(super) fn line(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }

    /// The whole lines that a node stands on, the last line's end included.
    pub(super) fn lines(&self, place: Sourcepos) -> Range<usize> {
        let start = self.line(place.start.line);
        start..self.line(place.end.line + 1).max(start)
    }

    /// The bytes of a node, as near as the parser tells them.
    pub(super) fn exact(&self, place: Sourcepos) -> Range<usize> {
        let at = |line: usize, column: usize| {
            self.text.floor_char_boundary((self.line(line) + column).min(self.text.len()))
        };
        let start = at(place.start.line, place.start.column.saturating_sub(1));
        start
            ..self
                .text
                .ceil_char_boundary(at(place.end.line, place.end.column))
                .max(start)
    }

    /// Where `literal` stands, at or after the place at which its node begins: the parser's
    /// columns are right nearly always, and a search finds it where they are not.
    pub(super) fn find(&self, literal: &str, place: Sourcepos) -> Option<Range<usize>> {
        let line = self.line(place.start.line);
        let column = line + place.start.column.saturating_sub(1);
        let here =
            |at: usize| self.text.get(at..).is_some_and(|rest| rest.starts_with(literal));
        if here(column) {
            return Some(column..column + literal.len());
        }
        let at = line + self.text.get(line..)?.find(literal)?;
        Some(at..at + literal.len())
    }
}
