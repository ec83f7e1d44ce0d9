//! The tree, built event by event without recursion.

use super::anchors::{Anchors, Size, merge};
use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::tree::{Field, Node, Value};
use std::collections::HashMap;

type Result<T = ()> = std::result::Result<T, Diagnostic>;

/// A list or map that is still open.
struct Open {
    span: Span,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map { fields: Vec<Field>, seen: HashMap<String, Span>, key: Option<Key> },
}

/// A key that waits for its value.
enum Key {
    /// One that the map did not have yet.
    New(String, Span),
    /// One that it had: its value is left out.
    Again,
}

/// Collects events into a tree.
pub(super) struct Builder<'a> {
    bounds: &'a Bounds,
    open: Vec<Open>,
    anchors: Anchors,
    root: Option<Node>,
    values: usize,
    /// The bytes that anchors and aliases have copied.
    copied: usize,
    duplicates: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(bounds: &'a Bounds) -> Self {
        Self {
            bounds,
            open: Vec::new(),
            anchors: Anchors::default(),
            root: None,
            values: 0,
            copied: 0,
            duplicates: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> (Node, Vec<Diagnostic>) {
        (self.root.unwrap_or_default(), self.duplicates)
    }

    pub(super) fn open_document(&mut self, span: Span) -> Result {
        if self.root.is_none() {
            return Ok(());
        }
        Err(Diagnostic::error(Code::Syntax, "a second document starts here")
            .at(Place::Span(span), "")
            .help("a file holds one profile; remove the `---`"))
    }

    pub(super) fn open_list(&mut self, span: Span, anchor: usize) -> Result {
        self.start(span, anchor, Content::List(Vec::new()))
    }

    pub(super) fn open_map(&mut self, span: Span, anchor: usize) -> Result {
        let content =
            Content::Map { fields: Vec::new(), seen: HashMap::new(), key: None };
        self.start(span, anchor, content)
    }

    fn start(&mut self, span: Span, anchor: usize, content: Content) -> Result {
        if self.is_at_key() {
            return Err(bad_key(span));
        }
        self.open.push(Open { span, anchor, content });
        Ok(())
    }

    pub(super) fn close(&mut self) -> Result {
        let Some(Open { span, anchor, content }) = self.open.pop() else {
            return Ok(());
        };
        let value = match content {
            Content::List(nodes) => Value::List(nodes),
            Content::Map { fields, .. } => Value::Map(merge(fields)),
        };
        let end = last_end(&value).unwrap_or(span.end);
        self.put(Node { span: Span::new(span.start, end), value }, anchor)
    }

    pub(super) fn scalar(
        &mut self,
        text: String,
        plain: bool,
        span: Span,
        anchor: usize,
    ) -> Result {
        if let Some(Open { content: Content::Map { key, seen, .. }, .. }) =
            self.open.last_mut()
            && key.is_none()
        {
            *key = match seen.get(&text) {
                Some(first) => {
                    self.duplicates.push(duplicate(&text, span, *first));
                    Some(Key::Again)
                }
                None => {
                    seen.insert(text.clone(), span);
                    Some(Key::New(text, span))
                }
            };
            return Ok(());
        }
        if text.len() > self.bounds.count(Bound::Text) {
            return Err(too_long(span, self.bounds));
        }
        let value = match text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" if plain => Value::Null,
            _ if plain => Value::Plain(text),
            _ => Value::Text(text),
        };
        self.put(Node { span, value }, anchor)
    }

    pub(super) fn alias(&mut self, anchor: usize, span: Span) -> Result {
        if self.is_at_key() {
            return Err(bad_key(span));
        }
        let Some(size) = self.anchors.size(anchor) else {
            return Err(Diagnostic::error(
                Code::Syntax,
                "an alias within what it stands for",
            )
            .at(Place::Span(span), "")
            .help("write out what it should hold"));
        };
        self.count(size.values, span)?;
        self.copy(size, span)?;
        let node = self.anchors.expand(anchor);
        self.put(node, 0)
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result {
        self.count(1, node.span)?;
        if anchor != 0 {
            let size = Size::of(&node);
            self.copy(size, node.span)?;
            self.anchors.keep(anchor, &node, size);
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open { content: Content::List(nodes), .. }) => nodes.push(node),
            Some(Open { content: Content::Map { fields, key, .. }, .. }) => {
                if let Some(Key::New(key, key_span)) = key.take() {
                    fields.push(Field { key, key_span, node });
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, values: usize, span: Span) -> Result {
        self.values = self.values.saturating_add(values);
        if self.values <= self.bounds.count(Bound::Items) {
            return Ok(());
        }
        let most = Bound::Items.amount(self.bounds.of(Bound::Items));
        let message = format!("more than {most} values, with aliases expanded");
        Err(Diagnostic::error(Code::TooLarge, message)
            .at(Place::Span(span), "the limit is reached here")
            .help("a profile needs some thousands; is this the right file?")
            .help(Bound::Items.help(self.bounds)))
    }

    /// Counts what an anchor keeps or an alias brings, before it is copied.
    fn copy(&mut self, size: Size, span: Span) -> Result {
        self.copied = self.copied.saturating_add(size.bytes);
        if self.copied <= self.bounds.count(Bound::Aliases) {
            return Ok(());
        }
        let most = Bound::Aliases.amount(self.bounds.of(Bound::Aliases));
        let message = format!("anchors and aliases copy more than {most}");
        Err(Diagnostic::error(Code::TooLarge, message)
            .at(Place::Span(span), "the limit is reached here")
            .help("write the repeated part once, or split the profile")
            .help(Bound::Aliases.help(self.bounds)))
    }

    fn is_at_key(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open { content: Content::Map { key: None, .. }, .. })
        )
    }
}

fn last_end(value: &Value) -> Option<usize> {
    match value {
        Value::List(nodes) => nodes.last().map(|node| node.span.end),
        Value::Map(fields) => fields.last().map(|field| field.node.span.end),
        Value::Null | Value::Plain(_) | Value::Text(_) => None,
    }
}

fn too_long(span: Span, bounds: &Bounds) -> Diagnostic {
    let most = Bound::Text.amount(bounds.of(Bound::Text));
    Diagnostic::error(Code::TooLarge, format!("a text of more than {most}"))
        .at(Place::Span(span), "")
        .help("split it into several, or leave some of it out")
        .help(Bound::Text.help(bounds))
}

fn bad_key(span: Span) -> Diagnostic {
    Diagnostic::error(Code::Syntax, "a key must be text")
        .at(Place::Span(span), "")
        .help("quote the key, or the value that starts with `[`, `{` or `*`")
}

fn duplicate(key: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(Code::DuplicateKey, format!("`{key}` stands twice in one map"))
        .at(Place::Span(span), "again here")
        .at(Place::Span(first), "first here")
        .help("remove one, or merge the two")
}
