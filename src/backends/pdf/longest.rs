//! The entries that take the most room, for whoever has to cut.

use super::texts::{self, Text};
use crate::diagnostics::Pointer;
use crate::document::{Document, Part, Section};

/// How many are named.
const MOST: usize = 3;

/// The longest entries, longest first: their pointers and their share of all characters in
/// percent.
pub(super) fn entries(document: &Document) -> Vec<(Pointer, usize)> {
    let mut origins = Vec::new();
    document.sections.iter().for_each(|section| gather(section, &mut origins));
    let mut sizes = vec![0; origins.len()];
    let mut all = 0;
    texts::walk(document, &mut |origin, text| {
        let (Text::Words(words) | Text::Code(words)) = text else { return };
        all += words.len();
        let within = |entry: &&str| {
            origin
                .strip_prefix(*entry)
                .is_some_and(|rest| matches!(rest.chars().next(), None | Some('/')))
        };
        if let Some(index) = origins.iter().position(within) {
            sizes[index] += words.len();
        }
    });
    let mut found: Vec<_> = origins.into_iter().zip(sizes).collect();
    found.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let shares = found.into_iter().take(MOST);
    shares
        .map(|(origin, size)| (Pointer::from(origin), size * 100 / all.max(1)))
        .collect()
}

/// Entries, and the bullets that stand in a section by themselves.
fn gather<'a>(section: &'a Section, origins: &mut Vec<&'a str>) {
    for part in &section.parts {
        match part {
            Part::Entries { entries } => {
                origins.extend(entries.iter().map(|entry| entry.origin.as_str()));
            }
            Part::Items { items } => {
                origins.extend(items.iter().map(|item| item.origin.as_str()));
            }
            Part::Raw { .. }
            | Part::Prose { .. }
            | Part::Groups { .. }
            | Part::Note { .. } => {}
        }
    }
    section.sections.iter().for_each(|inner| gather(inner, origins));
}
