//! What is in the file beside words: tags, bookmarks, links, fonts, standards.

use crate::{case, document, names, poppler, render};
use serde_json::json;

#[test]
fn the_outline_is_tagged_and_links_lead_where_they_say() {
    let document = case("showcase");
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        let structure = poppler::structure(&pdf);
        for section in
            document.sections.iter().filter(|section| !section.title.is_empty())
        {
            let title = curricle::richtext::inline_text(&section.title);
            assert!(structure.contains(&format!("H1 \"{title}\"")), "{theme}: {title}");
        }
        for tag in ["Figure", "L (block)", "LI (block)", "LBody", "Link"] {
            assert!(structure.contains(tag), "{theme}: no {tag}");
        }
        let links = poppler::links(&pdf);
        let contacts = document.header.iter().flat_map(|header| &header.contacts);
        for url in contacts.filter_map(|contact| contact.url.as_ref()) {
            assert!(links.contains(url), "{theme}: {url}");
        }
        assert!(links.contains(&"https://issues.example.org/browse/PROJ-34".to_owned()));
    }
}

#[test]
fn headings_are_in_order_and_none_is_left_out() {
    let document = case("full");
    for theme in names() {
        let structure =
            poppler::structure(&render(&document, json!({"theme": theme})).bytes);
        let mut before = 0;
        let mut found = Vec::new();
        for line in structure.lines().filter_map(|line| line.trim().strip_prefix('H')) {
            let level = line.chars().next().and_then(|c| c.to_digit(10));
            let Some(level) = level.filter(|_| line[1..].starts_with(" \"")) else {
                continue;
            };
            assert!(level <= before + 1, "{theme}: H{line} after H{before}");
            before = level;
            found.push(level);
        }
        assert_eq!(found.iter().max(), Some(&3), "{theme}");
        assert_eq!(found.iter().filter(|level| **level == 3).count(), 1, "{theme}");
    }
}

#[test]
fn bookmarks_are_the_sections() {
    let document = case("showcase");
    for theme in names() {
        let mut bookmarks =
            poppler::bookmarks(&render(&document, json!({"theme": theme})).bytes);
        let titled = document.sections.iter().filter(|section| !section.title.is_empty());
        let mut titles: Vec<_> = titled
            .map(|section| curricle::richtext::inline_text(&section.title))
            .collect();
        if theme == "sidebar" {
            bookmarks.sort(); // short lists come first
            titles.sort();
        }
        assert_eq!(bookmarks, titles, "{theme}");
    }
}

#[test]
fn the_photo_the_page_and_the_icons_say_what_they_are() {
    let document = case("showcase");
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme, "icons": true})).bytes;
        let objects = poppler::objects(&pdf);
        for entry in
            ["/Alt(Ada Example)", "/Lang(en)", "/Title(Ada Example)", "/Marked true"]
        {
            assert!(objects.contains(entry), "{theme}: no {entry}");
        }
        let pictures = poppler::structure(&pdf).matches("Figure").count();
        assert_eq!(pictures, 1, "{theme}: icons and emoji are decoration");
    }
}

#[test]
fn fonts_are_embedded_and_no_others_than_are_asked_for() {
    let document = case("minimal");
    for theme in names() {
        for font in ["Libertinus Serif", "Source Serif 4", "Source Sans 3", "Inter"] {
            let pdf = render(&document, json!({"theme": theme, "font": font})).bytes;
            let name = font.replace(' ', "");
            for (found, embedded) in poppler::fonts(&pdf) {
                assert!(embedded && found.contains(&name), "{theme} {font}: {found}");
            }
        }
    }
}

#[test]
fn the_same_profile_gives_the_same_small_file() {
    let document = case("showcase");
    for theme in names() {
        let options = || json!({"theme": theme, "photo": false});
        let pdf = render(&document, options()).bytes;
        assert_eq!(pdf, render(&document, options()).bytes, "{theme}");
        assert!(pdf.len() <= 60 << 10, "{theme}: {} bytes", pdf.len());
    }
}

/// A little of everything that a theme draws.
const SMALL: &str = "basics: {name: Ada 🌱, image: photo.png, email: ada@example.org}\n\
    work: [{position: A, startDate: 2020, highlights: [one, two]}]\n\
    skills: [{name: B, keywords: [C]}]\n";

#[test]
fn standards_are_held_beside_pdf_ua() {
    let document = document(SMALL);
    for theme in names() {
        for standard in ["a-1b", "a-2a", "a-3a", "a-4"] {
            let options =
                json!({"theme": theme, "standard": standard, "date": "2024-05-31"});
            let bytes = render(&document, options).bytes;
            let xmp = String::from_utf8_lossy(&bytes);
            let part = format!("<pdfaid:part>{}</pdfaid:part>", &standard[2..3]);
            assert!(xmp.contains(&part), "{theme} {standard}");
        }
    }
}
