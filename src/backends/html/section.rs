//! Sections and entries as elements, with the classes of the h-resume microformat
//! (<https://microformats.org/wiki/h-resume>).

use super::options::{HeadingEmoji, HtmlOptions};
use super::rich::{Blocks, Inlines, Items, Names};
use crate::document::{Entry, Part, Section, Wording};
use crate::richtext::{Inline, linked};
use askama::Template;

/// HTML has six levels of headings.
const DEEPEST: u8 = 6;

/// A section with everything in it.
#[derive(Template)]
#[template(path = "page/section.html")]
pub(super) struct SectionView<'a> {
    section: &'a Section,
    wording: &'a Wording,
    id: String,
    class: &'static str,
    entry_class: Option<&'static str>,
    group_class: &'static str,
    title: Option<String>,
    level: u8,
    below: u8,
    sections: Vec<SectionView<'a>>,
}

impl<'a> SectionView<'a> {
    /// A section whose heading is of `level`.
    pub(super) fn of(
        section: &'a Section,
        level: u8,
        wording: &'a Wording,
        options: &HtmlOptions,
    ) -> Self {
        let title = titled(section, options);
        let below = if title.is_some() { (level + 1).min(DEEPEST) } else { level };
        let inner = section.sections.iter();
        Self {
            section,
            wording,
            id: anchor(&section.id),
            class: if section.id == "summary" { "p-summary" } else { "" },
            entry_class: entry_class(&section.id),
            group_class: if section.id == "skills" { "p-skill" } else { "p-category" },
            title,
            level,
            below,
            sections: inner
                .map(|inner| Self::of(inner, below, wording, options))
                .collect(),
        }
    }
}

/// The words of a heading as HTML, the emoji on its side.
fn titled(section: &Section, options: &HtmlOptions) -> Option<String> {
    let mut line = section.title.clone();
    if line.is_empty() {
        return None;
    }
    let emoji = section.emoji.clone().map(|emoji| Inline::Emoji { emoji });
    match (options.emoji, emoji) {
        (HeadingEmoji::After, Some(emoji)) => line.extend([Inline::text(" "), emoji]),
        (HeadingEmoji::Before, Some(emoji)) => {
            line.splice(0..0, [emoji, Inline::text(" ")]);
        }
        (HeadingEmoji::None, _) | (HeadingEmoji::After | HeadingEmoji::Before, None) => {}
    }
    Some(Inlines::of(&line).to_string())
}

/// An id that a URL's fragment can hold: what is no letter, digit, `-` or `_` is a hyphen.
fn anchor(id: &str) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || "-_".contains(c);
    id.chars().map(|c| if is_safe(c) { c } else { '-' }).collect()
}

fn entry_class(id: &str) -> Option<&'static str> {
    match id {
        "work" | "volunteer" | "projects" => Some("p-experience h-event"),
        "education" => Some("p-education h-event"),
        _ => None,
    }
}

/// An entry with its positions.
#[derive(Template)]
#[template(path = "page/entry.html")]
pub(super) struct EntryView<'a> {
    entry: &'a Entry,
    wording: &'a Wording,
    role: Option<&'static str>,
    level: u8,
    title: String,
    organization: String,
}

impl<'a> EntryView<'a> {
    fn of(
        entry: &'a Entry,
        level: &u8,
        wording: &'a Wording,
        role: &Option<&'static str>,
    ) -> Self {
        let html = |words: &[Inline], url: &Option<String>| {
            Inlines::of(&linked(words, url.as_deref())).to_string()
        };
        Self {
            entry,
            wording,
            role: *role,
            level: *level,
            title: html(&entry.title, &entry.url),
            organization: html(&entry.organization, &entry.organization_url),
        }
    }

    /// A position of an employer whose heading is of `outer` level.
    fn inside(position: &'a Entry, outer: &u8, wording: &'a Wording) -> Self {
        Self::of(position, &(outer + 1).min(DEEPEST), wording, &None)
    }
}
