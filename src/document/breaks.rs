//! Page breaks where they do no harm.

use super::{Part, Section};
use crate::profile::PageBreak;

/// A break before the first thing in a section is one before the section: a heading does
/// not stand alone at the foot of a page.
pub(super) fn before_heading(mut section: Section) -> Section {
    section.sections = section.sections.into_iter().map(before_heading).collect();
    let first = first_break(&mut section);
    section.page_break = section.page_break.or(first);
    section
}

fn first_break(section: &mut Section) -> Option<PageBreak> {
    match section.parts.first_mut() {
        None => section.sections.first_mut()?.page_break.take(),
        Some(Part::Entries { entries }) => entries.first_mut()?.page_break.take(),
        Some(Part::Prose { .. } | Part::Items { .. }) => None,
        Some(Part::Groups { .. } | Part::Note { .. } | Part::Raw { .. }) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::before_heading;
    use crate::document::{Entry, Part, Section};
    use crate::profile::PageBreak;

    fn section(entries: Vec<Entry>, sections: Vec<Section>) -> Section {
        let parts = match entries.is_empty() {
            true => vec![],
            false => vec![Part::Entries { entries }],
        };
        Section {
            id: "a".to_owned(),
            title: vec![],
            emoji: None,
            page_break: None,
            level: None,
            parts,
            sections,
            origin: String::new(),
        }
    }

    #[test]
    fn a_break_before_the_first_entry_is_one_before_the_outermost_heading() {
        let broken = || Entry { page_break: Some(PageBreak::Before), ..Entry::default() };
        let inner = section(vec![broken(), broken()], vec![]);
        let outer = before_heading(section(vec![], vec![inner]));
        assert_eq!(outer.page_break, Some(PageBreak::Before));
        assert_eq!(outer.sections[0].page_break, None);
        let Part::Entries { entries } = &outer.sections[0].parts[0] else {
            panic!("the part is entries")
        };
        assert_eq!(entries[0].page_break, None);
        assert_eq!(entries[1].page_break, Some(PageBreak::Before));
    }
}
