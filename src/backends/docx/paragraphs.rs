//! The Document as a flat run of paragraphs with a style each, which is all that the format
//! knows of an outline.

use super::HeadingEmoji;
use super::runs::{Run, Writer, code};
use crate::document::{
    Detail, Document, Entry, Group, Header, Item, Part, Section, Wording,
};
use crate::richtext::{Block, Inline, linked};

/// The deepest level of headings and of lists that the styles have.
const DEEPEST: usize = 5;

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// The id of its style.
    pub(super) style: String,
    /// The list that it is a point of.
    pub(super) point: Option<Point>,
    /// The level of the list that it goes on in, without being a point.
    pub(super) inside: Option<usize>,
    /// Whether it begins a page.
    pub(super) begins_page: bool,
    /// What it says.
    pub(super) runs: Vec<Run>,
}

/// A place in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// The list.
    pub(super) list: usize,
    /// How deep, from 0.
    pub(super) level: usize,
}

/// A list with numbers, each of which begins anew.
#[derive(Debug)]
pub(super) struct Numbered {
    /// Its id.
    pub(super) list: usize,
    /// How deep it is.
    pub(super) level: usize,
    /// Its first number.
    pub(super) start: u64,
}

/// The list of all bullets.
const BULLETS: usize = 1;

/// Everything on the pages.
#[derive(Debug)]
pub(super) struct Paragraphs<'a> {
    /// In order.
    pub(super) all: Vec<Paragraph>,
    /// The numbered lists.
    pub(super) numbered: Vec<Numbered>,
    writer: Writer,
    wording: &'a Wording,
    emoji: HeadingEmoji,
    begins_page: bool,
}

/// Where prose stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    style: &'static str,
    /// The level of the list that it is in.
    level: Option<usize>,
}

/// Prose by itself.
const BODY: Place = Place { style: "BodyText", level: None };

impl<'a> Paragraphs<'a> {
    /// The paragraphs of a Document.
    pub(super) fn of(document: &'a Document, emoji: HeadingEmoji) -> Self {
        let mut page = Self {
            all: Vec::new(),
            numbered: Vec::new(),
            writer: Writer::default(),
            wording: &document.wording,
            emoji,
            begins_page: false,
        };
        document.header.iter().for_each(|header| page.header(header));
        for section in &document.sections {
            page.section(section, 1);
        }
        page
    }

    /// The addresses of the links, by their numbers.
    pub(super) fn addresses(&self) -> &[String] {
        &self.writer.addresses
    }

    fn push(&mut self, style: impl Into<String>, runs: Vec<Run>) {
        let begins_page = std::mem::take(&mut self.begins_page);
        let style = style.into();
        self.all.push(Paragraph { style, point: None, inside: None, begins_page, runs });
    }

    fn line(&mut self, style: impl Into<String>, line: &[Inline]) {
        if !line.is_empty() {
            let runs = self.writer.line(line);
            self.push(style, runs);
        }
    }

    fn heading(&mut self, line: &[Inline], level: usize) {
        self.line(format!("Heading{}", level.min(DEEPEST + 1)), line);
    }

    fn header(&mut self, header: &Header) {
        self.line("Title", &header.name);
        self.line("Subtitle", &header.label);
        let contact =
            |text: &String, url: Option<&str>| linked(&[Inline::text(text)], url);
        let contacts = header.contacts.iter();
        let contacts = contacts.map(|one| contact(&one.text, one.url.as_deref()));
        let line = joined(contacts, &self.wording.dot);
        self.line("Contacts", &line);
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.begins_page |= section.page_break.is_some();
        let mut title = section.title.clone();
        let emoji = section.emoji.clone().filter(|_| !title.is_empty());
        let emoji = emoji.map(|emoji| Inline::Emoji { emoji });
        match (self.emoji, emoji) {
            (HeadingEmoji::After, Some(emoji)) => {
                title.extend([Inline::text(" "), emoji])
            }
            (HeadingEmoji::Before, Some(emoji)) => {
                title.splice(0..0, [emoji, Inline::text(" ")]);
            }
            (HeadingEmoji::None, _)
            | (HeadingEmoji::After | HeadingEmoji::Before, None) => {}
        }
        self.heading(&title, level);
        let below = if title.is_empty() { level } else { level + 1 };
        for part in &section.parts {
            self.part(part, below);
        }
        for inner in &section.sections {
            self.section(inner, below);
        }
    }

    fn part(&mut self, part: &Part, level: usize) {
        match part {
            Part::Prose { blocks, origin: _ } => self.blocks(blocks, BODY),
            Part::Items { items } => self.items(items, 0),
            Part::Entries { entries } => {
                entries.iter().for_each(|entry| self.entry(entry, level));
            }
            Part::Groups { groups } => groups.iter().for_each(|group| self.group(group)),
            Part::Note { blocks, origin: _ } => {
                self.blocks(blocks, Place { style: "Note", level: None });
            }
            Part::Raw { .. } => {} // taken out before
        }
    }

    fn entry(&mut self, entry: &Entry, level: usize) {
        self.begins_page |= entry.page_break.is_some();
        let title = linked(&entry.title, entry.url.as_deref());
        let organization = linked(&entry.organization, entry.organization_url.as_deref());
        let head = joined([title, organization].into_iter(), &self.wording.comma);
        self.heading(&head, level);
        let dates = entry.dates.iter().map(|dates| vec![Inline::text(dates)]);
        let place = std::iter::once(entry.location.clone());
        self.line("WhereAndWhen", &joined(place.chain(dates), &self.wording.dot));
        let details = entry.details.iter().map(|one| detail(one, self.wording));
        for line in details {
            self.line("BodyText", &line);
        }
        self.blocks(&entry.summary, BODY);
        self.items(&entry.highlights, 0);
        let keywords = joined(entry.keywords.iter().cloned(), &self.wording.list);
        self.line("Keywords", &keywords);
        for position in &entry.positions {
            self.entry(position, level + 1);
        }
    }

    /// A point for each group, with what belongs to it below.
    fn group(&mut self, group: &Group) {
        let mut line = Vec::new();
        if !group.name.is_empty() {
            line.push(Inline::Strong { content: group.name.clone() });
        }
        if !group.level.is_empty() {
            let open = match line.is_empty() {
                true => self.wording.open.trim_start(),
                false => &self.wording.open,
            };
            line.push(Inline::text(open));
            line.extend(group.level.iter().cloned());
            line.push(Inline::text(&self.wording.close));
        }
        let keywords = joined(group.keywords.iter().cloned(), &self.wording.list);
        line = joined([line, keywords].into_iter(), &self.wording.colon);
        if !line.is_empty() {
            self.point(BULLETS, 0, &line);
        }
        self.blocks(&group.summary, Place { style: "ListContinue", level: Some(0) });
        self.items(&group.highlights, 1);
    }

    fn items(&mut self, items: &[Item], level: usize) {
        for item in items {
            self.point(BULLETS, level, &item.text);
            self.items(&item.items, level + 1);
        }
    }

    fn point(&mut self, list: usize, level: usize, line: &[Inline]) {
        let runs = self.writer.line(line);
        self.push(if list == BULLETS { "ListBullet" } else { "ListNumber" }, runs);
        if let Some(paragraph) = self.all.last_mut() {
            paragraph.point = Some(Point { list, level: level.min(DEEPEST) });
        }
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.line(place.style, content),
                Block::List { start, items, is_loose: _ } => {
                    let level = place.level.map_or(0, |level| level + 1);
                    self.list(*start, items, level);
                    continue;
                }
                Block::Quote { content } => {
                    self.blocks(content, Place { style: "Quote", ..place });
                    continue;
                }
                Block::Code { text, language: _ } => self.push("SourceCode", code(text)),
                Block::Rule => self.push("HorizontalLine", vec![]),
            }
            if let Some(paragraph) = self.all.last_mut() {
                paragraph.inside = place.level.map(|level| level.min(DEEPEST));
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], level: usize) {
        let list = match start {
            None => BULLETS,
            Some(start) => {
                let list = BULLETS + 1 + self.numbered.len();
                let level = level.min(DEEPEST);
                self.numbered.push(Numbered { list, level, start });
                list
            }
        };
        for item in items {
            let (line, rest) = match item.as_slice() {
                [Block::Paragraph { content }, rest @ ..] => (content.as_slice(), rest),
                all => (&[][..], all),
            };
            self.point(list, level, line);
            self.blocks(rest, Place { style: "ListContinue", level: Some(level) });
        }
    }
}

fn detail(detail: &Detail, wording: &Wording) -> Vec<Inline> {
    let label = detail.label.iter();
    let label = label.map(|label| Inline::text(format!("{label}{}", wording.colon)));
    label.chain(detail.text.iter().cloned()).collect()
}

/// What is not empty, with a sign between two.
fn joined(lines: impl Iterator<Item = Vec<Inline>>, sign: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push(Inline::text(sign));
        }
        out.extend(line);
    }
    out
}
