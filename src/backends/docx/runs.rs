//! Lines as runs: text of one look each, and links around them.

use crate::richtext::Inline;
use askama::Template;

/// What a run looks like.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_struck: bool,
    pub(super) is_code: bool,
    pub(super) is_link: bool,
}

/// A part of a line.
#[derive(Debug)]
pub(super) enum Run {
    Text { look: Look, text: String },
    Link { id: usize, runs: Vec<Run> },
    Break,
}

/// A line as XML, escaped by askama.
#[derive(Template)]
#[template(path = "docx/runs.xml")]
pub(super) struct Runs<'a> {
    runs: &'a [Run],
}

impl<'a> Runs<'a> {
    pub(super) fn of(runs: &'a [Run]) -> Self {
        Self { runs }
    }
}

/// Turns lines into runs, and numbers the addresses that they lead to.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The addresses; a link's id is its place here.
    pub(super) addresses: Vec<String>,
}

impl Writer {
    /// The runs of a line.
    pub(super) fn line(&mut self, line: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.inlines(line, Look::default(), &mut runs);
        runs
    }

    fn inlines(&mut self, line: &[Inline], look: Look, runs: &mut Vec<Run>) {
        for inline in line {
            match inline {
                Inline::Text { text: words } => runs.push(text(look, words)),
                Inline::Strong { content } => {
                    self.inlines(content, Look { is_bold: true, ..look }, runs);
                }
                Inline::Emphasis { content } => {
                    self.inlines(content, Look { is_italic: true, ..look }, runs);
                }
                Inline::Strikethrough { content } => {
                    self.inlines(content, Look { is_struck: true, ..look }, runs);
                }
                Inline::Code { text: code } => {
                    runs.push(text(Look { is_code: true, ..look }, code));
                }
                Inline::Link { url, content } => {
                    let mut inner = Vec::new();
                    self.inlines(content, Look { is_link: true, ..look }, &mut inner);
                    let id = self.id(url);
                    runs.push(Run::Link { id, runs: inner });
                }
                Inline::Emoji { emoji } => runs.push(text(look, &emoji.glyph)),
                Inline::Break => runs.push(Run::Break),
            }
        }
    }

    fn id(&mut self, url: &str) -> usize {
        let known = self.addresses.iter().position(|address| address == url);
        known.unwrap_or_else(|| {
            self.addresses.push(url.to_owned());
            self.addresses.len() - 1
        })
    }
}

/// Code, a run for each line.
pub(super) fn code(lines: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for line in lines.split('\n') {
        if !runs.is_empty() {
            runs.push(Run::Break);
        }
        runs.push(text(Look::default(), line));
    }
    runs
}

fn text(look: Look, text: &str) -> Run {
    let seen = |c| if is_xml(c) { c } else { char::REPLACEMENT_CHARACTER };
    Run::Text { look, text: text.chars().map(seen).collect() }
}

/// Whether XML has a place for a character, be it as a reference (XML 1.0, section 2.2).
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}
