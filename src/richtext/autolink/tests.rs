use super::*;

fn rules() -> Autolinks {
    let rule = |prefix: &str, url: &str, ids: &[(&str, &str)]| Reference {
        prefix: prefix.into(),
        url: url.into(),
        alphanumeric: false,
        ids: ids.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
    };
    Autolinks::new(
        vec![
            rule("PROJ-", "https://x.org/<num>", &[]),
            rule("PROJ-SUB-", "https://sub.org/<num>", &[]),
            rule("RFC-", "https://w.org/<id>", &[("12", "aB3d")]),
        ],
        vec![],
    )
}

fn linked(text: &str) -> (Vec<Inline>, Vec<String>) {
    let mut unlinked = Unlinked::default();
    let line = rules().link_line(vec![Inline::text(text)], &mut unlinked);
    (line, unlinked.without_id)
}

fn ready(text: &str) -> Vec<(String, String)> {
    let rules = Autolinks::new(vec![], ReadyRules::ALL.to_vec());
    let line = rules.parse_line(text, &mut Unlinked::default()).content;
    let link = |inline: Inline| match inline {
        Inline::Link { url, content } => Some((super::super::inline_text(&content), url)),
        _ => None,
    };
    line.into_iter().filter_map(link).collect()
}

#[test]
fn ready_rules_know_their_references() {
    for (text, label, url) in [
        ("see RFC 9110.", "RFC 9110", "https://www.rfc-editor.org/rfc/rfc9110"),
        ("RFC2119", "RFC2119", "https://www.rfc-editor.org/rfc/rfc2119"),
        ("(BCP 47)", "BCP 47", "https://www.rfc-editor.org/info/bcp47"),
        ("PEP 8", "PEP 8", "https://peps.python.org/pep-0008/"),
        ("JEP 444", "JEP 444", "https://openjdk.org/jeps/444"),
        ("FLINK-12", "FLINK-12", "https://issues.apache.org/jira/browse/FLINK-12"),
        (
            "KIP-1",
            "KIP-1",
            "https://cwiki.apache.org/confluence/display/KAFKA/Kafka+Improvement+Proposals",
        ),
        (
            "CVE-2021-44228",
            "CVE-2021-44228",
            "https://www.cve.org/CVERecord?id=CVE-2021-44228",
        ),
        (
            "GHSA-jfh8-c2jp-5v3q",
            "GHSA-jfh8-c2jp-5v3q",
            "https://github.com/advisories/GHSA-jfh8-c2jp-5v3q",
        ),
        ("UAX #9", "UAX #9", "https://www.unicode.org/reports/tr9/"),
        ("by @ada-1,", "@ada-1", "https://github.com/ada-1"),
        ("a-b/c.d#12", "a-b/c.d#12", "https://github.com/a-b/c.d/issues/12"),
        ("a/b@1a2b3c4", "a/b@1a2b3c4", "https://github.com/a/b/commit/1a2b3c4"),
    ] {
        assert_eq!(ready(text), [(label.to_owned(), url.to_owned())], "{text}");
    }
    for text in [
        "RFC",
        "XRFC 1",
        "PEP talk",
        "JEP444",
        "CVE-21-1",
        "a@",
        "@",
        "@-a",
        "a/b#",
        "#12",
        "x/a/b#1",
        "`RFC 1`",
        "RFC\\-9110",
        "@a/b",
        "@ada_b",
        "and/or",
        "FLINK-1x",
        "a/b@deadbeef1_",
        "GHSA-1-2-3",
    ] {
        assert_eq!(ready(text), [], "{text}");
    }
}

#[test]
fn an_escape_keeps_a_reference_text() {
    let mut unlinked = Unlinked::default();
    let line = rules().parse_line("PROJ\\-1 and PROJ-2", &mut unlinked).content;
    assert_eq!(
        line,
        [Inline::text("PROJ-1 and "), Inline::link("https://x.org/2", "PROJ-2")]
    );
    let label = rules().parse_line("[a\\_b PROJ\\-1](https://x.org)", &mut unlinked);
    assert_eq!(label.content, [Inline::link("https://x.org", "a_b PROJ-1")]);
    let blocks = rules().parse_prose("PROJ\\-1", &mut unlinked).content;
    assert_eq!(blocks, [Block::Paragraph { content: vec![Inline::text("PROJ-1")] }]);
    assert_eq!(unlinked, Unlinked::default());
}

#[test]
fn what_looks_like_a_reference_is_told() {
    let mut unlinked = Unlinked::default();
    let text = "ABC-12, `ABC-13`, UTF-8, ISO-8601, SHA-256, COVID-19, F-16, X-1, ABC-12-3, \
                    AB1-7, RFC-99, Abc-1, AB-01";
    rules().parse_line(text, &mut unlinked);
    assert_eq!(unlinked.without_rule, ["ABC-12", "AB1-7"]);
    assert_eq!(unlinked.without_id, ["RFC-99"]);
    assert_eq!(Autolinks::ready_for("JDK-12"), Some(ReadyRules::Java));
    assert_eq!(Autolinks::ready_for("ABC-12"), None);
}

#[test]
fn references_become_links_between_the_words() {
    let (line, unknown) = linked("Fix PROJ-1, (RFC-12).");
    assert_eq!(
        line,
        [
            Inline::text("Fix "),
            Inline::link("https://x.org/1", "PROJ-1"),
            Inline::text(", ("),
            Inline::link("https://w.org/aB3d", "RFC-12"),
            Inline::text(")."),
        ]
    );
    assert!(unknown.is_empty());
}

#[test]
fn parts_of_other_words_stay() {
    for text in ["XPROJ-1", "PROJ-1x", "PROJ-", "MY-PROJ-1", "PROJ-1_2"] {
        assert_eq!(linked(text).0, [Inline::text(text)], "{text}");
    }
}

#[test]
fn the_longest_prefix_wins_and_a_missing_id_is_told() {
    assert_eq!(linked("PROJ-SUB-3").0, [Inline::link("https://sub.org/3", "PROJ-SUB-3")]);
    assert_eq!(linked("RFC-99"), (vec![Inline::text("RFC-99")], vec!["RFC-99".into()]));
}

#[test]
fn words_in_brackets_lead_where_their_name_does() {
    let names = [("Example Mill".to_owned(), "https://mill.org".to_owned())];
    let rules = rules().with_names(names.into_iter());
    let parsed = |text: &str| rules.parse_line(text, &mut Unlinked::default()).content;
    let mill = Inline::link("https://mill.org", "Example Mill");
    assert_eq!(
        parsed("The [Example Mill], [Mill] and PROJ-1"),
        [
            Inline::text("The "),
            mill.clone(),
            Inline::text(", [Mill] and "),
            Inline::link("https://x.org/1", "PROJ-1"),
        ]
    );
    assert_eq!(parsed("**[Example Mill]**"), [Inline::Strong { content: vec![mill] }]);
    for (text, shown) in [
        ("Example Mill", "Example Mill"),
        ("\\[Example Mill]", "[Example Mill]"),
        ("[Example Mill\\]", "[Example Mill]"),
        ("[[Example Mill", "[[Example Mill"),
    ] {
        assert_eq!(parsed(text), [Inline::text(shown)], "{text}");
    }
}
