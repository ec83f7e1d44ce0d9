//! The card of a header, as address books read it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use curricle::profile::Output;
use curricle::readers;

fn card(yaml: &str) -> String {
    let profile = readers::read("p", yaml.as_bytes()).profile.unwrap();
    let rendered = curricle::render(&profile, "vcard", &Output::default()).unwrap();
    String::from_utf8(rendered.bytes).unwrap()
}

#[test]
fn the_header_is_a_card() {
    let card = card(
        "basics: {name: 'Ada, Example', label: '**Miller**; baker', \
         email: ada@example.org, phone: +49 30 1, location: {city: Bonn}, \
         profiles: [{network: GitHub, username: ada}]}",
    );
    let lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Ada\\, Example",
        "TITLE;LANGUAGE=en:Miller\\; baker",
        "ADR;LABEL=\"Bonn\":;;;;;;",
        "EMAIL:ada@example.org",
        "TEL;VALUE=uri:tel:+49301",
        "URL:https://github.com/ada",
        "END:VCARD",
        "",
    ];
    assert_eq!(card, lines.join("\r\n"));
}

#[test]
fn long_lines_fold_between_characters() {
    let card = card(&format!("basics: {{name: {}}}", "ä".repeat(99)));
    assert!(card.lines().all(|line| line.len() <= 75), "{card}");
    assert!(card.replace("\r\n ", "").contains(&"ä".repeat(99)));
}
