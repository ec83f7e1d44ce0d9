//! What holds of the outputs of any profile. Random tests and fuzzers try the same.

#![allow(unreachable_pub, dead_code, reason = "shared with the fuzz targets")]

use crate::extract::fill::{self, Kind};
#[cfg(feature = "pdf")]
use crate::extract::render::bytes;
use crate::extract::render::page;
use crate::extract::{Word, readme, same_characters, same_words, text, words};
use crate::html;
use curricle::backends::{self, Options, Request};
#[cfg(feature = "pdf")]
use curricle::diagnostics::Code;
use curricle::diagnostics::{Diagnostic, Pointer};
use curricle::document::{Composed, Document, View, compose};
use curricle::profile::{Output, Profile};
use curricle::readers;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// How many of a profile's outputs are made.
const MOST: usize = 4;

/// README, text and page say the same of whatever profile the bytes are, in every view that
/// it has, and every output is made or refused with a reason.
pub fn agree(bytes: &[u8]) -> Result<(), String> {
    let source = readers::read("profile.yaml", bytes);
    let Some(profile) = source.profile.as_ref().filter(|_| !source.has_errors()) else {
        return Ok(());
    };
    let outputs = || profile.outputs.values().take(MOST);
    let views = outputs().map(|output| View::from(&output.view));
    for view in std::iter::once(View::default()).chain(views) {
        let Composed { document, problems, .. } = compose(profile, &view);
        if !problems.iter().any(Diagnostic::is_error) {
            let (document, _) = document.without_raw();
            documents_agree(&document)?;
        }
    }
    outputs().try_for_each(|output| is_made(profile, output))
}

/// The same of a profile that has the texts, in turn, in every field that takes any.
pub fn agree_in_every_field(texts: &[String]) -> Result<(), String> {
    let Composed { document, .. } = compose(&profile(texts), &View::default());
    documents_agree(&document)
}

/// README, plain Markdown, text and page say the same.
pub fn documents_agree(document: &Document) -> Result<(), String> {
    let words = readme_holds(document)?;
    commonmark_holds(document, &words)?;
    text_holds(document, &words)?;
    page_holds(document, &words)
}

/// Every backend but the typesetter's makes an output or says why not.
fn is_made(profile: &Profile, output: &Output) -> Result<(), String> {
    let view = View::from(&output.view);
    let document = compose(profile, &view).document;
    let slow = ["pdf", "png", "svg", "typst"];
    for backend in backends::registry().iter().filter(|one| !slow.contains(&one.id())) {
        let id = backend.id();
        let origin = Pointer::root().key("outputs").key(id);
        let options = Options::new(output.options.clone(), origin);
        match backend.render(&Request::new(&document, &options).of(profile, &view)) {
            Ok(made) if id == "text" => is_harmless(&made.bytes)?,
            Ok(made) if id == "html" => {
                html::words(&String::from_utf8_lossy(&made.bytes))?;
            }
            Ok(_) => {}
            Err(error) if error.0.is_empty() => return Err(format!("{id}: no reason")),
            Err(_) => {}
        }
    }
    Ok(())
}

/// A profile becomes a PDF, or it is said which glyphs no font has, or that it is too long.
#[cfg(feature = "pdf")]
pub fn is_typeset(input: &[u8]) -> Result<(), String> {
    let source = readers::read("profile.yaml", input);
    let Some(profile) = source.profile.as_ref().filter(|_| !source.has_errors()) else {
        return Ok(());
    };
    let output = profile.outputs.values().next().cloned().unwrap_or_default();
    let Composed { document, problems, .. } = compose(profile, &View::from(&output.view));
    if problems.iter().any(Diagnostic::is_error) {
        return Ok(());
    }
    for values in [json!({}), Value::Object(output.options)] {
        match bytes("pdf", &document, values) {
            Ok(made) if made.starts_with(b"%PDF-") && made.ends_with(b"%%EOF") => {}
            Ok(_) => return Err("a PDF without its first or last line".to_owned()),
            Err(problems) => told(&problems)?,
        }
    }
    Ok(())
}

#[cfg(feature = "pdf")]
fn told(problems: &[Diagnostic]) -> Result<(), String> {
    let is_unforeseen = |one: &&Diagnostic| one.code == Code::Typesetting;
    match problems.iter().find(is_unforeseen) {
        Some(problem) => Err(format!("{problem:#?}")),
        None if problems.is_empty() => Err("no PDF, and no reason".to_owned()),
        None => Ok(()),
    }
}

/// A profile with the texts in every field that takes any, in turn.
pub fn profile(texts: &[String]) -> Profile {
    let mut texts = texts.iter().cycle();
    fill::profile(&mut |at, kind| match kind {
        Kind::Name | Kind::Line | Kind::Prose => texts.next().cloned(),
        Kind::Url => Some("https://example.org/a_(b)?x=1&y=%20#z".to_owned()),
        Kind::Email => Some("a_da@example.org".to_owned()),
        Kind::Date => Some("2024-10".to_owned()),
        Kind::String => match at {
            "/basics/phone" | "/publications/0/doi" => texts.next().cloned(),
            "/autolinks/0/prefix" => Some("PROJ-".to_owned()),
            "/autolinks/0/url" => Some("https://example.org/<num>".to_owned()),
            _ => None,
        },
    })
}

/// Every text of the Document in reading order, from its JSON.
fn texts_of(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("text" | "label" | "dates" | "glyph", Value::String(text)) => {
                        out.push_str(text);
                    }
                    ("emoji", _) => {} // of a heading
                    ("items", Value::Array(items)) => list(map, items, out),
                    _ => texts_of(value, out),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| texts_of(value, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn list(map: &serde_json::Map<String, Value>, items: &[Value], out: &mut String) {
    let start = map.get("start").and_then(Value::as_u64);
    for (index, item) in (0..).zip(items) {
        if let Some(start) = start {
            out.push_str(&format!("{}. ", start + index));
        }
        texts_of(item, out);
    }
}

fn words_of(document: &Document) -> Vec<Word> {
    let mut text = String::new();
    texts_of(&serde_json::to_value(document).unwrap_or_default(), &mut text);
    words(&text, &[])
}

/// What layouts add between texts, and to the left of them.
const BETWEEN: &str = ",:()·，、：（）،؛";
const MARKS: &str = ",:()·，、：（）،؛•–|>=~-";

/// The README has the Document's text and nothing that GitHub would show in another way.
pub(crate) fn readme_holds(document: &Document) -> Result<Vec<Word>, String> {
    let markdown = page("readme", document, json!({"emoji": "none"}));
    let found = about(readme::extract(&markdown), &markdown)?.words;
    about(same_characters(&words_of(document), &found, BETWEEN), &markdown)?;
    Ok(found)
}

/// Plain Markdown has the same words, as CommonMark reads it.
fn commonmark_holds(document: &Document, expected: &[Word]) -> Result<(), String> {
    let markdown = page("markdown", document, json!({"emoji": "none"}));
    let found = readme::extract_commonmark(&markdown)?.words;
    same_words(expected, &found).map_err(|difference| format!("{difference}{markdown}"))
}

/// The text has the same words, keeps to its width, and commands no terminal.
fn text_holds(document: &Document, expected: &[Word]) -> Result<(), String> {
    let flat = page("text", document, json!({"flat": true, "links": "none"}));
    let found = about(text::flat_words(&flat), &flat)?;
    // Where words have no spaces, the sign between two texts makes them one word.
    let same = match document.wording.comma.ends_with(' ') {
        true => same_words(expected, &found),
        false => same_characters(expected, &found, BETWEEN),
    };
    about(same, &flat)?;
    for width in [20, 80] {
        let page = page("text", document, json!({"width": width}));
        let notes = page.lines().filter(|line| !is_note(line));
        for line in notes {
            if line.width() > width {
                return Err(format!("{line:?} is wider than {width}"));
            }
        }
        is_harmless(page.as_bytes())?;
    }
    let wide = page("text", document, json!({"width": 1000, "links": "none"}));
    about(same_characters(expected, &words(&wide, &[]), MARKS), &wide)
}

/// The number of a link and its address, which is not broken over lines.
fn is_note(line: &str) -> bool {
    let note = line.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    note.is_some_and(|(number, address)| {
        number.chars().all(|c| c.is_ascii_digit())
            && !address.contains(char::is_whitespace)
    })
}

/// No character that acts on a terminal.
fn is_harmless(text: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(text).map_err(|error| error.to_string())?;
    match text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t') {
        Some(control) => Err(format!("{control:?} in {text:?}")),
        None => Ok(()),
    }
}

/// The page has the same words, and nothing that acts.
fn page_holds(document: &Document, expected: &[Word]) -> Result<(), String> {
    let page = page("html", document, json!({"emoji": "none"}));
    let found = about(html::words(&page), &page)?;
    about(same_characters(expected, &words(&found, &[]), BETWEEN), &page)
}

fn about<T>(result: Result<T, String>, page: &str) -> Result<T, String> {
    result.map_err(|difference| format!("{page}:\n{difference}"))
}
