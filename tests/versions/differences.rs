//! What one version has and another has not, in words.

use super::facts::{FULL, document, profile};
use super::never_adds::filters;
use curricle::compare::{differences, in_words};
use curricle::document::{Asked, View, compose};
use proptest::prelude::*;

const ADA: &str = "
basics: {name: Ada Example, label: Engineer, email: ada@example.org}
work:
  - {name: Streams, position: Lead, startDate: 2020, highlights: [Kept the lights on., b]}
  - {name: Rails, position: Engineer, startDate: 2014, endDate: 2018, summary: Clocks.}
skills: [{name: Rust, keywords: [tokio]}]
outputs: {text: {without: [skills]}}
";

fn diff(other: &str) -> String {
    let first = document(&profile(ADA), None);
    in_words(&differences(&first, &document(&profile(other), None)), "A", "B")
}

#[test]
fn each_difference_is_a_sentence_under_its_place() {
    let other = ADA
        .replace("email: ada@example.org", "phone: '+49 1'")
        .replace("label: Engineer", "label: Chief")
        .replace("Kept the lights on.", "Kept all the lights on.")
        .replace(", b]", "]")
        .replace("endDate: 2018", "endDate: 2019")
        .replace("tokio", "serde");
    let expected = "\
On the page
  A has the label “Engineer”, B “Chief”
  only A has the mail address “ada@example.org”
  only B has the phone number “+49 1”
Experience › Lead, Streams
  A has the highlight “Kept the lights on.”, B “Kept all the lights on.”
  only A has the highlight “b”
Experience › Engineer, Rails
  A has the dates “2014 – 2018”, B “2014 – 2019”
Skills › Rust
  only A has the keyword “tokio”
  only B has the keyword “serde”
";
    assert_eq!(diff(&other), expected);
}

#[test]
fn a_whole_section_or_entry_is_one_sentence_and_so_is_an_order() {
    let (head, _) = ADA.split_once("skills:").unwrap();
    let only_skills =
        format!("{head}order: [skills]\nlanguages: [{{language: German}}]\n");
    let only_skills = only_skills.replace("order: [skills]\n", "");
    let expected = "\
On the page
  only A has the section “Skills” and 3 lines in it
  only B has the section “Languages” and 2 lines in it
";
    assert_eq!(diff(&only_skills), expected);
    assert_eq!(
        diff(&format!("{ADA}order: [skills]\n")),
        "On the page\n  B has the sections in another order: “Skills”, “Experience”\n"
    );
    assert_eq!(diff(ADA), "");
}

#[test]
fn an_output_is_compared_by_what_it_shows() {
    let profile = profile(ADA);
    let found = differences(&document(&profile, None), &document(&profile, Some("text")));
    assert_eq!(
        in_words(&found, "all", "text"),
        "On the page\n  only all has the section “Skills” and 3 lines in it\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    /// Two Documents without a difference hold the same words, and only those.
    #[test]
    fn what_is_cut_is_a_difference(filters in filters()) {
        let profile = profile(FULL);
        let whole = compose(&profile, &View::default()).document;
        let asked = Asked { filters, ..Asked::default() };
        let part = compose(&profile, &View { asked, ..View::default() }).document;
        let is_same = super::facts::texts(&whole) == super::facts::texts(&part);
        prop_assert_eq!(differences(&whole, &part).is_empty(), is_same);
        prop_assert!(differences(&part, &part).is_empty());
    }
}
