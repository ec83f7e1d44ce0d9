//! The profile under `tests/cases/full` uses every field of the format, so that whatever
//! is tried on it is tried on every field.

use curricle::readers;
use curricle::tree::Node;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Fields that it does not use, and what does.
const ELSEWHERE: [(&str, &str); 5] = [
    ("Profile.extends", "a second file: tests/versions/files.rs"),
    ("Section.raw", "for the README alone: tests/readme/page.yaml"),
    ("Output.into", "a page that somebody wrote: tests/in_place.rs"),
    ("Output.region", "as `into`"),
    ("Output.font_path", "a folder of the machine: tests/themes"),
];

/// What any section and any entry may have is one field, not one for each kind of them.
const SHARED: [&str; 1] = ["page_break"];

/// A walk over the schema, beside a profile where there is one.
struct Walk<'a> {
    definitions: &'a Value,
    fields: BTreeSet<String>,
    open: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    fn over(schema: &'a Value, profile: Option<&Node>) -> BTreeSet<String> {
        let definitions = &schema["$defs"];
        let mut walk = Self { definitions, fields: BTreeSet::new(), open: vec![] };
        walk.value("Profile", schema, profile);
        walk.fields
    }

    fn value(&mut self, owner: &str, schema: &'a Value, node: Option<&Node>) {
        if let Some(path) = schema["$ref"].as_str() {
            self.definition(path.trim_start_matches("#/$defs/"), node);
        }
        for choice in schema["anyOf"].as_array().into_iter().flatten() {
            self.value(owner, choice, node);
        }
        self.properties(owner, schema, node);
        self.others(owner, schema, node);
        match (schema.get("items"), node.map(Node::elements)) {
            (Some(items), None) => self.value(owner, items, None),
            (Some(items), Some(nodes)) => {
                nodes.iter().for_each(|node| self.value(owner, items, Some(node)));
            }
            (None, _) => {}
        }
    }

    /// A type by its name: once where no profile says how deep it stands in itself.
    fn definition(&mut self, name: &'a str, node: Option<&Node>) {
        if node.is_none() && self.open.contains(&name) {
            return;
        }
        self.open.push(name);
        self.value(name, &self.definitions[name], node);
        self.open.pop();
    }

    fn properties(&mut self, owner: &str, schema: &'a Value, node: Option<&Node>) {
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let inner = node.map(|node| node.get(key));
            if inner == Some(None) {
                continue;
            }
            let name = format!("{owner}.{key}");
            let is_shared = SHARED.contains(&key.as_str());
            self.fields.insert(if is_shared { key.clone() } else { name.clone() });
            self.value(&name, property, inner.flatten().map(|field| &field.node));
        }
    }

    /// The values of a map whose keys are the profile's own.
    fn others(&mut self, owner: &str, schema: &'a Value, node: Option<&Node>) {
        let Some(other) = schema.get("additionalProperties") else { return };
        match node {
            None => self.value(owner, other, None),
            Some(node) => {
                for field in node.fields() {
                    self.value(owner, other, Some(&field.node));
                }
            }
        }
    }
}

#[test]
fn every_field_is_used_by_one_case() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/full/profile.yaml");
    let source = readers::read("profile.yaml", &std::fs::read(path).unwrap());
    let schema = curricle::schema::profile();
    let all = Walk::over(&schema, None);
    let used = Walk::over(&schema, Some(source.map.root()));
    assert!(all.len() > 200, "the schema has lost its fields");
    let unused: BTreeSet<&str> = all.difference(&used).map(String::as_str).collect();
    let known = ELSEWHERE.map(|(field, _)| field);
    // Without the PDF, its options are no fields.
    let known = known.into_iter().filter(|field| all.contains(*field)).collect();
    assert_eq!(unused, known, "use the fields on the left in tests/cases/full");
}
