//! JSON Resume out and in again: valid by the official schema, understood by its themes,
//! and nothing changed by the way through it.
//!
//! Needs Node and `npm ci` in `tests/node`; `scripts/test` sets both up.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use curricle::backends::{self, Options, Request};
use curricle::document::{View, compose};
use curricle::profile::{Filters, Profile};
use curricle::readers::{self, Source};
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn cases() -> Vec<PathBuf> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let all = fs::read_dir(cases).unwrap().map(|case| case.unwrap().path());
    let mut all: Vec<_> = all.map(|case| case.join("profile.yaml")).collect();
    all.retain(|profile| profile.exists());
    all.sort();
    assert!(!all.is_empty());
    all
}

fn read(path: &Path) -> Source {
    readers::read("profile", &fs::read(path).unwrap())
}

fn export(profile: &Profile, view: &View) -> Vec<u8> {
    let document = compose(profile, view).document;
    let options = Options::default();
    let request = Request::new(&document, &options).of(profile, view);
    backends::find("json-resume").unwrap().render(&request).unwrap().bytes
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn reading_it_back_changes_nothing() {
    for case in cases() {
        let name = case.display();
        let first = without_hidden(read(&case).profile.unwrap());
        let bytes = export(&first, &View::default());
        let back = readers::read("resume.json", &bytes);
        assert_eq!(back.problems, [], "{name}");
        let back = back.profile.unwrap();
        let values = |profile: &Profile| serde_json::to_value(profile).unwrap();
        assert!(values(&back) == values(&first), "{name}");
        let documents = |profile: &Profile| compose(profile, &View::default()).document;
        let (mut one, mut other) = (documents(&first), documents(&back));
        one.sections.iter_mut().chain(&mut other.sections).for_each(without_origins);
        assert!(one == other, "{name}");
        assert!(export(&back, &View::default()) == bytes, "{name}");
    }
}

/// Sections that no output shows are not written.
fn without_hidden(mut profile: Profile) -> Profile {
    assert!(
        profile
            .headings
            .iter()
            .all(|(key, h)| h.hide != Some(true) || key == "references")
    );
    if profile
        .headings
        .get("references")
        .is_some_and(|heading| heading.hide == Some(true))
    {
        profile.references.clear();
    }
    profile.headings.retain(|_, heading| heading.hide != Some(true));
    profile
}

/// An item `{text: a}` is written as `a`, and its text has another pointer.
fn without_origins(section: &mut curricle::document::Section) {
    let mut value = serde_json::to_value(&*section).unwrap();
    strip(&mut value);
    *section = serde_json::from_value(value).unwrap();
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.iter_mut().for_each(|(key, value)| match key.as_str() {
                "origin" => *value = Value::String(String::new()),
                _ => strip(value),
            })
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn an_edit_with_another_tool_is_not_undone() {
    let text = "basics: {name: Ada Example, label: {en: Miller, de: Müllerin}}\n\
                work: [{name: Mill, startDate: 2020, endDate: present}]\n";
    let profile = readers::read("p.yaml", text.as_bytes()).profile.unwrap();
    let mut value = json(&export(&profile, &View::default()));
    value["basics"]["label"] = "Baker".into();
    let back = readers::read("r.json", value.to_string().as_bytes());
    let messages: Vec<_> = back.problems.iter().map(|p| p.message.as_str()).collect();
    let said =
        "`/basics/label` was edited; what `meta.curricle` has for it is passed over";
    assert_eq!(messages, [said]);
    let back = back.profile.unwrap();
    assert_eq!(back.basics.label, "Baker".into());
    assert_eq!(back.work[0].end_date.unwrap().to_string(), "present");
}

#[test]
fn what_a_view_hides_does_not_leave_the_house() {
    let text = "basics: {name: Ada Example, label: {en: Miller, de: Müllerin}, email: a@example.org}\n\
                work:\n- {name: Mill, highlights: [{text: secret, tags: [long]}, open]}\n\
                - {name: Hidden, tags: [long]}\n\
                references: [{name: Bob, reference: Hush}]\n\
                headings: {references: {hide: true}}\n\
                sections:\n- {title: Talks, items: [told, {text: secret, tags: [long]}]}\n\
                - {title: Other, items: [hidden]}\n";
    let profile = readers::read("p.yaml", text.as_bytes()).profile.unwrap();
    let view = View {
        header: false,
        sections: Some(vec!["talks".into(), "work".into()]),
        filters: Filters { exclude: vec!["long".into()], ..Filters::default() },
        locale: Some("de".into()),
        ..View::default()
    };
    let written = String::from_utf8(export(&profile, &view)).unwrap();
    for hidden in ["secret", "Hidden", "hidden", "Hush", "Bob", "a@example.org", "Miller"]
    {
        assert!(!written.contains(hidden), "{hidden} in {written}");
    }
    assert!(written.contains("Talks") && written.contains("open"), "{written}");
}

#[derive(Deserialize)]
struct Found {
    path: String,
    errors: Vec<String>,
    page: String,
}

#[test]
fn the_schema_and_a_theme_take_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (number, case) in cases().iter().enumerate() {
        let path = folder.path().join(format!("{number}.json"));
        let profile = read(case).profile.unwrap();
        fs::write(&path, export(&profile, &View::default())).unwrap();
        paths.push(path);
    }
    let node = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    assert!(node.join("node_modules").exists(), "run `npm ci --prefix tests/node`");
    let out = Command::new("node")
        .arg(node.join("resume.mjs"))
        .args(&paths)
        .output()
        .expect("Node is needed: `apt-get install nodejs npm`");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let found: Vec<Found> = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(found.len(), paths.len());
    for found in found {
        assert_eq!(found.errors, [""; 0], "{}", found.path);
        assert!(found.page.contains("Ada"), "{}", found.path);
    }
}
