//! Where things begin and end in a text, beyond what spans say.

use crate::tailor::emit::Quotes;
use crate::tree::{Field, Node, Value};
use std::ops::Range;

/// How a list or a map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// In brackets.
    Flow,
    /// A line, or more, for each of what it holds.
    Block,
}

/// A source text, asked about its layout.
#[derive(Clone, Copy)]
pub(super) struct Extent<'a>(pub(super) &'a str);

impl Extent<'_> {
    /// How a list or a map is written here.
    pub(super) fn layout(self, node: &Node) -> Layout {
        match self.0[node.span.start.min(self.0.len())..].starts_with(['{', '[']) {
            true => Layout::Flow,
            false => Layout::Block,
        }
    }

    /// How scalars in brackets are quoted in this text.
    pub(super) fn quotes(self) -> Quotes {
        match self.0.trim_start().starts_with('{') {
            true => Quotes::Always,
            false => Quotes::Needed,
        }
    }

    /// Whether a scalar or a list that replaces `node` must stay on its line: what is in
    /// brackets itself may stand in others.
    pub(super) fn is_inside_flow(self, node: &Node) -> bool {
        match node.value {
            Value::List(_) | Value::Map(_) => self.layout(node) == Layout::Flow,
            Value::Null | Value::Plain(_) | Value::Text(_) => true,
        }
    }

    /// The bytes of a value, with its closing bracket.
    pub(super) fn value(self, node: &Node) -> Option<Range<usize>> {
        let start = node.span.start;
        let end = match &node.value {
            Value::Map(fields) if self.layout(node) == Layout::Flow => {
                let last = match fields.last() {
                    Some(field) => self.field(field)?.end,
                    None => start + 1,
                };
                self.closing(last)?
            }
            Value::List(nodes) if self.layout(node) == Layout::Flow => {
                let last = match nodes.last() {
                    Some(node) => self.value(node)?.end,
                    None => start + 1,
                };
                self.closing(last)?
            }
            Value::Map(fields) => self.field(fields.last()?)?.end,
            Value::List(nodes) => self.value(nodes.last()?)?.end,
            Value::Plain(_) | Value::Text(_) => {
                start + self.0.get(start..node.span.end)?.trim_end().len()
            }
            Value::Null => start.max(node.span.end),
        };
        self.0.get(start..end).map(|_| start..end)
    }

    /// The bytes of a field, from its key to the end of its value.
    pub(super) fn field(self, field: &Field) -> Option<Range<usize>> {
        let start = field.key_span.start;
        let colon = field.key_span.end + self.0.get(field.key_span.end..)?.find(':')? + 1;
        let end = match self.value(&field.node) {
            Some(value) if !value.is_empty() && value.start >= colon => value.end,
            Some(value) if value.is_empty() => colon,
            Some(_) | None => return None, // an alias: its value stands elsewhere
        };
        Some(start..end)
    }

    /// The bytes of an entry of a list, in block style with its dash.
    pub(super) fn entry(self, node: &Node, list: Layout) -> Option<Range<usize>> {
        let value = self.value(node)?;
        if list == Layout::Flow {
            return Some(value);
        }
        let before = self.0[..value.start].trim_end_matches([' ', '\n', '\t']);
        before.ends_with('-').then(|| before.len() - 1..value.end)
    }

    /// The end of the bracket that closes after `at`, where only commas, white space and
    /// comments may stand.
    fn closing(self, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let rest = self.0.get(at..)?;
            match rest.chars().next()? {
                ']' | '}' => return Some(at + 1),
                '#' => at += rest.find('\n')?,
                c if c == ',' || c.is_whitespace() => at += c.len_utf8(),
                _ => return None,
            }
        }
    }

    /// The first byte of the line that `at` is in.
    pub(super) fn line_start(self, at: usize) -> usize {
        self.0[..at].rfind('\n').map_or(0, |line| line + 1)
    }

    /// The byte after the line feed that ends the line that `at` is in.
    pub(super) fn line_end(self, at: usize) -> usize {
        self.0[at..].find('\n').map_or(self.0.len(), |feed| at + feed + 1)
    }

    /// Whether nothing stands before `at` in its line.
    pub(super) fn begins_line(self, at: usize) -> bool {
        self.0[self.line_start(at)..at].bytes().all(|byte| byte == b' ')
    }

    /// The column of a key or an entry, whose line has only spaces and dashes before it.
    pub(super) fn column(self, at: usize) -> Option<usize> {
        let before = &self.0[self.line_start(at)..at];
        before.bytes().all(|byte| b" -".contains(&byte)).then_some(before.len())
    }
}
