//! Every text of a version stands in the profile or in the table of its language.

use super::facts::{FULL, profile};
use super::made;
use super::never_adds::filters;
use curricle::document::{Asked, Document, View, Words, compose};
use curricle::profile::{DateStyle, Profile};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Where something stands that is no text: an address, a kind, a name of a field.
const NOT_TEXT: [&str; 11] = [
    "page_break",
    "shortcode",
    "origin",
    "type",
    "id",
    "kind",
    "lang",
    "dir",
    "network",
    "url",
    "organization_url",
];

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => out.extend([text.as_str(), "\n"]),
        Value::Array(values) => values.iter().for_each(|value| gather(value, out)),
        Value::Object(map) => {
            for (key, value) in map {
                if !NOT_TEXT.contains(&key.as_str()) {
                    gather(value, out);
                }
            }
        }
        Value::Number(number) => out.push_str(&format!("{number}\n")),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Everything that the profile says, whatever it is for, and what the addresses of accounts
/// and of publications are made of.
fn said(profile: &Profile) -> String {
    serde_json::to_string(profile).unwrap() + "\ngithub.com doi.org"
}

/// The table of a language, and how CLDR writes its months.
fn known(tag: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = root.join("templates/locales").join(format!("{tag}.yaml"));
    let mut known = fs::read_to_string(table).unwrap();
    for samples in ["cldr.tsv", "months.tsv", "days.tsv"] {
        let samples = root.join("src/document/dates").join(samples);
        let samples = fs::read_to_string(samples).unwrap();
        let tag = if tag == "en" { "en-001" } else { tag };
        known
            .extend(samples.lines().filter(|line| line.starts_with(&format!("{tag}\t"))));
    }
    known
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace(['\u{A0}', '\u{202F}', '\u{2066}', '\u{2069}'], " ")
}

/// The words of a version that stand nowhere.
fn made_up(document: &Document, profile: &Profile, tag: &str) -> Vec<String> {
    let known = plain(&(said(profile) + &known(tag)));
    let mut shown = String::new();
    gather(&serde_json::to_value(document).unwrap(), &mut shown);
    let shown = plain(&shown);
    // figures are left out: a number may be a part of a date
    let is_edge = |c: char| !c.is_alphabetic();
    let words = shown.split(is_edge).filter(|word| !word.is_empty());
    let is_known = |word: &str| {
        known.contains(word)
            || (tag == "he" && known.contains(word.trim_start_matches('ב')))
    };
    let unknown = words.filter(|word| !is_known(word));
    unknown.map(str::to_owned).collect()
}

fn tag() -> impl Strategy<Value = &'static str> {
    prop::sample::select(Words::languages().collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_the_fictional_profile(filters in filters(), tag in tag(), durations in any::<bool>()) {
        let profile = profile(FULL);
        let asked = Asked { filters, ..Asked::default() };
        let view = View {
            asked,
            locale: Some(tag.to_owned()),
            durations: Some(durations),
            date_style: Some(DateStyle::Short),
            ..View::default()
        };
        let document = compose(&profile, &view).document;
        let unknown = made_up(&document, &profile, tag);
        prop_assert!(unknown.is_empty(), "{}: {:?}", tag, unknown);
    }

    #[test]
    fn of_any_profile(text in made::profile(), asked in made::asked(), tag in tag()) {
        let profile = profile(&text);
        let view = View { asked, locale: Some(tag.to_owned()), ..View::default() };
        let unknown = made_up(&compose(&profile, &view).document, &profile, tag);
        prop_assert!(unknown.is_empty(), "{}: {:?}\n{}", tag, unknown, text);
    }
}

#[test]
fn what_stands_nowhere_is_found() {
    let profile = profile("basics: {name: Ada}\nwork: [{name: Streams}]");
    let mut document = compose(&profile, &View::default()).document;
    assert_eq!(made_up(&document, &profile, "en"), [""; 0]);
    document.author = "Grace".to_owned();
    assert_eq!(made_up(&document, &profile, "en"), ["grace"]);
}
