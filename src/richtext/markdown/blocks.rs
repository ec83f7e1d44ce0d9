//! The writer of blocks.

use super::{MarkdownStyle, write_line};
use crate::richtext::Block;
use crate::richtext::tight::can_be_tight;

/// Writes blocks, one blank line between two, without a final line break.
pub fn write_blocks(blocks: &[Block], style: impl Into<MarkdownStyle>) -> String {
    written(blocks, "\n\n", style.into())
}

fn written(blocks: &[Block], gap: &str, style: MarkdownStyle) -> String {
    let mut out = String::new();
    let mut previous = None;
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            out.push_str(gap);
        }
        let list = List::of(block, previous);
        let bullet = list.map_or(Bullet::Usual, |list| list.bullet);
        out.push_str(&write_block(block, bullet, style));
        previous = list;
    }
    out
}

/// A list that was written, as far as the next one must know.
#[derive(Debug, Clone, Copy)]
struct List {
    is_numbered: bool,
    bullet: Bullet,
}

impl List {
    /// The list that `block` is, if it is one, after `previous`.
    fn of(block: &Block, previous: Option<Self>) -> Option<Self> {
        let Block::List { start, .. } = block else {
            return None;
        };
        let is_numbered = start.is_some();
        let previous = previous.filter(|list| list.is_numbered == is_numbered);
        Some(Self {
            is_numbered,
            bullet: Bullet::after(previous.map(|list| list.bullet)),
        })
    }
}

/// The marker of a list; two lists of a kind that follow each other must differ in it, or
/// they would be read as one (CommonMark 0.31, section 5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bullet {
    Usual,
    Other,
}

impl Bullet {
    fn after(previous: Option<Self>) -> Self {
        match previous {
            Some(Self::Usual) => Self::Other,
            Some(Self::Other) | None => Self::Usual,
        }
    }

    fn marker(self, number: Option<u64>) -> String {
        match (self, number) {
            (Self::Usual, None) => "- ".to_owned(),
            (Self::Other, None) => "* ".to_owned(),
            (Self::Usual, Some(number)) => format!("{number}. "),
            (Self::Other, Some(number)) => format!("{number}) "),
        }
    }
}

fn write_block(block: &Block, bullet: Bullet, style: MarkdownStyle) -> String {
    match block {
        Block::Paragraph { content } => write_line(content, style),
        Block::Quote { content } => quote(&write_blocks(content, style)),
        Block::Code { language, text } => code(language.as_deref(), text),
        Block::Rule => "___".to_owned(), // the one that no bullet and no line above changes
        Block::List { start, items, is_loose } => {
            let gap = match *is_loose || !items.iter().all(|item| can_be_tight(item)) {
                true => "\n\n",
                false => "\n",
            };
            let write = |(index, item): (usize, &Vec<Block>)| {
                let number = start.map(|start| start.saturating_add(index as u64));
                hang(&bullet.marker(number), &written(item, gap, style))
            };
            items.iter().enumerate().map(write).collect::<Vec<_>>().join(gap)
        }
    }
}

/// Text after a marker, its further lines indented by the marker's width.
fn hang(marker: &str, text: &str) -> String {
    let indent = " ".repeat(marker.len());
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        match (index, line.is_empty()) {
            (0, true) => out.push_str(marker.trim_end()),
            (_, true) => {}
            (0, false) => out.push_str(marker),
            (_, false) => out.push_str(&indent),
        }
        out.push_str(line);
    }
    out
}

/// Text behind `>`.
pub fn quote(text: &str) -> String {
    text.split('\n')
        .map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") })
        .collect::<Vec<_>>()
        .join("\n")
}

/// A fenced code block; tildes fence where the language has a backtick in it, which is not
/// allowed behind backticks (CommonMark 0.31, section 4.5). Escapes and character references
/// mean there what they do in text (section 6.1).
fn code(language: Option<&str>, text: &str) -> String {
    let language = language.unwrap_or_default();
    let language = language.replace('\\', "\\\\").replace('&', "&amp;");
    let mark = if language.contains('`') { '~' } else { '`' };
    let longest = text.split(|c| c != mark).map(str::len).max().unwrap_or_default();
    let fence = mark.to_string().repeat(longest.max(2) + 1);
    let language = match language.starts_with(mark) {
        true => format!(" {language}"), // or the fence would be longer
        false => language,
    };
    match text.is_empty() {
        true => format!("{fence}{language}\n{fence}"),
        false => format!("{fence}{language}\n{text}\n{fence}"),
    }
}
