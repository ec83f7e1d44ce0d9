//! The person for machines: JSON-LD in the words of <https://schema.org/Person>, made of
//! the Document alone, so that it says nothing that the page does not show.

use crate::document::{ContactKind, Document, Entry, Header, Part};
use crate::richtext::{Inline, inline_text};
use serde_json::{Map, Value, json};

/// The JSON of the data block, in which nothing can end the element around it.
pub(super) fn json_ld(document: &Document) -> Option<String> {
    let header = document.header.as_ref()?;
    let mut person = Map::new();
    person.insert("@context".to_owned(), json!("https://schema.org"));
    person.insert("@type".to_owned(), json!("Person"));
    let mut put = |key: &str, value: Value| {
        let is_empty = match &value {
            Value::String(text) => text.is_empty(),
            Value::Array(all) => all.is_empty(),
            Value::Null => true,
            Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
        };
        if !is_empty {
            person.insert(key.to_owned(), value);
        }
    };
    put("name", json!(inline_text(&header.name)));
    put("jobTitle", json!(inline_text(&header.label)));
    put("address", json!(contact(header, ContactKind::Location)));
    put("email", json!(contact(header, ContactKind::Email)));
    put("telephone", json!(contact(header, ContactKind::Phone)));
    put("url", json!(address(header)));
    put("sameAs", accounts(header));
    put("alumniOf", schools(document));
    put("knowsAbout", names(document, "skills"));
    put("knowsLanguage", names(document, "languages"));
    let json = Value::Object(person).to_string();
    Some(json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

fn contact(header: &Header, kind: ContactKind) -> Option<String> {
    let found = header.contacts.iter().find(|contact| contact.kind == kind);
    found.map(|contact| contact.text.replace('\u{A0}', " "))
}

fn address(header: &Header) -> Option<&str> {
    let mut contacts = header.contacts.iter();
    contacts.find(|contact| contact.kind == ContactKind::Url)?.url.as_deref()
}

fn accounts(header: &Header) -> Value {
    let contacts = header.contacts.iter();
    contacts
        .filter(|contact| contact.kind == ContactKind::Profile)
        .filter_map(|contact| contact.url.as_deref())
        .collect()
}

fn schools(document: &Document) -> Value {
    let school = |entry: &Entry| {
        let (words, url) = match entry.organization.is_empty() {
            true => (&entry.title, &entry.url),
            false => (&entry.organization, &entry.organization_url),
        };
        let mut school = json!({
            "@type": "EducationalOrganization", "name": inline_text(words),
        });
        if let (Some(school), Some(url)) = (school.as_object_mut(), url) {
            school.insert("url".to_owned(), json!(url));
        }
        school
    };
    entries(document, "education").map(school).collect()
}

fn entries<'a>(document: &'a Document, id: &'a str) -> impl Iterator<Item = &'a Entry> {
    parts(document, id).flat_map(|part| match part {
        Part::Entries { entries } => entries.as_slice(),
        Part::Prose { .. }
        | Part::Items { .. }
        | Part::Groups { .. }
        | Part::Note { .. }
        | Part::Raw { .. } => &[],
    })
}

/// The names and the keywords of a section's groups.
fn names(document: &Document, id: &str) -> Value {
    let mut names: Vec<String> = Vec::new();
    for part in parts(document, id) {
        let groups = match part {
            Part::Groups { groups } => groups.as_slice(),
            Part::Prose { .. }
            | Part::Items { .. }
            | Part::Entries { .. }
            | Part::Note { .. }
            | Part::Raw { .. } => &[],
        };
        for group in groups {
            let all = std::iter::once(&group.name).chain(&group.keywords);
            names.extend(all.map(|name: &Vec<Inline>| inline_text(name)));
        }
    }
    names.retain(|name| !name.is_empty());
    json!(names)
}

fn parts<'a>(document: &'a Document, id: &'a str) -> impl Iterator<Item = &'a Part> {
    let sections = document.sections.iter().filter(move |section| section.id == id);
    sections.flat_map(|section| &section.parts)
}
