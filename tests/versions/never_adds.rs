//! Whatever is filtered, the words of the version are some of those of the profile.

use super::facts::{FULL, REAL, profile, texts};
use curricle::document::{Asked, Document, View, compose};
use curricle::profile::{Date, Filters, Limits, Redaction};
use proptest::prelude::*;
use std::collections::BTreeMap;

const TAGS: &[&str] =
    &["long", "engineering", "open-source", "teaching", "studies", "none"];
const SECTIONS: &[&str] =
    &["work", "skills", "contributions", "storage", "checkpoint", "talks", "summary"];
const FIELDS: &[&str] = &["contact", "phone", "url", "location", "profiles", "label"];

fn some(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let picked = prop::sample::subsequence(of, 0..3);
    picked.prop_map(|words| words.into_iter().map(str::to_owned).collect())
}

fn date() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((2010u16..2026, 1u8..13).prop_map(|(y, m)| Date::Month(y, m)))
}

pub(crate) fn filters() -> impl Strategy<Value = Filters> {
    let limits = prop::option::weighted(0.3, 0usize..4);
    let only = prop::option::weighted(0.2, some(SECTIONS));
    let lists = (some(TAGS), some(TAGS), only, some(SECTIONS), some(FIELDS));
    (lists, date(), date(), limits).prop_map(|(lists, since, collapse_before, others)| {
        let (include, exclude, only, without, redact) = lists;
        Filters {
            include,
            exclude,
            only,
            without,
            since,
            collapse_before,
            max_highlights: Limits { others, ..Limits::default() },
            redact: Redaction(redact),
        }
    })
}

/// How often each word stands in a Document.
fn words(document: &Document) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts(document) {
        for word in text.split(|c: char| c.is_whitespace() || c == ',') {
            *counts.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    counts.remove("");
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_never_adds_a_word(filters in filters(), real in any::<bool>()) {
        let profile = profile(if real { REAL } else { FULL });
        let whole = words(&compose(&profile, &View::default()).document);
        let asked = Asked { filters, ..Asked::default() };
        let view = View { asked, ..View::default() };
        for (word, count) in words(&compose(&profile, &view).document) {
            let had = whole.get(&word).copied().unwrap_or_default();
            prop_assert!(count <= had, "`{}` stands {} times, not {}", word, count, had);
        }
    }
}
