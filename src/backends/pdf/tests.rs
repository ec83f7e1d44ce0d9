//! The backend as a whole: a Document in, the bytes of a PDF out.

use super::source::Typst;
use super::{Pdf, Png, Svg};
use crate::backends::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Place, Pointer};
use crate::document::Document;
use serde_json::{Value, json};

/// A Document with one line of prose.
fn document(text: &str) -> Document {
    let content = json!([
        {"type": "text", "text": text},
        {"type": "emoji", "glyph": "🌱"},
        {"type": "code", "text": "C#"},
    ]);
    serde_json::from_value(json!({
        "version": 1, "lang": "en", "author": "Ada Example", "heading_level": 2,
        "header": {"name": [{"type": "text", "text": "Ada"}], "origin": "/basics"},
        "sections": [{
            "id": "summary", "title": [], "origin": "/basics/summary",
            "parts": [{
                "type": "prose", "origin": "/basics/summary",
                "blocks": [{"type": "paragraph", "content": content}],
            }],
        }],
    }))
    .unwrap()
}

fn render(text: &str, options: Value) -> Result<Rendered, BackendError> {
    let Value::Object(values) = options else { panic!("options are a map") };
    let options = Options::new(values, Pointer::from("/outputs/cv"));
    Pdf.render(&Request::new(&document(text), &options))
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = render("#read(\"/etc/passwd\") $x$", json!({})).unwrap();
    assert_eq!(first.pages, Some(1));
    assert!(first.warnings.is_empty(), "{:?}", first.warnings);
    assert!(first.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(first, render("#read(\"/etc/passwd\") $x$", json!({})).unwrap());
}

#[test]
fn a_source_that_is_edited_takes_no_hint_from_the_texts_before() {
    let document = document("a");
    let options = Options::new(Default::default(), Pointer::from("/outputs/cv"));
    let source = Typst.render(&Request::new(&document, &options)).unwrap();
    let source = String::from_utf8(source.bytes).unwrap();
    assert!(source.contains("\"pictures\": {") && !source.contains("\"hints\": {"));
}

#[test]
fn every_choice_of_emoji_and_paper_can_be_set() {
    for emoji in ["color", "mono", "none"] {
        for heading in ["none", "before", "after"] {
            let options =
                json!({"emoji": emoji, "heading_emoji": heading, "paper": "us-letter"});
            let rendered = render("words", options).unwrap();
            assert!(rendered.warnings.is_empty(), "{emoji} {heading}: {rendered:?}");
        }
    }
}

#[test]
fn a_missing_glyph_is_an_error_at_its_place() {
    let BackendError(problems) = render("a \u{10fffd}", json!({})).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, Code::MissingGlyph);
    assert_eq!(problems[0].message, "no font has a glyph for `\u{10fffd}` (U+10FFFD)");
    let place = Place::Within(Pointer::from("/basics/summary"), "\u{10fffd}".to_owned());
    assert_eq!(problems[0].labels[0].place, place);
}

#[test]
fn a_letter_and_a_mark_that_no_font_has_together_are_an_error_on_every_page() {
    let options = Options::new(Default::default(), Pointer::from("/outputs/cv"));
    let document = document("no E\u{651}!");
    let backends: [&dyn Backend; 3] = [&Pdf, &Png, &Svg];
    for backend in backends {
        let made = backend.render(&Request::new(&document, &options));
        let BackendError(problems) = made.unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].code, Code::MissingGlyph);
        let letters = "E\u{651}".to_owned();
        let place = Place::Within(Pointer::from("/basics/summary"), letters);
        assert_eq!(problems[0].labels[0].place, place);
    }
}

#[test]
fn a_standard_says_nothing_of_pictures() {
    let standard = json!({"standard": "a-3a", "date": "2024-05-31"});
    let Value::Object(values) = standard else { panic!("options are a map") };
    let options = Options::new(values, Pointer::from("/outputs/cv"));
    let document = document("private \u{f6c5}");
    let request = Request::new(&document, &options);
    assert!(Png.render(&request).is_ok());
    assert_eq!(Pdf.render(&request).unwrap_err().0[0].code, Code::BadValue);
}

#[test]
fn an_unknown_theme_is_an_error_beside_the_other_problems() {
    let BackendError(problems) =
        render("a", json!({"theme": "clasic", "paper": "a5"})).unwrap_err();
    let messages: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
    assert!(messages.contains(&"there is no theme `clasic`"), "{messages:?}");
    assert_eq!(problems.len(), 2, "{messages:?}");
}

#[test]
fn signs_that_the_serif_lacks_come_from_another_font() {
    assert!(render("✓ → Привет שלום", json!({})).is_ok());
}
