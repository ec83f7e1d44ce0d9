//! Paths as people write them: `basics.label`, `work[0].endDate`, `sections[talks].title`.

use super::{Node, Value};
use crate::diagnostics::Span;

/// A path into a tree, with the bytes of each of its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(pub Vec<(Step, Span)>);

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `.key`
    Key(String),
    /// `[2]`, counted from 0, or `[id]`
    Entry(String),
}

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    /// The bytes from which on it is none.
    pub fn parse(text: &str) -> Result<Self, Span> {
        let mut steps = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let (step, length) = match rest.strip_prefix('[') {
                Some(inner) => {
                    let end = inner.find(']').filter(|end| *end > 0);
                    let end = end.ok_or(Span::new(at, text.len()))?;
                    (Step::Entry(inner[..end].to_owned()), end + 2)
                }
                None => {
                    let dot = usize::from(rest.starts_with('.') && !steps.is_empty());
                    let key = &rest[dot..];
                    let end = key.find(['.', '[']).unwrap_or(key.len());
                    if end == 0 || (dot == 0 && !steps.is_empty()) {
                        return Err(Span::new(at, text.len()));
                    }
                    (Step::Key(key[..end].to_owned()), dot + end)
                }
            };
            let from = at + usize::from(rest.starts_with('.'));
            steps.push((step, Span::new(from, at + length)));
            at += length;
        }
        if steps.is_empty() { Err(Span::new(0, 1)) } else { Ok(Self(steps)) }
    }

    /// The path where its first byte is at `start` of a source.
    #[must_use]
    pub fn at(mut self, start: usize, source: u16) -> Self {
        for (_, span) in &mut self.0 {
            let moved = Span::new(span.start + start, span.end + start);
            *span = moved.in_source(source);
        }
        self
    }

    /// As it is written.
    pub fn text<'a>(steps: impl IntoIterator<Item = &'a Step>) -> String {
        let mut text = String::new();
        for step in steps {
            match step {
                Step::Key(key) if text.is_empty() => text.push_str(key),
                Step::Key(key) => text.extend([".", key]),
                Step::Entry(name) => text.extend(["[", name, "]"]),
            }
        }
        text
    }
}

/// The id of an entry, if it has one.
pub fn id(entry: &Node) -> Option<&str> {
    match &entry.get("id")?.node.value {
        Value::Plain(id) | Value::Text(id) => Some(id),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// Where the entry is that `[name]` means: by its index, which may be any, or by its id.
pub fn entry(nodes: &[Node], name: &str) -> Option<usize> {
    let by_id = || nodes.iter().position(|node| id(node) == Some(name));
    name.parse().ok().or_else(by_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_keys_and_brackets() {
        let of = |path| {
            Path::parse(path).map(|path| path.0.into_iter().map(|(s, _)| s).collect())
        };
        let key = |key: &str| Step::Key(key.to_owned());
        let entry = |name: &str| Step::Entry(name.to_owned());
        let steps = vec![key("work"), entry("0"), key("highlights"), entry("last")];
        assert_eq!(of("work[0].highlights[last]"), Ok(steps.clone()));
        assert_eq!(Path::text(&steps), "work[0].highlights[last]");
        for wrong in ["", ".a", "a..b", "a.", "a[", "a[]", "a[0]b"] {
            assert!(Path::parse(wrong).is_err(), "{wrong}");
        }
    }
}
