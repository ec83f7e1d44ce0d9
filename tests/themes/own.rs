//! Themes of one's own, and options that can't be.

use super::{case, document, try_render};
use curricle::backends::{AssetError, Assets, themes};
use curricle::diagnostics::Code;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files in memory.
#[derive(Debug)]
struct Files(BTreeMap<&'static str, Vec<u8>>);

impl Assets for Files {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        let path = path.trim_start_matches("./");
        match path.contains("..") {
            true => Err(AssetError::Outside),
            false => self.0.get(path).cloned().ok_or(AssetError::Missing),
        }
    }
}

fn files(files: &[(&'static str, &str)]) -> Arc<dyn Assets> {
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes().to_vec()));
    Arc::new(Files(files.collect()))
}

#[test]
fn the_start_of_a_theme_is_one() {
    let assets = files(&[("mine.typ", themes::START), ("cv/mine.typ", themes::START)]);
    for theme in ["mine.typ", "./mine.typ", "./cv/mine.typ"] {
        let rendered =
            try_render(&case("minimal"), json!({"theme": theme}), &assets).unwrap();
        assert_eq!(rendered.pages, Some(1), "{theme}");
    }
}

#[test]
fn a_theme_may_import_what_is_beside_it_and_nothing_else() {
    let theme = |first: &str| format!("{first}\n{}", themes::START);
    let good = theme("#import \"colours.typ\": red");
    let bad = theme("#read(\"../secret.txt\")");
    let worse = theme("#read(\"/../../etc/passwd\")");
    let assets = files(&[
        ("good.typ", &good),
        ("colours.typ", "#let red = rgb(\"#aa0000\")"),
        ("bad.typ", &bad),
        ("worse.typ", &worse),
    ]);
    let document = document("basics: {name: Ada}");
    assert!(try_render(&document, json!({"theme": "./good.typ"}), &assets).is_ok());
    for theme in ["./bad.typ", "./worse.typ"] {
        let error = try_render(&document, json!({"theme": theme}), &assets).unwrap_err();
        assert_eq!(error.0[0].code, Code::Typesetting, "{theme}: {error:?}");
    }
}

#[test]
fn a_theme_knows_no_other_day_than_the_document_s() {
    let theme = format!(
        "#assert.eq(datetime.today().display(), \"2024-05-31\")\n{}",
        themes::START
    );
    let assets = files(&[("mine.typ", &theme)]);
    let document = document("basics: {name: Ada}");
    let dated = json!({"theme": "./mine.typ", "date": "2024-05-31"});
    assert!(try_render(&document, dated, &assets).is_ok());
    let error =
        try_render(&document, json!({"theme": "./mine.typ"}), &assets).unwrap_err();
    let message = "mine.typ:1:12: the typesetter says: unable to get the current date";
    assert_eq!(error.0[0].message, message);
}

#[test]
fn a_mistake_in_a_theme_has_its_line() {
    let document = document("basics: {name: Ada}");
    let called = format!("{}\n#entry-of(look, 3)\n", themes::START);
    let lines = called.lines().count();
    let assets = files(&[("bad.typ", "#let x =\n#let y = "), ("called.typ", &called)]);
    for (theme, start) in [
        ("./bad.typ", "bad.typ:1:9: the typesetter says: expected expression".to_owned()),
        ("./called.typ", format!("called.typ:{lines}:2: the typesetter says: ")),
    ] {
        let error = try_render(&document, json!({"theme": theme}), &assets).unwrap_err();
        let message = &error.0[0].message;
        assert!(message.starts_with(&start), "{message}");
    }
}

#[test]
fn letters_of_a_theme_that_no_font_has_are_said_to_be_its_own() {
    let document = document("basics: {name: Ada}");
    let assets = files(&[("mine.typ", &format!("{}\n\u{10fffd}", themes::START))]);
    let error =
        try_render(&document, json!({"theme": "./mine.typ"}), &assets).unwrap_err();
    assert_eq!(error.0.len(), 1, "{error:?}");
    assert_eq!(error.0[0].code, Code::MissingGlyph);
    let message = "the theme sets `\u{10fffd}` (U+10FFFD), which no font in use has";
    assert_eq!(error.0[0].message, message);
}

#[test]
fn a_theme_that_is_not_there_says_where_it_was_looked_for() {
    let document = document("basics: {name: Ada}");
    for (theme, message) in [
        ("./none.typ", "the theme `./none.typ` can't be read: there is no such file"),
        (
            "../up.typ",
            "the theme `../up.typ` can't be read: it is not in the profile's folder",
        ),
        ("clasic", "there is no theme `clasic`"),
    ] {
        let error =
            try_render(&document, json!({"theme": theme}), &files(&[])).unwrap_err();
        assert_eq!(error.0[0].message, message);
    }
}

#[test]
fn options_that_cannot_be_are_errors_with_a_way_out() {
    let document = document("basics: {name: Ada}");
    for (key, value, message, help) in [
        ("font", json!("Source Sans"), "there is no font `Source Sans`", "Source Sans 3"),
        ("accent", json!("blue"), "`blue` is no colour", "#1d3f66"),
        ("font_size", json!(3), "`font_size: 3` is too much or too little", "7 to 16"),
        ("date", json!("2024-02-31"), "`2024-02-31` is no day", "2024-05-31"),
        ("standard", json!("a-3a"), "a PDF/A file has a date", "SOURCE_DATE_EPOCH"),
    ] {
        let error = try_render(&document, json!({key: value}), &files(&[])).unwrap_err();
        assert_eq!(error.0.len(), 1, "{key}: {error:?}");
        assert_eq!(error.0[0].message, message);
        assert!(error.0[0].helps[0].contains(help), "{key}: {:?}", error.0[0].helps);
    }
}

#[test]
fn a_photo_that_cannot_be_shown_is_a_warning() {
    for (image, reason) in [
        ("none.png", "there is no such file"),
        ("text.png", "it is neither PNG nor JPEG"),
        ("https://example.org/ada.png", "nothing is fetched from the network"),
    ] {
        let document = document(&format!("basics: {{name: Ada, image: \"{image}\"}}"));
        let assets = files(&[("text.png", "no picture")]);
        let rendered = try_render(&document, json!({}), &assets).unwrap();
        assert_eq!(rendered.warnings.len(), 1, "{image}");
        assert!(
            rendered.warnings[0].message.ends_with(reason),
            "{:?}",
            rendered.warnings
        );
    }
}
