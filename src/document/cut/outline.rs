//! What of a profile can be left out, as one tree, whatever the kind of section.

use crate::diagnostics::Pointer;
use crate::document::section_id;
use crate::document::standard::standard_origin;
use crate::profile::{Date, Dated, Item, Profile, STANDARD_SECTIONS, Section};

/// A section, an entry or a bullet with what stands in it.
pub(super) struct Part<'a> {
    pub(super) kind: Kind,
    pub(super) origin: Pointer,
    pub(super) tags: &'a [String],
    pub(super) parts: Vec<Part<'a>>,
}

/// What can be left out.
pub(super) enum Kind {
    /// A section, whether it says something beside its parts, and whether it had any.
    Section { id: String, has_words: bool, had_parts: bool },
    /// An entry, and when it was over.
    Entry { ended: Option<Date> },
    /// A bullet.
    Bullet,
}

/// Everything that can be left out of `profile`.
pub(super) fn of(profile: &Profile) -> Vec<Part<'_>> {
    let standard = STANDARD_SECTIONS.iter().filter_map(|key| standard(profile, key));
    standard.chain(sections(&profile.sections, &Pointer::root())).collect()
}

fn standard<'a>(profile: &'a Profile, key: &str) -> Option<Part<'a>> {
    let origin = standard_origin(key);
    let parts = match key {
        "work" => entries(&profile.work, &origin),
        "volunteer" => entries(&profile.volunteer, &origin),
        "education" => entries(&profile.education, &origin),
        "awards" => entries(&profile.awards, &origin),
        "certificates" => entries(&profile.certificates, &origin),
        "publications" => entries(&profile.publications, &origin),
        "skills" => entries(&profile.skills, &origin),
        "languages" => entries(&profile.languages, &origin),
        "interests" => entries(&profile.interests, &origin),
        "references" => entries(&profile.references, &origin),
        "projects" => entries(&profile.projects, &origin),
        _ => vec![],
    };
    let has_words = key == "summary" && !profile.basics.summary.is_empty();
    let heading = profile.headings.get(key);
    let kind =
        Kind::Section { id: key.to_owned(), has_words, had_parts: !parts.is_empty() };
    let tags = heading.map_or(&[][..], |heading| &heading.tags);
    (has_words || !parts.is_empty()).then_some(Part { kind, origin, tags, parts })
}

fn entries<'a, T: Dated>(entries: &'a [T], origin: &Pointer) -> Vec<Part<'a>> {
    let part = |(index, entry): (usize, &'a T)| {
        let origin = origin.index(index);
        Part {
            kind: Kind::Entry { ended: entry.ended() },
            tags: entry.tags(),
            parts: bullets(entry.highlights(), &origin.key("highlights")),
            origin,
        }
    };
    entries.iter().enumerate().map(part).collect()
}

fn bullets<'a>(items: &'a [Item], origin: &Pointer) -> Vec<Part<'a>> {
    let part = |(index, item): (usize, &'a Item)| {
        let origin = origin.index(index);
        Part {
            kind: Kind::Bullet,
            tags: &item.tags,
            parts: bullets(&item.items, &origin.key("items")),
            origin,
        }
    };
    items.iter().enumerate().map(part).collect()
}

fn sections<'a>(all: &'a [Section], parent: &Pointer) -> Vec<Part<'a>> {
    let origin = parent.key("sections");
    let part = |(index, section)| own(section, origin.index(index));
    all.iter().enumerate().map(part).collect()
}

fn own(section: &Section, origin: Pointer) -> Part<'_> {
    let mut parts = bullets(&section.items, &origin.key("items"));
    parts.extend(entries(&section.entries, &origin.key("entries")));
    parts.extend(sections(&section.sections, &origin));
    let has_words = !section.text.is_empty() || !section.note.is_empty();
    let had_parts = !parts.is_empty();
    let kind = Kind::Section { id: section_id(section), has_words, had_parts };
    Part { kind, origin, tags: &section.tags, parts }
}
