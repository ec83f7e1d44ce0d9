//! Inline nodes, their text cut into words and emoji.

use super::simplify::{Kind, joined, unlinked, unwrapped};
use super::{ESCAPED, ParsedLine, TextProblem};
use crate::profile::is_allowed_address;
use crate::richtext::{Emoji, Inline, encoded, is_control, is_visible_ascii, shown};
use comrak::nodes::{AstNode, NodeValue};
use finl_unicode::categories::CharacterCategories;
use unicode_segmentation::UnicodeSegmentation;

/// The inlines under `node`.
pub(super) fn inlines_of<'a>(node: &'a AstNode<'a>) -> ParsedLine {
    let mut collector = Collector::default();
    node.children().for_each(|child| collector.node(child));
    collector.finish()
}

/// Gathers inlines, joining pieces of text.
#[derive(Default)]
pub(super) struct Collector {
    line: ParsedLine,
    pending: String,
}

impl Collector {
    pub(super) fn finish(mut self) -> ParsedLine {
        self.flush();
        self.line.content = tidy(self.line.content);
        trim(&mut self.line.content);
        self.line
    }

    /// Adds words. Character references may have put in what words don't hold: line breaks
    /// and tabs become spaces, control characters are shown as such.
    pub(super) fn text(&mut self, text: &str) {
        if is_visible_ascii(text)
            || !text.contains(|c: char| c.is_control() || is_control(c))
        {
            return self.pending.push_str(text);
        }
        let controls = text.chars().filter(|c| is_control(*c));
        self.line.problems.extend(controls.map(TextProblem::ControlCharacter));
        let space = |c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { shown(c) };
        self.pending.extend(text.chars().map(space));
    }

    fn node<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data.borrow().value {
            NodeValue::Text(text) => self.text(text),
            NodeValue::SoftBreak => self.text(" "),
            NodeValue::HtmlInline(html) => self.text(html),
            NodeValue::Escaped => {
                self.pending.push(ESCAPED);
                node.children().for_each(|child| self.node(child));
            }
            NodeValue::LineBreak => self.push(Inline::Break),
            NodeValue::Code(code) => {
                self.push(Inline::Code { text: code.literal.clone() })
            }
            NodeValue::Strong => {
                let content = tidy(unwrapped(self.content(node), Kind::Strong));
                self.push_wrapped(content, |content| Inline::Strong { content });
            }
            NodeValue::Emph => {
                let content = tidy(unwrapped(self.content(node), Kind::Emphasis));
                self.push_wrapped(content, |content| Inline::Emphasis { content });
            }
            NodeValue::Strikethrough => {
                let content = tidy(unwrapped(self.content(node), Kind::Strikethrough));
                self.push_wrapped(content, |content| Inline::Strikethrough { content });
            }
            NodeValue::Link(link) => self.link(&link.url, node),
            NodeValue::Image(image) => {
                self.line.problems.push(TextProblem::Image(image.url.clone()));
                self.link(&image.url, node);
            }
            _ => node.children().for_each(|child| self.node(child)), // kinds switched off
        }
    }

    fn content<'a>(&mut self, node: &'a AstNode<'a>) -> Vec<Inline> {
        let mut line = Collector::default();
        node.children().for_each(|child| line.node(child));
        line.flush();
        self.line.problems.append(&mut line.line.problems);
        tidy(line.line.content)
    }

    fn link<'a>(&mut self, url: &str, node: &'a AstNode<'a>) {
        let mut content = unlinked(self.content(node));
        if content.is_empty() {
            // An address may hold what a label may not, as a character reference.
            let mut label = Collector::default();
            label.text(url);
            let label = label.finish();
            content = label.content;
            self.line.problems.extend(label.problems);
        }
        if content.is_empty() {
            return; // nothing to see, and nowhere to go
        }
        if !is_allowed_address(url) {
            self.line.problems.push(TextProblem::ForbiddenLink(url.to_owned()));
            self.flush();
            self.line.content.extend(content);
            self.line.content = joined(std::mem::take(&mut self.line.content));
        } else {
            self.push(Inline::Link { url: encoded(url), content });
        }
    }

    fn push_wrapped(
        &mut self,
        content: Vec<Inline>,
        wrap: impl Fn(Vec<Inline>) -> Inline,
    ) {
        if !content.is_empty() {
            self.push(wrap(content));
        }
    }

    fn push(&mut self, inline: Inline) {
        self.flush();
        self.line.content.push(inline);
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.pending);
        if text.is_ascii() && !text.contains(':') {
            if !text.is_empty() {
                self.line.content.push(Inline::Text { text });
            }
            return;
        }
        cut(&text, &mut self.line.content);
    }
}

/// Pieces that follow each other as one. What stood in two may be a `:shortcode:` in one, of
/// which GitHub makes an emoji.
pub(super) fn tidy(line: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(line.len());
    for inline in joined(line) {
        match inline {
            Inline::Text { text } if text.contains(':') => cut(&text, &mut out),
            Inline::Strong { content } => {
                out.push(Inline::Strong { content: tidy(content) });
            }
            Inline::Emphasis { content } => {
                out.push(Inline::Emphasis { content: tidy(content) });
            }
            Inline::Strikethrough { content } => {
                out.push(Inline::Strikethrough { content: tidy(content) });
            }
            Inline::Link { url, content } => {
                out.push(Inline::Link { url, content: tidy(content) });
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Emoji { .. }
            | Inline::Break => out.push(inline),
        }
    }
    out
}

/// Cuts text into words and emoji, written as themselves or as `:shortcodes:`.
fn cut(text: &str, out: &mut Vec<Inline>) {
    let mut words = String::new();
    let mut rest = text;
    loop {
        let (plain, more) = rest.split_at(plain_start(rest));
        words.push_str(plain);
        rest = more;
        let Some(grapheme) = rest.graphemes(true).next() else { break };
        let found = match grapheme {
            ":" if !words.ends_with(char::is_alphanumeric) => shortcode(rest),
            _ => Emoji::of_grapheme(grapheme).map(|emoji| (emoji, grapheme.len())),
        };
        match found {
            Some((emoji, length)) => {
                push_words(&mut words, out);
                out.push(Inline::Emoji { emoji });
                rest = &rest[length..];
            }
            None => {
                words.push_str(grapheme);
                rest = &rest[grapheme.len()..];
            }
        }
    }
    push_words(&mut words, out);
}

/// How many bytes of a text begin no emoji for sure: ASCII up to the first colon. What
/// stands before another character may be one with it, as in a keycap.
fn plain_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|byte| *byte == b':' || !byte.is_ascii());
    match end {
        None => text.len(),
        Some(end) if bytes[end] == b':' => end,
        Some(end) => end.saturating_sub(1),
    }
}

fn push_words(words: &mut String, out: &mut Vec<Inline>) {
    if !words.is_empty() {
        out.push(Inline::Text { text: std::mem::take(words) });
    }
}

/// The emoji of a `:shortcode:` at the start of `text`, and its length with the colons;
/// within a word, as in `a:b:c`, colons are colons.
fn shortcode(text: &str) -> Option<(Emoji, usize)> {
    let name = text.strip_prefix(':')?;
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || "_+-".contains(c)))?;
    let after = name[end..].strip_prefix(':')?;
    if end == 0 || after.starts_with(char::is_alphanumeric) {
        return None;
    }
    Emoji::of_shortcode(&name[..end]).map(|emoji| (emoji, end + 2))
}

/// White space and breaks at the ends of a line say nothing, nor does a line that can't be
/// seen: nobody would understand the comma after it.
fn trim(content: &mut Vec<Inline>) {
    if content.iter().all(is_unseen) {
        content.clear();
    }
    trim_start(content);
    trim_end(content);
}

fn trim_start(content: &mut Vec<Inline>) {
    let blanks = content.iter().position(|first| !is_blank(first));
    content.drain(..blanks.unwrap_or(content.len()));
    match content.first_mut() {
        Some(Inline::Text { text }) => *text = text.trim_start().to_owned(),
        Some(first) => inside(first).into_iter().for_each(trim_start),
        None => {}
    }
}

fn trim_end(content: &mut Vec<Inline>) {
    while content.pop_if(|last| is_blank(last)).is_some() {}
    match content.last_mut() {
        Some(Inline::Text { text }) => *text = text.trim_end().to_owned(),
        Some(last) => inside(last).into_iter().for_each(trim_end),
        None => {}
    }
}

/// What stands in emphasis or in a link, unless there is nothing to see.
fn inside(inline: &mut Inline) -> Option<&mut Vec<Inline>> {
    match inline {
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content }
        | Inline::Link { content, .. } => {
            (!content.iter().all(is_blank)).then_some(content)
        }
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => None,
    }
}

fn is_unseen(inline: &Inline) -> bool {
    match inline {
        Inline::Text { text } | Inline::Code { text } => {
            text.chars().all(|c| c.is_whitespace() || c.is_format())
        }
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => content.iter().all(is_unseen),
        Inline::Break => true,
        Inline::Link { .. } | Inline::Emoji { .. } => false,
    }
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text { text } => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => content.iter().all(is_blank),
        Inline::Code { .. } | Inline::Link { .. } | Inline::Emoji { .. } => false,
    }
}
