//! The standard sections whose content is short lists under a name.

use crate::diagnostics::Pointer;
use crate::document::Group;
use crate::document::compose::Composer;
use crate::richtext::Inline;

/// The fields that skills, languages and interests have in common.
struct Parts<'a> {
    name: Vec<Inline>,
    level: Vec<Inline>,
    keywords: &'a [crate::profile::Name],
    location: &'a crate::profile::Name,
    summary: &'a crate::profile::Prose,
    highlights: &'a [crate::profile::Item],
}

impl Composer<'_> {
    fn group(&self, parts: Parts<'_>, at: &Pointer) -> Group {
        let place = self.name(parts.location, &at.key("location"));
        Group {
            name: parts.name,
            level: self.joined("comma", [parts.level, place]),
            keywords: self.names(parts.keywords, &at.key("keywords")),
            summary: self.prose(parts.summary, &at.key("summary")),
            highlights: self.items(parts.highlights, &at.key("highlights")),
            origin: at.to_string(),
        }
    }

    pub(super) fn skills(&self, origin: &Pointer) -> Vec<Group> {
        let skills = self.profile.skills.iter().enumerate();
        let placed = skills.map(|(index, skill)| (skill, origin.index(index)));
        placed
            .filter(|(_, at)| self.cut.keeps(at))
            .map(|(skill, at)| {
                let parts = Parts {
                    name: self.name(&skill.name, &at.key("name")),
                    level: self.name(&skill.level, &at.key("level")),
                    keywords: &skill.keywords,
                    location: &skill.location,
                    summary: &skill.summary,
                    highlights: &skill.highlights,
                };
                self.group(parts, &at)
            })
            .filter(has_something)
            .collect()
    }

    pub(super) fn languages(&self, origin: &Pointer) -> Vec<Group> {
        let languages = self.profile.languages.iter().enumerate();
        let placed = languages.map(|(index, language)| (language, origin.index(index)));
        placed
            .filter(|(_, at)| self.cut.keeps(at))
            .map(|(language, at)| {
                let parts = Parts {
                    name: self.name(&language.language, &at.key("language")),
                    level: self.name(&language.fluency, &at.key("fluency")),
                    keywords: &[],
                    location: &language.location,
                    summary: &language.summary,
                    highlights: &language.highlights,
                };
                self.group(parts, &at)
            })
            .filter(has_something)
            .collect()
    }

    pub(super) fn interests(&self, origin: &Pointer) -> Vec<Group> {
        let interests = self.profile.interests.iter().enumerate();
        let placed = interests.map(|(index, interest)| (interest, origin.index(index)));
        placed
            .filter(|(_, at)| self.cut.keeps(at))
            .map(|(interest, at)| {
                let parts = Parts {
                    name: self.name(&interest.name, &at.key("name")),
                    level: vec![],
                    keywords: &interest.keywords,
                    location: &interest.location,
                    summary: &interest.summary,
                    highlights: &interest.highlights,
                };
                self.group(parts, &at)
            })
            .filter(has_something)
            .collect()
    }
}

fn has_something(group: &Group) -> bool {
    let lines = [&group.name, &group.level];
    lines.iter().any(|line| !line.is_empty())
        || !group.keywords.is_empty()
        || !group.summary.is_empty()
        || !group.highlights.is_empty()
}
