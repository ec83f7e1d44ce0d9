//! Section ids, and the places that name them.

use crate::diagnostics::{Code, Diagnostic, Place, Pointer, nearest};
use crate::document::section_id;
use crate::profile::{Heading, Profile, STANDARD_SECTIONS, Section};
use crate::richtext::Emoji;
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// Ids that stand twice, names of sections that are not there, emoji that are none.
pub(super) fn check(profile: &Profile) -> Vec<Diagnostic> {
    let mut own = Vec::new();
    gather(&profile.sections, &Pointer::root(), &mut own);
    let mut problems = duplicates(&own);
    problems.extend(order(profile));
    problems.extend(views(profile, &own));
    problems.extend(levels(profile));
    problems.extend(headings(&profile.headings, &Pointer::root().key("headings")));
    problems.extend(own.iter().filter_map(|(section, origin)| {
        emoji(section.emoji.as_ref(), &origin.key("emoji"))
    }));
    problems.extend(own.iter().filter_map(|(section, origin)| untitled(section, origin)));
    problems
}

fn gather<'a>(
    sections: &'a [Section],
    parent: &Pointer,
    out: &mut Vec<(&'a Section, Pointer)>,
) {
    for (index, section) in sections.iter().enumerate() {
        let origin = parent.key("sections").index(index);
        out.push((section, origin.clone()));
        gather(&section.sections, &origin, out);
    }
}

fn untitled(section: &Section, origin: &Pointer) -> Option<Diagnostic> {
    let has_words = !section.text.is_empty()
        || !section.raw.is_empty()
        || !section.items.is_empty()
        || !section.note.is_empty();
    (section.title.is_empty() && !has_words).then(|| {
        Diagnostic::error(Code::Missing, "the section has no `title`")
            .at(Place::Key(origin.key("title")), "")
            .help("give it one; only text, items or a note can do without a heading")
    })
}

fn duplicates(own: &[(&Section, Pointer)]) -> Vec<Diagnostic> {
    let mut seen: HashMap<&str, &Pointer> = HashMap::new();
    let mut problems = Vec::new();
    for (section, origin) in own {
        let Some(id) = section.id.as_deref() else { continue };
        let here = Place::Value(origin.key("id"));
        if STANDARD_SECTIONS.contains(&id) {
            let problem = Diagnostic::error(
                Code::DuplicateId,
                format!("`{id}` is the id of a standard section"),
            )
            .at(here, "")
            .help("choose another id for your own section");
            problems.push(problem);
        } else if let Some(first) = seen.insert(id, origin) {
            let problem = Diagnostic::error(
                Code::DuplicateId,
                format!("two sections have the id `{id}`"),
            )
            .at(here, "again here")
            .at(Place::Value(first.key("id")), "first here")
            .help("give each section an id of its own");
            problems.push(problem);
        }
    }
    problems
}

fn order(profile: &Profile) -> Vec<Diagnostic> {
    named(profile, &profile.order, &Pointer::root().key("order"))
}

/// Outermost sections that a list at `origin` names and that are not there.
pub(super) fn named(
    profile: &Profile,
    named: &[String],
    origin: &Pointer,
) -> Vec<Diagnostic> {
    missing(named, &outer_ids(profile), origin)
}

fn views(profile: &Profile, own: &[(&Section, Pointer)]) -> Vec<Diagnostic> {
    let mut known = outer_ids(profile);
    known.extend(own.iter().map(|(section, _)| section_id(section)));
    let outputs = Pointer::root().key("outputs");
    let outputs = profile.outputs.iter().map(|(name, output)| {
        let named = output.view.sections.as_deref().unwrap_or_default();
        missing(named, &known, &outputs.key(name).key("sections"))
    });
    outputs.flatten().collect()
}

/// Levels of headings that no format has.
fn levels(profile: &Profile) -> Vec<Diagnostic> {
    let outputs = Pointer::root().key("outputs");
    let outputs = profile.outputs.iter().filter_map(|(name, output)| {
        let level = output.view.heading_level.filter(|level| !(1..=6).contains(level))?;
        let message = format!("there is no heading of level {level}");
        let place = Place::Value(outputs.key(name).key("heading_level"));
        let problem = Diagnostic::error(Code::BadValue, message).at(place, "");
        Some(
            problem.help("levels are 1 to 6; sections have 2 unless this says otherwise"),
        )
    });
    outputs.collect()
}

/// The ids that `order` may name: the standard sections that the profile has, and its own.
fn outer_ids(profile: &Profile) -> Vec<String> {
    let has_summary = !profile.basics.summary.is_empty();
    let standard = STANDARD_SECTIONS.iter().filter(|key| match **key {
        "summary" => has_summary,
        key => profile.file_order.iter().any(|present| present == key),
    });
    let own = profile.sections.iter().map(section_id);
    standard.map(|key| (*key).to_owned()).chain(own).collect()
}

fn missing(named: &[String], known: &[String], origin: &Pointer) -> Vec<Diagnostic> {
    let there: HashSet<&String> = known.iter().collect();
    let named = named.iter().enumerate().filter(|(_, id)| !there.contains(id));
    named.map(|(index, id)| no_such_section(id, known, origin.index(index))).collect()
}

/// So many sections are not listed, nor searched for one that was meant.
const MANY: usize = 100;

fn no_such_section(id: &str, known: &[String], at: Pointer) -> Diagnostic {
    let problem =
        Diagnostic::error(Code::UnknownSection, format!("there is no section `{id}`"))
            .at(Place::Value(at), "");
    if known.len() > MANY {
        return problem.help("name a section by its `id`, or by its title with hyphens");
    }
    match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => problem.help("there is none in this profile"),
        None => {
            let known: Vec<_> = known.iter().map(|id| format!("`{id}`")).collect();
            problem.help(format!("there are: {}", known.join(", ")))
        }
    }
}

/// Headings of sections that the standard does not have, and emoji that are none.
pub(super) fn headings(
    headings: &IndexMap<String, Heading>,
    origin: &Pointer,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (key, heading) in headings {
        let at = origin.key(key);
        problems.extend(emoji(heading.emoji.as_ref(), &at.key("emoji")));
        if !STANDARD_SECTIONS.contains(&key.as_str()) {
            problems.push(no_such_heading(key, at));
        }
    }
    problems
}

fn no_such_heading(key: &str, at: Pointer) -> Diagnostic {
    let problem = Diagnostic::error(
        Code::UnknownSection,
        format!("`{key}` is no standard section"),
    )
    .at(Place::Key(at), "");
    match nearest(key, STANDARD_SECTIONS) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => {
            problem.help("a section of your own has its `title` and `emoji` in itself")
        }
    }
}

/// The shortcode that a name may be a slip of; the first letter is hardly ever wrong, and
/// there are two thousand of them.
fn near_shortcode(name: &str) -> Option<&'static str> {
    let first = name.chars().next().filter(|_| name.len() > 2)?;
    nearest(name, Emoji::shortcodes().filter(|code| code.starts_with(first)))
}

fn emoji(emoji: Option<&String>, at: &Pointer) -> Option<Diagnostic> {
    let text = emoji.filter(|text| !text.is_empty())?;
    Emoji::named(text).is_none().then(|| {
        let name = text.trim_matches(':');
        let problem =
            Diagnostic::error(Code::BadValue, format!("`{text}` is not an emoji"))
                .at(Place::Value(at.clone()), "");
        match near_shortcode(name) {
            Some(near) => problem.help(format!("did you mean `:{near}:`?")),
            None => problem
                .help("write the emoji itself, or GitHub's name for it: `:rocket:`"),
        }
    })
}
