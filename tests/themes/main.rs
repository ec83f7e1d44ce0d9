//! Every theme, as Poppler reads it: words, order, tags, links, fonts, pages.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod own;
mod poppler;
mod words;

use curricle::backends::{
    self, AssetError, Assets, BackendError, Options, Rendered, Request, themes,
};
use curricle::diagnostics::{Code, Pointer};
use curricle::document::{Document, Section, View, compose};
use curricle::readers;
use poppler::MODES;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files of a case.
#[derive(Debug)]
struct Case(PathBuf);

impl Assets for Case {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        fs::read(self.0.join(path)).map_err(|_| AssetError::Missing)
    }
}

/// A little of everything that a theme draws.
const SMALL: &str = "basics: {name: Ada 🌱, image: photo.png, email: ada@example.org}\n\
    work: [{position: A, startDate: 2020, highlights: [one, two]}]\n\
    skills: [{name: B, keywords: [C]}]\n";

fn folder(case: &str) -> PathBuf {
    let home = if case == "showcase" { "tests/themes" } else { "tests/cases" };
    Path::new(env!("CARGO_MANIFEST_DIR")).join(home).join(case)
}

fn document(yaml: &str) -> Document {
    let source = readers::read("profile.yaml", yaml.as_bytes());
    let profile = source.profile.unwrap_or_else(|| panic!("{:?}", source.problems));
    compose(&profile, &View::default()).document
}

fn case(name: &str) -> Document {
    document(&fs::read_to_string(folder(name).join("profile.yaml")).unwrap())
}

fn try_render(
    document: &Document,
    options: Value,
    assets: &Arc<dyn Assets>,
) -> Result<Rendered, BackendError> {
    let Value::Object(values) = options else { panic!("options are a map") };
    let options = Options::new(values, Pointer::from("/outputs/cv"));
    let request = Request::new(document, &options).with_assets(assets);
    backends::find("pdf").unwrap().render(&request)
}

fn render(document: &Document, options: Value) -> Rendered {
    let assets: Arc<dyn Assets> = Arc::new(Case(folder("showcase")));
    let rendered = try_render(document, options, &assets).unwrap();
    assert!(rendered.warnings.is_empty(), "{:?}", rendered.warnings);
    rendered
}

fn names() -> impl Iterator<Item = &'static str> {
    themes::list().map(|(name, _)| name)
}

/// The words that a theme should show, in its order.
fn expected(document: &Document, theme: &str) -> Vec<String> {
    let in_order = || document.sections.iter();
    let is_short = |section: &&Section| theme == "sidebar" && words::is_short(section);
    let first = in_order().filter(is_short);
    let rest = in_order().filter(|section| !is_short(section));
    words::words(document, first.chain(rest))
}

/// The words on the pages, without running heads and the numbers before publications.
fn read(pdf: &[u8], mode: &str, document: &Document, theme: &str) -> Vec<String> {
    let head = format!("{} · ", document.author);
    let text = poppler::text(pdf, mode).replace('\u{c}', "\n");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with(&head));
    let lines = lines.map(|line| match line.trim_start().split_once(". ") {
        Some((number, rest)) if theme == "academic" && number.parse::<u8>().is_ok() => {
            rest
        }
        Some(_) | None => line,
    });
    words::split(&lines.collect::<Vec<_>>().join("\n"))
}

fn check_words(document: &Document, options: &Value) {
    let theme = options["theme"].as_str().unwrap();
    let pdf = render(document, options.clone()).bytes;
    for mode in MODES {
        let mut found = read(&pdf, mode, document, theme);
        let mut expected = expected(document, theme);
        if theme == "sidebar" && mode == "-layout" {
            found.sort(); // a page as it stands: both columns line by line
            expected.sort();
        }
        assert_eq!(found, expected, "{options} {mode}");
    }
}

#[test]
fn every_word_comes_back_in_order() {
    let document = case("showcase");
    for theme in names() {
        check_words(&document, &json!({"theme": theme}));
        check_words(
            &document,
            &json!({"theme": theme, "paper": "us-letter", "photo": false, "icons": true}),
        );
    }
}

#[test]
fn a_short_profile_is_a_page_in_every_theme() {
    let document = case("minimal");
    for theme in names() {
        check_words(&document, &json!({"theme": theme}));
        assert_eq!(render(&document, json!({"theme": theme})).pages, Some(1), "{theme}");
    }
}

#[test]
fn a_long_entry_breaks_and_loses_nothing() {
    let document = case("long");
    for theme in names() {
        check_words(&document, &json!({"theme": theme}));
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
        let text = poppler::text(&pdf, "-raw").replace(['\n', ' '], "");
        assert!(text.contains(&url) && text.contains(&long), "{theme}: {text}");
        assert!(poppler::links(&pdf).contains(&url), "{theme}");
    }
}

#[test]
fn the_outline_is_tagged_and_links_lead_where_they_say() {
    let document = case("showcase");
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        let structure = poppler::structure(&pdf);
        for section in
            document.sections.iter().filter(|section| !section.title.is_empty())
        {
            let title = curricle::richtext::inline_text(&section.title);
            assert!(structure.contains(&format!("H1 \"{title}\"")), "{theme}: {title}");
        }
        for tag in ["Figure", "L (block)", "LI (block)", "LBody", "Link"] {
            assert!(structure.contains(tag), "{theme}: no {tag}");
        }
        assert!(!structure.contains("H2"), "{theme}");
        let links = poppler::links(&pdf);
        let contacts = document.header.iter().flat_map(|header| &header.contacts);
        for url in contacts.filter_map(|contact| contact.url.as_ref()) {
            assert!(links.contains(url), "{theme}: {url}");
        }
        assert!(links.contains(&"https://issues.example.org/browse/PROJ-34".to_owned()));
    }
}

#[test]
fn fonts_are_embedded_and_no_others_than_are_asked_for() {
    let document = case("minimal");
    for theme in names() {
        for font in ["Libertinus Serif", "Source Serif 4", "Source Sans 3", "Inter"] {
            let pdf = render(&document, json!({"theme": theme, "font": font})).bytes;
            let name = font.replace(' ', "");
            for (found, embedded) in poppler::fonts(&pdf) {
                assert!(embedded && found.contains(&name), "{theme} {font}: {found}");
            }
        }
    }
}

#[test]
fn the_same_profile_gives_the_same_small_file() {
    let document = case("showcase");
    for theme in names() {
        let options = || json!({"theme": theme, "photo": false});
        let pdf = render(&document, options()).bytes;
        assert_eq!(pdf, render(&document, options()).bytes, "{theme}");
        assert!(pdf.len() <= 60 << 10, "{theme}: {} bytes", pdf.len());
    }
}

#[test]
fn a_character_that_no_font_has_is_an_error_in_every_theme() {
    let document = document("basics: {name: \"Ada \u{10fffd}\"}");
    let assets: Arc<dyn Assets> = Arc::new(Case(folder("showcase")));
    for theme in names() {
        let error = try_render(&document, json!({"theme": theme}), &assets).unwrap_err();
        assert_eq!(error.0.len(), 1, "{theme}");
        assert_eq!(error.0[0].code, Code::MissingGlyph, "{theme}");
    }
}

#[test]
fn options_change_what_they_say() {
    let document = document(SMALL);
    let usual = |theme: &str| json!({"theme": theme});
    for theme in names() {
        let plain = render(&document, usual(theme)).bytes;
        for (key, value) in [
            ("accent", json!("#aa0000")),
            ("font_size", json!(8)),
            ("density", json!(0.7)),
            ("margins", json!(30)),
            ("photo", json!(false)),
            ("page_numbers", json!("foot")),
            ("paper", json!("us-letter")),
            ("date", json!("2024-05-31")),
        ] {
            let mut options = usual(theme);
            options[key] = value;
            assert_ne!(plain, render(&document, options).bytes, "{theme} {key}");
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

#[test]
fn a_page_begins_where_the_profile_says() {
    let yaml = "basics: {name: Ada}\nheadings: {skills: {page_break: before}}\n\
                work: [{position: one}, {position: two, page_break: before}]\n\
                skills: [{name: three}]\n";
    let document = document(yaml);
    for theme in names() {
        let rendered = render(&document, json!({"theme": theme}));
        let text = poppler::text(&rendered.bytes, "-raw");
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let second = pages.iter().position(|page| page.contains("two"));
        assert_eq!(second, Some(1), "{theme}: {pages:?}");
        let third = if theme == "sidebar" { 1 } else { 2 };
        assert!(pages[third].contains("three"), "{theme}: {pages:?}");
    }
}

#[test]
fn standards_are_held_beside_pdf_ua() {
    let document = document(SMALL);
    for theme in names() {
        for standard in ["a-1b", "a-2a", "a-3a", "a-4"] {
            let options =
                json!({"theme": theme, "standard": standard, "date": "2024-05-31"});
            let bytes = render(&document, options).bytes;
            let xmp = String::from_utf8_lossy(&bytes);
            let part = format!("<pdfaid:part>{}</pdfaid:part>", &standard[2..3]);
            assert!(xmp.contains(&part), "{theme} {standard}");
        }
    }
}

/// Chinese, Japanese, Korean, Arabic, Hebrew and Devanagari, in fonts of the system.
#[test]
#[ignore = "needs Debian's fonts-noto-core and fonts-noto-cjk, which scripts/test installs"]
fn other_scripts_come_in_fonts_of_the_system() {
    let text = "王小明 日本語 한국어 مرحبا שלום नमस्ते";
    let document = document(&format!("basics: {{name: Ada, label: {text}}}"));
    for theme in names() {
        let rendered = render(&document, json!({"theme": theme}));
        assert!(
            rendered.notes.contains(&"with the system's Noto Sans CJK SC".to_owned())
        );
        let found = poppler::text(&rendered.bytes, "-raw");
        for word in text.split(' ') {
            assert!(found.contains(word), "{theme}: {word} in {found}");
        }
        assert!(poppler::fonts(&rendered.bytes).iter().all(|(_, embedded)| *embedded));
    }
}

/// A page in a language that is written from right to left begins at the right.
#[test]
fn right_to_left_pages_are_mirrored() {
    let document = document(
        "basics: {name: {he: עדה}}\nheadings: {work: {title: Experience}}\n\
         work: [{position: {he: מהנדסת}, startDate: 2020}]\n",
    );
    for theme in ["classic", "compact", "banner"] {
        let boxes = poppler::boxes(&render(&document, json!({"theme": theme})).bytes);
        let right = |part: &str| {
            let found = boxes.iter().find(|(_, _, word)| word == part);
            found.map(|(_, right, _)| *right)
        };
        assert!(right("Experience") > Some(500.0), "{theme}: {boxes:?}");
        assert!(right("2020") < Some(200.0), "{theme}: {boxes:?}");
    }
}
