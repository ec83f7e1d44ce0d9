//! The profile at the root holds every fact that its README shows: links with labels and
//! addresses, headings with emoji, the depth of each list, styles, versions.

use crate::extract::readme::github;
use crate::extract::render::{document, page, read};
use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use curricle::document::View;
use serde_json::json;
use std::path::Path;

const JIRA: &str = "https://issues.apache.org/jira/browse/";
const WIKI: &str = "https://cwiki.apache.org/confluence/x/";
const STANDALONE: &str = "https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-release-1.7/docs/custom-resource/autoscaler/#autoscaler-standalone";
const COMMITS: [&str; 2] = [
    "https://github.com/apache/flink/commits?author=1996fanrui",
    "https://github.com/apache/flink-kubernetes-operator/commits?author=1996fanrui",
];

/// The links in order, references by themselves; then two that stand under words.
const LINKS: [&str; 37] = [
    "FLIP-334",
    "Autoscaler Standalone",
    "FLIP-364",
    "FLIP-370",
    "FLIP-390",
    "FLIP-227",
    "FLINK-27251",
    "FLINK-26803",
    "FLINK-28474",
    "FLINK-29730",
    "FLINK-31588",
    "FLINK-31959",
    "FLINK-32049",
    "FLINK-30461",
    "FLINK-30916",
    "FLINK-26049",
    "FLIP-334",
    "Autoscaler Standalone",
    "FLINK-33099",
    "FLINK-33452",
    "FLINK-36018",
    "FLINK-34504",
    "FLIP-364",
    "FLIP-370",
    "FLINK-32524",
    "FLINK-32548",
    "FLINK-33315",
    "FLINK-22643",
    "FLINK-28695",
    "FLIP-390",
    "FLINK-30583",
    "FLINK-30585",
    "FLINK-33042",
    "FLINK-30250",
    "FLINK-30239",
    "commits",
    "commits",
];

/// The pages behind FLIPs, whose addresses do not show their numbers.
const PAGES: [(&str, &str); 5] = [
    ("FLIP-227", "vBChD"),
    ("FLIP-334", "x4qzDw"),
    ("FLIP-364", "uJqzDw"),
    ("FLIP-370", "U56zDw"),
    ("FLIP-390", "4guZE"),
];

/// The headings under the name, with their levels.
const HEADINGS: [(u8, &str); 8] = [
    (2, "My contributions to Flink 😄"),
    (3, "Checkpoint & State Backend 🤔"),
    (3, "Autoscaler 👯"),
    (3, "Scheduler 📫"),
    (3, "Stability 😄"),
    (3, "Troubleshooting: _**Make `FlameGraph` production-ready**_ ⚡"),
    (3, "Flink release"),
    (3, "Other contributions"),
];

/// How deep each list item stands, a row for each section.
const DEPTHS: [&[usize]; 8] = [
    &[1, 1, 1, 1],
    &[1, 2, 2, 2, 2, 1, 1],
    &[1, 2, 2, 2, 1, 2, 2],
    &[1, 1, 2],
    &[1, 2, 2, 1, 2, 1, 2, 1, 2],
    &[1, 1, 1, 1],
    &[1, 2, 2, 1, 2, 2, 2],
    &[1, 1],
];

fn readme() -> String {
    let profile = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("profile.yaml"));
    page("readme", &document(&profile, &View::default()), json!({}))
}

/// The Markdown of a node's content, styles included.
fn content<'a>(parent: &'a AstNode<'a>) -> String {
    parent.children().map(inline).collect()
}

fn inline<'a>(node: &'a AstNode<'a>) -> String {
    match &node.data.borrow().value {
        NodeValue::Text(text) => text.to_string(),
        NodeValue::Code(code) => format!("`{}`", code.literal),
        NodeValue::Strong => format!("**{}**", content(node)),
        NodeValue::Emph => format!("_{}_", content(node)),
        NodeValue::SoftBreak => " ".to_owned(),
        _ => content(node),
    }
}

fn all<'a, T>(
    root: &'a AstNode<'a>,
    of: impl Fn(&'a AstNode<'a>) -> Option<T>,
) -> Vec<T> {
    root.descendants().filter_map(of).collect()
}

fn is_item<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Item(_))
}

/// What the first paragraph of each list item says.
fn items<'a>(root: &'a AstNode<'a>) -> Vec<String> {
    all(root, |node| node.first_child().filter(|_| is_item(node)).map(content))
}

#[test]
fn every_link_is_there_under_its_label() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let found = all(root, |node| match &node.data.borrow().value {
        NodeValue::Link(link) => Some((content(node), link.url.clone())),
        _ => None,
    });
    let mut commits = COMMITS.into_iter();
    let address = |label: &str| match PAGES.iter().find(|(flip, _)| *flip == label) {
        Some((_, id)) => format!("{WIKI}{id}"),
        None if label.starts_with("FLINK-") => format!("{JIRA}{label}"),
        None if label == "commits" => commits.next().unwrap().to_owned(),
        None => STANDALONE.to_owned(),
    };
    let links = LINKS.map(str::to_owned);
    let expected: Vec<_> = links
        .clone()
        .into_iter()
        .zip(links.each_ref().map(String::as_str).map(address))
        .collect();
    // The first link leads to the person, who is no fact of the page this was written from.
    let person =
        ("github.com/1996fanrui".to_owned(), "https://github.com/1996fanrui".to_owned());
    assert_eq!(found.first(), Some(&person));
    assert_eq!(found[1..], expected);
}

#[test]
fn every_heading_has_its_level_and_emoji() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let found = all(root, |node| match &node.data.borrow().value {
        NodeValue::Heading(heading) => Some((heading.level, content(node))),
        _ => None,
    });
    let name = (1, "Rui Fan".to_owned());
    let rest = HEADINGS.map(|(level, text)| (level, text.to_owned()));
    assert_eq!(found, [name].into_iter().chain(rest).collect::<Vec<_>>());
}

#[test]
fn every_item_stands_as_deep_as_it_should() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let mut depths: Vec<Vec<usize>> = Vec::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Heading(heading) if heading.level > 1 => depths.push(Vec::new()),
            NodeValue::Item(_) => {
                let depth = node.ancestors().filter(|outer| is_item(outer)).count();
                depths.last_mut().unwrap().push(depth);
            }
            _ => {}
        }
    }
    assert_eq!(depths, DEPTHS);
}

#[test]
fn what_is_bold_italic_or_code_is_so() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let strong = all(root, |node| {
        let is_strong = matches!(node.data.borrow().value, NodeValue::Strong);
        let outer = node.parent().filter(|_| is_strong)?;
        let is_both = matches!(outer.data.borrow().value, NodeValue::Emph);
        is_both.then(|| content(node))
    });
    assert_eq!(
        strong,
        [
            "Make `Unaligned Checkpoint` production-ready:",
            "Make `Watermark Alignment` production-ready:",
            "Make `Large Operator` production-ready.",
            "Make `FlameGraph` production-ready",
        ]
    );
    let code = all(root, |node| match &node.data.borrow().value {
        NodeValue::Code(code) => Some(code.literal.clone()),
        _ => None,
    });
    assert_eq!(
        code,
        [
            "Unaligned Checkpoint",
            "Watermark Alignment",
            "FlameGraph",
            "Large Operator",
            "Restart Strategy",
            "Unaligned Checkpoint",
            "Restart Strategy",
            "Watermark Alignment",
            "Large Operator",
            "FlameGraph",
        ]
    );
}

#[test]
fn releases_and_emoji_of_items_are_there() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let items = items(root);
    let from = items.iter().position(|item| item == "Flink").unwrap();
    let starts = [
        "Flink",
        "1.20.0 (",
        "1.16.3",
        "flink-kubernetes-operator",
        "1.8.0",
        "1.7.0",
        "1.6.1",
        "🌱 ",
        "🤔 ",
    ];
    assert_eq!(items.len(), from + starts.len());
    for (item, start) in items[from..].iter().zip(starts) {
        assert!(item.starts_with(start), "{item:?} should begin with {start:?}");
    }
    assert!(items[from + 1].contains("LTS"), "{}", items[from + 1]);
}

#[test]
fn the_disclaimer_is_the_only_quotation() {
    let (readme, arena) = (readme(), Arena::new());
    let root = comrak::parse_document(&arena, &readme, &github());
    let quotes = all(root, |node| match &node.data.borrow().value {
        NodeValue::BlockQuote => node.first_child().map(content),
        _ => None,
    });
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert!(quotes[0].starts_with("Disclaimer: "), "{quotes:?}");
}
