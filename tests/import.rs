//! A README that is there already into a profile.
//!
//! `UPDATE_PAGES=1 cargo test --test import` writes the profile anew.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

#[path = "properties/page.rs"]
mod properties;

use curricle::import::best;
use curricle::readers::readme::repair;
use curricle::richtext::page_tree;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readme").join(name)
}

fn import(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curricle"))
        .arg("import")
        .args(args)
        .current_dir(here(""))
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// UTF-8 read as Windows-1252: the five bytes without a character stay control characters.
fn encoded_twice(text: &str) -> String {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let shown = |byte: u8| match byte {
        0x80..=0x9F => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap(),
        byte => char::from(byte),
    };
    text.bytes().map(shown).collect()
}

#[test]
fn a_page_becomes_a_profile_that_a_person_would_write() {
    let made = import(&["ada.md", "-o", "-"]);
    if std::env::var_os("UPDATE_PAGES").is_some() {
        fs::write(here("ada.yaml"), &made.stdout).unwrap();
    }
    assert_eq!(text(&made.stdout), fs::read_to_string(here("ada.yaml")).unwrap());
    let said = text(&made.stderr);
    assert!(said.contains("it makes the same page again"), "{said}");
    assert!(said.contains("kept as raw Markdown: lines 1–3"), "{said}");
}

#[test]
fn a_page_that_was_encoded_twice_becomes_the_same_profile() {
    let folder = tempfile::tempdir().unwrap();
    let page = fs::read_to_string(here("ada.md")).unwrap();
    let damaged = folder.path().join("damaged.md");
    fs::write(&damaged, encoded_twice(&page)).unwrap();
    let damaged = damaged.to_str().unwrap();
    let left = import(&[damaged, "-o", "-"]);
    assert!(text(&left.stdout).contains("ðŸ‘‹"), "nothing changes unasked");
    assert!(text(&left.stderr).contains("as if text had been encoded twice"));
    let repaired = import(&[damaged, "-o", "-", "--repair"]);
    let said = text(&repaired.stderr);
    assert!(said.contains("damaged.md:5:23: `ðŸ‘‹` is `👋`"), "{said}");
    assert_eq!(text(&repaired.stdout), fs::read_to_string(here("ada.yaml")).unwrap());
}

#[test]
fn what_is_lost_and_what_is_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.md");
    fs::write(&page, "# Ada Example\n\nA lost \u{FFFD} one\n\n- a\n\n- b\n").unwrap();
    let (page, out) = (page.to_str().unwrap(), folder.path().join("p.yaml"));
    let out = out.to_str().unwrap();
    let said = text(&import(&[page, "-o", out]).stderr);
    assert!(said.contains("U+FFFD stands in its place"), "{said}");
    assert!(said.contains("page.md:3:8"), "{said}");
    assert!(said.contains("it makes the same page again"), "{said}");
    let again = import(&[page, "-o", out]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("is there already"));
    assert!(import(&[page, "-o", out, "--force"]).status.success());
}

/// A page and what is made of its profile, as GitHub reads them.
fn comes_back(page: &str) -> String {
    let made = best(page).unwrap();
    let trees = |text: &str| -> Vec<String> {
        page_tree(text).into_iter().map(|block| block.tree).collect()
    };
    assert_eq!(trees(page), trees(&made.page), "{}", made.yaml);
    assert!(made.different.is_empty());
    made.yaml
}

#[test]
fn emoji_and_lists_are_kept_as_they_were_written() {
    let yaml = comes_back("## Hi :wave:\n\n- 🌱 a :seedling:\n\n- b\n\n[up](#hi-wave)\n");
    assert!(
        yaml.contains("emoji: \":wave:\"") && yaml.contains("emoji_style: as-written")
    );
    assert!(yaml.contains("- 🌱 a :seedling:\n\n      - b\n"), "{yaml}");
    let plain = comes_back("## Hi 👋\n\n1. a\n   - b\n2. ```\n   c\n   ```\n");
    assert!(!plain.contains("raw") && !plain.contains("emoji_style"), "{plain}");
    comes_back("- a\n- \n- b\n");
    comes_back("    code first\n\ntext\n");
    comes_back("# Windows\r\n\r\n- a  \r\n  b\r\n\r\n> c\r\n");
}

#[test]
fn addresses_that_follow_a_pattern_are_written_once() {
    let link = |number: u32| format!("[RFC {number}](https://example.org/rfc{number})");
    let yaml = comes_back(&format!("- {}\n- {}\n", link(1), link(2)));
    assert!(yaml.contains("- prefix: \"RFC \"\n    url: https://example.org/rfc<num>"));
    assert!(yaml.contains("- RFC 1\n") && !yaml.contains("example.org/rfc1"), "{yaml}");
    let mixed = format!("- {}\n- {}\n- RFC 3 is not ours\n", link(1), link(2));
    assert!(!comes_back(&mixed).contains("autolinks"), "no escape keeps RFC 3 as it is");
}

/// Pieces of pages.
const PIECES: &[&str] = &[
    "# One 👋\n",
    "## Two\n",
    "#### Four :rocket:\n",
    "- a\n",
    "  - b\n",
    "* c\n",
    "1. d\n",
    "> e\n",
    "\n",
    "\n\n",
    "word ",
    "**bold** ",
    "`code` ",
    "[PROJ-1](https://x.org/PROJ-1) ",
    "[PROJ-2](https://x.org/PROJ-2) ",
    "PROJ-3 ",
    "[RFC-1](https://w.org/aa) ",
    "[RFC-2](https://w.org/bb) ",
    "![i](i.svg) ",
    "<b>html</b> ",
    "<div>\n",
    "</div>\n",
    "<!-- note -->\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "- [ ] task\n",
    "[^1] ",
    "[^1]: foot\n",
    "[ref]: https://r.org\n",
    "[ref] ",
    "> [!NOTE]\n> alert\n",
    "```\n",
    "    indented\n",
    "---\n",
    "===\n",
    "\\",
    "*",
    "_",
    "é龍",
    "\u{FFFD}",
    "\t",
    "  \n",
    ": ",
    "\"",
    "# ",
    "https://x.org/a_b ",
    "a@b.org ",
    "[a](#one-) ",
    "&amp; ",
    "'",
    "- ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_comes_back_or_is_told(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
    ) {
        let page = pieces.concat();
        let made = best(&page).unwrap();
        if made.different.is_empty() {
            let trees = |text: &str| -> Vec<String> {
                page_tree(text).into_iter().map(|block| block.tree).collect()
            };
            prop_assert_eq!(trees(&page), trees(&made.page), "{:?}\n{}", page, made.yaml);
        }
    }

    #[test]
    fn no_word_is_dropped_in_silence(page in "[a-z#*>\\[\\]()`| \\n-]{0,80}") {
        let made = best(&page).unwrap();
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
        prop_assert!(
            !made.different.is_empty() || letters(&made.page) >= letters(&page),
            "{:?} became {:?}", page, made.page
        );
    }

    #[test]
    fn what_was_encoded_twice_comes_back(text in "\\PC{0,40}") {
        // Text that looks damaged as it is can't be told from damage.
        prop_assume!(repair(&text).repairs.is_empty());
        prop_assert_eq!(repair(&encoded_twice(&text)).text, text);
    }
}

/// Each was found by a fuzzer, and cut to what it takes.
#[test]
fn what_was_found_once_is_imported() {
    for page in [
        "\u{a0}",
        "\u{a0}\n\n# \u{a0}\n\n- \u{a0}\n",
        "> \u{2003}",
        "[a]:<!-- x -->  ",
        "# [](https)[](https)\u{17}",
    ] {
        assert_eq!(properties::is_imported(page), Ok(()), "{page:?}");
    }
    for page in [
        "[PRO<!-- x:START -->c<!-- x:END ---->l<!-- x:END --> x -- -->\n",
        ">  old\r\n>             <!-- x:START -->      <!-- x:END -->\r\n",
        "> old\n    <!-- x:START --> a\n        <!-- x:END -->\n",
        "1. old\n\n   <td>\n       <!-- x:START -->\n       <!-- x:END -->\n   </td>\n",
    ] {
        assert_eq!(properties::is_spliced(page), Ok(()), "{page:?}");
    }
}
