//! The liberties that JSON Resume documents take in the wild.
//!
//! A document in JSON comes from another tool or from years ago, and its writer can't be
//! asked: what it plainly means is read, and a warning says what was read as what. The work
//! is done on the tree between the parser and the model, so that every span stays that of
//! the file.

pub(super) mod addresses;
mod comments;
pub(super) mod dates;
mod entries;
mod names;
mod restore;
mod shapes;

pub(super) use comments::{relaxed, starts_json};

use super::notes::Notes;
use crate::diagnostics::{Code, Diagnostic, Severity, SourceMap};
use crate::tree::Node;

/// The keys of the sections that hold a list of entries.
pub(super) const SECTIONS: [&str; 11] = [
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
];

/// Reads every liberty in `root` as what it means, with a warning for each kind.
pub(super) fn rewrite(root: &mut Node) -> Vec<Diagnostic> {
    let mut notes = Notes::default();
    restore::restore(root, &mut notes);
    shapes::drop_nulls(root, &mut notes);
    names::rename(root, names::OF_THE_DOCUMENT, &mut notes);
    if let Some(basics) = field(root, "basics") {
        entries::basics(basics, &mut notes);
    }
    for section in SECTIONS {
        if let Some(list) = field(root, section) {
            entries::section(section, list, &mut notes);
        }
    }
    notes.finish()
}

/// Takes out every `null`, without a word: in YAML a key may well have no value.
pub(super) fn drop_nulls(root: &mut Node) {
    shapes::drop_nulls(root, &mut Notes::default());
}

/// Makes warnings of what is wrong with the values of a document in JSON: the rest of it
/// is shown, because the standard allows any further field of any type.
pub(super) fn soften(problems: &mut [Diagnostic], map: &SourceMap) {
    for problem in problems.iter_mut().filter(|problem| problem.is_error()) {
        let (source, _) = map.position(problem);
        if starts_json(&map.source(source).text) {
            soften_one(problem);
        }
    }
}

/// Values that the standard has in another form, so that they are not read.
const REFUSED: [Code; 4] = [Code::WrongType, Code::BadDate, Code::BadUrl, Code::BadEmail];

/// What the standard does not mind.
const HARMLESS: [Code; 2] = [Code::DateOrder, Code::Missing];

fn soften_one(problem: &mut Diagnostic) {
    if problem.code == Code::UnknownKey {
        problem.message.push_str(", which no output shows");
    } else if REFUSED.contains(&problem.code) {
        problem.message.push_str(", so no output shows it");
    } else if !HARMLESS.contains(&problem.code) {
        return;
    }
    problem.severity = Severity::Warning;
}

/// The value of a key, to be changed.
fn field<'a>(map: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    let fields = map.fields_mut()?;
    fields.iter_mut().find(|field| field.key == key).map(|field| &mut field.node)
}

#[cfg(test)]
mod tests;
