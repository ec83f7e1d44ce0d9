//! What a reader of an output gets out of it: its words and its links, in order.
//!
//! Layouts have marks of their own: bullets, bars before a note, points between contacts.
//! They are kept and known as marks, so that a dash which is a word is never mistaken for
//! a bullet. The README is the reference: a parser says what in it is a word.

pub(crate) mod fill;
pub(crate) mod pdf;
pub(crate) mod readme;
pub(crate) mod render;
pub(crate) mod text;

use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// A word, as far as white space is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its characters.
    pub(crate) text: String,
    /// Whether it may be a mark of the layout.
    pub(crate) is_mark: bool,
    /// Whether another layout may have a comma after it, because there the line goes on.
    pub(crate) before_comma: bool,
}

/// What an output holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Extract {
    /// The words in order.
    pub(crate) words: Vec<Word>,
    /// The addresses of the links in order, each as often as there are links to it.
    pub(crate) links: Vec<String>,
}

/// The words of a text of several lines, where each line may begin with some of `marks`.
pub(crate) fn words(text: &str, marks: &[&str]) -> Vec<Word> {
    let mut words = Vec::new();
    for line in text.lines() {
        let mut at_start = true;
        for word in line.split_whitespace() {
            at_start = at_start && marks.contains(&word);
            words.push(Word {
                text: word.to_owned(),
                is_mark: at_start || word == "·",
                before_comma: false,
            });
        }
    }
    words
}

/// Whether both hold the same words in the same order, marks aside; else the first
/// difference with what stands around it.
pub(crate) fn same_words(expected: &[Word], found: &[Word]) -> Result<(), String> {
    let (mut left, mut right) = (0, 0);
    loop {
        match (expected.get(left), found.get(right)) {
            (None, None) => return Ok(()),
            (Some(a), Some(b)) if is_same(a, b) => (left, right) = (left + 1, right + 1),
            (_, Some(b)) if b.is_mark => right += 1,
            (Some(a), _) if a.is_mark => left += 1,
            (_, Some(b)) if is_comma_of(expected, left, b) => right += 1,
            _ => return Err(difference(expected, left, found, right)),
        }
    }
}

fn is_same(expected: &Word, found: &Word) -> bool {
    let same = |a: &str, b: &str| a == b || a.nfc().eq(b.nfc());
    let with_comma = || found.text.strip_suffix(',').filter(|_| expected.before_comma);
    same(&expected.text, &found.text)
        || with_comma().is_some_and(|found| same(&expected.text, found))
}

/// Whether a word is the comma behind the one before `at`, which code of a space parts from it.
fn is_comma_of(expected: &[Word], at: usize, found: &Word) -> bool {
    let before = at.checked_sub(1).and_then(|before| expected.get(before));
    found.text == "," && before.is_some_and(|before| before.before_comma)
}

fn difference(expected: &[Word], left: usize, found: &[Word], right: usize) -> String {
    let mut message = String::new();
    for (name, words, at) in [("expected", expected, left), ("found", found, right)] {
        let text = |words: &[Word]| {
            words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let before = text(&words[at.saturating_sub(8)..at]);
        let here = words.get(at).map_or("(the end)", |word| &word.text);
        let after = text(&words[(at + 1).min(words.len())..(at + 9).min(words.len())]);
        let _ = writeln!(message, "{name:>9}: … {before} ⟪{here}⟫ {after} …");
    }
    message
}

/// Whether both hold the same characters in the same order, apart from white space and what
/// is in `aside`; else the first difference with what stands around it.
pub(crate) fn same_characters(
    expected: &[Word],
    found: &[Word],
    aside: &str,
) -> Result<(), String> {
    let characters = |words: &[Word]| {
        let all = words.iter().flat_map(|word| word.text.chars());
        all.filter(|c| !aside.contains(*c)).nfc().collect::<Vec<_>>()
    };
    let (expected, found) = (characters(expected), characters(found));
    let pairs = expected.iter().zip(&found);
    let same = pairs.take_while(|(a, b)| a == b).count();
    if same == expected.len().max(found.len()) {
        return Ok(());
    }
    let around = |all: &[char]| {
        let range = same.saturating_sub(40)..(same + 40).min(all.len());
        all[range].iter().collect::<String>()
    };
    let (expected, found) = (around(&expected), around(&found));
    Err(format!(" expected: … {expected} …\n    found: … {found} …\n"))
}

/// Whether both hold the same links in the same order. A link that goes on in the next line
/// of a page is found once a line.
pub(crate) fn same_links(expected: &[String], found: &[String]) -> Result<(), String> {
    let expected: Vec<_> = expected.chunk_by(|a, b| a == b).collect();
    let found: Vec<_> = found.chunk_by(|a, b| a == b).collect();
    for index in 0..expected.len().max(found.len()) {
        let at = |runs: &[&[String]]| {
            runs.get(index)
                .map_or(("(none)".to_owned(), 0), |run| (run[0].clone(), run.len()))
        };
        let ((a, least), (b, count)) = (at(&expected), at(&found));
        if a != b || count < least {
            return Err(format!(
                "link {index}: expected {least} × {a}, found {count} × {b}\n"
            ));
        }
    }
    Ok(())
}
