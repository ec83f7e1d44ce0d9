//! The Word document of every case: its XML has the words and links of the Document in
//! their order, its outline is one, and LibreOffice makes a PDF with the same words of it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

mod reading;

use curricle::backends::{self, Options, Request};
use curricle::document::{Document, View, compose};
use curricle::readers;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

fn document(yaml: &[u8]) -> Document {
    let source = readers::read("profile.yaml", yaml);
    compose(&source.profile.unwrap(), &View::default()).document
}

/// The cases by their names.
fn cases() -> Vec<(String, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|case| case.unwrap().path())
        .filter(|case| case.join("profile.yaml").exists())
        .map(|case| {
            let name = case.file_name().unwrap().to_str().unwrap().to_owned();
            (name, document(&fs::read(case.join("profile.yaml")).unwrap()))
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(all.len() > 4);
    all
}

fn docx(document: &Document, options: &str) -> Vec<u8> {
    let options = serde_json::from_str(options).unwrap();
    let options = Options::new(options, curricle::diagnostics::Pointer::root());
    let request = Request::new(document, &options);
    backends::find("docx").unwrap().render(&request).unwrap().bytes
}

fn part(package: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The values of an attribute, in order.
fn attributes<'a>(xml: &'a str, before: &'a str) -> impl Iterator<Item = String> + 'a {
    xml.match_indices(before).map(move |(at, _)| {
        unescaped(xml[at + before.len()..].split('"').next().unwrap())
    })
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
    text.replace("&#39;", "'").replace("&#38;", "&")
}

/// The words of the body, a paragraph a line.
fn words(xml: &str) -> Vec<String> {
    let text = xml.replace("</w:p>", "\n").replace("<w:br/>", "\n");
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        in_tag = (in_tag || c == '<') && !plain.ends_with('\u{1}');
        match c {
            '>' if in_tag => in_tag = false,
            c if !in_tag => plain.push(c),
            _ => {}
        }
    }
    unescaped(&plain).split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_document_has_the_words_and_links_of_the_profile_in_order() {
    for (name, document) in cases() {
        let package = docx(&document, r#"{"emoji": "after"}"#);
        let xml = part(&package, "word/document.xml");
        let reading = reading::of(&document, reading::Emoji::After);
        let spread = |words: &[String]| words.concat().replace(['·', '\u{FFFD}'], "");
        assert_eq!(spread(&words(&xml)), spread(&reading.words), "{name}");
        let relations = part(&package, "word/_rels/document.xml.rels");
        let addresses: Vec<_> = attributes(&relations, "hyperlink\" Target=\"").collect();
        let links = attributes(&xml, "r:id=\"link");
        let links = links.map(|id| addresses[id.parse::<usize>().unwrap()].clone());
        assert_eq!(links.collect::<Vec<_>>(), reading.links, "{name}");
    }
}

#[test]
fn headings_are_an_outline_and_bytes_are_always_the_same() {
    for (name, document) in cases() {
        let package = docx(&document, "{}");
        assert_eq!(package, docx(&document, "{}"), "{name}");
        let xml = part(&package, "word/document.xml");
        let levels: Vec<u8> = attributes(&xml, "w:pStyle w:val=\"Heading")
            .map(|level| level.parse().unwrap())
            .collect();
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{name}: {levels:?}");
        let styles = part(&package, "word/styles.xml");
        for style in attributes(&xml, "w:pStyle w:val=\"") {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
    }
}

#[test]
fn text_is_never_xml_and_what_xml_can_not_hold_is_seen() {
    let yaml = "basics: {name: '</w:t><b>&amp;\"'}\nsections: [{title: a, text: \"x\\u0007y ]]> <!--\"}]";
    let document = document(yaml.as_bytes());
    let package = docx(&document, "{}");
    let xml = part(&package, "word/document.xml");
    assert!(xml.contains("&#60;/w:t&#62;&#60;b&#62;&#38;amp;&#34;"), "{xml}");
    assert!(!xml.contains(|c: char| c.is_control() && c != '\n'), "{xml}");
    assert!(part(&package, "docProps/core.xml").contains("&#60;/w:t&#62;"));
}

#[test]
fn lists_number_from_where_they_begin_and_text_runs_as_its_language_does() {
    let yaml = "basics: {name: A}\nsections: [{title: t, text: \"3. a\\n4. b\\n\\ntext\\n\\n1. c\"}]";
    let package = docx(&document(yaml.as_bytes()), r#"{"paper": "us-letter"}"#);
    let numbering = part(&package, "word/numbering.xml");
    let starts: Vec<_> = attributes(&numbering, "w:startOverride w:val=\"").collect();
    assert_eq!(starts, ["3", "1"]);
    let xml = part(&package, "word/document.xml");
    let lists: Vec<_> = attributes(&xml, "w:numId w:val=\"").collect();
    assert_eq!(lists, ["2", "2", "3"]);
    assert!(xml.contains("w:w=\"12240\""), "{xml}");
    let mut persian = document(yaml.as_bytes());
    persian.lang = "fa".to_owned();
    persian.dir = curricle::document::Direction::Rtl;
    let styles = part(&docx(&persian, "{}"), "word/styles.xml");
    assert!(styles.contains("<w:bidi/>") && styles.contains("w:bidi=\"fa\""), "{styles}");
}

/// What LibreOffice makes of all files at once: it takes seconds to start.
fn converted(folder: &Path, files: &[PathBuf]) {
    let home = format!("-env:UserInstallation=file://{}/office", folder.display());
    let output = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .expect("LibreOffice is needed: `apt-get install libreoffice-writer-nogui`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn text_of(pdf: &Path) -> String {
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-");
    let output = command.output().expect("`apt-get install poppler-utils`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Without white space, the marks of lists, which the words do not have, and signs: what is
/// set in another font Poppler takes for another line.
fn bare(words: impl Iterator<Item = String>) -> String {
    let is_number = |word: &String| {
        let digits = word.strip_suffix('.').unwrap_or_default();
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
    };
    let is_sign = |c: char| matches!(c, '\u{200D}' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..);
    let words = words.filter(|word| !is_number(word)).collect::<String>();
    words.replace(['•', '–', '·', '\u{FFFD}'], "").replace(is_sign, "")
}

#[test]
fn libreoffice_makes_a_pdf_with_the_same_words() {
    let folder = tempfile::tempdir().unwrap();
    let cases = cases();
    let path = |name: &str, end: &str| folder.path().join(format!("{name}.{end}"));
    let mut files = Vec::new();
    for (name, document) in &cases {
        fs::write(path(name, "docx"), docx(document, r#"{"emoji": "after"}"#)).unwrap();
        files.push(path(name, "docx"));
    }
    converted(folder.path(), &files);
    for (name, document) in &cases {
        let reading = reading::of(document, reading::Emoji::After);
        let found = text_of(&path(name, "pdf"));
        let found = bare(found.split_whitespace().map(str::to_owned));
        let expected = bare(reading.words.into_iter());
        let same =
            found.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| -> String {
            text.chars().skip(same.saturating_sub(30)).take(80).collect()
        };
        assert!(
            found == expected,
            "{name}: {:?} {:?}",
            around(&found),
            around(&expected)
        );
    }
}
