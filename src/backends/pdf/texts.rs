//! Every text of a Document, with the place in the profile that it comes from.

use crate::document::{
    Detail, Document, Entry, Group, Header, Item, Part, Section, Wording,
};
use crate::richtext::{Block, Emoji, Inline};

/// A piece of text, by the font it is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// Words in the theme's own font.
    Words(&'a str),
    /// Code in a font of fixed width.
    Code(&'a str),
    /// An emoji in running text.
    Emoji(&'a Emoji),
    /// The emoji of a heading.
    HeadingEmoji(&'a Emoji),
}

/// What is called for every text, with its JSON pointer.
pub(super) type Visit<'v, 'a> = dyn FnMut(&'a str, Text<'a>) + 'v;

/// Visits every text that a PDF may show, in reading order.
pub(super) fn walk<'a>(document: &'a Document, visit: &mut Visit<'_, 'a>) {
    let header = document.header.iter().map(|header| &header.origin);
    let origin =
        header.chain(document.sections.iter().map(|section| &section.origin)).next();
    if let Some(origin) = origin {
        let Wording { comma, list, colon, dot: _, open, close, page, figures } =
            &document.wording;
        let signs = [comma, list, colon, open, close, page].into_iter().chain(figures);
        signs.for_each(|sign| visit(origin, Text::Words(sign)));
    }
    if let Some(header) = &document.header {
        walk_header(header, visit);
    }
    document.sections.iter().for_each(|inner| walk_section(inner, visit));
}

fn walk_header<'a>(header: &'a Header, visit: &mut Visit<'_, 'a>) {
    inlines(&header.origin, &header.name, visit);
    inlines(&header.origin, &header.label, visit);
    for contact in &header.contacts {
        visit(&contact.origin, Text::Words(&contact.text));
    }
}

fn walk_section<'a>(section: &'a Section, visit: &mut Visit<'_, 'a>) {
    inlines(&section.origin, &section.title, visit);
    if let Some(emoji) = &section.emoji {
        visit(&section.origin, Text::HeadingEmoji(emoji));
    }
    section.parts.iter().for_each(|inner| part(inner, visit));
    section.sections.iter().for_each(|inner| walk_section(inner, visit));
}

fn part<'a>(part: &'a Part, visit: &mut Visit<'_, 'a>) {
    match part {
        Part::Prose { blocks: inner, origin } | Part::Note { blocks: inner, origin } => {
            blocks(origin, inner, visit);
        }
        Part::Raw { .. } => {} // taken out before
        Part::Items { items: inner } => items(inner, visit),
        Part::Entries { entries } => entries.iter().for_each(|inner| entry(inner, visit)),
        Part::Groups { groups } => groups.iter().for_each(|inner| group(inner, visit)),
    }
}

fn items<'a>(list: &'a [Item], visit: &mut Visit<'_, 'a>) {
    for item in list {
        inlines(&item.origin, &item.text, visit);
        items(&item.items, visit);
    }
}

fn entry<'a>(entry: &'a Entry, visit: &mut Visit<'_, 'a>) {
    let origin = &entry.origin;
    for line in [&entry.title, &entry.organization, &entry.location] {
        inlines(origin, line, visit);
    }
    if let Some(dates) = &entry.dates {
        visit(origin, Text::Words(dates));
    }
    entry.details.iter().for_each(|inner| detail(inner, visit));
    blocks(origin, &entry.summary, visit);
    items(&entry.highlights, visit);
    entry.keywords.iter().for_each(|word| inlines(origin, word, visit));
    entry.positions.iter().for_each(|inner| self::entry(inner, visit));
}

fn detail<'a>(detail: &'a Detail, visit: &mut Visit<'_, 'a>) {
    if let Some(label) = &detail.label {
        visit(&detail.origin, Text::Words(label));
    }
    inlines(&detail.origin, &detail.text, visit);
}

fn group<'a>(group: &'a Group, visit: &mut Visit<'_, 'a>) {
    let origin = &group.origin;
    inlines(origin, &group.name, visit);
    inlines(origin, &group.level, visit);
    group.keywords.iter().for_each(|word| inlines(origin, word, visit));
    blocks(origin, &group.summary, visit);
    items(&group.highlights, visit);
}

fn blocks<'a>(origin: &'a str, nodes: &'a [Block], visit: &mut Visit<'_, 'a>) {
    for node in nodes {
        match node {
            Block::Paragraph { content } => inlines(origin, content, visit),
            Block::List { items, .. } => {
                items.iter().for_each(|item| blocks(origin, item, visit));
            }
            Block::Quote { content } => blocks(origin, content, visit),
            Block::Code { text, language: _ } => visit(origin, Text::Code(text)),
            Block::Rule => {}
        }
    }
}

fn inlines<'a>(origin: &'a str, nodes: &'a [Inline], visit: &mut Visit<'_, 'a>) {
    for node in nodes {
        match node {
            Inline::Text { text } => visit(origin, Text::Words(text)),
            Inline::Strong { content }
            | Inline::Emphasis { content }
            | Inline::Strikethrough { content }
            | Inline::Link { content, url: _ } => inlines(origin, content, visit),
            Inline::Code { text } => visit(origin, Text::Code(text)),
            Inline::Emoji { emoji } => visit(origin, Text::Emoji(emoji)),
            Inline::Break => {}
        }
    }
}
