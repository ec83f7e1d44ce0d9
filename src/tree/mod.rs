//! A document with the place of every value.
//!
//! Readers turn bytes into a [`Node`] tree; [`decode`] turns a tree into typed values and
//! collects every problem on the way. The typed values stay free of positions: whoever
//! finds a problem later names the value by JSON pointer, and [`Node::find`] leads back.

mod build;
mod decode;
mod json;
mod layer;
pub mod path;
mod yaml;

pub use decode::{Decoded, decode, decode_beside};
pub use layer::Layer;
pub use yaml::to_yaml;

use crate::diagnostics::{Pointer, Span};
use std::collections::HashSet;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing: `null`, `~`, or no value after a key.
    #[default]
    Null,
    /// An unquoted scalar as written, so that the version `1.10` keeps its zero. Whether it
    /// is a number, a truth value or a word is for whoever asks to say.
    Plain(String),
    /// A quoted or block scalar, always text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, its keys in the order of the file.
    Map(Vec<Field>),
}

/// A key of a map with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The keys and values of a map; nothing for any other kind.
    pub fn fields(&self) -> &[Field] {
        match &self.value {
            Value::Map(fields) => fields,
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => &[],
        }
    }

    /// The keys and values of a map, to be changed; nothing for any other kind.
    pub fn fields_mut(&mut self) -> Option<&mut Vec<Field>> {
        match &mut self.value {
            Value::Map(fields) => Some(fields),
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => None,
        }
    }

    /// The value of `key` in a map.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    /// The value that `pointer` names, with the span of its key if it stands in a map.
    pub fn find(&self, pointer: &Pointer) -> Option<Found<'_>> {
        let mut found = Found { node: self, key: None };
        for part in pointer.parts() {
            found = found.node.step(&part)?;
        }
        Some(found)
    }

    /// Removes the elements of lists that stand at `spans`, as a reading that left them out
    /// has done, so that pointers into what was read lead to the right place again.
    pub fn remove_elements(&mut self, spans: &HashSet<Span>) {
        match &mut self.value {
            Value::Map(fields) => {
                fields.iter_mut().for_each(|field| field.node.remove_elements(spans));
            }
            Value::List(nodes) => {
                nodes.retain(|node| !spans.contains(&node.span));
                nodes.iter_mut().for_each(|node| node.remove_elements(spans));
            }
            Value::Null | Value::Plain(_) | Value::Text(_) => {}
        }
    }

    /// The member or element that `part`, a part of a pointer, names.
    pub fn step(&self, part: &str) -> Option<Found<'_>> {
        match &self.value {
            Value::Map(_) => self
                .get(part)
                .map(|field| Found { node: &field.node, key: Some(field.key_span) }),
            Value::List(nodes) => {
                let node = nodes.get(part.parse::<usize>().ok()?)?;
                Some(Found { node, key: None })
            }
            Value::Null | Value::Plain(_) | Value::Text(_) => None,
        }
    }

    /// The same tree, read from another source.
    #[must_use]
    pub fn in_source(mut self, source: u16) -> Self {
        self.stamp(source);
        self
    }

    fn stamp(&mut self, source: u16) {
        self.span = self.span.in_source(source);
        match &mut self.value {
            Value::List(nodes) => nodes.iter_mut().for_each(|node| node.stamp(source)),
            Value::Map(fields) => {
                for field in fields {
                    field.key_span = field.key_span.in_source(source);
                    field.node.stamp(source);
                }
            }
            Value::Null | Value::Plain(_) | Value::Text(_) => {}
        }
    }

    /// What a person calls this kind of value.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Plain(_) | Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }
}

/// A node with the place of the key before it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The value.
    pub node: &'a Node,
    /// Its key, if it stands in a map.
    pub key: Option<Span>,
}
