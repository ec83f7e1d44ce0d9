//! A profile without what an output does not show.

use crate::document::{View, section_id};
use crate::profile::{Entry, Item, Profile, Section, Tagged};

/// What `view` shows of `profile`: sections that are hidden or not asked for and what has
/// the wrong tags are left out, because a document that leaves the house must not hold
/// them.
pub(super) fn shown(profile: &Profile, view: &View) -> Profile {
    let mut shown = profile.clone();
    if !view.header {
        let (name, summary) = (shown.basics.name, shown.basics.summary);
        shown.basics = crate::profile::Basics { name, summary, ..Default::default() };
    }
    if let Some(ids) = &view.sections {
        shown.order = ids.clone();
        shown.sections = chosen(shown.sections, ids);
    }
    let is_shown = |key: &str| {
        let heading = profile.headings.get(key);
        view.sections.as_ref().is_none_or(|ids| ids.iter().any(|id| id == key))
            && heading.is_none_or(|heading| !heading.hide && view.shows(&heading.tags))
    };
    standard_sections(&mut shown, view, is_shown);
    shown.headings.retain(|key, heading| is_shown(key) && !heading.hide);
    own_sections(&mut shown.sections, view);
    shown
}

macro_rules! filter {
    ($profile:ident, $view:ident, $is_shown:ident: $($section:ident)+) => {$(
        match $is_shown(stringify!($section)) {
            true => {
                $profile.$section.retain(|entry| $view.shows(entry.tags()));
                for entry in &mut $profile.$section {
                    items(&mut entry.highlights, $view);
                }
            }
            false => $profile.$section.clear(),
        }
    )+};
}

fn standard_sections(
    profile: &mut Profile,
    view: &View,
    is_shown: impl Fn(&str) -> bool,
) {
    if !is_shown("summary") {
        profile.basics.summary = Default::default();
    }
    filter!(profile, view, is_shown: work volunteer education awards certificates
        publications skills languages interests references projects);
}

fn items(items: &mut Vec<Item>, view: &View) {
    items.retain(|item| view.shows(&item.tags));
    for item in items {
        self::items(&mut item.items, view);
    }
}

fn own_sections(sections: &mut Vec<Section>, view: &View) {
    sections.retain(|section| view.shows(&section.tags));
    for section in sections {
        items(&mut section.items, view);
        section.entries.retain(|entry: &Entry| view.shows(&entry.tags));
        for entry in &mut section.entries {
            items(&mut entry.highlights, view);
        }
        own_sections(&mut section.sections, view);
    }
}

/// The sections that are asked for, wherever they stand.
fn chosen(sections: Vec<Section>, ids: &[String]) -> Vec<Section> {
    let mut out = Vec::new();
    for mut section in sections {
        match ids.contains(&section_id(&section)) {
            true => out.push(section),
            false => out.extend(chosen(std::mem::take(&mut section.sections), ids)),
        }
    }
    out
}
