//! The JSON Schema of a profile: committed as it is, true of every profile here, and
//! nothing in it is without effect.

use crate::extract::fill::{self, Kind};
use crate::extract::render::{bytes, document, page, profiles, read};
use crate::extract::{Word, pdf};
use curricle::document::View;
use curricle::profile::Profile;
use curricle::readers;
use curricle::tree::{self, Node};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Fields that no output shows, and why: what a pointer begins with, or its last key.
const NOT_SHOWN: [(&str, &str); 12] = [
    ("/$schema", "for editors"),
    ("/meta/", "about the file, not about the person"),
    ("/autolinks/", "rules: what they match is shown as links"),
    ("/order/", "the order of what is shown"),
    ("/outputs/", "how it is shown"),
    ("/edition", "what the version is called, for metadata"),
    ("/extends", "the files that it builds on"),
    ("/audiences/", "what one audience is shown, when it is asked for"),
    ("/basics/image", "a picture has no words"),
    ("id", "a name for `order` and `sections`"),
    ("raw", "Markdown for the README alone; the others say that they leave it out"),
    ("tags", "names for `include` and `exclude`"),
];

/// Fields whose place another takes: with and without them all are shown.
const INSTEAD_OF_OTHERS: [&str; 2] = ["/profiles/0/url", "/entries/0/date"];

/// Emoji for headings, each once.
const EMOJI: [&str; 16] = [
    "🌱", "🤔", "👯", "📫", "😄", "⚡", "🎤", "🎓", "💼", "🚀", "🎉", "👍", "🔥", "⭐",
    "🐛", "🎨",
];

fn not_shown(at: &str) -> Option<&'static str> {
    let key = at.trim_end_matches("/0").rsplit('/').next().unwrap_or_default();
    let known = NOT_SHOWN.iter().map(|(field, _)| *field);
    known.into_iter().find(|field| at.starts_with(field) || key == *field)
}

/// A profile with a mark of its own in every field, and the marks by their pointers.
fn marked(is_left_out: impl Fn(&str) -> bool) -> (Profile, Vec<(String, String)>) {
    let mut marks = Vec::new();
    let profile = fill::profile(&mut |at, kind| {
        if is_left_out(at) {
            return None;
        }
        let number = marks.len() + 1;
        let mark = match kind {
            Kind::Name | Kind::Line | Kind::Prose | Kind::Url | Kind::Email => {
                format!("mark{number:03}")
            }
            Kind::Date => format!("{}", 3000 + number),
            Kind::String if at.ends_with("/emoji") => emoji(&marks).to_owned(),
            Kind::String => format!("mark{number:03}"),
        };
        marks.push((at.to_owned(), mark.clone()));
        Some(match kind {
            Kind::Url => format!("https://example.org/{mark}"),
            Kind::Email => format!("{mark}@example.org"),
            Kind::Name | Kind::Line | Kind::Prose | Kind::Date | Kind::String => mark,
        })
    });
    (profile, marks)
}

fn emoji(marks: &[(String, String)]) -> &'static str {
    EMOJI[marks.iter().filter(|(at, _)| at.ends_with("/emoji")).count()]
}

/// What each backend shows of a profile, headings' emoji included.
fn shown(profile: &Profile) -> [(&'static str, String); 3] {
    let document = document(profile, &View::default());
    let text = page("text", &document, json!({"emoji": "after"}));
    let options = json!({"heading_emoji": "after"});
    let made = bytes("pdf", &document, options).unwrap_or_else(|e| panic!("{e:#?}"));
    let found = pdf::extract(&made, &document.author, pdf::MODES[0]);
    let found = found.unwrap_or_else(|e| panic!("{e}"));
    let words = found.words.into_iter().map(|Word { text, .. }| text);
    let in_pdf = words.chain(found.links).collect::<Vec<_>>().join(" ");
    [("readme", page("readme", &document, json!({}))), ("text", text), ("pdf", in_pdf)]
}

/// The pointers of fields that a backend does not show.
fn missing(is_left_out: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let (profile, marks) = marked(is_left_out);
    let shown = shown(&profile);
    let is_missing = |mark: &str| shown.iter().any(|(_, text)| !text.contains(mark));
    let missing = marks.into_iter().filter(|(_, mark)| is_missing(mark));
    missing.map(|(at, _)| at).collect()
}

#[test]
fn every_field_is_shown_by_every_backend() {
    let takes_over = |at: &str| INSTEAD_OF_OTHERS.iter().any(|end| at.ends_with(end));
    let with = missing(|_| false);
    let without = missing(takes_over);
    let (_, all) = marked(|_| false);
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for (at, _) in &all {
        let is_missing = with.contains(at) && (takes_over(at) || without.contains(at));
        match not_shown(at) {
            Some(field) if is_missing => used.extend([field]),
            Some(field) => wrong.push(format!("{at} is shown, though `{field}` is not")),
            None if is_missing => wrong.push(format!("{at} is lost")),
            None => {}
        }
    }
    assert!(all.len() > 150, "the schema has lost its fields");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let unused: Vec<_> =
        NOT_SHOWN.iter().filter(|(field, _)| !used.contains(field)).collect();
    assert!(unused.is_empty(), "no field is any of these: {unused:?}");
}

#[test]
fn the_committed_schema_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("profile.schema.json");
    let made = serde_json::to_string_pretty(&curricle::schema::profile()).unwrap() + "\n";
    let text = Some(snapbox::data::DataFormat::Text);
    let expected = snapbox::Data::read_from(&path, text).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(made, expected);
}

#[test]
fn every_profile_here_is_valid() {
    let schema = curricle::schema::profile();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, path) in profiles() {
        let bytes = std::fs::read(&path).unwrap();
        let source = readers::read(&path.to_string_lossy(), &bytes);
        let value = json_of(source.map.root());
        let problems: Vec<_> = validator.iter_errors(&value).collect();
        let lines = problems.iter().map(|p| format!("{}: {p}", p.instance_path()));
        assert!(problems.is_empty(), "{name}:\n{}", lines.collect::<Vec<_>>().join("\n"));
    }
}

/// A file's tree as other readers of YAML have it: numbers and truths where they are bare.
fn json_of(node: &Node) -> Value {
    match &node.value {
        tree::Value::Null => Value::Null,
        tree::Value::Text(text) => json!(text),
        tree::Value::Plain(text) => {
            let scalar = serde_json::from_str(text).ok();
            scalar
                .filter(|value: &Value| !value.is_string())
                .unwrap_or_else(|| json!(text))
        }
        tree::Value::List(nodes) => nodes.iter().map(json_of).collect(),
        tree::Value::Map(fields) => {
            fields.iter().map(|field| (field.key.clone(), json_of(&field.node))).collect()
        }
    }
}

#[test]
fn a_wrong_profile_is_not_valid() {
    let schema = curricle::schema::profile();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for wrong in [
        json!({"basic": {}}),
        json!({"basics": {"nmae": "Ada"}}),
        json!({"work": [{"startDate": "2021-13"}]}),
        json!({"outputs": {"cv": {"backend": "pdf", "papr": "a4"}}}),
        json!({"sections": [{"items": [{"text": "a", "itmes": []}]}]}),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
    let right = serde_json::to_value(read(&profiles()[0].1)).unwrap();
    assert!(validator.is_valid(&right), "a profile written as JSON is one");
}
