//! `docs/formats.md` says of every field of the formats that are read where it goes. The
//! rows are made anew from what the program does, and must be those of the page.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use curricle::profile::{Output, Profile};
use curricle::readers;
use curricle::tree::to_yaml;
use serde_json::{Map, Value};
use std::io::Read;

const PAGE: &str = include_str!("../docs/formats.md");

/// Every field of the schema, each with a value of its own.
const JSON_RESUME: &str = include_str!("formats/json-resume.json");
const RENDERCV: &str = include_str!("formats/rendercv.json");
const YAMLRESUME: &str = include_str!("formats/yamlresume.json");

/// Every scalar with its path, `[]` for any element of a list.
fn leaves(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let dot = if path.is_empty() { "" } else { "." };
                leaves(inner, &format!("{path}{dot}{key}"), out);
            }
        }
        Value::Array(list) => {
            list.iter().for_each(|inner| leaves(inner, &format!("{path}[]"), out));
        }
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        other => out.push((path.to_owned(), other.to_string())),
    }
}

fn all_leaves(value: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    leaves(value, "", &mut out);
    out
}

fn rendered(profile: &Profile, backend: &str) -> String {
    let rendered = curricle::render(profile, backend, &Output::default()).unwrap();
    String::from_utf8(rendered.bytes).unwrap()
}

/// What a reader would look for: of a date its year, which no other field has, of an
/// address what follows the scheme.
fn word(value: &str) -> &str {
    let is_date = value.len() == 10 && value.as_bytes()[4] == b'-';
    if is_date { &value[..4] } else { value.trim_start_matches("https://") }
}

/// What every output for people says of a profile, words and addresses.
struct Pages(Vec<(&'static str, String)>);

impl Pages {
    fn of(profile: &Profile) -> Self {
        let text = |backend| (backend, rendered(profile, backend));
        let mut pages: Vec<_> = ["readme", "markdown", "text"].map(text).into();
        let (_, page) = text("html");
        let (_, body) = page.split_once("</style>").unwrap();
        pages.push(("html", body.to_owned()));
        let word = curricle::render(profile, "docx", &Output::default()).unwrap();
        pages.push(("docx", unzipped(word.bytes)));
        #[cfg(feature = "pdf")]
        pages.push(("pdf", printed(profile)));
        let plain = |text: String| text.replace(['\u{A0}', '\\', '\n'], " ");
        let plain = |text| plain(text).replace("%3A", ":");
        Self(pages.into_iter().map(|(name, text)| (name, plain(text))).collect())
    }

    /// Whether they show a value; they agree, or the test fails.
    fn show(&self, value: &str) -> bool {
        let shows: Vec<_> = self
            .0
            .iter()
            .map(|(name, page)| (name, page.contains(word(value))))
            .collect();
        let (_, first) = shows[0];
        assert!(shows.iter().all(|(_, one)| *one == first), "{value}: {shows:?}");
        first
    }
}

/// The parts of a Word document that hold words and addresses.
fn unzipped(package: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let mut text = String::new();
    for part in ["word/document.xml", "word/_rels/document.xml.rels"] {
        archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

/// The words and addresses of the PDF, as Poppler has them.
#[cfg(feature = "pdf")]
fn printed(profile: &Profile) -> String {
    use std::process::Command;
    let pdf = curricle::render(profile, "pdf", &Output::default()).unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf.bytes).unwrap();
    let says = |program: &mut Command| {
        let said = program.output().expect("install poppler-utils");
        String::from_utf8(said.stdout).unwrap()
    };
    let words = says(Command::new("pdftotext").arg("-raw").arg(file.path()).arg("-"));
    let addresses = says(Command::new("pdfinfo").arg("-url").arg(file.path()));
    format!("{words}\n{addresses}")
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "–" }
}

fn assert_rows(rows: &[String]) {
    let missing: Vec<_> =
        rows.iter().filter(|row| !PAGE.contains(row.as_str())).collect();
    let lines = missing.iter().map(|row| row.as_str()).collect::<Vec<_>>().join("\n");
    assert!(missing.is_empty(), "docs/formats.md lacks:\n{lines}");
}

#[test]
fn every_field_of_json_resume_has_its_row() {
    let sample: Value = serde_json::from_str(JSON_RESUME).unwrap();
    let source = readers::read("r.json", JSON_RESUME.as_bytes());
    assert!(source.problems.is_empty(), "{:?}", source.problems);
    let profile = source.profile.unwrap();
    let export: Value = serde_json::from_str(&rendered(&profile, "json-resume")).unwrap();
    let exported = all_leaves(&export);
    let card = rendered(&profile, "vcard").replace("\r\n ", "");
    let pages = Pages::of(&profile);
    let row = |(path, value): &(String, String)| {
        let is_out = exported.iter().any(|(at, out)| at == path && out == value);
        let shown = yes(pages.show(value));
        let (json, vcard) = (yes(is_out), yes(card.contains(word(value))));
        format!("| `{path}` | {shown} | {json} | {vcard} |")
    };
    assert_rows(&all_leaves(&sample).iter().map(row).collect::<Vec<_>>());
}

/// Needs `npm ci` in `tests/node`, as the other tests of JSON Resume do.
#[test]
fn the_sample_has_every_field_of_the_schema() {
    let path = "tests/node/node_modules/@jsonresume/schema/schema.json";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let schema = std::fs::read_to_string(path).expect("run `npm ci --prefix tests/node`");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut fields = Vec::new();
    schema_leaves(&schema, "", &mut fields);
    let sample = all_leaves(&serde_json::from_str(JSON_RESUME).unwrap());
    fields.retain(|field| !sample.iter().any(|(path, _)| path == field));
    assert!(fields.is_empty(), "the sample lacks {fields:?}");
}

fn schema_leaves(schema: &Value, path: &str, out: &mut Vec<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        for (key, inner) in properties {
            let dot = if path.is_empty() { "" } else { "." };
            schema_leaves(inner, &format!("{path}{dot}{key}"), out);
        }
    } else if schema["items"].is_object() {
        schema_leaves(&schema["items"], &format!("{path}[]"), out);
    } else {
        out.push(path.to_owned());
    }
}

/// The rows of a format that becomes a profile.
fn imported(sample: &str) -> Vec<String> {
    let sample: Map<String, Value> = serde_json::from_str(sample).unwrap();
    let source = readers::read("cv.yaml", to_yaml(&sample).as_bytes());
    assert!(!source.has_errors(), "{:?}", source.problems);
    let profile = source.profile.unwrap();
    let pages = Pages::of(&profile);
    let fields = all_leaves(&serde_json::to_value(&profile).unwrap());
    let row = |(path, value): &(String, String)| {
        let key = path.trim_end_matches("[]").rsplit('.').next().unwrap();
        let read_as = source.problems.iter().find_map(|problem| {
            let (_, rest) =
                problem.message.split_once(&format!("`{value}` is read as `"))?;
            Some(rest.trim_end_matches('`'))
        });
        let holds = |field: &str| match read_as {
            Some(other) => field == other,
            None => field.contains(value.as_str()),
        };
        let goes = fields.iter().find(|(_, field)| holds(field));
        let told = source.problems.iter().any(|problem| {
            let owners = path.split('.').chain([key]);
            let mut owners = owners.map(|owner| owner.trim_end_matches("[]"));
            owners.any(|owner| {
                problem.message.starts_with(&format!("`{owner}` has no place"))
            }) || problem.message.contains(value.as_str())
        });
        match goes {
            Some((to, _)) if to.starts_with("outputs.") => {
                format!("| `{path}` | `{to}` | – |")
            }
            Some((to, _)) => {
                format!("| `{path}` | `{to}` | {} |", yes(pages.show(value)))
            }
            None if told => format!("| `{path}` | left out, with a warning | – |"),
            None => format!("| `{path}` | no words to keep | – |"),
        }
    };
    all_leaves(&Value::Object(sample.clone())).iter().map(row).collect()
}

#[test]
fn every_field_of_rendercv_has_its_row() {
    assert_rows(&imported(RENDERCV));
}

#[test]
fn every_field_of_yamlresume_has_its_row() {
    assert_rows(&imported(YAMLRESUME));
}
