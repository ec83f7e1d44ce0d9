//! Whatever stands in a profile: no stage panics, and every problem is written as the house
//! writes them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use curricle::backends::{self, Options, Request};
use curricle::diagnostics::{Diagnostic, SourceMap, machine, render};
use curricle::document::{View, compose};
use curricle::readers;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::fs;
use std::path::Path;

/// The profiles that are mutated: the committed one, the starter, and every case that is
/// text.
fn seeds() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = fs::read_dir(root.join("tests/errors")).unwrap();
    let mut paths: Vec<_> = cases.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension().is_some_and(|end| end == "yaml" || end == "json")
    });
    paths.push(root.join("profile.yaml"));
    paths.push(root.join("templates/profile.yaml"));
    paths.sort();
    let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.filter(|text| text.len() < 20_000).collect()
}

/// Pieces that mean something to YAML, to Markdown, or to a terminal.
const PIECES: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\t",
    "\r\n",
    "\r",
    "\"",
    "'",
    "`",
    "*",
    "**",
    "&a ",
    "*a",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    " #",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "!!str ",
    "? ",
    "@",
    "\\",
    "\\x",
    "\0",
    "\u{1b}[31m",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "😄",
    "é",
    "null",
    "~",
    "true",
    "2020-13",
    "javascript:x",
    "[x](javascript:y)",
    "![i](z)",
    "<num>",
    "en: ",
    "text: ",
    "items: ",
    "sections: ",
    "outputs: ",
    "name: ",
    "1e400",
    "-0",
    "0x",
    "FLIP-334",
];

#[derive(Debug, Clone)]
enum Change {
    Insert(prop::sample::Index, String),
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    CutAfter(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        6 => (any::<prop::sample::Index>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        3 => (any::<prop::sample::Index>(), 1..12_usize).prop_map(|(at, n)| Change::Remove(at, n)),
        2 => (any::<prop::sample::Index>(), 1..80_usize).prop_map(|(at, n)| Change::Repeat(at, n)),
        1 => any::<prop::sample::Index>().prop_map(Change::CutAfter),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let index = |at: &prop::sample::Index| at.index(text.chars().count() + 1);
    match change {
        Change::Insert(at, piece) => {
            let at = index(at);
            chars.splice(at..at, piece.chars());
        }
        Change::Remove(at, length) => {
            let at = index(at);
            chars.drain(at..chars.len().min(at + length));
        }
        Change::Repeat(at, length) => {
            let at = index(at);
            let part = chars[at..chars.len().min(at + length)].to_vec();
            chars.splice(at..at, part);
        }
        Change::CutAfter(at) => chars.truncate(index(at)),
    }
    chars.into_iter().collect()
}

/// A message is lower case without a full stop, and a drawing is nothing to a terminal.
fn assert_well_written(problems: &[Diagnostic], map: &SourceMap) {
    for problem in problems {
        let message = &problem.message;
        assert!(!message.is_empty() && !message.ends_with(['.', '\n']), "{message:?}");
        let first = message.chars().next().unwrap();
        let is_user_s = first == '`';
        let acronym = message.starts_with("UTF") || message.starts_with("NUL");
        assert!(is_user_s || acronym || !first.is_uppercase(), "{message:?}");
        assert!(
            problem.helps.iter().all(|help| !help.is_empty() && !help.ends_with('.'))
        );
    }
    let drawn = render::render(problems, map);
    let acts = |c: char| c.is_control() && c != '\n' && c != '\u{1b}';
    assert!(!drawn.contains(acts), "{drawn:?}");
    for line in machine::render(problems, map).lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["severity"].is_string() && line["code"].is_string(), "{line}");
    }
}

fn whole_way(bytes: &[u8]) {
    let source = readers::read("profile.yaml", bytes);
    assert_well_written(&source.problems, &source.map);
    assert!(source.profile.is_some() || source.has_errors(), "nothing was said");
    let Some(profile) = source.profile else { return };
    let composed = compose(&profile, &View::default());
    assert_well_written(&composed.problems, &source.map);
    for id in ["readme", "text"] {
        let backend = backends::find(id).unwrap();
        let options = Options::default();
        match backend.render(&Request::new(&composed.document, &options)) {
            Ok(rendered) => assert_well_written(&rendered.warnings, &source.map),
            Err(error) => assert_well_written(&error.0, &source.map),
        }
    }
}

#[test]
fn the_seeds_themselves_get_through() {
    let seeds = seeds();
    assert!(seeds.len() > 50, "{} profiles", seeds.len());
    seeds.iter().for_each(|seed| whole_way(seed.as_bytes()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(0x_c0ffee), ..ProptestConfig::default() })]

    #[test]
    fn changed_profiles_never_panic(
        seed in prop::sample::select(seeds()),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let text = changes.iter().fold(seed, |text, change| changed(&text, change));
        whole_way(text.as_bytes());
    }

    #[test]
    fn bytes_that_are_no_text_never_panic(
        seed in prop::sample::select(seeds()),
        noise in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = seed.into_bytes();
        for (at, byte) in noise {
            let at = at.index(bytes.len() + 1);
            bytes.insert(at, byte);
        }
        whole_way(&bytes);
    }
}
