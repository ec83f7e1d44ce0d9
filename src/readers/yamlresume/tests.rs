use crate::readers::{Format, read};

const FILE: &str = "\
content:
  basics:
    name: Ada Example
    headline: Miller
    url: https://example.org
  location: {city: Bonn, country: Germany}
  profiles:
    - {network: GitHub, username: ada}
  education:
    - institution: Example School
      degree: Bachelor
      area: Milling
      startDate: Sep 1, 2016
      endDate: Jul 1, 2020
  work:
    - name: Mill
      position: Miller
      startDate: Dec 2022
      endDate:
      summary: |
        - Milled
      keywords: [Flour, C*]
  references:
    - {name: Bob, relationship: Baker, phone: \"1\", summary: Good flour}
locale:
  language: en
layouts:
  - engine: latex
    page: {paperSize: letter, showPageNumbers: true}
    sections: {aliases: {work: Jobs}, order: [basics, work, projects, location]}
    template: jake
";

#[test]
fn every_word_has_a_place_and_the_rest_is_told() {
    let source = read("r.yml", FILE.as_bytes());
    assert_eq!(source.format, Format::YamlResume);
    assert!(!source.has_errors(), "{:?}", source.problems);
    let said: Vec<&str> = source.problems.iter().map(|p| p.message.as_str()).collect();
    for message in [
        "`Sep 1, 2016` is read as `2016-09`",
        "`keywords` is read as the end of the summary",
        "`relationship` is read as the end of the summary",
        "`showPageNumbers` has no place in a profile, and is left out",
        "`template` has no place in a profile, and is left out",
    ] {
        assert!(said.contains(&message), "{message} in {said:#?}");
    }
    let profile = source.profile.unwrap();
    assert_eq!(profile.basics.label, "Miller".into());
    assert_eq!(profile.basics.location.unwrap().country_code, "Germany".into());
    assert_eq!(profile.basics.profiles.len(), 1);
    assert_eq!(profile.education[0].study_type, "Bachelor".into());
    assert_eq!(profile.work[0].summary, "- Milled\n\nFlour, C\\*".into());
    assert_eq!(profile.references[0].reference, "Good flour".into());
    assert_eq!(profile.references[0].summary, "Baker, 1".into());
    assert_eq!(profile.headings["work"].title, "Jobs".into());
    assert_eq!(profile.order, ["work"]);
    let paper = profile.outputs["pdf"].options["paper"].as_str();
    assert_eq!(paper, Some("us-letter"));
}
