//! The README, plain Markdown, the text and the PDF of a profile have the same words and the same links in
//! the same order, as whoever reads the files gets them out again.

use crate::extract::render::{bytes, document, page, profiles, read};
use crate::extract::{pdf, readme, same_characters, same_links, same_words, text};
use curricle::document::{Document, View};
use serde_json::json;

/// The widths that the text is laid out at.
const WIDTHS: [usize; 2] = [80, 1000];

pub(crate) fn agree(document: &Document) -> Result<(), String> {
    let markdown = page("readme", document, json!({"emoji": "none"}));
    let expected = readme::extract(&markdown)?;
    let at = |place: &str, result: Result<(), String>| {
        result.map_err(|difference| format!("README and {place}:\n{difference}"))
    };
    let plain = page("markdown", document, json!({"emoji": "none"}));
    let found = readme::extract_commonmark(&plain)?;
    at("CommonMark", same_words(&expected.words, &found.words))?;
    at("CommonMark", same_links(&expected.links, &found.links))?;
    for width in WIDTHS {
        let plain = page("text", document, json!({"width": width, "links": "none"}));
        let result = same_words(&expected.words, &text::plain_words(&plain));
        at(&format!("text of {width} columns"), result)?;
        let noted = page("text", document, json!({"width": width, "links": "notes"}));
        let noted = text::noted_words(&noted)?;
        let result = same_words(&readme::noted_words(&markdown)?, &noted);
        at(&format!("text of {width} columns with notes"), result)?;
    }
    let flat = page("text", document, json!({"flat": true, "links": "none"}));
    at("flat text", same_words(&expected.words, &text::flat_words(&flat)?))?;
    let made = bytes("pdf", document, json!({})).map_err(|e| format!("{e:#?}"))?;
    for mode in pdf::MODES {
        let found = pdf::extract(&made, &document.author, mode)?;
        let place = format!("PDF ({})", mode.concat());
        at(&place, same_words(&expected.words, &found.words))?;
        at(&place, same_links(&expected.links, &found.links))?;
    }
    let sense = pdf::page_words(&made, &document.author, pdf::SENSE)?;
    at("PDF (by sense)", same_characters(&expected.words, &sense, "•–·,-"))
}

fn assert_none(differences: &[String]) {
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn every_profile_says_the_same_everywhere() {
    let mut differences = Vec::new();
    for (name, path) in profiles() {
        let shown = document(&read(&path), &View::default());
        differences.extend(agree(&shown).err().map(|found| format!("{name}: {found}")));
    }
    assert_none(&differences);
}

#[test]
fn every_view_of_an_output_shows_the_same_everywhere() {
    let mut differences = Vec::new();
    let mut views = 0;
    for (name, path) in profiles() {
        let profile = read(&path);
        for (output, settings) in &profile.outputs {
            let view = View::from(&settings.view);
            if view == View::default() {
                continue; // the other test's
            }
            views += 1;
            let result = agree(&document(&profile, &view));
            differences.extend(result.err().map(|d| format!("{name}, {output}: {d}")));
        }
    }
    assert!(views > 0, "no output has a view of its own");
    assert_none(&differences);
}

#[test]
fn a_difference_is_told_with_what_stands_around_it() {
    let expected =
        readme::extract("- one – two\n\n### Three, Four\n\nFive · 2024").unwrap();
    let page = |text| pdf_words(&expected, text);
    assert_eq!(page("• one – two\nThree, Four, Five · 2024"), Ok(()));
    assert_eq!(page("– one – two\nThree, Four Five 2024"), Ok(()));
    let lost = page("• one two\nThree, Four, Five · 2024").unwrap_err();
    assert!(lost.contains("one ⟪–⟫ two Three,"), "{lost}");
    assert!(page("• two – one\nThree, Four, Five · 2024").is_err());
    assert!(page("• one – two\nThree Four, Five · 2024").is_err());
    assert!(page("• one – two\nThree, Four, Five · 2024 more").is_err());
    assert!(page("• one – two\nThree, Four, Five").is_err());
}

fn pdf_words(expected: &crate::extract::Extract, text: &str) -> Result<(), String> {
    same_words(&expected.words, &crate::extract::words(text, &["•", "–"]))
}

#[test]
fn a_link_is_missed_where_it_lacks_and_where_it_stands_elsewhere() {
    let [a, b] = ["https://example.org/a", "https://example.org/b"].map(str::to_owned);
    let both = [a.clone(), b.clone()];
    assert_eq!(same_links(&both, &[a.clone(), a.clone(), b.clone()]), Ok(()));
    assert!(same_links(&both, std::slice::from_ref(&a)).is_err());
    assert!(same_links(&both, &[b, a.clone()]).is_err());
    assert!(same_links(&[a.clone(), a.clone()], &[a]).is_err());
    let markdown = "[one](https://example.org/a), two and <https://example.org/b>";
    let noted = readme::noted_words(markdown).unwrap();
    let text = |text: &str| same_words(&noted, &text::noted_words(text).unwrap());
    let notes = "\n\n\n[1] https://example.org/a\n";
    assert_eq!(text(&format!("one [1], two and https://example.org/b{notes}")), Ok(()));
    assert!(text(&format!("one, two [1] and https://example.org/b{notes}")).is_err());
    assert!(text("one, two and https://example.org/b").is_err());
    assert!(
        text::noted_words(&format!("one [1]{notes}[2] https://example.org/a")).is_err()
    );
}
