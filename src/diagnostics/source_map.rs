//! From JSON pointers back to the bytes of the file.

use super::{Diagnostic, LineColumn, Place, Pointer, Span};
use crate::tree::Node;

/// A source text with the place of everything in it.
///
/// It keeps the tree that the reader made and looks a pointer up when an error asks for
/// it, so that a profile without errors pays nothing.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    name: String,
    text: String,
    root: Node,
}

impl SourceMap {
    /// The map of `text`, called `name` in messages, read as `root`.
    pub fn new(name: impl Into<String>, text: impl Into<String>, root: Node) -> Self {
        Self { name: name.into(), text: text.into(), root }
    }

    /// What the file is called in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The source text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree that was read.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The bytes of a place, or nothing for a place outside of the text. A pointer to what
    /// the file does not have leads to the nearest that it has around it.
    pub fn span(&self, place: &Place) -> Option<Span> {
        match place {
            Place::Nowhere | Place::File => None,
            Place::Span(span) => Some(*span),
            Place::Value(pointer) => Some(self.value(pointer)),
            Place::Key(pointer) => Some(self.key(pointer)),
            Place::Within(pointer, text) => Some(self.within(pointer, text)),
        }
    }

    /// The byte at which a problem is, for sorting; what is nowhere comes last.
    pub fn position(&self, problem: &Diagnostic) -> usize {
        let first = problem.labels.first();
        first
            .and_then(|label| self.span(&label.place))
            .map_or(usize::MAX, |span| span.start)
    }

    /// The line and column of a place.
    pub fn line_column(&self, place: &Place) -> Option<LineColumn> {
        self.span(place).map(|span| LineColumn::of(&self.text, span.start))
    }

    fn value(&self, pointer: &Pointer) -> Span {
        self.nearest(pointer).0
    }

    fn key(&self, pointer: &Pointer) -> Span {
        let (value, key) = self.nearest(pointer);
        key.unwrap_or(value)
    }

    fn within(&self, pointer: &Pointer, text: &str) -> Span {
        let value = self.value(pointer);
        let source = self.text.get(value.start..value.end).unwrap_or_default();
        match source.find(text) {
            Some(at) => Span::new(value.start + at, value.start + at + text.len()),
            None => value,
        }
    }

    fn nearest(&self, pointer: &Pointer) -> (Span, Option<Span>) {
        let mut at = Pointer::root();
        let mut best = (self.root.span, None);
        for part in pointer.parts() {
            at = at.key(&part);
            match self.root.find(&at) {
                Some(found) => best = (found.node.span, found.key),
                None => break,
            }
        }
        best
    }
}
