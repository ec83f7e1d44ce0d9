//! Which sections are shown, and in which order.

use super::View;
use crate::diagnostics::Pointer;
use crate::profile::{Profile, STANDARD_SECTIONS, Section};

/// A section of the profile that an output shows.
#[derive(Debug, Clone)]
pub(super) enum Chosen<'a> {
    /// A standard section by its key.
    Standard(&'static str),
    /// A section of one's own and where it stands.
    Own(&'a Section, Pointer),
}

impl Chosen<'_> {
    fn id(&self) -> String {
        match self {
            Self::Standard(key) => (*key).to_owned(),
            Self::Own(section, _) => section_id(section),
        }
    }
}

/// The id of a section: the one it has, or its title in lower case with hyphens.
pub fn section_id(section: &Section) -> String {
    section.id.clone().unwrap_or_else(|| {
        let (_, title) = section.title.0.in_language("en");
        title
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("-")
    })
}

/// The sections that `view` shows: those it names, in its order; or all, first those that
/// `order` names, then the rest in the order of the file.
pub(super) fn ordered<'a>(
    profile: &'a Profile,
    view: &View,
    order: &[String],
) -> Vec<Chosen<'a>> {
    let all = in_file_order(profile);
    match &view.sections {
        Some(ids) => ids.iter().filter_map(|id| named(profile, &all, id)).collect(),
        None => {
            let mut rest = all;
            rest.sort_by_key(|chosen| {
                let id = chosen.id();
                order.iter().position(|named| *named == id).unwrap_or(usize::MAX)
            });
            rest
        }
    }
}

fn in_file_order(profile: &Profile) -> Vec<Chosen<'_>> {
    let mut keys: Vec<&str> = profile.file_order.iter().map(String::as_str).collect();
    let usual = ["basics"].into_iter().chain(STANDARD_SECTIONS).chain(["sections"]);
    for key in usual {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter().flat_map(|key| sections_at(profile, key)).collect()
}

fn sections_at<'a>(profile: &'a Profile, key: &str) -> Vec<Chosen<'a>> {
    match key {
        "basics" => vec![Chosen::Standard("summary")],
        "summary" => vec![],
        "sections" => own_sections(&profile.sections, &Pointer::root()),
        _ => STANDARD_SECTIONS
            .iter()
            .find(|known| **known == key)
            .map(|known| Chosen::Standard(known))
            .into_iter()
            .collect(),
    }
}

fn own_sections<'a>(sections: &'a [Section], parent: &Pointer) -> Vec<Chosen<'a>> {
    let origin = parent.key("sections");
    sections
        .iter()
        .enumerate()
        .map(|(index, section)| Chosen::Own(section, origin.index(index)))
        .collect()
}

/// The section with an id: one of the outermost, or one inside another.
fn named<'a>(profile: &'a Profile, all: &[Chosen<'a>], id: &str) -> Option<Chosen<'a>> {
    all.iter()
        .find(|chosen| chosen.id() == id)
        .cloned()
        .or_else(|| inner(own_sections(&profile.sections, &Pointer::root()), id))
}

fn inner<'a>(sections: Vec<Chosen<'a>>, id: &str) -> Option<Chosen<'a>> {
    sections.into_iter().find_map(|chosen| match &chosen {
        Chosen::Own(section, _) if section_id(section) == id => Some(chosen),
        Chosen::Own(section, origin) => {
            inner(own_sections(&section.sections, origin), id)
        }
        Chosen::Standard(_) => None,
    })
}
