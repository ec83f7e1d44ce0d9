//! Profiles that nobody wrote, with everything that a cut can meet.

use curricle::document::Asked;
use curricle::profile::{Date, Filters, Limits, Redaction};
use curricle::tree::to_yaml;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

const TAGS: &[&str] = &["a", "b", "c"];
const SECTIONS: &[&str] = &["summary", "work", "skills", "s0", "s1", "inner"];
const FIELDS: &[&str] = &["contact", "label", "location", "email", "summary"];
const WORDS: &[&str] = &[
    "one",
    "C#",
    "**bold** and *not*",
    "a: b",
    "- dash",
    "`code` 😄",
    "مرحبا C++",
    "multi\nline",
    "# heading",
    "null",
    "07",
    "\"quoted\", it's",
    "<b>",
];

fn word() -> impl Strategy<Value = Value> + Clone {
    let word = || select(WORDS).prop_map(Value::from);
    let in_two = (word(), word()).prop_map(|(en, de)| json!({"en": en, "de": de}));
    prop_oneof![3 => word(), 1 => in_two]
}

fn tags() -> impl Strategy<Value = Vec<&'static str>> + Clone {
    prop_oneof![2 => Just(vec![]), 1 => subsequence(TAGS, 1..3)]
}

/// A map without what is nothing.
fn map(value: Value) -> Value {
    let Value::Object(mut map) = value else { return value };
    map.retain(|_, value| !value.is_null() && value != &json!([]));
    Value::Object(map)
}

fn item() -> impl Strategy<Value = Value> {
    let plain = word().prop_filter("a map has a `text`", |word| !word.is_object());
    let leaf = (word(), tags())
        .prop_map(|(text, tags)| map(json!({"text": text, "tags": tags})));
    prop_oneof![2 => plain, 1 => leaf.clone(), 1 => (leaf.clone(), leaf).prop_map(
        |(mut one, other)| {
            one["items"] = json!([other]);
            one
        }
    )]
}

fn items() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(item(), 0..4)
}

fn entry(number: usize) -> impl Strategy<Value = Value> {
    let year = || prop::option::of(2010i64..2025);
    (word(), tags(), year(), prop::option::of(0i64..4), items(), any::<bool>()).prop_map(
        move |(position, tags, start, length, highlights, has_id)| {
            let end = start.zip(length).map(|(start, length)| start + length);
            map(json!({
                "id": has_id.then(|| format!("job{number}")),
                "name": format!("Employer {number}"),
                "position": position,
                "startDate": start,
                "endDate": end,
                "summary": word_of(number),
                "tags": tags,
                "highlights": highlights,
            }))
        },
    )
}

fn word_of(number: usize) -> &'static str {
    WORDS[number % WORDS.len()]
}

fn section(id: &'static str, inner: Option<Value>) -> impl Strategy<Value = Value> {
    (tags(), items(), prop::option::of(word())).prop_map(move |(tags, items, text)| {
        let inner: Vec<_> = inner.clone().into_iter().collect();
        map(json!({
            "id": id, "title": id, "tags": tags, "items": items, "text": text,
            "sections": inner,
        }))
    })
}

fn filters(of: &'static [&'static str]) -> impl Strategy<Value = Filters> {
    let some = |words: &'static [&'static str]| {
        let none = Just(vec![]);
        let some = subsequence(words, 1..=2)
            .prop_map(|words| words.into_iter().map(str::to_owned).collect::<Vec<_>>());
        prop_oneof![3 => none, 1 => some]
    };
    let date = || prop::option::weighted(0.2, (2010u16..2026).prop_map(Date::Year));
    let only = prop::option::weighted(0.15, subsequence(of, 1..4));
    let most = prop::option::weighted(0.3, 0usize..3);
    (some(TAGS), some(TAGS), only, some(of), date(), date(), most, some(FIELDS)).prop_map(
        |(include, exclude, only, without, since, collapse_before, others, redact)| {
            let only = only.map(|ids| ids.into_iter().map(str::to_owned).collect());
            let max_highlights = Limits { others, ..Limits::default() };
            let redact = Redaction(redact);
            Filters {
                include,
                exclude,
                only,
                without,
                since,
                collapse_before,
                max_highlights,
                redact,
            }
        },
    )
}

/// What an output sets: paths that lead somewhere in a profile with `jobs` jobs.
fn set(jobs: usize) -> impl Strategy<Value = Value> {
    let job = 0..jobs.max(1);
    (0..4, job, word()).prop_map(move |(kind, job, word)| match kind {
        0 => json!({}),
        1 => json!({"basics.label": word}),
        _ if jobs == 0 => json!({"edition": "short"}),
        2 => json!({(format!("work[{job}].position")): word, "basics.email": null}),
        _ => json!({(format!("work[{job}].endDate")): 2030, "order": ["skills", "work"]}),
    })
}

fn outputs(jobs: usize) -> impl Strategy<Value = Value> {
    const BACKENDS: [&str; 5] = ["readme", "text", "html", "json-resume", "vcard"];
    let output =
        (filters(SECTIONS), set(jobs), select(&[None, Some("de"), Some("ar")][..]));
    let output = output.prop_map(|(filters, set, locale)| {
        let mut output = serde_json::to_value(filters).unwrap();
        output["set"] = set;
        output["locale"] = json!(locale);
        map(output)
    });
    prop::collection::vec(output, BACKENDS.len()).prop_map(|outputs| {
        let named = BACKENDS.iter().zip(outputs);
        Value::Object(named.map(|(name, output)| ((*name).to_owned(), output)).collect())
    })
}

/// A profile as YAML.
pub(crate) fn profile() -> impl Strategy<Value = String> {
    let jobs = (0usize..4).prop_flat_map(|count| {
        let jobs: Vec<_> = (0..count).map(entry).collect();
        (jobs, outputs(count))
    });
    let inner = section("inner", None);
    let sections =
        inner.prop_flat_map(|inner| (section("s0", Some(inner)), section("s1", None)));
    let audience = (filters(SECTIONS), prop::option::of(word()), any::<bool>());
    (jobs, sections, audience, word(), word()).prop_map(
        |((work, outputs), sections, audience, label, summary)| {
            let (filters, instead, is_ordered) = audience;
            let mut audience = serde_json::to_value(filters).unwrap();
            audience["summary"] = json!(instead);
            audience["order"] =
                if is_ordered { json!(["s1", "skills"]) } else { json!([]) };
            let profile = map(json!({
                "basics": {
                    "name": "Ada Example", "label": label, "email": "ada@example.org",
                    "phone": "+49 1", "summary": summary,
                    "location": {"city": "Bonn", "address": "Weg 1"},
                },
                "work": work,
                "skills": [{"name": "Rust", "level": "expert", "keywords": ["tokio"]}],
                "sections": [sections.0, sections.1],
                "audiences": {"academic": map(audience)},
                "outputs": outputs,
            }));
            let Value::Object(profile) = profile else { unreachable!() };
            to_yaml(&profile)
        },
    )
}

/// What is asked on the command line.
pub(crate) fn asked() -> impl Strategy<Value = Asked> {
    let audience = select(&[None, None, Some("academic")][..]);
    (audience, filters(SECTIONS)).prop_map(|(audience, filters)| Asked {
        audience: audience.map(str::to_owned),
        filters,
    })
}
