//! The sections of the JSON Resume standard.

mod entries;
mod groups;

use super::compose::Composer;
use super::employers::grouped;
use super::{Entry, Group, Part, Section};
use crate::diagnostics::Pointer;
use crate::profile::{Heading, Name};
use crate::richtext::Inline;

impl Composer<'_> {
    /// A standard section by its key, unless it is hidden or has nothing to show.
    /// `position` is its place on the page, counted from 0.
    pub(super) fn standard(&self, key: &str, position: usize) -> Option<Section> {
        let heading = self.profile.headings.get(key);
        if heading.is_some_and(|heading| heading.hide || !self.view.shows(&heading.tags))
        {
            return None;
        }
        let origin = match key {
            "summary" => Pointer::root().key("basics").key("summary"),
            _ => Pointer::root().key(key),
        };
        let part = self.part(key, &origin)?;
        Some(Section {
            level: None,
            id: key.to_owned(),
            title: self.title(key, heading, position),
            emoji: self.emoji(heading.and_then(|heading| heading.emoji.as_ref())),
            parts: vec![part],
            sections: vec![],
            origin: origin.to_string(),
        })
    }

    /// The heading's own title, or the usual one. A summary that opens the page needs none.
    fn title(
        &self,
        key: &str,
        heading: Option<&Heading>,
        position: usize,
    ) -> Vec<Inline> {
        match heading.filter(|heading| !heading.title.is_empty()) {
            Some(heading) => {
                let origin = Pointer::root().key("headings").key(key).key("title");
                self.line(&heading.title, &origin)
            }
            None if key == "summary" && position == 0 => vec![],
            None => vec![Inline::text(self.words.title(key))],
        }
    }

    fn part(&self, key: &str, origin: &Pointer) -> Option<Part> {
        match key {
            "summary" => self.summary(origin),
            "work" => entries(grouped(self.works(origin))),
            "volunteer" => entries(grouped(self.volunteering(origin))),
            "education" => entries(self.education(origin)),
            "awards" => entries(self.awards(origin)),
            "certificates" => entries(self.certificates(origin)),
            "publications" => entries(self.publications(origin)),
            "projects" => entries(self.projects(origin)),
            "references" => entries(self.references(origin)),
            "skills" => groups(self.skills(origin)),
            "languages" => groups(self.languages(origin)),
            "interests" => groups(self.interests(origin)),
            _ => None, // a key is a string; `order` holds no other
        }
    }

    fn summary(&self, origin: &Pointer) -> Option<Part> {
        let blocks = self.prose(&self.profile.basics.summary, origin);
        (!blocks.is_empty()).then(|| Part::Prose { blocks, origin: origin.to_string() })
    }

    /// Plain names, each a line of its own making.
    pub(super) fn names(&self, names: &[Name], origin: &Pointer) -> Vec<Vec<Inline>> {
        names
            .iter()
            .enumerate()
            .map(|(index, name)| self.name(name, &origin.index(index)))
            .filter(|name| !name.is_empty())
            .collect()
    }
}

fn entries(entries: Vec<Entry>) -> Option<Part> {
    (!entries.is_empty()).then_some(Part::Entries { entries })
}

fn groups(groups: Vec<Group>) -> Option<Part> {
    (!groups.is_empty()).then_some(Part::Groups { groups })
}

/// Several texts as one, with a comma between two.
fn joined(texts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        if !out.is_empty() {
            out.push(Inline::text(", "));
        }
        out.extend(text);
    }
    out
}
