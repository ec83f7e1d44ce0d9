//! The package: a ZIP archive of XML parts, the same bytes every time.

use super::Paper;
use super::paragraphs::{Paragraph, Paragraphs};
use super::runs::Runs;
use crate::document::{Direction, Document};
use crate::richtext::inline_text;
use askama::Template;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part that is the same in every package.
macro_rules! part {
    ($file:literal) => {
        include_str!(concat!("../../../templates/docx/", $file))
    };
}

#[derive(Template)]
#[template(path = "docx/document.xml")]
struct Body<'a> {
    paragraphs: &'a [Paragraph],
    width: u32,
    height: u32,
}

#[derive(Template)]
#[template(path = "docx/styles.xml")]
struct Styles<'a> {
    lang: &'a str,
    is_rtl: bool,
}

#[derive(Template)]
#[template(path = "docx/numbering.xml")]
struct Numbering<'a> {
    page: &'a Paragraphs<'a>,
    levels: [Level; 6],
}

/// A level of lists.
struct Level {
    number: usize,
    bullet: char,
    indent: usize,
}

#[derive(Template)]
#[template(path = "docx/relations.xml")]
struct Relations<'a> {
    addresses: &'a [String],
}

#[derive(Template)]
#[template(path = "docx/core.xml")]
struct Core<'a> {
    title: String,
    document: &'a Document,
}

/// The package of a Document.
///
/// # Errors
/// What the template or the archive refuses.
pub(super) fn of(
    document: &Document,
    page: &Paragraphs<'_>,
    paper: Paper,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (width, height) = twips(paper);
    let is_rtl = match document.dir {
        Direction::Ltr => false,
        Direction::Rtl => true,
    };
    let body = Body { paragraphs: &page.all, width, height }.render()?;
    let styles = Styles { lang: &document.lang, is_rtl }.render()?;
    let numbering = Numbering { page, levels: levels() }.render()?;
    let relations = Relations { addresses: page.addresses() }.render()?;
    let core = Core { title: title(document), document }.render()?;
    archived(&[
        ("[Content_Types].xml", part!("types.xml")),
        ("_rels/.rels", part!("package.xml")),
        ("docProps/core.xml", &core),
        ("word/document.xml", &body),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
        ("word/settings.xml", part!("settings.xml")),
        ("word/_rels/document.xml.rels", &relations),
    ])
}

/// The first date that an archive can hold stands for none.
fn archived(parts: &[(&str, &str)]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Width and height in twentieths of a point.
fn twips(paper: Paper) -> (u32, u32) {
    match paper {
        Paper::A4 => (11_906, 16_838),
        Paper::UsLetter => (12_240, 15_840),
    }
}

fn levels() -> [Level; 6] {
    [0, 1, 2, 3, 4, 5].map(|number| Level {
        number,
        bullet: if number % 2 == 0 { '•' } else { '–' },
        indent: 360 * (number + 1),
    })
}

/// `Ada Example, Stream-processing engineer`
fn title(document: &Document) -> String {
    let label = document.header.as_ref().map(|header| inline_text(&header.label));
    match label.filter(|label| !label.is_empty()) {
        Some(label) => format!("{}, {label}", document.author),
        None => document.author.clone(),
    }
}
