//! The table of contents.

use super::{Chunk, HeadingOf};
use crate::richtext::{
    Anchors, Block, EmojiStyle, Inline, PageHeading, TooDeep, parse_line, survey,
    write_blocks,
};

/// A section's heading as the table of contents shows it.
struct Line {
    level: usize,
    text: String,
    anchor: String,
}

/// Puts the links to all sections where they go.
pub(super) fn fill(chunks: &mut [Chunk], style: EmojiStyle) {
    let Some(place) = chunks.iter().position(|chunk| *chunk == Chunk::Contents) else {
        return;
    };
    let lines = lines(chunks);
    let list = nested(&mut lines.iter().peekable(), 0);
    chunks[place] = Chunk::Text(write_blocks(&list, style));
}

/// Every section's heading. All other headings count too where GitHub numbers equal ones.
fn lines(chunks: &[Chunk]) -> Vec<Line> {
    let mut anchors = Anchors::default();
    let mut lines = Vec::new();
    for chunk in chunks {
        let (markdown, level) = match chunk {
            Chunk::Name(name) => (format!("# {name}"), None),
            Chunk::Heading { hashes, text, of } => {
                let level = (*of == HeadingOf::Section).then_some(hashes.len());
                (format!("{hashes} {text}"), level)
            }
            Chunk::Text(text) => (text.clone(), None),
            Chunk::Label(_)
            | Chunk::Contacts(_)
            | Chunk::WhereAndWhen(_)
            | Chunk::Contents => continue,
        };
        for heading in headings(&markdown) {
            let anchor = anchors.next(&heading.text);
            if let Some(level) = level {
                lines.push(Line { level, text: heading.text, anchor });
            }
        }
    }
    lines
}

fn headings(markdown: &str) -> Vec<PageHeading> {
    survey(markdown).map_or_else(|TooDeep| Vec::new(), |survey| survey.headings)
}

/// The headings deeper than `above` that follow, as a list.
fn nested<'a>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'a Line>>,
    above: usize,
) -> Vec<Block> {
    let mut items = Vec::new();
    while let Some(line) = lines.next_if(|line| line.level > above) {
        let mut item = vec![Block::Paragraph { content: vec![link(line)] }];
        item.extend(nested(lines, line.level));
        items.push(item);
    }
    match items.is_empty() {
        true => vec![],
        false => vec![Block::bullets(items)],
    }
}

fn link(line: &Line) -> Inline {
    // The words are text by now; a heading's emoji stay what they are.
    let content = parse_line(&escaped(&line.text)).content;
    Inline::Link { url: format!("#{}", line.anchor), content }
}

fn escaped(text: &str) -> String {
    let each = |c: char| match c.is_ascii_punctuation() && c != ':' {
        true => format!("\\{c}"),
        false => c.to_string(),
    };
    text.chars().map(each).collect()
}
