//! From JSON pointers back to the bytes of the file.

use super::lines::Lines;
use super::{Diagnostic, Place, Pointer, Span};
use crate::tree::{Found, Node};
use std::collections::HashSet;

/// A text that a profile, or a part of it, was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceText {
    /// What it is called in messages.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The source texts of a profile with the place of everything in it.
///
/// It keeps the tree that the reader made and looks a pointer up when an error asks for
/// it, so that a profile without errors pays nothing. Of a profile in several files the
/// tree is the merged one, and each [`Span`] says which file it is in.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    main: SourceText,
    others: Vec<SourceText>,
    root: Node,
}

impl SourceMap {
    /// The map of `text`, called `name` in messages, read as `root`.
    pub fn new(name: impl Into<String>, text: impl Into<String>, root: Node) -> Self {
        let main = SourceText { name: name.into(), text: text.into() };
        Self { main, others: vec![], root }
    }

    /// The map of several texts, whose spans count them from 0: the profile itself first.
    pub fn of_sources(sources: Vec<SourceText>, root: Node) -> Self {
        let mut sources = sources.into_iter();
        let main = sources.next().unwrap_or_default();
        Self { main, others: sources.collect(), root }
    }

    /// The map of the same texts with another tree of them.
    #[must_use]
    pub fn with_root(&self, root: Node) -> Self {
        Self { root, ..self.clone() }
    }

    /// What the profile is called in messages.
    pub fn name(&self) -> &str {
        &self.main.name
    }

    /// The source text of the profile itself.
    pub fn text(&self) -> &str {
        &self.main.text
    }

    /// The text that a span's `source` means.
    pub fn source(&self, source: u16) -> &SourceText {
        let other = usize::from(source).checked_sub(1);
        other.and_then(|index| self.others.get(index)).unwrap_or(&self.main)
    }

    /// Every text, as spans count them.
    pub fn sources(&self) -> impl Iterator<Item = &SourceText> {
        std::iter::once(&self.main).chain(&self.others)
    }

    /// Whether everything comes from one text.
    pub fn is_single(&self) -> bool {
        self.others.is_empty()
    }

    /// The tree that was read.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The lines of the text, for the numbers by which editors know them.
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self.text())
    }

    /// The bytes of a place, or nothing for a place outside of the text. A pointer to what
    /// the file does not have leads to the nearest that it has around it.
    pub fn span(&self, place: &Place) -> Option<Span> {
        match place {
            Place::Nowhere | Place::File | Place::Source(_) => None,
            Place::Span(span) => Some(self.whole(*span)),
            Place::Value(pointer) => Some(self.value(pointer)),
            Place::Key(pointer) => Some(self.key(pointer)),
            Place::Within(pointer, text) => Some(self.within(pointer, text)),
        }
    }

    /// The same span with whole characters at its ends.
    fn whole(&self, span: Span) -> Span {
        let text = &self.source(span.source).text;
        let start = text.floor_char_boundary(span.start);
        Span { start, end: text.ceil_char_boundary(span.end).max(start), ..span }
    }

    /// The source and the byte at which a problem is, for sorting; what is nowhere comes
    /// last.
    pub fn position(&self, problem: &Diagnostic) -> (u16, usize) {
        let first = problem.labels.first();
        first
            .and_then(|label| self.span(&label.place))
            .map_or((u16::MAX, usize::MAX), |span| (span.source, span.start))
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
            Place::Nowhere | Place::File | Place::Source(_) | Place::Span(_) => {
                return false;
            }
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
        let text_there = &self.source(value.source).text;
        let source = text_there.get(value.start..value.end).unwrap_or_default();
        match source.find(text) {
            Some(at) => Span::new(value.start + at, value.start + at + text.len())
                .in_source(value.source),
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
