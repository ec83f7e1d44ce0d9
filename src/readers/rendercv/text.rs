//! RenderCV's text: Markdown, with Typst let through, and words that are always bold.

use crate::diagnostics::Span;
use crate::readers::notes::Notes;
use crate::richtext::{Inline, inline_text, parse_line};
use crate::tree::{Field, Node};

/// Reads texts and remembers what was noticed.
pub(super) struct Texts {
    /// The words that are bold wherever they stand.
    pub(super) bold: Vec<String>,
    /// What was noticed.
    pub(super) notes: Notes,
}

/// A plain name that may lead somewhere.
pub(super) struct Named {
    pub(super) name: Node,
    pub(super) url: Option<Node>,
}

impl Texts {
    /// A line or prose, which are Markdown here as there.
    pub(super) fn markdown(&mut self, node: &Node) -> Node {
        let text = node.as_text().unwrap_or_default();
        self.note_typst(text, node.span);
        Node::text(self.emboldened(text), node.span)
    }

    /// A name, which is plain in a profile: the marks go, the words and the link stay.
    pub(super) fn name(&mut self, node: &Node) -> Named {
        let text = node.as_text().unwrap_or_default();
        self.note_typst(text, node.span);
        let line = parse_line(text).content;
        let words = inline_text(&line);
        let url = match line.as_slice() {
            [Inline::Link { url, .. }] => Some(Node::text(url, node.span)),
            _ => None,
        };
        if url.is_none() && words != text {
            self.notes.add("a name is plain text: its marks are left out", node.span);
        }
        Named { name: Node::text(words, node.span), url }
    }

    /// Bullets; ` - ` within one begins a bullet under it.
    pub(super) fn bullets(&mut self, list: &Node) -> Node {
        let items = list.elements().iter().map(|item| self.bullet(item)).collect();
        Node::list(items, list.span)
    }

    fn bullet(&mut self, item: &Node) -> Node {
        let Node { span, .. } = *item;
        let whole = self.markdown(item);
        let text = whole.as_text().unwrap_or_default();
        let mut parts = text.split(" - ").map(str::trim);
        let first = Node::text(parts.next().unwrap_or_default(), span);
        let inner: Vec<Node> = parts.map(|part| Node::text(part, span)).collect();
        match inner.is_empty() {
            true => whole,
            false => {
                let items = Field::new("items", Node::list(inner, span));
                Node::map(vec![Field::new("text", first), items], span)
            }
        }
    }

    /// Typst's functions and formulas, which are words in a profile.
    fn note_typst(&mut self, text: &str, span: Span) {
        let is_call = |rest: &str| {
            let end =
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
            let end = end.unwrap_or(rest.len());
            end > 0
                && rest.starts_with(|c: char| c.is_ascii_lowercase())
                && rest[end..].starts_with(['(', '['])
        };
        let calls = text.match_indices('#').any(|(at, _)| is_call(&text[at + 1..]));
        if calls || text.contains("$$") {
            self.notes.add("raw Typst is read as text", span);
        }
    }

    /// The text with its bold words marked, where they stand as whole words in plain text.
    fn emboldened(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for word in self.bold.iter().filter(|word| !word.trim().is_empty()) {
            text = marked(&text, word);
        }
        text
    }
}

fn marked(text: &str, word: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices(word) {
        let end = at + word.len();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let is_open = |c: Option<char>| {
            c.is_none_or(|c| !c.is_alphanumeric() && !"*_`[]/.".contains(c) || c == '.')
        };
        let in_address = text[..at].rsplit(char::is_whitespace).next();
        let in_address =
            in_address.is_some_and(|part| part.contains("](") || part.contains("://"));
        if at < from || !is_open(before) || !is_open(after) || in_address {
            continue;
        }
        out.push_str(&text[from..at]);
        out.push_str(&format!("**{word}**"));
        from = end;
    }
    out + &text[from..]
}

/// Plain text as Markdown that says the same.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "\\*_`[]<>&#~$:".contains(c) && c != ':' && c != '$' && c != '#' {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
