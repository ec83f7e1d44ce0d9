use crate::diagnostics::{Code, Severity};
use crate::readers::{Source, read};

fn source(text: &str) -> Source {
    read("resume.json", text.as_bytes())
}

/// The messages, each with the source text at its first place.
fn said(source: &Source) -> Vec<String> {
    let at = |problem: &crate::diagnostics::Diagnostic| {
        let span = source.map.span(&problem.labels.first()?.place)?;
        source.map.text().get(span.start..span.end)
    };
    let line =
        |problem| format!("{} @ {}", messages(problem), at(problem).unwrap_or("-"));
    source.problems.iter().map(line).collect()
}

fn messages(problem: &crate::diagnostics::Diagnostic) -> &str {
    assert_eq!(problem.severity, Severity::Warning, "{}", problem.message);
    &problem.message
}

#[test]
fn a_document_of_an_older_schema_is_understood() {
    let source = source(
        r#"{
  "basics": {"name": "Ada Example", "website": "example.org", "picture": "", "email": ""},
  "work": [{"company": "Example Mill", "position": "Miller", "website": "https://mill.example.org",
    "startDate": "2014-06-29T00:00:00Z", "endDate": "", "summary": null}],
  "education": [{"institution": "School", "gpa": "1.0"}],
  "hobbies": ["Chess"]
}"#,
    );
    assert_eq!(
        said(&source),
        [
            "`website` is read as `url` @ \"website\"",
            "`example.org` is read as `https://example.org` @ \"example.org\"",
            "`picture` is read as `image` @ \"picture\"",
            "an empty `email` is read as none @ \"\"",
            "`company` is read as `name` @ \"company\"",
            "`2014-06-29T00:00:00Z` is read as `2014-06-29` @ \"2014-06-29T00:00:00Z\"",
            "an empty date is read as none @ \"\"",
            "`null` is read as nothing @ null",
            "`gpa` is read as `score` @ \"gpa\"",
            "`hobbies` is read as `interests` @ \"hobbies\"",
            "text is read as a map with a `name` @ \"Chess\"",
        ]
    );
    let profile = source.profile.unwrap();
    assert_eq!(profile.basics.url.unwrap().as_str(), "https://example.org");
    assert_eq!(profile.work[0].name, "Example Mill".into());
    assert_eq!(profile.work[0].start_date.unwrap().to_string(), "2014-06-29");
    assert_eq!(profile.work[0].end_date, None);
    assert_eq!(profile.education[0].score, "1.0".into());
    assert_eq!(profile.interests[0].name, "Chess".into());
}

#[test]
fn comments_and_commas_are_passed_over_and_places_stay() {
    let text = "\u{FEFF}// mine, \u{e9}\n{\"basics\": {/* \" */ \"name\": \"Ada // \\ud83d\\ude00 \\ud83d\", },\n\
                 \"wrok\": [], # no\n}";
    let source = source(text);
    assert_eq!(
        said(&source),
        [
            "comments are passed over; JSON has none @ // mine, \u{e9}",
            "half of a surrogate pair is read as `\u{FFFD}` @ \\ud83d",
            "a comma before a closing bracket is passed over @ ,",
            "unknown key `wrok`, which no output shows @ \"wrok\"",
        ]
    );
    let name = source.profile.unwrap().basics.name;
    assert_eq!(name, "Ada // \u{1F600} \u{FFFD}".into());
}

#[test]
fn fields_of_the_wrong_kind_are_warnings_and_the_rest_is_shown() {
    let source = source(
        r#"{"basics": {"name": "Ada Example", "location": "Berlin", "url": "ftp://example.org"},
  "order": 3, "work": {"name": "Mill", "location": {"city": "Bonn", "region": "NRW"},
  "startDate": "soon", "highlights": "one"}, "skills": ["Rust", {"name": "C", "keywords": "a, b"}]}"#,
    );
    assert!(!source.has_errors(), "{:?}", source.problems);
    let codes: Vec<Code> = source.problems.iter().map(|problem| problem.code).collect();
    assert!(codes.contains(&Code::BadUrl) && codes.contains(&Code::BadDate), "{codes:?}");
    assert!(codes.contains(&Code::WrongType), "{codes:?}");
    let profile = source.profile.unwrap();
    assert_eq!(profile.basics.location.unwrap().city, "Berlin".into());
    assert_eq!(profile.work[0].location, "Bonn, NRW".into());
    assert_eq!(profile.work[0].highlights[0].text, "one".into());
    assert_eq!(profile.skills[0].name, "Rust".into());
    assert_eq!(profile.skills[1].keywords, ["a, b".into()]);
}

#[test]
fn many_of_one_kind_are_one_warning() {
    let dates = [r#"{"name": "x", "startDate": ""}"#; 9].join(", ");
    let source = source(&format!(r#"{{"basics": {{"name": "A"}}, "work": [{dates}]}}"#));
    assert_eq!(source.problems.len(), 1);
    assert_eq!(source.problems[0].labels.len(), 3);
    assert_eq!(source.problems[0].helps, ["so are 6 more in this file"]);
}

#[test]
fn yaml_takes_no_liberties() {
    let source = read("p.yaml", b"basics: {name: Ada, website: example.org}\n");
    assert!(source.has_errors());
    let flow = read("p.yaml", b"{basics: {name: Ada, url: https://example.org/a//b}}\n");
    let profile = flow.profile.unwrap();
    assert_eq!(profile.basics.url.unwrap().as_str(), "https://example.org/a//b");
    assert!(flow.problems.is_empty());
}
