//! Profiles of every shape, at random: sections that nest, entries, items within items,
//! tags, languages, dates, emoji, links.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Words as people write them, and some that look like more.
const WORDS: &[&str] = &[
    "word",
    "two words",
    "C#",
    "FOO_BAR",
    "naïve",
    "数据",
    "Прив",
    "a_b",
    "R&D",
    "<b>",
    "5 > 4",
    "**bold**",
    "*italic*",
    "`code`",
    "~~gone~~",
    "[link](https://example.org/x_(y))",
    "[mail](mailto:ada@example.org)",
    "<https://example.org>",
    "PROJ-12",
    "🌱",
    ":rocket:",
    "1.",
    "#",
    "- x",
    "100 %",
    "\"quoted\"",
    "it's",
    "(in parentheses)",
    "a/b",
    "$x$",
    "@ada",
    "{{x}}",
];

/// Tags of entries, items and sections.
pub(crate) const TAGS: [&str; 3] = ["long", "talks", "x"];

fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), 1..5).prop_map(|words| words.join(" "))
}

/// A text, or one by language.
fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => line().prop_map(Value::from),
        1 => (line(), line()).prop_map(|(en, de)| json!({"en": en, "de": de})),
    ]
}

fn prose() -> impl Strategy<Value = Value> {
    let block = prop_oneof![
        3 => line(),
        1 => prop::collection::vec(line(), 1..3)
            .prop_map(|lines| lines.iter().map(|line| format!("- {line}\n")).collect()),
        1 => line().prop_map(|line| format!("> {line}")),
        1 => Just("```\nlet x = 1;\n```".to_owned()),
        1 => line().prop_map(|line| format!("3. {line}")),
    ];
    prop::collection::vec(block, 1..4).prop_map(|blocks| Value::from(blocks.join("\n\n")))
}

fn date() -> impl Strategy<Value = String> {
    (2000..2025_u16, 1..13_u8, 1..29_u8, 0..3_u8).prop_map(|(year, month, day, parts)| {
        match parts {
            0 => year.to_string(),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    })
}

fn tags() -> impl Strategy<Value = Value> {
    prop::collection::vec(select(&TAGS[..]), 1..3).prop_map(|tags| json!(tags))
}

fn items() -> impl Strategy<Value = Value> {
    let leaf = text().prop_map(|text| json!({"text": text}));
    let item = leaf.prop_recursive(3, 12, 3, |inner| {
        let items = prop::collection::vec(inner, 1..3);
        map(vec![
            ("text", always(text())),
            ("tags", maybe(tags())),
            ("items", maybe(items.prop_map(Value::from))),
        ])
    });
    prop::collection::vec(item, 1..4).prop_map(Value::from)
}

fn span() -> impl Strategy<Value = (String, Option<String>)> {
    let end =
        prop_oneof![date().prop_map(Some), Just(Some("present".to_owned())), Just(None)];
    (date(), end).prop_map(|(start, end)| match end {
        Some(end) if end[..4] < start[..4] => (end, Some(start)),
        Some(end) if end[..4] == start[..4] => (start, None),
        end => (start, end),
    })
}

fn dated(entry: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    (entry, span()).prop_map(|(mut entry, (start, end))| {
        entry["startDate"] = start.into();
        if let Some(end) = end {
            entry["endDate"] = end.into();
        }
        entry
    })
}

fn entry(name: &'static str, role: &'static str) -> impl Strategy<Value = Value> {
    dated(map(vec![
        (name, always(text())),
        (role, maybe(text())),
        ("url", maybe(Just(json!("https://example.org/a?b=1&c=2")))),
        ("location", maybe(text())),
        ("summary", maybe(prose())),
        ("highlights", maybe(items())),
        ("tags", maybe(tags())),
    ]))
}

fn entries(name: &'static str, role: &'static str) -> Field {
    maybe(prop::collection::vec(entry(name, role), 1..3).prop_map(Value::from))
}

fn section() -> impl Strategy<Value = Value> {
    let emoji = select(vec!["😄", "🌱", "💼", ":rocket:"]).prop_map(Value::from);
    let leaf = map(vec![
        ("title", always(text())),
        ("emoji", maybe(emoji)),
        ("text", maybe(prose())),
        ("items", maybe(items())),
        ("entries", entries("title", "organization")),
        ("note", maybe(prose())),
        ("tags", maybe(tags())),
    ]);
    leaf.prop_recursive(2, 6, 2, |inner| {
        map(vec![
            ("title", always(text())),
            ("text", maybe(prose())),
            (
                "sections",
                always(prop::collection::vec(inner, 1..3).prop_map(Value::from)),
            ),
        ])
    })
}

/// A whole profile.
pub(crate) fn profile() -> impl Strategy<Value = Value> {
    let basics = map(vec![
        ("name", always(Just(json!("Ada Example")))),
        ("label", maybe(text())),
        ("summary", maybe(prose())),
        ("email", maybe(Just(json!("ada@example.org")))),
        ("url", maybe(Just(json!("https://example.org")))),
        ("phone", maybe(Just(json!("+49 1234 5678")))),
        ("profiles", maybe(Just(json!([{"network": "GitHub", "username": "ada"}])))),
    ]);
    let skills = map(vec![
        ("name", always(select(WORDS).prop_map(Value::from))),
        ("level", maybe(text())),
        (
            "keywords",
            maybe(prop::collection::vec(select(WORDS), 1..4).prop_map(|w| json!(w))),
        ),
    ]);
    map(vec![
        ("basics", always(basics)),
        ("work", entries("name", "position")),
        ("education", entries("institution", "area")),
        ("projects", entries("name", "description")),
        ("skills", maybe(prop::collection::vec(skills, 1..4).prop_map(Value::from))),
        (
            "autolinks",
            maybe(Just(json!([{"prefix": "PROJ-", "url": "https://example.org/<num>"}]))),
        ),
        ("sections", maybe(prop::collection::vec(section(), 1..4).prop_map(Value::from))),
    ])
    .prop_map(|mut profile| {
        number(&mut profile, &mut 0);
        profile
    })
}

/// Gives each section an id of its own.
fn number(value: &mut Value, next: &mut usize) {
    let Some(sections) = value.get_mut("sections").and_then(Value::as_array_mut) else {
        return;
    };
    for section in sections {
        *next += 1;
        section["id"] = format!("section-{next}").into();
        number(section, next);
    }
}

/// The values of a field that may be left out.
type Field = BoxedStrategy<Option<Value>>;

fn always(value: impl Strategy<Value = Value> + 'static) -> Field {
    value.prop_map(Some).boxed()
}

fn maybe(value: impl Strategy<Value = Value> + 'static) -> Field {
    prop::option::of(value).boxed()
}

fn map(fields: Vec<(&'static str, Field)>) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let named = move |values: Vec<Option<Value>>| {
        let pairs = names.iter().zip(values);
        let there = pairs.filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(there.collect::<Map<_, _>>())
    };
    values.prop_map(named).boxed()
}
