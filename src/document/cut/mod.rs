//! What a view leaves out of a profile.
//!
//! A [`Cut`] is worked out before anything is composed, as a set of JSON pointers. The
//! composer asks it about every value that it shows, and `curricle tailor` takes the same
//! pointers out of the file: that is why the two always agree.

mod check;
mod filter;
mod outline;

pub use check::check_filters;

use super::View;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{Filters, Profile};
use outline::{Kind, Part};
use std::collections::BTreeSet;

/// What a view leaves out of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cut {
    gone: BTreeSet<Pointer>,
    sections: Vec<String>,
    problems: Vec<Diagnostic>,
}

impl Cut {
    /// Works out what `view` leaves out.
    pub fn of(profile: &Profile, view: &View) -> Self {
        let mut cut = Self::default();
        let layers = layers(profile, view);
        if layers.iter().all(Filters::is_empty) {
            return cut;
        }
        let mut parts = outline::of(profile);
        for filters in &layers {
            filter::apply(filters, &mut parts, &mut cut);
        }
        let mut emptied = Vec::new();
        parts.retain_mut(|part| !cut.empties(part, &mut emptied));
        if let Some(named) = &view.sections {
            emptied.retain(|(id, _)| named.contains(id)); // the others would not be shown
        }
        cut.problems.extend(nothing_left(&emptied));
        cut
    }

    /// Whether the value at `origin` is not left out by itself. What stands in something
    /// that is left out is not asked about.
    pub fn keeps(&self, origin: &Pointer) -> bool {
        self.gone.is_empty() || !self.gone.contains(origin)
    }

    /// Everything that is left out, in the order of its pointers.
    pub fn gone(&self) -> impl Iterator<Item = &Pointer> {
        self.gone.iter()
    }

    /// The ids of the sections that are left out as a whole.
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// What was noticed: the sections of which nothing is left.
    pub fn take_problems(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.problems)
    }

    fn remove(&mut self, part: &Part<'_>) {
        self.gone.insert(part.origin.clone());
        self.forget(part);
    }

    fn forget(&mut self, part: &Part<'_>) {
        if let Kind::Section { id, .. } = &part.kind {
            self.sections.push(id.clone());
        }
        part.parts.iter().for_each(|part| self.forget(part));
    }

    /// Removes a section of which nothing is left, so that no heading stands above nothing.
    fn empties(&mut self, part: &mut Part<'_>, emptied: &mut Vec<Emptied>) -> bool {
        part.parts.retain_mut(|part| !self.empties(part, emptied));
        match &part.kind {
            Kind::Section { id, has_words: false, had_parts: true }
                if part.parts.is_empty() =>
            {
                emptied.push((id.clone(), part.origin.clone()));
                self.remove(part);
                true
            }
            Kind::Section { .. } | Kind::Entry { .. } | Kind::Bullet => false,
        }
    }
}

/// A section of which nothing is left: its id and where it stands.
type Emptied = (String, Pointer);

/// The filters of a view in the order in which they cut.
fn layers(profile: &Profile, view: &View) -> Vec<Filters> {
    let audience = view.audience_of(profile).map(|(audience, _)| {
        let mut filters = audience.filters.clone();
        if filters.only.is_none() {
            filters.only.clone_from(&audience.sections);
        }
        filters
    });
    let asked = view.asked.filters.clone();
    let own = view.filters.clone();
    match (audience, view.asked.audience.is_some()) {
        (None, _) => vec![asked, own],
        (Some(audience), true) => vec![audience, asked, own],
        (Some(audience), false) => vec![asked, audience, own],
    }
}

fn nothing_left(emptied: &[Emptied]) -> Option<Diagnostic> {
    let ids: Vec<_> = emptied.iter().map(|(id, _)| format!("`{id}`")).collect();
    let message = format!("nothing is left of {}", ids.join(", "));
    let problem = Diagnostic::warning(Code::EmptySection, message)
        .help("to leave a section out on purpose, name it under `without`");
    let problem = emptied.iter().fold(problem, |problem, (_, origin)| {
        problem.at(Place::Key(origin.clone()), "left out")
    });
    (!emptied.is_empty()).then_some(problem)
}
