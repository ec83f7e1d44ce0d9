//! Places in a text.

use serde::Serialize;

/// A range of bytes in a source text, the end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Which of the sources of a [`SourceMap`](super::SourceMap): 0 is the profile itself.
    pub source: u16,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` to `end` of the profile itself.
    pub fn new(start: usize, end: usize) -> Self {
        Self { source: 0, start, end: end.max(start) }
    }

    /// The same bytes of another source.
    #[must_use]
    pub fn in_source(self, source: u16) -> Self {
        Self { source, ..self }
    }
}

/// A place as editors count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}
