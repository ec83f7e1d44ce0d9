//! One set of filters on the outline of a profile.

use super::Cut;
use super::outline::{Kind, Part};
use crate::diagnostics::Pointer;
use crate::profile::{Date, Filters, Limits};

/// What an entry says beyond its head: beyond what, where and when.
const BEYOND_THE_HEAD: [&str; 11] = [
    "description",
    "summary",
    "highlights",
    "keywords",
    "courses",
    "score",
    "authors",
    "venue",
    "doi",
    "roles",
    "type",
];

/// What a section of one's own has beside the sections inside it.
const BESIDE_SECTIONS: [&str; 4] = ["text", "items", "entries", "note"];

/// Takes out of `parts` what `filters` leave out, and notes it in `cut`.
pub(super) fn apply(filters: &Filters, parts: &mut Vec<Part<'_>>, cut: &mut Cut) {
    drop_where(parts, cut, &|part| !filters.shows(part.tags));
    if let Some(only) = &filters.only {
        keep_only(only, parts, cut);
    }
    drop_where(parts, cut, &|part| is_section(part, &filters.without));
    if let Some(since) = filters.since {
        drop_where(parts, cut, &|part| ended_before(part, since));
    }
    if let Some(date) = filters.collapse_before {
        collapse(date, parts, cut);
    }
    if !filters.max_highlights.is_empty() {
        parts.iter_mut().for_each(|part| shorten(&filters.max_highlights, part, cut));
    }
    redact(filters, parts, cut);
}

fn drop_where(
    parts: &mut Vec<Part<'_>>,
    cut: &mut Cut,
    drops: &impl Fn(&Part<'_>) -> bool,
) {
    parts.retain_mut(|part| {
        let is_dropped = drops(part);
        match is_dropped {
            true => cut.remove(part),
            false => drop_where(&mut part.parts, cut, drops),
        }
        !is_dropped
    });
}

fn is_section(part: &Part<'_>, ids: &[String]) -> bool {
    match &part.kind {
        Kind::Section { id, .. } => ids.contains(id),
        Kind::Entry { .. } | Kind::Bullet => false,
    }
}

/// Keeps the sections that are named with all that is in them, and of those around them
/// the headings.
fn keep_only(only: &[String], parts: &mut Vec<Part<'_>>, cut: &mut Cut) {
    parts.retain_mut(|part| {
        if is_section(part, only) {
            return true;
        }
        if !has_section(part, only) {
            cut.remove(part);
            return false;
        }
        for key in BESIDE_SECTIONS {
            cut.gone.insert(part.origin.key(key));
        }
        part.parts.retain(|part| matches!(part.kind, Kind::Section { .. }));
        keep_only(only, &mut part.parts, cut);
        true
    });
}

fn has_section(part: &Part<'_>, ids: &[String]) -> bool {
    part.parts.iter().any(|part| is_section(part, ids) || has_section(part, ids))
}

fn ended_before(part: &Part<'_>, date: Date) -> bool {
    match part.kind {
        Kind::Entry { ended: Some(ended) } => ended.is_before(date),
        Kind::Entry { ended: None } | Kind::Section { .. } | Kind::Bullet => false,
    }
}

fn collapse(date: Date, parts: &mut [Part<'_>], cut: &mut Cut) {
    for part in parts {
        if ended_before(part, date) {
            part.parts.clear();
            let fields = BEYOND_THE_HEAD.iter().map(|field| part.origin.key(field));
            cut.gone.extend(fields);
        }
        collapse(date, &mut part.parts, cut);
    }
}

/// Keeps the first bullets of a section and of each of its entries. Those under another
/// bullet are part of it.
fn shorten(limits: &Limits, section: &mut Part<'_>, cut: &mut Cut) {
    let Kind::Section { id, .. } = &section.kind else { return };
    let most = limits.of(id);
    if let Some(most) = most {
        keep_bullets(most, section, cut);
    }
    for part in &mut section.parts {
        match (&part.kind, most) {
            (Kind::Section { .. }, _) => shorten(limits, part, cut),
            (Kind::Entry { .. }, Some(most)) => keep_bullets(most, part, cut),
            (Kind::Entry { .. }, None) | (Kind::Bullet, _) => {}
        }
    }
}

fn keep_bullets(most: usize, part: &mut Part<'_>, cut: &mut Cut) {
    let mut bullets = 0;
    part.parts.retain(|part| {
        if !matches!(part.kind, Kind::Bullet) {
            return true;
        }
        bullets += 1;
        if bullets > most {
            cut.remove(part);
        }
        bullets <= most
    });
}

fn redact(filters: &Filters, parts: &mut Vec<Part<'_>>, cut: &mut Cut) {
    let basics = Pointer::root().key("basics");
    for path in filters.redact.paths() {
        let origin = path.into_iter().fold(basics.clone(), |at, key| at.key(key));
        drop_where(parts, cut, &|part| part.origin == origin);
        cut.gone.insert(origin);
    }
}
