//! From JSON pointers back to the bytes of the file.

use super::lines::Lines;
use super::{Diagnostic, LineColumn, Place, Pointer, Span};
use crate::tree::{Found, Node};
use std::collections::HashSet;

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

    /// The line and column of a byte, as editors count them.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        Lines::new(&self.text).place(offset)
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

    /// The problem with its places as bytes, which stay right when the tree changes, and by
    /// which two reports of one problem are seen to be the same.
    #[must_use]
    pub fn pinned(&self, mut problem: Diagnostic) -> Diagnostic {
        for label in &mut problem.labels {
            if let Some(span) = self.span(&label.place) {
                label.place = Place::Span(span);
            }
        }
        problem
    }

    /// Whether a value that was refused, at one of `refused`, is what a place names or is
    /// around it.
    pub fn is_refused(&self, place: &Place, refused: &HashSet<Span>) -> bool {
        let pointer = match place {
            Place::Nowhere | Place::File | Place::Span(_) => return false,
            Place::Value(pointer) | Place::Key(pointer) | Place::Within(pointer, _) => {
                pointer
            }
        };
        self.way(pointer).any(|found| refused.contains(&found.node.span))
    }

    /// Takes out the elements of lists that a reading left out; see
    /// [`Node::remove_elements`].
    pub fn remove_elements(&mut self, refused: &HashSet<Span>) {
        self.root.remove_elements(refused);
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
        let nearest = self.way(pointer).last();
        nearest.map_or((self.root.span, None), |found| (found.node.span, found.key))
    }

    /// The values on the way to what a pointer names, as far as the file has them.
    fn way<'a>(&'a self, pointer: &Pointer) -> impl Iterator<Item = Found<'a>> {
        let root = Found { node: &self.root, key: None };
        let parts: Vec<String> = pointer.parts().collect();
        let mut at = Some(root);
        let steps = parts.into_iter().map_while(move |part| {
            at = at.and_then(|found| found.node.step(&part));
            at
        });
        std::iter::once(root).chain(steps)
    }
}
