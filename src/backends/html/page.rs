//! The page around the sections.

use super::options::HtmlOptions;
use super::person;
use super::rich::Inlines;
use super::section::SectionView;
use crate::document::{Contact, ContactKind, Direction, Document, Part};
use crate::richtext::{inline_text, plain_text};
use askama::Template;

/// The style sheet, which the page carries.
const STYLE: &str = include_str!("../../../templates/page.css");

/// How much of the summary the description takes: what search engines show.
const LONGEST_DESCRIPTION: usize = 160;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Page<'a> {
    document: &'a Document,
    title: String,
    description: String,
    locale: String,
    rtl: bool,
    photo: Option<&'a str>,
    style: &'static str,
    person: Option<String>,
    sections: Vec<SectionView<'a>>,
}

impl<'a> Page<'a> {
    /// Lays `document` out.
    pub(super) fn of(document: &'a Document, options: &HtmlOptions) -> Self {
        let level = section_level(document);
        let sections = document.sections.iter();
        let view = |one| SectionView::of(one, level, &document.wording, options);
        Self {
            document,
            title: title(document),
            description: description(document),
            locale: document.lang.replace('-', "_"),
            rtl: document.dir == Direction::Rtl,
            photo: photo(document),
            style: STYLE,
            person: person::json_ld(document),
            sections: sections.map(view).collect(),
        }
    }
}

/// Sections stand under the name. A page without a header and with a single section has
/// that section's title as its own.
fn section_level(document: &Document) -> u8 {
    match (&document.header, document.sections.as_slice()) {
        (None, [_]) => 1,
        (Some(_) | None, _) => 2,
    }
}

/// `Ada Example, Stream-processing engineer`
fn title(document: &Document) -> String {
    let label = document.header.as_ref().map(|header| inline_text(&header.label));
    match label.filter(|label| !label.is_empty()) {
        Some(label) => format!("{}, {label}", document.author),
        None => document.author.clone(),
    }
}

/// The beginning of the first prose on the page, or the label.
fn description(document: &Document) -> String {
    let parts = document.sections.iter().flat_map(|section| &section.parts);
    let prose = parts.filter_map(|part| match part {
        Part::Prose { blocks, .. } => Some(plain_text(blocks)),
        Part::Items { .. }
        | Part::Entries { .. }
        | Part::Groups { .. }
        | Part::Note { .. }
        | Part::Raw { .. } => None,
    });
    let label = || {
        let header = document.header.as_ref();
        header.map(|header| inline_text(&header.label)).unwrap_or_default()
    };
    let text = prose.into_iter().find(|text| !text.is_empty()).unwrap_or_else(label);
    shortened(&text)
}

/// Whole words, no more than [`LONGEST_DESCRIPTION`] characters of them.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= LONGEST_DESCRIPTION {
        return whole;
    }
    let cut: String = whole.chars().take(LONGEST_DESCRIPTION - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

/// A picture that the profile itself holds: the page asks nobody for one, and a backend
/// reads no files.
fn photo(document: &Document) -> Option<&str> {
    let image = document.header.as_ref()?.image.as_deref()?;
    let kinds = ["png", "jpeg", "webp", "gif", "svg+xml"];
    let is_held =
        kinds.iter().any(|kind| image.starts_with(&format!("data:image/{kind};base64,")));
    is_held.then_some(image)
}

/// The property of h-card that a contact is.
fn contact_class(contact: &Contact) -> &'static str {
    match contact.kind {
        ContactKind::Location => "p-adr",
        ContactKind::Email => "u-email",
        ContactKind::Phone => "p-tel",
        ContactKind::Url | ContactKind::Profile => "u-url",
    }
}
