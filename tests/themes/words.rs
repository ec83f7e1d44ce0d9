//! The words of a Document in the order in which a theme shows them.

use curricle::document::{Document, Entry, Group, Item, Part, Section};
use curricle::richtext::{Block, Inline, inline_text};

/// The words of all that a theme shows: every theme has the Document's order, but `sidebar`
/// shows short lists first, `modern` dates before what they are of, and `academic` numbers
/// publications.
pub(crate) fn words(document: &Document, theme: &str) -> Vec<String> {
    let mut page = Page { theme, words: Vec::new() };
    if let Some(header) = &document.header {
        page.line(&header.name);
        page.line(&header.label);
        header.contacts.iter().for_each(|contact| page.text(&contact.text));
    }
    let first = |section: &&Section| theme == "sidebar" && is_short(section);
    document.sections.iter().filter(first).for_each(|inner| page.section(inner));
    let rest = document.sections.iter().filter(|section| !first(section));
    rest.for_each(|inner| page.section(inner));
    page.words
}

/// Whether a section is short lists alone.
fn is_short(section: &Section) -> bool {
    section.sections.is_empty()
        && section.parts.iter().all(|part| matches!(part, Part::Groups { .. }))
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

struct Page<'a> {
    theme: &'a str,
    words: Vec<String>,
}

impl Page<'_> {
    fn section(&mut self, section: &Section) {
        self.line(&section.title);
        for part in &section.parts {
            match part {
                Part::Prose { blocks, .. } | Part::Note { blocks, .. } => {
                    self.blocks(blocks);
                }
                Part::Items { items } => self.items(items),
                Part::Entries { entries } => {
                    let numbered =
                        self.theme == "academic" && section.id == "publications";
                    for (index, entry) in entries.iter().enumerate() {
                        self.words.extend(numbered.then(|| format!("{}.", index + 1)));
                        self.entry(entry);
                    }
                }
                Part::Groups { groups } => {
                    groups.iter().for_each(|group| self.group(group))
                }
                Part::Raw { .. } => {} // left out, with a warning
            }
        }
        section.sections.iter().for_each(|inner| self.section(inner));
    }

    fn entry(&mut self, entry: &Entry) {
        let dates = entry.dates.as_deref().unwrap_or_default();
        let dates_first = self.theme == "modern";
        if dates_first {
            self.text(dates);
        }
        for inner in [&entry.title, &entry.organization, &entry.location] {
            self.line(inner);
        }
        if !dates_first {
            self.text(dates);
        }
        for detail in &entry.details {
            self.text(detail.label.as_deref().unwrap_or_default());
            self.line(&detail.text);
        }
        self.blocks(&entry.summary);
        self.items(&entry.highlights);
        entry.keywords.iter().for_each(|word| self.line(word));
        entry.positions.iter().for_each(|inner| self.entry(inner));
    }

    fn group(&mut self, group: &Group) {
        self.line(&group.name);
        self.line(&group.level);
        group.keywords.iter().for_each(|word| self.line(word));
        self.blocks(&group.summary);
        self.items(&group.highlights);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.line(&item.text);
            self.items(&item.items);
        }
    }

    fn blocks(&mut self, nodes: &[Block]) {
        for node in nodes {
            match node {
                Block::Paragraph { content } => self.line(content),
                Block::List { items, start, is_loose: _ } => {
                    for (index, item) in (0..).zip(items) {
                        self.words
                            .extend(start.map(|start| format!("{}.", start + index)));
                        self.blocks(item);
                    }
                }
                Block::Quote { content } => self.blocks(content),
                Block::Code { text, .. } => self.text(text),
                Block::Rule => {}
            }
        }
    }

    fn line(&mut self, nodes: &[Inline]) {
        self.text(&inline_text(nodes));
    }

    fn text(&mut self, text: &str) {
        self.words.extend(split(text));
    }
}
