//! Whatever text a profile holds: nothing fails, nothing runs, and every output gives the
//! same text back.

use crate::extract::render::bytes;
use crate::extract::{Word, pdf, same_characters, same_words};
use crate::properties::{documents_agree, profile, readme_holds};
use curricle::diagnostics::{Code, Diagnostic};
use curricle::document::{Composed, Document, View, compose};
use curricle::profile::Profile;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::json;

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

fn told<T>(result: Result<T, String>) -> Result<T, TestCaseError> {
    result.map_err(TestCaseError::fail)
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

proptest! {
    #![proptest_config(settings(192))]

    #[test]
    fn readme_and_text_give_poison_back(texts in texts(poison())) {
        let document = document(&profile(&texts))?;
        told(documents_agree(&document))?;
    }

    #[test]
    fn readme_and_text_give_any_unicode_back(texts in texts(any::<String>())) {
        let document = document(&profile(&texts))?;
        told(documents_agree(&document))?;
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
    let made = told(made.map_err(|problems| format!("{problems:#?}")))?;
    // A page that is nobody's is headed by what stands first.
    let head = match document.author.as_str() {
        "" => document.sections.first().map_or("", |section| &section.id),
        author => author,
    };
    told(pdf::page_words(&made, head, pdf::MODES[0]))
}

fn pdf_holds(document: &Document, expected: Vec<Word>) -> Result<(), TestCaseError> {
    told(same_words(&seen(expected), &seen(pdf_words(document)?)))
}

/// What layouts add between texts, and to the left of them.
const MARKS: &str = ",:()·•–|>=~-";

/// As [`pdf_holds`] for words of any length, which the page may have to break.
pub(crate) fn pdf_spells(
    document: &Document,
    expected: Vec<Word>,
) -> Result<(), TestCaseError> {
    told(same_characters(&seen(expected), &seen(pdf_words(document)?), MARKS))
}

proptest! {
    #![proptest_config(settings(12))]

    #[test]
    fn the_pdf_gives_poison_back(texts in texts(pieces([POISON, UNSEEN].concat()))) {
        let document = document(&profile(&texts))?;
        pdf_holds(&document, told(readme_holds(&document))?)?;
    }

    #[test]
    fn the_pdf_gives_any_letters_back(texts in texts(legible())) {
        let document = document(&profile(&texts))?;
        pdf_spells(&document, told(readme_holds(&document))?)?;
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
