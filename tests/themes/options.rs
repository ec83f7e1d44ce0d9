//! What an output sets, on every theme.

use crate::{Case, document, folder, names, render, try_render};
use curricle::backends::Assets;
use curricle::diagnostics::Code;
use serde_json::json;
use std::sync::Arc;

/// A little of everything that a theme draws.
const SMALL: &str = "basics: {name: Ada 🌱, image: photo.png, email: ada@example.org}\n\
    work: [{position: A, startDate: 2020, highlights: [one, \"[two](https://example.org)\"]}]\n\
    skills: [{name: B, keywords: [C]}]\n";

#[test]
fn options_change_what_they_say() {
    let document = document(SMALL);
    for theme in names() {
        for (key, one, other) in [
            ("accent", json!("#aa0000"), json!("#006600")),
            ("font", json!("Libertinus Serif"), json!("Inter")),
            ("font_size", json!(8), json!(9)),
            ("density", json!(0.7), json!(0.9)),
            ("margins", json!(30), json!(20)),
            ("icons", json!(true), json!(false)),
            ("link_style", json!("plain"), json!("underline")),
            ("link_style", json!("plain"), json!("accent")),
            ("photo", json!(true), json!(false)),
            ("page_numbers", json!("foot"), json!("none")),
            ("paper", json!("us-letter"), json!("a4")),
            ("date", json!("2024-05-31"), json!("2024-06-01")),
        ] {
            let with =
                |value| render(&document, json!({"theme": theme, key: value})).bytes;
            assert!(with(one) != with(other), "{theme} {key}");
        }
    }
}

#[test]
fn a_character_that_no_font_has_is_an_error_in_every_theme() {
    let document = document("basics: {name: \"Ada \u{10fffd}\"}");
    let assets: Arc<dyn Assets> = Arc::new(Case(folder("showcase")));
    for theme in names() {
        let error = try_render(&document, json!({"theme": theme}), &assets).unwrap_err();
        assert_eq!(error.0.len(), 1, "{theme}");
        assert_eq!(error.0[0].code, Code::MissingGlyph, "{theme}");
    }
}
