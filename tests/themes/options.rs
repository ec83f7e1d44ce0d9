//! What an output sets, on every theme.

use crate::{Case, document, folder, names, render, try_render};
use curricle::backends::Assets;
use curricle::diagnostics::Code;
use serde_json::json;
use std::sync::Arc;

/// A little of everything that a theme draws.
const SMALL: &str = "basics: {name: Ada 🌱, image: photo.png, email: ada@example.org}\n\
    work: [{position: A, startDate: 2020, highlights: [one, two]}]\n\
    skills: [{name: B, keywords: [C]}]\n";

#[test]
fn options_change_what_they_say() {
    let document = document(SMALL);
    let usual = |theme: &str| json!({"theme": theme});
    for theme in names() {
        let plain = render(&document, usual(theme)).bytes;
        for (key, value) in [
            ("accent", json!("#aa0000")),
            ("font_size", json!(8)),
            ("density", json!(0.7)),
            ("margins", json!(30)),
            ("photo", json!(false)),
            ("page_numbers", json!("foot")),
            ("paper", json!("us-letter")),
            ("font", json!("Libertinus Serif")),
            ("link_style", json!("plain")),
            ("link_style", json!("underline")),
            ("link_style", json!("accent")),
            ("icons", json!(true)),
            ("icons", json!(false)),
            ("date", json!("2024-05-31")),
        ] {
            let mut options = usual(theme);
            options[key] = value;
            assert_ne!(plain, render(&document, options).bytes, "{theme} {key}");
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
