//! Markdown that only a README can show.

use super::{Document, Part, Section};

impl Document {
    /// The Document without raw Markdown and without the sections that it leaves empty, for
    /// every format but Markdown, and the origin of the first that was left out.
    pub fn without_raw(&self) -> (Self, Option<String>) {
        let mut document = self.clone();
        let mut first = None;
        strip(&mut document.sections, &mut first);
        (document, first)
    }
}

fn strip(sections: &mut Vec<Section>, first: &mut Option<String>) {
    sections.retain_mut(|section| {
        let before = section.parts.len();
        section.parts.retain(|part| match part {
            Part::Raw { origin, .. } => {
                first.get_or_insert_with(|| origin.clone());
                false
            }
            Part::Prose { .. }
            | Part::Items { .. }
            | Part::Entries { .. }
            | Part::Groups { .. }
            | Part::Note { .. } => true,
        });
        strip(&mut section.sections, first);
        let was_raw = section.parts.len() < before;
        let is_empty = section.parts.is_empty() && section.sections.is_empty();
        !(is_empty && (was_raw || section.title.is_empty()))
    });
}
