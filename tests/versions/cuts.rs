//! What each filter leaves out.

use super::facts::{document, lines, problems, profile, texts};
use curricle::document::{View, compose};

const ADA: &str = "
basics:
  name: Ada Example
  email: ada@example.org
  phone: '+49 30 23125 017'
  location: {address: Beispielweg 17, postalCode: '01067', city: Dresden}
  summary: For everybody.
work:
  - name: Streams
    position: Lead
    startDate: 2021
    highlights: [one, {text: two, items: [two and a half]}, three]
  - name: Rails
    position: Engineer
    startDate: 2014
    endDate: 2018-06
    summary: Clocks.
    highlights: [four, five]
    tags: [long]
  - {name: Dateless, highlights: [six]}
skills:
  - {name: Rust, keywords: [tokio]}
sections:
  - id: outer
    title: Outer
    text: Around.
    items: [seven, eight]
    sections:
      - {id: inner, title: Inner, items: [nine]}
  - id: talks
    title: Talks
    entries: [{title: Old talk, date: 2015, summary: Slides., tags: [long]}]
audiences:
  academic:
    sections: [talks, summary]
    summary: For scholars.
    headings: {summary: {title: Who}}
  short: {exclude: [long], max_highlights: 1}
";

/// The texts of an output with these options.
fn cut(options: &str) -> String {
    let text = format!("{ADA}outputs: {{text: {{{options}}}}}\n");
    texts(&document(&profile(&text), Some("text"))).join("|")
}

#[track_caller]
fn check(options: &str, has: &[&str], has_not: &[&str]) {
    let texts = cut(options);
    for text in has {
        assert!(texts.contains(text), "`{text}` is missing in {texts}");
    }
    for text in has_not {
        assert!(!texts.contains(text), "`{text}` is left in {texts}");
    }
}

#[test]
fn since_drops_what_had_ended_and_keeps_what_has_no_date() {
    check("since: 2019", &["Lead", "Dateless"], &["Engineer", "Talks", "Old talk"]);
    check("since: 2018", &["Engineer"], &["Old talk"]);
    check("since: 2018-07", &[], &["Engineer"]);
}

#[test]
fn what_is_collapsed_keeps_its_head() {
    check("collapse_before: 2019", &["Engineer", "Rails", "2018"], &["Clocks", "four"]);
    check("collapse_before: 2019", &["Old talk", "2015", "one"], &["Slides"]);
}

#[test]
fn highlights_are_counted_by_entry_and_by_section() {
    check("max_highlights: 2", &["two and a half", "five", "eight", "nine"], &["three"]);
    let by_section = "max_highlights: {work: 0, outer: 1}";
    check(by_section, &["seven", "nine"], &["one", "six", "eight"]);
    check("max_highlights: {work: 3, others: 0}", &["three"], &["seven", "Inner"]);
}

#[test]
fn tags_are_looked_at_before_highlights_are_counted() {
    let text = "
basics: {name: Ada}
work: [{name: A, highlights: [{text: first, tags: [long]}, second, third]}]
outputs: {text: {exclude: [long], max_highlights: 1}}
";
    let texts = texts(&document(&profile(text), Some("text")));
    assert!(texts.contains(&"second".to_owned()), "{texts:?}");
    assert!(!texts.contains(&"third".to_owned()), "{texts:?}");
}

#[test]
fn contact_is_mail_phone_and_street_but_not_the_city() {
    let gone = ["ada@example.org", "23125", "Beispielweg", "01067"];
    check("redact: contact", &["Dresden", "Ada Example"], &gone);
    check("redact: [phone, city]", &["ada@example.org", "Beispielweg"], &["Dresden"]);
    check("redact: [summary]", &["Ada Example"], &["For everybody"]);
}

#[test]
fn only_keeps_the_heading_around_an_inner_section() {
    check("only: [inner]", &["Outer", "Inner", "nine"], &["Around", "seven", "Lead"]);
    check("only: [outer]", &["Around", "seven", "nine"], &["Lead", "Talks"]);
    check("without: [outer, skills]", &["Lead"], &["Inner", "tokio"]);
}

#[test]
fn an_audience_has_its_own_words_and_order() {
    let texts = cut("audience: academic");
    assert!(texts.contains("For scholars.") && !texts.contains("For everybody"));
    assert!(texts.find("Talks") < texts.find("Who"), "{texts}");
    assert!(!texts.contains("Lead"));
    check("audience: short", &["one", "seven"], &["Engineer", "two", "eight", "Talks"]);
}

#[test]
fn names_that_lead_nowhere_are_reported() {
    let wrong = "outputs:
  text:
    include: [logn]
    without: [wrok]
    only: [zzz]
    max_highlights: {skils: 2}
    redact: [emial]
    audience: academc
audiences:
  other: {exclude: [lo], order: [talk], headings: {worc: {emoji: x}}}
";
    let text = ADA.replace("audiences:\n", "audiences:\n  first: {}\n");
    let (text, _) = text.split_once("audiences:").unwrap();
    let found = problems(&format!("{text}{wrong}")).join("\n");
    for expected in [
        "unknown-tag: nothing has the tag `logn` (did you mean `long`?)",
        "unknown-section: there is no section `wrok` (did you mean `work`?)",
        "unknown-section: there is no section `zzz`",
        "unknown-section: there is no section `skils` (did you mean `skills`?)",
        "bad-value: `emial` can't be redacted (did you mean `email`?)",
        "unknown-audience: there is no audience `academc` (there are: `other`)",
        "unknown-tag: nothing has the tag `lo` (there are: `long`)",
        "unknown-section: there is no section `talk` (did you mean `talks`?)",
        "unknown-section: `worc` is no standard section (did you mean `work`?)",
    ] {
        assert!(found.contains(expected), "{expected}\nis not in\n{found}");
    }
}

#[test]
fn filters_are_typed() {
    let wrong = "outputs: {text: {since: 20x8, max_highlights: many, include: long}}\n";
    let found = problems(&format!("{ADA}{wrong}")).join("\n");
    assert!(found.contains("bad-date: `20x8` is not a date"), "{found}");
    assert!(found.contains("wrong-type: expected a number, or a map"), "{found}");
    assert!(found.contains("wrong-type: expected a list, found text"), "{found}");
}

#[test]
fn a_section_of_which_nothing_is_left_is_reported_and_has_no_heading() {
    let text = format!("{ADA}outputs: {{text: {{since: 2019}}}}\n");
    let profile = profile(&text);
    let composed = compose(&profile, &View::from(&profile.outputs["text"].view));
    assert_eq!(
        lines(&composed.problems),
        [
            "empty-section: nothing is left of `talks` (to leave a section out on purpose, \
          name it under `without`)"
        ]
    );
}
