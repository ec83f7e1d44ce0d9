//! What a picture says about itself where nobody sees it: whose it is, in which language,
//! and which version of the profile it shows.

use crate::document::Document;
use flate2::Crc;

/// An SVG with its language, and the version in its metadata.
pub(super) fn svg(drawn: String, document: &Document) -> String {
    let Some((attributes, content)) =
        drawn.strip_prefix("<svg ").and_then(|rest| rest.split_once('>'))
    else {
        return drawn;
    };
    let lang = document.lang_tag();
    let edition = document.edition.as_deref().map(escaped);
    let edition = edition.map(|edition| format!("<metadata>{edition}</metadata>"));
    let edition = edition.unwrap_or_default();
    format!("<svg xml:lang=\"{lang}\" {attributes}>{edition}{content}")
}

fn escaped(text: &str) -> String {
    let is_allowed = |c: &char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().filter(is_allowed).collect(); // XML 1.0, section 2.2
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands before the first chunk that may be text: the signature (8 bytes) and the
/// header (25; PNG, third edition, sections 5.2 and 11.2.1).
const HEADER: usize = 33;

/// A PNG with a title in its language.
pub(super) fn png(mut drawn: Vec<u8>, document: &Document) -> Vec<u8> {
    let title = match &document.edition {
        Some(edition) => format!("{}, {edition}", document.author),
        None => document.author.clone(),
    };
    if drawn.len() >= HEADER {
        drawn.splice(HEADER..HEADER, text_chunk("Title", document.lang_tag(), &title));
    }
    drawn
}

/// An `iTXt` chunk (PNG, third edition, section 11.3.3.4), not compressed.
fn text_chunk(keyword: &str, lang: &str, text: &str) -> Vec<u8> {
    let text = text.replace('\0', "");
    let data = format!("iTXt{keyword}\0\0\0{lang}\0\0{text}");
    let length = u32::try_from(data.len() - "iTXt".len()).unwrap_or_default();
    let mut crc = Crc::new();
    crc.update(data.as_bytes());
    let parts = [&length.to_be_bytes()[..], data.as_bytes(), &crc.sum().to_be_bytes()];
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{View, compose};
    use crate::profile::Profile;

    fn document() -> Document {
        let profile = Profile { edition: Some("a < b".to_owned()), ..Profile::default() };
        let locale = Some("de".to_owned());
        compose(&profile, &View { locale, ..View::default() }).document
    }

    #[test]
    fn an_svg_has_its_language_and_version() {
        let drawn = svg("<svg width=\"1\"><g/></svg>".to_owned(), &document());
        let expected = "<svg xml:lang=\"de\" width=\"1\"><metadata>a &lt; b</metadata>\
                        <g/></svg>";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_png_has_a_title_after_its_header() {
        let chunk = text_chunk("Title", "de", "Ada");
        assert_eq!(chunk[..8], *b"\0\0\0\x0fiTXt");
        assert_eq!(chunk[8..23], *b"Title\0\0\0de\0\0Ada");
        let drawn = png(vec![7; HEADER + 1], &document());
        assert_eq!(drawn.last(), Some(&7));
        assert!(drawn.windows(5).any(|part| part == b"a < b"));
    }
}
