//! Whatever text a profile holds: nothing fails, nothing runs, and every output gives the
//! same text back.

use crate::extract::fill::{self, Kind};
use crate::extract::render::{bytes, page};
use crate::extract::{Word, pdf, readme, same_characters, same_words, text};
use curricle::diagnostics::{Code, Diagnostic};
use curricle::document::{Composed, Document, View, compose};
use curricle::profile::Profile;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// What looks like markup, code or a command to somebody.
const POISON: &[&str] = &[
    "word",
    "two words",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "[x](https://example.org/y)",
    "![i](https://example.org/j)",
    "!",
    "<",
    ">",
    "<script>alert(1)</script>",
    "<b>",
    "</b>",
    "<!-- c -->",
    "<!-- curricle 0 -->",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?php",
    "&",
    "&amp;",
    "&#35;",
    "&#x1b;",
    "\\",
    "\\\\",
    "#",
    "# ",
    "## h",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "| ",
    "---",
    "===",
    "***",
    "```\n",
    "~~~\n",
    "    ",
    "\t",
    "[^1]",
    "[^1]: f",
    "[a]: b",
    "[ ] ",
    "[x] ",
    "[!NOTE]",
    ":rocket:",
    ":",
    "::",
    "%",
    "$x$",
    "$",
    "#read(\"/etc/passwd\")",
    "#teamflink",
    "#let x = 1",
    "#[x]",
    "#{",
    "C#",
    "F#",
    "a_b_c",
    "FOO_BAR",
    "{{ x }}",
    "{% raw %}",
    "${HOME}",
    "$(id)",
    "\\textbf{x}",
    "= h",
    "/ t: d",
    "@ada",
    "@label",
    "<label>",
    "//",
    "/*",
    "*/",
    "~5",
    "\"",
    "'",
    "--",
    "...",
    "- a: b",
    "&a *a",
    "!!str",
    "? k",
    "no",
    "null",
    "~",
    "0x1F",
    "1e5",
    "https://example.org/a_b(c)",
    "www.example.org",
    "ada@example.org",
    "PROJ-12",
    "🌱",
    "👩\u{200D}💻",
    "👍🏽",
    "é",
    "e\u{301}",
    "Ελλ",
    "Прив",
    "…",
    "–",
    "“",
    "→",
    "✓",
    "\u{A0}",
    "\u{202F}",
    "\u{2003}",
    "\u{200B}",
    "\u{AD}",
    "\u{FFFD}",
];

/// What acts without being seen: escapes, controls, marks that turn the direction of text.
const UNSEEN: &[&str] = &[
    "\u{1B}[31m",
    "\u{1B}]0;x\u{7}",
    "\u{9B}2J",
    "\0",
    "\u{8}",
    "\r",
    "\u{7F}",
    "\u{85}",
    "\u{202E}",
    "\u{202D}",
    "\u{2066}",
    "\u{2069}",
    "\u{2028}",
    "\u{2029}",
    "\u{FEFF}",
    "\u{FFFE}",
    "\u{FDD0}",
    "\u{10FFFF}",
];

/// What turns the direction of the text beside it, as writers of Arabic and Hebrew need it:
/// Poppler then reads a page in another order than it was written in.
const TURNING: &[&str] = &["\u{200E}", "\u{200F}", "\u{061C}"];

fn texts(one: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(one, 24)
}

fn pieces(of: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 0..7)
        .prop_map(|pieces| pieces.concat())
}

fn poison() -> impl Strategy<Value = String> {
    pieces([POISON, UNSEEN, TURNING].concat())
}

fn settings(cases: u32) -> ProptestConfig {
    let seed = RngSeed::Fixed(0x6375_7272);
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 10 * cases, // what is slow to try is slow to make smaller
        rng_seed: seed,
        ..ProptestConfig::default()
    }
}

/// A profile with the texts in every field that takes any, in turn.
fn profile(texts: &[String]) -> Profile {
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

/// Text of whatever characters the built-in fonts have.
fn legible() -> impl Strategy<Value = String> {
    let any = |first, last| prop::char::range(first, last);
    let character = prop_oneof![
        4 => any(' ', '~'),
        2 => any('\u{A1}', '\u{17F}'),
        1 => any('Α', 'Ρ'),
        1 => any('Σ', 'ώ'),
        2 => any('Ѐ', 'џ'),
        1 => prop::sample::select("–—‘’“”…€→✓🌱🤔👯📫😄⚡".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(character, 0..40).prop_map(|all| all.into_iter().collect())
}

/// The Document, of which only warnings may be said.
fn document(profile: &Profile) -> Result<Document, TestCaseError> {
    let Composed { document, problems, .. } = compose(profile, &View::default());
    let error = problems.iter().find(|problem| problem.is_error());
    prop_assert!(error.is_none(), "{error:?}");
    Ok(document)
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
    crate::extract::words(&text, &[])
}

fn told<T>(result: Result<T, String>, about: &str) -> Result<T, TestCaseError> {
    result.map_err(|difference| TestCaseError::fail(format!("{about}:\n{difference}")))
}

/// What layouts add between texts, and to the left of them.
const BETWEEN: &str = ",:()·";
const MARKS: &str = ",:()·•–|>=~-";

/// The README has the Document's text and nothing that GitHub would show in another way.
fn readme_holds(document: &Document) -> Result<Vec<Word>, TestCaseError> {
    let markdown = page("readme", document, json!({"emoji": "none"}));
    let found = told(readme::extract(&markdown), &markdown)?.words;
    told(same_characters(&words_of(document), &found, BETWEEN), &markdown)?;
    Ok(found)
}

/// The text has the same words, keeps to its width, and commands no terminal.
fn text_holds(document: &Document, expected: &[Word]) -> Result<(), TestCaseError> {
    let flat = page("text", document, json!({"flat": true, "links": "none"}));
    let found = told(text::flat_words(&flat), &flat)?;
    told(same_words(expected, &found), &flat)?;
    for width in [20, 80] {
        let page = page("text", document, json!({"width": width}));
        let notes = page.lines().filter(|line| !is_note(line));
        for line in notes {
            prop_assert!(line.width() <= width, "{width}: {line:?}");
            let control = line.chars().find(|c| c.is_control());
            prop_assert!(control.is_none(), "{control:?} in {line:?}");
        }
    }
    let wide = page("text", document, json!({"width": 1000, "links": "none"}));
    told(same_characters(expected, &crate::extract::words(&wide, &[]), MARKS), &wide)
}

fn is_note(line: &str) -> bool {
    line.starts_with('[')
        && (line.contains("] http")
            || line.contains("] mailto:")
            || line.contains("] tel:"))
}

proptest! {
    #![proptest_config(settings(192))]

    #[test]
    fn readme_and_text_give_poison_back(texts in texts(poison())) {
        let document = document(&profile(&texts))?;
        text_holds(&document, &readme_holds(&document)?)?;
    }

    #[test]
    fn readme_and_text_give_any_unicode_back(texts in texts(any::<String>())) {
        let document = document(&profile(&texts))?;
        text_holds(&document, &readme_holds(&document)?)?;
    }
}

/// Without characters that are not seen and that a font need not have.
fn seen(words: Vec<Word>) -> Vec<Word> {
    let ignorable =
        ['\u{200B}', '\u{AD}', '\u{200D}', '\u{FE0F}', '\u{200E}', '\u{200F}', '\u{61C}'];
    let bare = |word: &Word| word.text.replace(ignorable, "");
    let is_seen = |word: &Word| {
        let bare = bare(word);
        // What cannot be seen may have a comma after it all the same.
        !bare.is_empty() && (bare != "," || bare == word.text)
    };
    let seen = words.into_iter().filter(is_seen);
    seen.map(|word| Word { text: bare(&word), ..word }).collect()
}

/// What Poppler finds on the pages of the Document.
fn pdf_words(document: &Document) -> Result<Vec<Word>, TestCaseError> {
    let made = bytes("pdf", document, json!({}));
    let made = made.map_err(|problems| TestCaseError::fail(format!("{problems:#?}")))?;
    // A page that is nobody's is headed by what stands first.
    let head = match document.author.as_str() {
        "" => document.sections.first().map_or("", |section| &section.id),
        author => author,
    };
    told(pdf::page_words(&made, head, pdf::MODES[0]), "PDF")
}

fn pdf_holds(document: &Document, expected: Vec<Word>) -> Result<(), TestCaseError> {
    told(same_words(&seen(expected), &seen(pdf_words(document)?)), "PDF")
}

/// As [`pdf_holds`] for words of any length, which the page may have to break.
fn pdf_spells(document: &Document, expected: Vec<Word>) -> Result<(), TestCaseError> {
    told(same_characters(&seen(expected), &seen(pdf_words(document)?), MARKS), "PDF")
}

proptest! {
    #![proptest_config(settings(12))]

    #[test]
    fn the_pdf_gives_poison_back(texts in texts(pieces([POISON, UNSEEN].concat()))) {
        let document = document(&profile(&texts))?;
        pdf_holds(&document, readme_holds(&document)?)?;
    }

    #[test]
    fn the_pdf_gives_any_letters_back(texts in texts(legible())) {
        let document = document(&profile(&texts))?;
        pdf_spells(&document, readme_holds(&document)?)?;
    }

    #[test]
    fn the_pdf_has_any_unicode_or_names_the_missing_glyphs(texts in texts(any::<String>())) {
        let document = document(&profile(&texts))?;
        if let Err(problems) = bytes("pdf", &document, json!({})) {
            let is_missing = |problem: &Diagnostic| problem.code == Code::MissingGlyph;
            prop_assert!(problems.iter().all(is_missing), "{problems:#?}");
        }
    }
}
