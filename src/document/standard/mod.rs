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
    /// `position` is the number of sections above it on the page.
    pub(super) fn standard(&self, key: &str, position: usize) -> Option<Section> {
        let headings = self.headings(key);
        let hide = headings.iter().find_map(|(heading, _)| heading.hide);
        let origin = self.origin(key);
        if hide == Some(true) || !self.cut.keeps(&standard_origin(key)) {
            return None;
        }
        let part = self.part(key, &origin)?;
        Some(Section {
            level: None,
            id: key.to_owned(),
            title: self.title(key, &headings, position),
            emoji: self.emoji(headings.iter().find_map(|(one, _)| one.emoji.as_ref())),
            page_break: headings.iter().find_map(|(one, _)| one.page_break),
            parts: vec![part],
            sections: vec![],
            origin: origin.to_string(),
        })
    }

    /// Where the content of a standard section stands: an audience may have a summary of
    /// its own.
    fn origin(&self, key: &str) -> Pointer {
        match &self.audience {
            Some((audience, origin))
                if key == "summary" && !audience.summary.is_empty() =>
            {
                origin.key("summary")
            }
            Some(_) | None => standard_origin(key),
        }
    }

    /// What is said of a standard section's heading, the audience's word first.
    fn headings(&self, key: &str) -> Vec<(&Heading, Pointer)> {
        let audience = self.audience.as_ref();
        let theirs =
            audience.map(|(audience, origin)| (&audience.headings, origin.clone()));
        let own = (&self.profile.headings, Pointer::root());
        theirs
            .into_iter()
            .chain([own])
            .filter_map(|(headings, origin)| {
                Some((headings.get(key)?, origin.key("headings").key(key)))
            })
            .collect()
    }

    /// The heading's own title, or the usual one. A summary that opens the page needs none.
    fn title(
        &self,
        key: &str,
        headings: &[(&Heading, Pointer)],
        position: usize,
    ) -> Vec<Inline> {
        match headings.iter().find(|(heading, _)| !heading.title.is_empty()) {
            Some((heading, origin)) => self.line(&heading.title, &origin.key("title")),
            None if key == "summary" && position == 0 => vec![],
            None => vec![Inline::text(self.words.get(key))],
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
        let own = &self.profile.basics.summary;
        let blocks = match &self.audience {
            Some((audience, _)) if !audience.summary.is_empty() => {
                self.prose(&audience.summary, origin)
            }
            Some(_) | None => self.prose(own, origin),
        };
        (!blocks.is_empty()).then(|| Part::Prose { blocks, origin: origin.to_string() })
    }

    /// Plain names, each a line of its own making.
    pub(super) fn names(&self, names: &[Name], origin: &Pointer) -> Vec<Vec<Inline>> {
        if !self.cut.keeps(origin) {
            return vec![];
        }
        names
            .iter()
            .enumerate()
            .map(|(index, name)| self.name(name, &origin.index(index)))
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// Several texts as one, with a sign of the language between two: `comma` between what
    /// belongs together, `list` between many of a kind.
    fn joined(
        &self,
        sign: &str,
        texts: impl IntoIterator<Item = Vec<Inline>>,
    ) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::new();
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            if !out.is_empty() {
                out.push(Inline::text(self.words.get(sign)));
            }
            out.extend(text);
        }
        out
    }
}

/// Where a standard section stands in a profile.
pub(super) fn standard_origin(key: &str) -> Pointer {
    match key {
        "summary" => Pointer::root().key("basics").key("summary"),
        _ => Pointer::root().key(key),
    }
}

fn entries(entries: Vec<Entry>) -> Option<Part> {
    (!entries.is_empty()).then_some(Part::Entries { entries })
}

fn groups(groups: Vec<Group>) -> Option<Part> {
    (!groups.is_empty()).then_some(Part::Groups { groups })
}
