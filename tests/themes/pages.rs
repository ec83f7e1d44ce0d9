//! Where pages end: addresses without an end, breaks, headings, how many there may be.

use crate::programs::{Reader, text};
use crate::{Case, case, document, folder, names, poppler, render, try_render};
use curricle::backends::Assets;
use curricle::diagnostics::Code;
use serde_json::json;
use std::sync::Arc;

#[test]
fn a_short_profile_is_a_page_in_every_theme() {
    let document = case("minimal");
    for theme in names() {
        assert_eq!(render(&document, json!({"theme": theme})).pages, Some(1), "{theme}");
    }
}

#[test]
fn an_address_without_an_end_stays_on_the_page() {
    let url = format!("https://example.org/{}", "path".repeat(70));
    let long = "x".repeat(300);
    let yaml = format!(
        "basics: {{name: Ada Example, url: \"{url}\"}}\nwork:\n  - position: {long}\n    \
         highlights: [\"see {url} there\"]\nskills: [{{name: {long}}}]\n"
    );
    let document = document(&yaml);
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        for (width, right, word) in poppler::boxes(&pdf) {
            assert!(right <= width - 20.0, "{theme}: {word} ends at {right} of {width}");
        }
        let text = text(&pdf, Reader::PopplerRaw).replace(['\n', ' '], "");
        assert!(text.contains(&url) && text.contains(&long), "{theme}: {text}");
        assert!(poppler::links(&pdf).contains(&url), "{theme}");
    }
}

#[test]
fn a_page_begins_where_the_profile_says() {
    let yaml = "basics: {name: Ada}\nheadings: {skills: {page_break: before}}\n\
                work: [{position: one}, {position: two, page_break: before}]\n\
                skills: [{name: three}]\n";
    let document = document(yaml);
    for theme in names() {
        let rendered = render(&document, json!({"theme": theme}));
        let text = text(&rendered.bytes, Reader::PopplerRaw);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let second = pages.iter().position(|page| page.contains("two"));
        assert_eq!(second, Some(1), "{theme}: {pages:?}");
        let third = if theme == "sidebar" { 1 } else { 2 };
        assert!(pages[third].contains("three"), "{theme}: {pages:?}");
    }
}

/// Sections of many lengths, so that some would begin at the foot of a page.
#[test]
fn a_heading_never_stands_alone_at_the_foot() {
    let mut yaml = String::from("basics: {name: Ada}\nsections:\n");
    for section in 1..=40 {
        yaml += &format!("  - title: Heading{section}\n    entries:\n");
        yaml += &format!("      - title: Entry{section}\n        highlights:\n");
        for bullet in 0..section % 5 + 1 {
            yaml += &format!("          - Bullet {bullet}\n");
        }
    }
    let document = document(&yaml);
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        let text = text(&pdf, Reader::PopplerRaw);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        assert!(pages.len() > 3, "{theme}");
        for page in &pages[..pages.len() - 2] {
            let last = page.trim_end().lines().last().unwrap();
            assert!(last.contains("Bullet"), "{theme}: {last} at the foot");
        }
    }
}

#[test]
fn type_shrinks_until_it_fits_and_no_further() {
    let document = case("showcase");
    let rendered = render(&document, json!({"theme": "banner", "pages": 1}));
    assert_eq!(rendered.pages, Some(1));
    assert!(rendered.notes[0].contains(" pt at density "), "{:?}", rendered.notes);
    let enough = render(&document, json!({"theme": "banner", "pages": 2}));
    assert_eq!(enough.notes, ["at its full size"]);
    let assets: Arc<dyn Assets> = Arc::new(Case(folder("long")));
    let long = case("long");
    let error = try_render(&long, json!({"pages": 1}), &assets).unwrap_err();
    assert_eq!(error.0[0].code, Code::TooLong);
    assert!(error.0[0].labels[1].text.ends_with("% of the words"), "{error:?}");
}
