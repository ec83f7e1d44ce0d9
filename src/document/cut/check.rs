//! Filters that can't mean what they say.

use super::outline::{self, Part};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, nearest};
use crate::document::section_id;
use crate::profile::{CONTACT, Filters, Profile, REDACTABLE, STANDARD_SECTIONS, Section};

/// Every tag that nothing has, every section that is not there and every field that can't
/// be redacted. `origin` is where the filters stand in the profile, if they do.
pub fn check_filters(
    profile: &Profile,
    filters: &Filters,
    origin: Option<&Pointer>,
) -> Vec<Diagnostic> {
    if filters.is_empty() {
        return vec![];
    }
    let at = |key: &str, index: usize| match origin {
        Some(origin) => Place::Value(origin.key(key).index(index)),
        None => Place::Nowhere,
    };
    let mut problems = Vec::new();
    let tags = tags(profile);
    for (key, named) in [("include", &filters.include), ("exclude", &filters.exclude)] {
        let unknown = named.iter().enumerate().filter(|(_, tag)| !tags.contains(tag));
        problems.extend(unknown.map(|(i, tag)| no_such_tag(tag, &tags, at(key, i))));
    }
    let sections = section_ids(profile);
    let only = filters.only.as_deref().unwrap_or_default();
    for (key, named) in [("only", only), ("without", &filters.without)] {
        let unknown = named.iter().enumerate().filter(|(_, id)| !sections.contains(id));
        problems.extend(unknown.map(|(i, id)| no_section(id, &sections, at(key, i))));
    }
    for id in filters.max_highlights.sections.keys().filter(|id| !sections.contains(id)) {
        let place = origin.map_or(Place::Nowhere, |origin| {
            Place::Key(origin.key("max_highlights").key(id))
        });
        problems.push(no_section(id, &sections, place));
    }
    let fields = filters.redact.0.iter().enumerate();
    let fields = fields.filter(|(_, field)| {
        field.as_str() != CONTACT && !REDACTABLE.contains(&field.as_str())
    });
    problems.extend(fields.map(|(i, field)| no_field(field, at("redact", i))));
    problems
}

/// Every tag in the profile, once.
fn tags(profile: &Profile) -> Vec<&String> {
    let mut tags = Vec::new();
    let mut open: Vec<Part<'_>> = outline::of(profile);
    while let Some(part) = open.pop() {
        tags.extend(part.tags);
        open.extend(part.parts);
    }
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn section_ids(profile: &Profile) -> Vec<String> {
    let mut ids: Vec<String> = STANDARD_SECTIONS.map(str::to_owned).into();
    let mut open: Vec<&Section> = profile.sections.iter().collect();
    while let Some(section) = open.pop() {
        ids.push(section_id(section));
        open.extend(&section.sections);
    }
    ids
}

fn no_such_tag(tag: &str, tags: &[&String], place: Place) -> Diagnostic {
    let problem =
        Diagnostic::warning(Code::UnknownTag, format!("nothing has the tag `{tag}`"))
            .at(place, "");
    match nearest(tag, tags.iter().map(|tag| tag.as_str())) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if tags.is_empty() => {
            problem.help("tag a section, an entry or a bullet: `tags: [long]`")
        }
        None => problem.help(format!("there are: {}", list(tags))),
    }
}

fn no_section(id: &str, ids: &[String], place: Place) -> Diagnostic {
    let problem =
        Diagnostic::error(Code::UnknownSection, format!("there is no section `{id}`"))
            .at(place, "");
    match nearest(id, ids.iter().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`curricle render --emit document` shows the ids of all"),
    }
}

fn no_field(field: &str, place: Place) -> Diagnostic {
    let known = || [CONTACT].into_iter().chain(REDACTABLE);
    let problem =
        Diagnostic::error(Code::BadValue, format!("`{field}` can't be redacted"))
            .at(place, "");
    match nearest(field, known()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if field == "name" => {
            problem.help("every output is headed by the name; set another in its place")
        }
        None => problem.help(format!("possible: {}", list(&known().collect::<Vec<_>>()))),
    }
}

fn list(words: &[impl AsRef<str>]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    words.join(", ")
}
