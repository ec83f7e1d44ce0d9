//! Blocks into sections.

use super::blocks::Read;
use super::text::Writing;
use crate::profile::Section;
use crate::richtext::{Emoji, Inline};

/// The sections of a page.
pub(super) struct Found {
    pub(super) sections: Vec<Section>,
    /// The level of the outermost headings.
    pub(super) level: u8,
    /// On which side of the words most emoji stand: `after` or `before`.
    pub(super) emoji: &'static str,
}

/// Puts each block under its heading.
pub(super) fn build(blocks: Vec<Read>, writing: &Writing) -> Found {
    let level = outermost(&blocks);
    let emoji = side(&blocks);
    let (open, done) = (Vec::new(), Vec::new());
    let mut builder = Builder { side: emoji, level, writing, open, done };
    for block in blocks {
        match block {
            Read::Heading { level, content } => builder.heading(level, &content),
            Read::Text(text) => builder.part(Part::Text(text)),
            Read::Raw(text, _) => builder.part(Part::Raw(text)),
            Read::Items(items) => builder.part(Part::Items(items)),
            Read::Note(text) => builder.part(Part::Note(text)),
        }
    }
    builder.close_to(0);
    Found { sections: builder.done, level, emoji }
}

fn outermost(blocks: &[Read]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block {
        Read::Heading { level, .. } => Some(*level),
        Read::Text(_) | Read::Items(_) | Read::Note(_) | Read::Raw(..) => None,
    });
    levels.min().unwrap_or(2)
}

fn side(blocks: &[Read]) -> &'static str {
    let mut sides = [0_usize; 2];
    for block in blocks {
        if let Read::Heading { content, .. } = block {
            sides[0] += usize::from(split(content, "after").0.is_some());
            sides[1] += usize::from(split(content, "before").0.is_some());
        }
    }
    if sides[1] > sides[0] { "before" } else { "after" }
}

/// The emoji of a heading on one side, and the words without it.
fn split(content: &[Inline], side: &str) -> (Option<Emoji>, Vec<Inline>) {
    let found = match (side, content) {
        ("after", [words @ .., Inline::Text { text }, Inline::Emoji { emoji }])
            if text.ends_with(' ') =>
        {
            let mut words = words.to_vec();
            words.push(Inline::text(text.trim_end_matches(' ')));
            Some((emoji, words))
        }
        ("before", [Inline::Emoji { emoji }, Inline::Text { text }, words @ ..])
            if text.starts_with(' ') =>
        {
            let mut all = vec![Inline::text(text.trim_start_matches(' '))];
            all.extend(words.iter().cloned());
            Some((emoji, all))
        }
        _ => None,
    };
    let has_words = |words: &[Inline]| {
        !words.iter().all(|word| matches!(word, Inline::Text { text } if text.is_empty()))
    };
    match found {
        Some((emoji, mut words))
            if has_words(&words)
                && Emoji::named(&emoji.written()).as_ref() == Some(emoji) =>
        {
            words
                .retain(|word| !matches!(word, Inline::Text { text } if text.is_empty()));
            (Some(emoji.clone()), words)
        }
        Some(_) | None => (None, content.to_vec()),
    }
}

/// What stands under a heading, in the order in which a section shows it.
enum Part {
    Text(String),
    Raw(String),
    Items(Vec<crate::profile::Item>),
    Note(String),
}

impl Part {
    /// Whether it can follow what a section holds already.
    fn fits(&self, section: &Section) -> bool {
        let (text, raw) = (!section.text.is_empty(), !section.raw.is_empty());
        let (items, note) = (!section.items.is_empty(), !section.note.is_empty());
        match self {
            Self::Text(_) => !(text || raw || items || note),
            Self::Raw(_) => !(items || note),
            Self::Items(_) => !(items || note),
            Self::Note(_) => !note,
        }
    }

    fn put(self, section: &mut Section) {
        match self {
            Self::Text(text) => section.text = ended(text).into(),
            Self::Raw(text) => {
                let (_, before) = section.raw.0.in_language("");
                section.raw = match before.is_empty() {
                    true => ended(text),
                    false => ended(format!("{}\n\n{text}", before.trim_end())),
                }
                .into();
            }
            Self::Items(items) => section.items = items,
            Self::Note(text) => section.note = ended(text).into(),
        }
    }
}

/// Markdown of several lines ends its last one, so that YAML shows it as a block.
fn ended(text: String) -> String {
    if text.contains('\n') { text + "\n" } else { text }
}

struct Open {
    level: u8,
    section: Section,
}

struct Builder<'a> {
    side: &'static str,
    level: u8,
    writing: &'a Writing,
    open: Vec<Open>,
    done: Vec<Section>,
}

impl Builder<'_> {
    fn heading(&mut self, level: u8, content: &[Inline]) {
        let keep = self.open.iter().position(|open| open.level >= level);
        self.close_to(keep.unwrap_or(self.open.len()));
        let usual = self.open.last().map_or(self.level, |open| open.level + 1);
        let (emoji, words) = split(content, self.side);
        let title = self.writing.line(&words).or_else(|| self.writing.line(content));
        let section = Section {
            title: title.unwrap_or_default().into(),
            emoji: emoji.map(|emoji| emoji.written()),
            level: (usual != level).then_some(level),
            ..Section::default()
        };
        self.open.push(Open { level, section });
    }

    /// Puts a part where it fits: in the section, in the last one without a title inside
    /// it, or in a new one.
    fn part(&mut self, part: Part) {
        let inner = match self.open.last_mut() {
            Some(open)
                if open.section.sections.is_empty() && part.fits(&open.section) =>
            {
                return part.put(&mut open.section);
            }
            Some(open) => &mut open.section.sections,
            None => &mut self.done,
        };
        match inner.last_mut() {
            Some(last) if last.title.is_empty() && part.fits(last) => part.put(last),
            Some(_) | None => {
                let mut section = Section::default();
                part.put(&mut section);
                inner.push(section);
            }
        }
    }

    fn close_to(&mut self, count: usize) {
        while self.open.len() > count {
            if let Some(Open { section, .. }) = self.open.pop() {
                match self.open.last_mut() {
                    Some(outer) => outer.section.sections.push(section),
                    None => self.done.push(section),
                }
            }
        }
    }
}
