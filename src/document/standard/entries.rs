//! The standard sections whose content is entries.

use crate::diagnostics::Pointer;
use crate::document::addresses::settled;
use crate::document::compose::Composer;
use crate::document::{Detail, Entry};
use crate::profile::{Education, Project, Publication, Url};
use crate::richtext::{Block, Inline, encoded};

fn address(url: Option<&Url>) -> Option<String> {
    url.map(|url| url.as_str().to_owned())
}

impl Composer<'_> {
    /// The entries of a section that are not cut.
    fn shown<T>(
        &self,
        all: &[T],
        origin: &Pointer,
        entry: impl Fn(&T, &Pointer) -> Entry,
    ) -> Vec<Entry> {
        all.iter()
            .enumerate()
            .map(|(index, one)| (one, origin.index(index)))
            .filter(|(_, origin)| self.cut.keeps(origin))
            .map(|(one, origin)| {
                let entry = Entry { origin: origin.to_string(), ..entry(one, &origin) };
                settled(promoted(entry))
            })
            .filter(|entry| !entry.is_empty())
            .collect()
    }

    fn detail(
        &self,
        label: Option<&str>,
        text: Vec<Inline>,
        at: &Pointer,
    ) -> Option<Detail> {
        (!text.is_empty()).then(|| Detail {
            label: label.map(str::to_owned),
            text,
            origin: at.to_string(),
        })
    }

    pub(super) fn works(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.work, origin, |work, at| {
            let about = at.key("description");
            Entry {
                title: self.line(&work.position, &at.key("position")),
                organization: self.name(&work.name, &at.key("name")),
                organization_url: address(work.url.as_ref()),
                location: self.name(&work.location, &at.key("location")),
                dates: self.dates.range(work.start_date, work.end_date),
                details: self
                    .detail(None, self.line(&work.description, &about), &about)
                    .into_iter()
                    .collect(),
                summary: self.prose(&work.summary, &at.key("summary")),
                highlights: self.items(&work.highlights, &at.key("highlights")),
                ..Entry::default()
            }
        })
    }

    pub(super) fn volunteering(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.volunteer, origin, |work, at| Entry {
            title: self.line(&work.position, &at.key("position")),
            organization: self.name(&work.organization, &at.key("organization")),
            organization_url: address(work.url.as_ref()),
            location: self.name(&work.location, &at.key("location")),
            dates: self.dates.range(work.start_date, work.end_date),
            summary: self.prose(&work.summary, &at.key("summary")),
            highlights: self.items(&work.highlights, &at.key("highlights")),
            ..Entry::default()
        })
    }

    pub(super) fn education(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.education, origin, |school, at| Entry {
            title: self.joined(
                "comma",
                [
                    self.line(&school.study_type, &at.key("studyType")),
                    self.line(&school.area, &at.key("area")),
                ],
            ),
            organization: self.name(&school.institution, &at.key("institution")),
            organization_url: address(school.url.as_ref()),
            location: self.name(&school.location, &at.key("location")),
            dates: self.dates.range(school.start_date, school.end_date),
            details: self.school_details(school, at),
            summary: self.prose(&school.summary, &at.key("summary")),
            highlights: self.items(&school.highlights, &at.key("highlights")),
            ..Entry::default()
        })
    }

    fn school_details(&self, school: &Education, at: &Pointer) -> Vec<Detail> {
        let score = at.key("score");
        let courses = at.key("courses");
        let taken = school.courses.iter().enumerate();
        let taken = taken.filter(|_| self.cut.keeps(&courses));
        let taken = taken.map(|(i, course)| self.line(course, &courses.index(i)));
        [
            self.detail(
                Some(self.words.get("score")),
                self.name(&school.score, &score),
                &score,
            ),
            self.detail(
                Some(self.words.get("courses")),
                self.joined("list", taken),
                &courses,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn awards(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.awards, origin, |award, at| Entry {
            title: self.line(&award.title, &at.key("title")),
            url: address(award.url.as_ref()),
            organization: self.name(&award.awarder, &at.key("awarder")),
            location: self.name(&award.location, &at.key("location")),
            dates: award.date.map(|date| self.dates.date(date)),
            summary: self.prose(&award.summary, &at.key("summary")),
            highlights: self.items(&award.highlights, &at.key("highlights")),
            ..Entry::default()
        })
    }

    pub(super) fn certificates(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.certificates, origin, |one, at| Entry {
            title: self.line(&one.name, &at.key("name")),
            url: address(one.url.as_ref()),
            organization: self.name(&one.issuer, &at.key("issuer")),
            location: self.name(&one.location, &at.key("location")),
            dates: one.date.map(|date| self.dates.date(date)),
            summary: self.prose(&one.summary, &at.key("summary")),
            highlights: self.items(&one.highlights, &at.key("highlights")),
            ..Entry::default()
        })
    }

    pub(super) fn publications(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.publications, origin, |one, at| Entry {
            title: self.line(&one.name, &at.key("name")),
            url: address(one.url.as_ref()),
            organization: self.name(&one.publisher, &at.key("publisher")),
            location: self.name(&one.location, &at.key("location")),
            dates: one.release_date.map(|date| self.dates.date(date)),
            details: self.publication_details(one, at),
            summary: self.prose(&one.summary, &at.key("summary")),
            highlights: self.items(&one.highlights, &at.key("highlights")),
            ..Entry::default()
        })
    }

    fn publication_details(&self, one: &Publication, at: &Pointer) -> Vec<Detail> {
        let authors = at.key("authors");
        let names = self.joined("list", self.names(&one.authors, &authors));
        let venue = at.key("venue");
        let doi = one.doi.as_deref().filter(|_| self.cut.keeps(&at.key("doi")));
        let doi = self.string(doi.unwrap_or_default(), &at.key("doi"));
        let doi = doi_link(&doi);
        [
            self.detail(Some(self.words.get("authors")), names, &authors),
            self.detail(None, self.name(&one.venue, &venue), &venue),
            self.detail(Some("DOI"), doi, &at.key("doi")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn projects(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.projects, origin, |project, at| {
            let mut summary = self.prose(&project.description, &at.key("description"));
            summary.extend(self.prose(&project.summary, &at.key("summary")));
            Entry {
                title: self.name(&project.name, &at.key("name")),
                url: address(project.url.as_ref()),
                organization: self.name(&project.entity, &at.key("entity")),
                location: self.name(&project.location, &at.key("location")),
                dates: self.dates.range(project.start_date, project.end_date),
                details: self.project_details(project, at),
                summary,
                highlights: self.items(&project.highlights, &at.key("highlights")),
                keywords: self.names(&project.keywords, &at.key("keywords")),
                ..Entry::default()
            }
        })
    }

    fn project_details(&self, project: &Project, at: &Pointer) -> Vec<Detail> {
        let kind = at.key("type");
        let roles = at.key("roles");
        let held = self.joined("list", self.names(&project.roles, &roles));
        [
            self.detail(None, self.name(&project.r#type, &kind), &kind),
            self.detail(Some(self.words.get("roles")), held, &roles),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn references(&self, origin: &Pointer) -> Vec<Entry> {
        self.shown(&self.profile.references, origin, |one, at| {
            let words = self.prose(&one.reference, &at.key("reference"));
            let mut summary = self.prose(&one.summary, &at.key("summary"));
            if !words.is_empty() {
                summary.push(Block::Quote { content: words });
            }
            Entry {
                title: self.name(&one.name, &at.key("name")),
                location: self.name(&one.location, &at.key("location")),
                summary,
                highlights: self.items(&one.highlights, &at.key("highlights")),
                ..Entry::default()
            }
        })
    }
}

/// An entry without a title is headed by its organisation.
fn promoted(mut entry: Entry) -> Entry {
    if entry.title.is_empty() {
        entry.title = std::mem::take(&mut entry.organization);
        entry.url = entry.url.or_else(|| entry.organization_url.take());
    }
    entry
}

/// A DOI as a link to the resolver that its registry names (doi.org).
fn doi_link(doi: &str) -> Vec<Inline> {
    let doi = doi.trim().trim_start_matches("https://doi.org/");
    match doi.is_empty() {
        true => vec![],
        false => vec![Inline::link(encoded(&format!("https://doi.org/{doi}")), doi)],
    }
}
