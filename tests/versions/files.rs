//! A profile in several files, and what is set over it.

use super::facts::{lines, texts};
use curricle::diagnostics::{Code, Diagnostic, Severity, Span, render};
use curricle::document::{View, compose};
use curricle::readers::{Library, Opened, Source, read_all};
use curricle::tree::{Field, Layer, Node, Value};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// Files in memory.
struct Shelf(BTreeMap<&'static str, &'static str>);

impl Library for Shelf {
    fn open(&self, path: &str, _: &Path) -> Result<Opened, Diagnostic> {
        let text = self.0.get(path);
        let text = text.ok_or_else(|| Diagnostic::error(Code::Unreadable, "not here"))?;
        Ok(file(path, text))
    }
}

fn file(name: &str, text: &str) -> Opened {
    Opened { name: name.to_owned(), path: name.into(), bytes: text.into() }
}

fn read(files: &[(&'static str, &'static str)], named: &[&str], set: &[&str]) -> Source {
    let shelf = Shelf(files.iter().copied().collect());
    let named: Vec<_> = named.iter().map(|name| file(name, shelf.0[name])).collect();
    let set: Vec<_> = set.iter().map(|&one| one.to_owned()).collect();
    read_all(&named, &set, &shelf)
}

fn shown(source: &Source) -> String {
    assert!(!source.has_errors(), "{:?}", source.problems);
    let profile = source.profile.as_ref().unwrap();
    texts(&compose(profile, &View::default()).document).join("|")
}

const BASE: &str = "
basics: {name: Ada Example, label: {en: Engineer}, phone: '+49 1', summary: Old.}
work:
  - {id: a, name: First, position: Junior, highlights: [one, two]}
  - {id: b, name: Second}
skills: [{name: Rust}]
";

#[test]
fn maps_merge_by_key_entries_by_id_and_null_removes() {
    let top = "
extends: base.yaml
basics: {phone: null, label: {de: Ingenieurin}}
work:
  - {id: c, name: Third}
  - {id: a, position: Senior, highlights: [three]}
skills: [{name: Zig}]
";
    let text =
        shown(&read(&[("base.yaml", BASE), ("top.yaml", top)], &["top.yaml"], &[]));
    let order: Vec<_> =
        ["Engineer", "Old.", "Senior", "First", "three", "Second", "Third"]
            .map(|word| text.find(word).unwrap())
            .into();
    assert!(order.is_sorted(), "{text}");
    for gone in ["+49", "Junior", "one", "Rust"] {
        assert!(!text.contains(gone), "`{gone}` is left in {text}");
    }
}

#[test]
fn a_map_goes_over_entries_by_their_ids() {
    let top =
        "extends: base.yaml\nwork: {b: null, a: {position: Senior}, c: {name: Third}}";
    let files = [("base.yaml", BASE), ("top.yaml", top)];
    let text = shown(&read(&files, &["top.yaml"], &[]));
    assert!(text.contains("Senior|First") && text.contains("Third"), "{text}");
    assert!(!text.contains("Second") && !text.contains("Junior"), "{text}");
    // a map over entries without ids is what it is
    let files = [
        ("base.yaml", BASE),
        ("top.yaml", "extends: base.yaml\nskills: {a: {name: Zig}}"),
    ];
    let problems = lines(&read(&files, &["top.yaml"], &[]).problems);
    assert!(problems[0].contains("expected a list"), "{problems:?}");
}

#[test]
fn a_file_below_two_others_is_taken_once() {
    let files = [
        ("d.yaml", "basics: {name: Ada Example, label: d}"),
        ("b.yaml", "extends: d.yaml\nbasics: {label: b}"),
        ("c.yaml", "extends: d.yaml\nbasics: {url: https://example.org}"),
        ("a.yaml", "extends: [b.yaml, c.yaml]"),
    ];
    let text = shown(&read(&files, &["a.yaml"], &[]));
    assert!(text.contains("|b|"), "{text}");
}

#[test]
fn files_named_together_are_as_files_that_extend_each_other() {
    let over = "basics: {label: Over}\nwork: [{id: b, position: New}]";
    let top = "basics: {summary: null}";
    let flat = [("base.yaml", BASE), ("over.yaml", over), ("top.yaml", top)];
    let chain = [
        ("base.yaml", BASE),
        (
            "over.yaml",
            "extends: base.yaml\nbasics: {label: Over}\nwork: [{id: b, position: New}]",
        ),
        ("top.yaml", "extends: over.yaml\nbasics: {summary: null}"),
    ];
    let one = shown(&read(&flat, &["base.yaml", "over.yaml", "top.yaml"], &[]));
    assert_eq!(one, shown(&read(&chain, &["top.yaml"], &[])));
    assert!(!one.contains("Old.") && one.contains("Over"), "{one}");
}

#[test]
fn errors_point_into_the_file_that_has_them() {
    let files = [
        (
            "base.yaml",
            "basics: {name: Ada Example}\nwork:\n  - {id: a, startDate: 20x4}\n",
        ),
        ("top.yaml", "extends: base.yaml\nwork: [{id: a, name: A, positon: x}]\n"),
    ];
    let source = read(&files, &["top.yaml"], &["work[a].endDate=x"]);
    let drawn = render::render(&source.problems, &source.map);
    for place in ["base.yaml:3:24", "top.yaml:2:25", "--set:1:17"] {
        assert!(drawn.contains(place), "{place} is not in\n{drawn}");
    }
}

#[test]
fn a_problem_in_two_files_shows_both() {
    let files = [
        ("base.yaml", "basics: {name: Ada}\nwork: [{id: a, name: A, startDate: 2020}]\n"),
        ("top.yaml", "extends: base.yaml\nwork: [{id: a, endDate: 2019}]\n"),
    ];
    let source = read(&files, &["top.yaml"], &[]);
    assert_eq!(source.problems.len(), 1);
    let drawn = render::render(&source.problems, &source.map);
    assert!(
        drawn.contains("base.yaml:2:36") && drawn.contains("top.yaml:2:25"),
        "{drawn}"
    );
}

#[test]
fn a_cycle_is_an_error() {
    let files = [
        ("a.yaml", "extends: b.yaml\nbasics: {name: Ada}"),
        ("b.yaml", "extends: a.yaml"),
        ("self.yaml", "extends: self.yaml\nbasics: {name: Ada}"),
        ("missing.yaml", "extends: [nowhere.yaml]\nbasics: {name: Ada}"),
    ];
    let problems = |name| lines(&read(&files, &[name], &[]).problems);
    let help = "(remove one of the `extends`)";
    let cycle = "cycle: `a.yaml` extends this file, which extends it";
    assert_eq!(problems("a.yaml"), [format!("{cycle} {help}")]);
    assert_eq!(
        problems("self.yaml"),
        [format!("cycle: `self.yaml` extends itself {help}")]
    );
    assert_eq!(problems("missing.yaml"), ["unreadable: not here"]);
}

#[test]
fn what_is_set_is_typed_as_the_file_is() {
    let set = |set: &[&str]| read(&[("base.yaml", BASE)], &["base.yaml"], set);
    let text = shown(&set(&[
        "basics.label=Chief: C# and such",
        "work[0].highlights=[x, \"y: z\"]",
        "work[b].position=Boss",
        "work[2].name=Third",
        "basics.phone=",
        "skills=null",
        "basics.summary.de=Neu.",
    ]));
    for word in ["Chief: C# and such", "x", "y: z", "Boss", "Third", "Neu."] {
        assert!(text.contains(word), "`{word}` is missing in {text}");
    }
    assert!(!text.contains("+49") && !text.contains("Rust"), "{text}");
    let problems = |one| lines(&set(&[one]).problems).join("\n");
    let cases = [
        ("basics.labl=x", "unknown-key: unknown key `labl` (did you mean `label`?)"),
        ("basics.email=ada", "bad-email"),
        ("work[0].startDate=20x4", "bad-date: `20x4` is not a date"),
        ("work[7].name=x", "bad-path: there is no entry 7 (there are 2,"),
        ("work[bb].name=x", "bad-path: no entry has the id `bb`"),
        ("work.name=x", "bad-path: a list stands here, which has no keys"),
        ("basics[0]=x", "bad-path: there is no list here, but a map"),
        ("basics.label", "bad-path: `--set` takes a path and a value"),
        ("basics..label=x", "bad-path: `basics..label` is not a path"),
        ("skills=[a", "syntax: "),
    ];
    for (one, expected) in cases {
        let found = problems(one);
        assert!(found.contains(expected), "{one}: {found}");
    }
}

#[test]
fn a_json_resume_below_a_profile_keeps_its_own_fields() {
    let files = [
        ("me.json", r#"{"basics": {"name": "Ada", "shoeSize": 38}}"#),
        ("top.yaml", "extends: me.json\nbasics: {label: Engineer}"),
    ];
    let source = read(&files, &["top.yaml"], &[]);
    assert_eq!(source.problems.len(), 1);
    assert_eq!(source.problems[0].severity, Severity::Warning);
}

fn scalar(text: &str) -> Node {
    let value = match text {
        "null" => Value::Null,
        _ => Value::Plain(text.to_owned()),
    };
    Node { span: Span::default(), value }
}

fn map(fields: BTreeMap<String, Node>) -> Node {
    let field = |(key, node)| Field { key, key_span: Span::default(), node };
    Node {
        span: Span::default(),
        value: Value::Map(fields.into_iter().map(field).collect()),
    }
}

fn list(nodes: Vec<Node>) -> Node {
    Node { span: Span::default(), value: Value::List(nodes) }
}

fn entries(mut all: BTreeMap<String, Node>) -> Node {
    let nodes = all.iter_mut().map(|(id, node)| {
        let fields = BTreeMap::from([
            ("id".to_owned(), scalar(id)),
            ("v".to_owned(), std::mem::take(node)),
        ]);
        map(fields)
    });
    list(nodes.collect())
}

fn tree() -> impl Strategy<Value = Node> {
    let leaf = prop::sample::select(&["null", "1", "2", "x"][..]).prop_map(scalar);
    leaf.prop_recursive(4, 24, 4, |inner| {
        let keyed = || prop::collection::btree_map("[a-c]", inner.clone(), 0..3);
        prop_oneof![
            keyed().prop_map(map),
            keyed().prop_map(map),
            keyed().prop_map(entries),
            prop::collection::vec(inner.clone(), 0..2).prop_map(list),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_associative(a in tree(), b in tree(), c in tree()) {
        let [a, b, c] = [a, b, c].map(Layer::from);
        let left = a.clone().under(b.clone()).under(c.clone());
        let right = a.under(b.under(c));
        prop_assert_eq!(left.into_node(), right.into_node());
    }
}
