//! Entries and groups.

use super::super::options::Skills;
use super::table::table;
use super::{Chunk, HeadingOf, Page, bullets};
use crate::document::{Detail, Entry, Group, Wording};
use crate::richtext::{Block, Inline, linked, write_line};

impl Page<'_> {
    /// Title and organisation as a heading, then the rest in the order that every backend
    /// keeps.
    pub(super) fn entry(&mut self, entry: &Entry, level: u8) {
        let head = head(entry, &self.wording.comma);
        self.heading(&head, level, HeadingOf::Entry);
        self.where_and_when(entry);
        self.details(&entry.details);
        self.blocks(&entry.summary);
        self.items(&entry.highlights);
        if !entry.keywords.is_empty() {
            let content = joined(&entry.keywords, &self.wording.list);
            self.blocks(&[Block::Paragraph { content }]);
        }
        for position in &entry.positions {
            self.entry(position, level + 1);
        }
    }

    fn where_and_when(&mut self, entry: &Entry) {
        let mut line = entry.location.clone();
        if let Some(dates) = &entry.dates {
            if !line.is_empty() {
                line.push(Inline::text(&self.wording.dot));
            }
            line.push(Inline::text(dates.replace('\u{A0}', " ")));
        }
        if !line.is_empty() {
            self.push(Chunk::WhereAndWhen(write_line(&line, self.style)));
        }
    }

    /// One paragraph, a line for each.
    fn details(&mut self, details: &[Detail]) {
        let mut content = Vec::new();
        for detail in details {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            if let Some(label) = &detail.label {
                content.push(Inline::text(format!("{label}{}", self.wording.colon)));
            }
            content.extend(detail.text.iter().cloned());
        }
        if !content.is_empty() {
            self.blocks(&[Block::Paragraph { content }]);
        }
    }

    /// A bullet for each group, or a row of a table.
    pub(super) fn groups(&mut self, groups: &[Group], id: &str) {
        if self.options.skills == Skills::Table
            && id == "skills"
            && let Some(table) = table(groups, self.wording, self.style)
        {
            self.push(Chunk::Text(table));
            return;
        }
        let items = groups.iter().map(|one| group(one, self.wording)).collect();
        self.blocks(&[Block::bullets(items)]);
    }
}

fn head(entry: &Entry, comma: &str) -> Vec<Inline> {
    let mut line = linked(&entry.title, entry.url.as_deref());
    if !entry.organization.is_empty() {
        if !line.is_empty() {
            line.push(Inline::text(comma));
        }
        line.extend(linked(&entry.organization, entry.organization_url.as_deref()));
    }
    line
}

/// `**Name** (level): keyword, keyword`, with what belongs to it below.
fn group(group: &Group, wording: &Wording) -> Vec<Block> {
    let mut content = Vec::new();
    if !group.name.is_empty() {
        content.push(Inline::Strong { content: group.name.clone() });
    }
    if !group.level.is_empty() {
        let open = wording.open.as_str();
        let open = if content.is_empty() { open.trim_start() } else { open };
        content.push(Inline::text(open));
        content.extend(group.level.iter().cloned());
        content.push(Inline::text(&wording.close));
    }
    if !group.keywords.is_empty() {
        content.extend((!content.is_empty()).then(|| Inline::text(&wording.colon)));
        content.extend(joined(&group.keywords, &wording.list));
    }
    let mut blocks = Vec::new();
    if !content.is_empty() {
        blocks.push(Block::Paragraph { content });
    }
    blocks.extend(group.summary.iter().cloned());
    blocks.extend(bullets(&group.highlights));
    blocks
}

pub(super) fn joined(names: &[Vec<Inline>], sign: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for name in names {
        if !out.is_empty() {
            out.push(Inline::text(sign));
        }
        out.extend(name.iter().cloned());
    }
    out
}
