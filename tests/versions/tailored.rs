//! A tailored profile gives what the whole one gives with the same options.

use super::facts::{FULL, REAL, profile, shown, texts};
use super::never_adds::filters;
use curricle::document::{Asked, View, compose};
use curricle::profile::Filters;
use curricle::readers::{self, Source};
use curricle::tailor::{same, tailored, write};
use proptest::prelude::*;

/// Further audiences for the fictional profile, which ends with those that it has.
const AUDIENCES: &str = "  academic:
    sections: [publications, summary, contributions, work]
    headings: {work: {title: Posts, emoji: 🎓}, references: {hide: false}}
    summary: {en: For *scholars*., de: Für Gelehrte.}
    exclude: [private]
  brief:  # for those in a hurry
    order: [skills, work]
    max_highlights: 1
    collapse_before: 2019
";

/// What the lines with lists of ids and tags begin with, of which some are shorter after a
/// cut.
const EDITED: [&str; 12] = [
    "order:",
    "outputs:",
    "  cv:",
    "  facts:",
    "  talks:",
    "    exclude:",
    "    include:",
    "    max_highlights:",
    "    only:",
    "    order:",
    "    sections:",
    "    without:",
];

fn read(text: &str) -> Source {
    readers::read("profile.yaml", text.as_bytes())
}

fn tailor(text: &str, asked: &Asked) -> String {
    let source = read(text);
    let view = View { asked: asked.clone(), ..View::default() };
    let target = tailored(source.profile.as_ref().unwrap(), &source.map, &view);
    write(&source.map, &target)
}

/// Every output of the cut profile is that of the whole one with the same options.
fn check(text: &str, asked: &Asked) -> Result<(), TestCaseError> {
    let cut = tailor(text, asked);
    let read = read(&cut);
    prop_assert!(!read.has_errors(), "{:?}\n{}", read.problems, cut);
    let whole = profile(text);
    let part = read.profile.unwrap();
    let outputs = whole.outputs.values().map(|output| View::from(&output.view));
    for view in outputs.chain([View::default()]) {
        let same_options = View { asked: asked.clone(), ..view.clone() };
        let mut cut_view = view;
        if asked.audience.is_some() {
            cut_view.audience = None;
        }
        let expected = shown(&compose(&whole, &same_options).document);
        let found = shown(&compose(&part, &cut_view).document);
        prop_assert_eq!(found, expected, "{}", cut);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tailor_then_render_is_render(
        filters in filters(),
        audience in prop::sample::select(&[None, Some("academic"), Some("brief")][..]),
    ) {
        let audience = audience.map(str::to_owned);
        check(&format!("{FULL}{AUDIENCES}"), &Asked { audience, filters })?;
    }

    #[test]
    fn tailor_then_render_is_render_for_the_real_profile(filters in filters()) {
        check(REAL, &Asked { filters, ..Asked::default() })?;
    }

    #[test]
    fn tailoring_again_changes_nothing(filters in filters()) {
        let asked = Asked { filters, ..Asked::default() };
        let once = tailor(FULL, &asked);
        prop_assert_eq!(tailor(&once, &asked), once);
    }

    /// What stays is byte for byte what was there: comments, quotes, layout.
    #[test]
    fn every_line_of_a_cut_profile_is_one_of_the_whole(filters in filters()) {
        for text in [FULL, REAL] {
            let mut lines = text.lines();
            let asked = Asked { filters: filters.clone(), ..Asked::default() };
            for line in tailor(text, &asked).lines() {
                let is_edited = EDITED.iter().any(|start| line.starts_with(start));
                prop_assert!(is_edited || lines.any(|one| one == line), "{}", line);
            }
        }
    }

    /// What can't be edited is written anew, and says the same.
    #[test]
    fn what_is_written_anew_reads_back(filters in filters()) {
        let source = read(FULL);
        let asked = Asked { filters, ..Asked::default() };
        let view = View { asked, ..View::default() };
        let target = tailored(source.profile.as_ref().unwrap(), &source.map, &view);
        let unrelated = readers::read("other.yaml", b"[]");
        let text = write(&unrelated.map, &target);
        prop_assert!(same(&readers::tree(&text).unwrap(), &target), "{}", text);
    }
}

#[test]
fn without_options_the_text_stays_as_it_is() {
    for text in [FULL, REAL] {
        assert_eq!(tailor(text, &Asked::default()), text);
    }
}

fn without(tag: &str) -> Asked {
    let filters = Filters { exclude: vec![tag.to_owned()], ..Filters::default() };
    Asked { filters, ..Asked::default() }
}

#[test]
fn comments_go_with_what_they_speak_of() {
    let text = "\
# All of it.
basics: {name: Ada}  # her

# Jobs.
work:
  # the first
  - name: One  # gone
    tags: [x]

  # the second
  - name: Two  # stays
    highlights:
      - a
      - {text: b, tags: [x]}  # gone
      - c
skills: [{name: Rust, tags: [x]}, {name: Zig}]
";
    let expected = "\
# All of it.
basics: {name: Ada}  # her

# Jobs.
work:

  # the second
  - name: Two  # stays
    highlights:
      - a
      - c
skills: [{name: Zig}]
";
    assert_eq!(tailor(text, &without("x")), expected);
}

#[test]
fn json_stays_json() {
    let text = r#"{
  "basics": {"name": "Ada", "email": "ada@example.org"},
  "work": [
    {"name": "One", "tags": ["x"]},
    {"name": "Two"}
  ]
}
"#;
    let cut = tailor(text, &without("x"));
    assert!(serde_json::from_str::<serde_json::Value>(&cut).is_ok(), "{cut}");
    assert!(!cut.contains("One") && cut.contains("\"Two\""), "{cut}");
}

#[test]
fn an_audience_is_worked_in() {
    let text = format!("{FULL}{AUDIENCES}");
    let asked = Asked { audience: Some("academic".to_owned()), ..Asked::default() };
    let cut = tailor(&text, &asked);
    assert!(!cut.contains("audiences:") && !cut.contains("Grace"), "{cut}");
    assert!(cut.contains("    en: For *scholars*.\n"), "{cut}");
    assert!(cut.contains("order: [publications, summary, contributions, work]"), "{cut}");
    assert!(cut.contains("# Ada Example does not exist."), "{cut}");
}

#[test]
fn aliases_are_written_out_where_they_must_be() {
    let text = "\
basics: {name: Ada}
work:
  - &base {name: One, highlights: [a, {text: b, tags: [x]}]}
  - *base
";
    let cut = tailor(text, &without("x"));
    let expected = readers::tree(
        "
basics: {name: Ada}
work: [{name: One, highlights: [a]}, {name: One, highlights: [a]}]
",
    );
    assert!(same(&readers::tree(&cut).unwrap(), &expected.unwrap()), "{cut}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    /// Words of an output are words of the file, or were in the outputs of all of it: what
    /// curricle itself says, such as months and usual titles.
    #[test]
    fn every_word_of_a_version_stands_in_the_profile(
        filters in filters(),
        audience in prop::sample::select(&["academic", "brief"][..]),
    ) {
        let text = format!("{FULL}{AUDIENCES}");
        let profile = profile(&text);
        let whole = texts(&compose(&profile, &View::default()).document).join(" ");
        let asked = Asked { audience: Some(audience.to_owned()), filters };
        let version = compose(&profile, &View { asked, ..View::default() }).document;
        let edges = |c: char| !c.is_alphanumeric();
        for word in texts(&version).iter().flat_map(|text| text.split(edges)) {
            let is_usual = word == "Summary"; // which has no heading where it opens the page
            prop_assert!(is_usual || text.contains(word) || whole.contains(word), "{}", word);
        }
    }
}
