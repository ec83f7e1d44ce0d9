//! `basics` and the entries of the sections, field by field.

use super::{addresses, dates, field, names, shapes};
use crate::profile::{Date, Email, Url};
use crate::readers::notes::Notes;
use crate::tree::{Node, Value};

/// The lists of text that entries have.
const LISTS: [&str; 5] = ["highlights", "keywords", "courses", "roles", "authors"];

/// The dates that entries have.
const DATES: [&str; 4] = ["startDate", "endDate", "date", "releaseDate"];

/// Reads the liberties in `basics`.
pub(super) fn basics(basics: &mut Node, notes: &mut Notes) {
    names::rename(basics, names::OF_BASICS, notes);
    address(basics, notes);
    email(basics, notes);
    texts(basics, notes);
    drop_empty(basics, "image");
    if let Some(location) = field(basics, "location") {
        shapes::mapped(location, "city", notes);
    }
    if let Some(profiles) = field(basics, "profiles") {
        shapes::listed(profiles, "profiles", notes);
        for profile in elements(profiles) {
            shapes::mapped(profile, "url", notes);
            names::rename(profile, &[("website", "url")], notes);
            address(profile, notes);
        }
    }
}

/// Reads the liberties in the section `key`.
pub(super) fn section(key: &str, section: &mut Node, notes: &mut Notes) {
    shapes::listed(section, key, notes);
    for entry in elements(section) {
        self::entry(key, entry, notes);
    }
}

fn entry(section: &str, entry: &mut Node, notes: &mut Notes) {
    let name = match section {
        "languages" => "language",
        "awards" => "title",
        "education" => "institution",
        "volunteer" => "organization",
        "references" => "reference",
        _ => "name",
    };
    shapes::mapped(entry, name, notes);
    names::rename(entry, names::of_section(section), notes);
    for key in DATES {
        date(entry, key, notes);
    }
    for key in LISTS {
        if let Some(list) = field(entry, key) {
            shapes::listed(list, key, notes);
        }
    }
    if let Some(location) = field(entry, "location") {
        shapes::joined(location, ", ", notes);
    }
    texts(entry, notes);
    address(entry, notes);
}

/// Prose that is written as a list of paragraphs, or as a map of them.
fn texts(map: &mut Node, notes: &mut Notes) {
    for key in ["summary", "description", "reference"] {
        if let Some(text) = field(map, key)
            && let Value::List(_) | Value::Map(_) = text.value
        {
            shapes::joined(text, "\n\n", notes);
        }
    }
}

fn date(entry: &mut Node, key: &str, notes: &mut Notes) {
    let Some(node) = field(entry, key) else { return };
    let Some(text) = shapes::text(node).map(str::to_owned) else { return };
    if text.parse::<Date>().is_ok() {
        return;
    }
    match dates::meant(&text) {
        dates::Meant::Date(date) | dates::Meant::Within(date) => {
            notes.add(format!("`{text}` is read as `{date}`"), node.span);
            node.value = Value::Text(date.to_string());
        }
        dates::Meant::Nothing => {
            let what = match text.trim() {
                "" => "an empty date is read as none".to_owned(),
                word => format!("the date `{word}` is read as none"),
            };
            notes.add(what, node.span);
            node.value = Value::Null;
        }
        dates::Meant::Unknown => {} // refused later, with what a date looks like
    }
}

fn address(map: &mut Node, notes: &mut Notes) {
    let Some(node) = field(map, "url") else { return };
    let Some(text) = shapes::text(node).map(str::to_owned) else { return };
    if Url::new(&text).is_ok() {
        return;
    }
    if text.trim().is_empty() {
        notes.add("an empty `url` is read as none", node.span);
        node.value = Value::Null;
    } else if let Some(meant) = addresses::meant(&text) {
        notes.add(format!("`{text}` is read as `{meant}`"), node.span);
        node.value = Value::Text(meant);
    }
}

fn email(basics: &mut Node, notes: &mut Notes) {
    let Some(node) = field(basics, "email") else { return };
    let Some(text) = shapes::text(node).map(str::to_owned) else { return };
    let meant = text.trim().trim_start_matches("mailto:");
    if meant.is_empty() {
        notes.add("an empty `email` is read as none", node.span);
        node.value = Value::Null;
    } else if meant != text && Email::new(meant).is_ok() {
        notes.add(format!("`{text}` is read as `{meant}`"), node.span);
        node.value = Value::Text(meant.to_owned());
    }
}

/// An empty value says nothing, and nothing is lost without it.
fn drop_empty(map: &mut Node, key: &str) {
    if let Some(node) = field(map, key)
        && shapes::text(node).is_some_and(|text| text.trim().is_empty())
    {
        node.value = Value::Null;
    }
}

fn elements(node: &mut Node) -> impl Iterator<Item = &mut Node> {
    match &mut node.value {
        Value::List(nodes) => nodes.iter_mut(),
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => [].iter_mut(),
    }
}
