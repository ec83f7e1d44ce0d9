//! Documents for the tests of this folder, as the JSON that they are.

use crate::document::{Document, Entry};
use serde_json::{Value, json};

/// A person with one employer, two positions, some skills and a section that nests.
pub(super) fn career() -> Document {
    let sections = vec![work(), skills(), contributions()];
    document(header(), sections)
}

/// A section of `count` bullets.
pub(super) fn items(count: usize) -> Document {
    let item = |index: usize| {
        let text =
            vec![words(&format!("Item {index}, which says a little about itself."))];
        json!({"text": text, "origin": format!("/sections/0/items/{index}")})
    };
    let items: Vec<_> = (0..count).map(item).collect();
    let section = section("Items", json!([{"type": "items", "items": items}]), json!([]));
    document(Value::Null, vec![section])
}

fn document(header: Value, sections: Vec<Value>) -> Document {
    let (version, lang) = (crate::document::DOCUMENT_VERSION, "en");
    let author = "Ada Example";
    serde_json::from_value(json!({
        "version": version, "lang": lang, "author": author, "heading_level": 1,
        "header": header, "sections": sections,
    }))
    .unwrap()
}

fn words(text: &str) -> Value {
    json!({"type": "text", "text": text})
}

fn link(url: &str, text: &str) -> Value {
    json!({"type": "link", "url": url, "content": [words(text)]})
}

fn paragraph(content: Value) -> Value {
    json!({"type": "paragraph", "content": content})
}

fn section(title: &str, parts: Value, sections: Value) -> Value {
    json!({
        "id": title, "title": [words(title)], "parts": parts, "sections": sections,
        "emoji": {"glyph": "🤔", "shortcode": "thinking"}, "origin": "/sections/0",
    })
}

fn contact(kind: &str, text: &str, url: Value) -> Value {
    json!({"kind": kind, "text": text, "url": url, "origin": format!("/basics/{kind}")})
}

fn header() -> Value {
    json!({
        "name": [words("Ada Example")],
        "label": [words("Stream-processing engineer")],
        "contacts": [
            contact("location", "Berlin, Germany", Value::Null),
            contact("email", "ada@example.org", json!("mailto:ada@example.org")),
            contact("phone", "+49 30 123456", json!("tel:+4930123456")),
            contact("profile", "github.com/ada", json!("https://github.com/ada")),
        ],
        "origin": "/basics",
    })
}

fn work() -> Value {
    let highlight = json!({"text": [words("Made checkpoints boring, 让检查点变得无聊，")],
        "items": [{"text": [words("and small")], "origin": "/h"}], "origin": "/h"});
    let position = json!({"title": [words("Staff Engineer")],
        "dates": "Mar\u{a0}2020 – present", "highlights": [highlight],
        "keywords": [[words("Rust")], [words("Java")]], "origin": "/work/0"});
    let employer = Entry::default();
    let mut employer = serde_json::to_value(employer).unwrap();
    employer["title"] = json!([words("Acme")]);
    employer["url"] = json!("https://acme.example");
    employer["location"] = json!([words("Berlin")]);
    employer["positions"] = json!([position]);
    employer["origin"] = json!("/work/0");
    section("Work", json!([{"type": "entries", "entries": [employer]}]), json!([]))
}

fn skills() -> Value {
    let group = json!({"name": [words("Rust")], "level": [words("expert")],
        "keywords": [[words("tokio")], [words("serde")]], "origin": "/skills/0"});
    section("Skills", json!([{"type": "groups", "groups": [group]}]), json!([]))
}

fn contributions() -> Value {
    let list = json!({"type": "list", "start": 1,
        "items": [[paragraph(json!([words("first")]))], [paragraph(json!([words("second")]))]]});
    let text = json!([
        paragraph(json!([words("In short: "), link("https://example.org/a", "A")])),
        list
    ]);
    let note =
        json!([paragraph(json!([words("These were team efforts, every one of them.")]))]);
    let inner = section("Checkpoint & State Backend 检查点", json!([]), json!([]));
    section(
        "Contributions",
        json!([
            {"type": "prose", "blocks": text, "origin": "/sections/0/text"},
            {"type": "note", "blocks": note, "origin": "/sections/0/note"},
        ]),
        json!([inner]),
    )
}
