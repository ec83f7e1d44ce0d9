//! Every word comes back, in order and in one piece, from every program that reads PDFs.

use crate::programs::{READERS, Reader, text};
use crate::{case, document, names, render, words};
use curricle::document::Document;
use serde_json::{Value, json};

/// The words on the pages, without running heads.
fn read(pdf: &[u8], reader: Reader, document: &Document) -> Vec<String> {
    let head = format!("{} · ", document.author);
    let text = text(pdf, reader).replace('\u{c}', "\n");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with(&head));
    words::split(&lines.collect::<Vec<_>>().join("\n"))
}

fn check(document: &Document, options: Value) {
    let theme = options["theme"].as_str().unwrap().to_owned();
    let pdf = render(document, options.clone()).bytes;
    for reader in READERS {
        let mut found = read(&pdf, reader, document);
        let mut expected = words::words(document, &theme);
        if theme == "sidebar" && reader == Reader::PopplerLayout {
            found.sort(); // a page as it stands: both columns line by line
            expected.sort();
        }
        assert_eq!(found, expected, "{options} {reader:?}");
    }
}

fn check_case(name: &str) {
    let document = case(name);
    names().for_each(|theme| check(&document, json!({"theme": theme})));
}

#[test]
fn of_a_whole_cv_on_both_papers() {
    let document = case("showcase");
    for theme in names() {
        check(&document, json!({"theme": theme}));
        check(
            &document,
            json!({"theme": theme, "paper": "us-letter", "photo": false, "icons": true}),
        );
    }
}

#[test]
fn of_every_field_there_is() {
    check_case("full");
}

#[test]
fn of_a_short_profile() {
    check_case("minimal");
}

#[test]
fn of_a_long_profile() {
    check_case("long");
}

#[test]
fn of_references() {
    check_case("references");
}

/// An address that is wider than the column of `sidebar` has to break there.
#[test]
fn of_text_that_looks_like_markup() {
    let mut document = case("markup");
    if let Some(header) = &mut document.header {
        header.contacts.retain(|contact| contact.text.len() < 36);
    }
    names().for_each(|theme| check(&document, json!({"theme": theme})));
}

#[test]
fn of_text_as_small_and_as_dense_as_it_gets() {
    let document = case("showcase");
    for theme in names() {
        check(&document, json!({"theme": theme, "font_size": 7, "density": 0.5}));
    }
}

#[test]
fn an_entry_of_121_bullets_has_121_bullets() {
    let bullets: String = (1..=121).map(|n| format!("      - Bullet {n}.\n")).collect();
    let yaml = format!(
        "basics: {{name: Ada}}\nwork:\n  - position: A\n    highlights:\n{bullets}"
    );
    let document = document(&yaml);
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        for reader in READERS {
            let text = text(&pdf, reader);
            assert_eq!(text.matches('•').count(), 121, "{theme} {reader:?}");
            for n in 1..=121 {
                assert!(
                    text.contains(&format!("Bullet {n}.")),
                    "{theme} {reader:?}: {n}"
                );
            }
        }
    }
}
