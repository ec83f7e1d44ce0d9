//! The words of a Document in the order in which every output shows them.

use curricle::document::{Document, Entry, Group, Item, Part, Section};
use curricle::richtext::{Block, Inline, inline_text};

/// Whether a section is short lists alone, which the theme `sidebar` shows first.
pub(crate) fn is_short(section: &Section) -> bool {
    section.sections.is_empty()
        && section.parts.iter().all(|part| matches!(part, Part::Groups { .. }))
}

/// The words of all that a PDF shows; `sections` in this order.
pub(crate) fn words<'a>(
    document: &Document,
    sections: impl IntoIterator<Item = &'a Section>,
) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(header) = &document.header {
        line(&header.name, &mut out);
        line(&header.label, &mut out);
        header.contacts.iter().for_each(|contact| out.extend(split(&contact.text)));
    }
    sections.into_iter().for_each(|inner| section(inner, &mut out));
    out
}

/// The words in a text, without the punctuation that an output sets between fields: bullets,
/// dots, commas, brackets.
pub(crate) fn split(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|word| {
        let word = word.trim_start_matches(['(', '[']);
        word.trim_end_matches([',', ')', ']', ':']).replace('\u{fe0f}', "")
    });
    let marks = ["", "•", "–", "·", "-"];
    words.filter(|word| !marks.contains(&word.as_str())).collect()
}

fn section(section: &Section, out: &mut Vec<String>) {
    line(&section.title, out);
    for part in &section.parts {
        match part {
            Part::Prose { blocks: inner, .. } | Part::Note { blocks: inner, .. } => {
                blocks(inner, out);
            }
            Part::Items { items: inner } => items(inner, out),
            Part::Entries { entries } => {
                entries.iter().for_each(|inner| entry(inner, out))
            }
            Part::Groups { groups } => groups.iter().for_each(|inner| group(inner, out)),
            Part::Raw { .. } => {} // left out, with a warning
        }
    }
    section.sections.iter().for_each(|inner| self::section(inner, out));
}

fn entry(entry: &Entry, out: &mut Vec<String>) {
    for inner in [&entry.title, &entry.organization, &entry.location] {
        line(inner, out);
    }
    out.extend(split(entry.dates.as_deref().unwrap_or_default()));
    for detail in &entry.details {
        out.extend(split(detail.label.as_deref().unwrap_or_default()));
        line(&detail.text, out);
    }
    blocks(&entry.summary, out);
    items(&entry.highlights, out);
    entry.keywords.iter().for_each(|word| line(word, out));
    entry.positions.iter().for_each(|inner| self::entry(inner, out));
}

fn group(group: &Group, out: &mut Vec<String>) {
    line(&group.name, out);
    line(&group.level, out);
    group.keywords.iter().for_each(|word| line(word, out));
    blocks(&group.summary, out);
    items(&group.highlights, out);
}

fn items(list: &[Item], out: &mut Vec<String>) {
    for item in list {
        line(&item.text, out);
        items(&item.items, out);
    }
}

fn blocks(nodes: &[Block], out: &mut Vec<String>) {
    for node in nodes {
        match node {
            Block::Paragraph { content } => line(content, out),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, out)),
            Block::Quote { content } => blocks(content, out),
            Block::Code { text, .. } => out.extend(split(text)),
            Block::Rule => {}
        }
    }
}

fn line(nodes: &[Inline], out: &mut Vec<String>) {
    out.extend(split(&inline_text(nodes)));
}
