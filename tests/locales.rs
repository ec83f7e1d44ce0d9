//! Every language: its table, and the whole profile of Ada Example in it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use curricle::backends::{self, Options, Request};
use curricle::diagnostics::Pointer;
use curricle::document::{Direction, Document, Part, View, Words, compose};
use curricle::profile::{DateStyle, Profile, STANDARD_SECTIONS};
use curricle::readers;
use curricle::tree::Value;
use std::fs;
use std::path::{Path, PathBuf};

const PROFILE: &str = include_str!("cases/full/profile.yaml");

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales"))
}

fn profile() -> Profile {
    let source = readers::read("profile.yaml", PROFILE.as_bytes());
    assert!(!source.has_errors(), "{:?}", source.problems);
    let mut profile = source.profile.unwrap();
    profile.headings.clear(); // the titles are to be those of the language
    profile
}

fn document(locale: &str) -> Document {
    let view = View { locale: Some(locale.to_owned()), ..View::default() };
    compose(&profile(), &view).document
}

fn render(backend: &str, document: &Document) -> Vec<u8> {
    let options = Options::new(serde_json::Map::new(), Pointer::root());
    let backend = backends::find(backend).unwrap();
    let (profile, locale) = (profile(), Some(document.lang.clone()));
    let view = View { locale, ..View::default() };
    let request = Request::new(document, &options).of(&profile, &view);
    backend.render(&request).unwrap().bytes
}

/// What an output says, its no-break spaces as spaces and its lines as one.
fn words(backend: &str, document: &Document) -> String {
    let text = String::from_utf8(render(backend, document)).unwrap();
    text.replace('\u{A0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a Word document says, without its markup.
fn in_docx(document: &Document) -> String {
    let bytes = std::io::Cursor::new(render("docx", document));
    let mut parts = zip::ZipArchive::new(bytes).unwrap();
    let body = std::io::read_to_string(parts.by_name("word/document.xml").unwrap());
    let body = body.unwrap();
    let texts = body.split('<').filter_map(|part| Some(part.split_once('>')?.1));
    texts.collect::<String>().replace("&#39;", "'").replace("&amp;", "&")
}

fn plain(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ")
}

#[test]
fn the_tables_are_the_files_of_the_folder_and_valid_yaml() {
    let mut files: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    let tag = |path: &PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files.sort_by_key(tag);
    let tags: Vec<_> = files.iter().map(tag).collect();
    assert_eq!(tags, Words::languages().collect::<Vec<_>>());
    for path in files {
        let source = readers::read("table", &fs::read(&path).unwrap());
        let fields = source.map.root().fields();
        assert!(fields.len() > 20, "{}", path.display());
        let words = Words::of(&tag(&path)).unwrap();
        for field in fields {
            let value = match &field.node.value {
                Value::Plain(text) | Value::Text(text) => text.as_str(),
                other => panic!("{}: {other:?}", path.display()),
            };
            assert_eq!(words.find(&field.key), Some(value), "{}", path.display());
        }
    }
}

/// The 22 of RenderCV 2.8, and those that were asked for beside them.
#[test]
fn the_languages_of_others_are_there() {
    let rendercv = "ar da nl en fr de he hi hu id it ja ko zh nb nn fa pt ru es tr vi";
    let further = "uk cs sv fi el hu ro vi th";
    for tag in rendercv.split(' ').chain(further.split(' ')) {
        assert_eq!(Words::of(tag).unwrap().lang(), tag);
    }
}

#[test]
fn every_output_speaks_every_language() {
    for tag in Words::languages() {
        let (words_of, document) = (Words::of(tag).unwrap(), document(tag));
        let outputs = [
            ("readme", words("readme", &document)),
            ("text", words("text", &document)),
            ("html", words("html", &document)),
            ("markdown", words("markdown", &document)),
            ("docx", plain(&in_docx(&document))),
            #[cfg(feature = "pdf")]
            ("typst", plain(&words("typst", &document))),
            ("document", plain(&serde_json::to_string(&document).unwrap())),
        ];
        for (name, output) in &outputs {
            for section in STANDARD_SECTIONS.iter().filter(|id| **id != "summary") {
                let title = words_of.get(section);
                assert!(output.contains(title), "{name} in {tag}: `{title}`");
            }
            for key in ["present", "score", "courses", "roles", "authors"] {
                let word = words_of.get(key);
                assert!(output.contains(word), "{name} in {tag}: `{word}`");
            }
        }
    }
}

/// October 2024 in every language, as Babel writes CLDR's `yMMM`.
#[test]
fn every_output_has_the_months_of_every_language() {
    let samples = include_str!("../src/document/dates/cldr.tsv");
    for line in samples.lines() {
        let mut fields = line.split('\t');
        let (tag, october) = (fields.next().unwrap(), plain(fields.next().unwrap()));
        if tag == "fa" {
            continue; // Babel leaves Persian its figures; a test beside the dates has them
        }
        let document = document(tag);
        for backend in ["readme", "text", "html", "markdown", "docx"] {
            let output = match backend {
                "docx" => plain(&in_docx(&document)),
                text => words(text, &document),
            };
            assert!(output.contains(&october), "{backend} in {tag}: `{october}`");
        }
    }
}

#[test]
fn a_document_says_its_language_and_direction() {
    for tag in Words::languages() {
        let document = document(tag);
        assert_eq!(document.lang, tag);
        let is_rtl = ["ar", "fa", "he"].contains(&tag);
        assert_eq!(document.dir == Direction::Rtl, is_rtl, "{tag}");
        let readme = String::from_utf8(render("readme", &document)).unwrap();
        let open = format!("<div dir=\"rtl\" lang=\"{tag}\">\n\n# ");
        assert_eq!(readme.starts_with(&open), is_rtl, "{tag}");
        assert_eq!(readme.contains("\n\n</div>\n\n<!-- curricle"), is_rtl, "{tag}");
        assert!(
            tag == "en" || readme.trim_end().ends_with(&format!(" {tag} whole -->")),
            "{tag}"
        );
    }
}

#[test]
fn every_output_says_its_language() {
    for tag in Words::languages() {
        let document = document(tag);
        let html = words("html", &document);
        let dir = if ["ar", "fa", "he"].contains(&tag) { " dir=\"rtl\"" } else { "" };
        assert!(html.contains(&format!("<html lang=\"{tag}\"{dir}>")), "{tag}");
        let card = words("vcard", &document);
        assert!(card.contains(&format!("TITLE;LANGUAGE={tag}:")), "{tag}: {card}");
        let resume: serde_json::Value =
            serde_json::from_slice(&render("json-resume", &document)).unwrap();
        assert_eq!(resume["meta"]["curricle"]["language"], tag);
        let label = if tag == "de" { "Ingenieurin" } else { "*Stream-processing*" };
        assert!(resume["basics"]["label"].as_str().unwrap().starts_with(label), "{tag}");
    }
}

/// Signs between words: a comma, a list's comma, a colon and brackets of the language.
#[test]
fn signs_are_those_of_the_language() {
    const PROFILE: &str = "
basics: {name: Ada}
projects: [{name: Clock, entity: Rails, roles: [a, b]}]
skills: [{name: Rust, level: expert, keywords: [x, y]}]
";
    let profile = readers::read("profile.yaml", PROFILE.as_bytes()).profile.unwrap();
    for (tag, lines) in [
        ("en", ["Clock, Rails", "Roles: a, b", "Rust (expert): x, y"]),
        ("fr", ["Clock, Rails", "Rôles : a, b", "Rust (expert) : x, y"]),
        (
            "fa",
            [
                "Clock\u{2069}، \u{2066}Rails",
                "نقش‌ها: \u{2066}a\u{2069}، \u{2066}b",
                "Rust\u{2069} (\u{2066}expert\u{2069}): \u{2066}x\u{2069}، \u{2066}y",
            ],
        ),
        ("ja", ["Clock、Rails", "役割：a、b", "Rust（expert）：x、y"]),
        ("zh", ["Clock，Rails", "角色：a、b", "Rust（expert）：x、y"]),
        ("zh-Hant", ["Clock，Rails", "角色：a、b", "Rust（expert）：x、y"]),
    ] {
        let view = View { locale: Some(tag.to_owned()), ..View::default() };
        let document = compose(&profile, &view).document;
        let readme = words("readme", &document).replace("**", "");
        let html = words("html", &document);
        let html: String = html
            .split('<')
            .map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text))
            .collect();
        for (name, output) in
            [("readme", readme), ("text", words("text", &document)), ("html", html)]
        {
            for line in lines {
                assert!(output.contains(line), "{name} in {tag}: `{line}` in {output}");
            }
        }
    }
}

#[test]
fn texts_fall_back_to_the_shorter_tag_and_then_to_the_first() {
    let label = |locale| {
        let header = document(locale).header.unwrap();
        curricle::richtext::inline_text(&header.label)
    };
    assert!(label("de").starts_with("Ingenieurin"));
    assert!(label("de-AT").starts_with("Ingenieurin"));
    assert!(label("fr").starts_with("Stream-processing"));
}

#[test]
fn what_is_not_translated_is_known() {
    let found = |locale| {
        let view = View { locale: Some(locale), ..View::default() };
        compose(&profile(), &view).fallbacks
    };
    assert!(found("de-AT".to_owned()).is_empty());
    let french = found("fr".to_owned());
    assert_eq!(french[0].origin.as_str(), "/basics/label");
    assert_eq!(french[0].shown, "en");
    let pointers: Vec<_> = french.iter().map(|text| text.origin.as_str()).collect();
    assert!(pointers.contains(&"/work/0/highlights/2"), "{pointers:?}");
}

#[test]
fn the_style_of_dates_is_the_outputs_or_else_the_profiles() {
    let talk = |profile: &Profile, view: &View| {
        let document = compose(profile, view).document;
        let talks = document.sections.into_iter().find(|section| section.id == "talks");
        let Some(Part::Entries { entries }) = talks.unwrap().parts.into_iter().next()
        else {
            panic!("talks are entries")
        };
        plain(entries[0].dates.as_deref().unwrap())
    };
    let mut profile = profile();
    assert_eq!(talk(&profile, &View::default()), "Oct 2024");
    profile.date_style = Some(DateStyle::Long);
    assert_eq!(talk(&profile, &View::default()), "October 2024");
    let view = View { date_style: Some(DateStyle::Numeric), ..View::default() };
    assert_eq!(talk(&profile, &view), "10/2024");
}

/// What Poppler reads in the pages of a PDF, without the spaces that it guesses and the
/// signs that turn the text.
#[cfg(feature = "pdf")]
fn extracted(pdf: &[u8]) -> String {
    use std::io::Write;
    use unicode_normalization::UnicodeNormalization;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let mut command = std::process::Command::new("pdftotext");
    let output = command.args(["-raw", file.path().to_str().unwrap(), "-"]).output();
    let output = output.expect("install poppler-utils: `./scripts/test` does");
    let is_sign = |c: &char| {
        c.is_whitespace()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
            || matches!(c, '\u{2066}'..='\u{2069}')
    };
    let text = String::from_utf8(output.stdout).unwrap();
    text.nfkc().filter(|c| !is_sign(c)).collect()
}

/// The letters of a text in their own order, whatever order Poppler reads them in: it turns
/// ligatures of Arabic and vowels of Thai around.
#[cfg(feature = "pdf")]
fn letters(text: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let mut letters: Vec<char> = text.nfkc().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

#[cfg(feature = "pdf")]
fn pdf(document: &Document) -> Vec<u8> {
    let options = serde_json::json!({"page_numbers": "foot"});
    let serde_json::Value::Object(options) = options else { unreachable!() };
    let options = Options::new(options, Pointer::root());
    let request = Request::new(document, &options);
    backends::find("pdf").unwrap().render(&request).unwrap().bytes
}

/// Whether a text was extracted: as it is; or with its letters in another order, as Poppler
/// reads ligatures of Arabic; or with some of them twice, as it reads marks of Thai.
#[cfg(feature = "pdf")]
fn is_in(text: &str, wanted: &str) -> bool {
    let squeezed = extracted_words(wanted);
    let (count, sorted) = (squeezed.chars().count(), letters(wanted));
    let starts = || text.char_indices().map(|(at, _)| text[at..].chars());
    let has_all = |part: std::iter::Take<std::str::Chars<'_>>| {
        let mut part = part;
        squeezed.chars().all(|c| part.any(|other| other == c))
    };
    text.contains(&squeezed)
        || starts().any(|rest| letters(&rest.take(count).collect::<String>()) == sorted)
        || starts().any(|rest| has_all(rest.take(2 * count)))
}

/// Headings, months, "present" and the foot of the second page, and the language in the
/// file itself.
#[cfg(feature = "pdf")]
fn check_pdf(tag: &str) {
    let (words, document) = (Words::of(tag).unwrap(), document(tag));
    let bytes = pdf(&document);
    // traditional characters are, to the typesetter, those of Taiwan
    let lang = format!("/Lang({})", if tag == "zh-Hant" { "zh-TW" } else { tag });
    let is_there = bytes.windows(lang.len()).any(|part| part == lang.as_bytes());
    assert!(is_there, "{lang} in {tag}");
    let text = extracted(&bytes);
    let has = |wanted: &str| is_in(&text, wanted);
    for section in STANDARD_SECTIONS.iter().filter(|id| **id != "summary") {
        assert!(has(words.get(section)), "`{}` in {tag}: {text}", words.get(section));
    }
    assert!(has(words.get("present")), "`present` in {tag}: {text}");
    let figure = |n: usize| match &document.wording.figures {
        Some(figures) => figures.chars().nth(n).unwrap().to_string(),
        None => n.to_string(),
    };
    let foot = words.get("page").replace("{n}", &figure(2));
    let is_numbered = (2..10).any(|m| has(&foot.replace("{m}", &figure(m))));
    assert!(is_numbered, "`{foot}` in {tag}: {text}");
}

#[cfg(feature = "pdf")]
fn extracted_words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// Languages whose script the shipped fonts lack.
#[cfg(feature = "pdf")]
const BORROWED: [&str; 8] = ["ar", "fa", "hi", "ja", "ko", "th", "zh", "zh-Hant"];

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_speaks_every_language_of_the_shipped_fonts() {
    for tag in Words::languages().filter(|tag| !BORROWED.contains(tag)) {
        check_pdf(tag);
    }
}

#[cfg(feature = "pdf")]
#[test]
#[ignore = "takes fonts-noto-core and fonts-noto-cjk; `./scripts/test` runs it"]
fn a_pdf_speaks_every_other_language_with_fonts_of_the_system() {
    BORROWED.into_iter().for_each(check_pdf);
}
