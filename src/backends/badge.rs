//! A badge as an SVG file beside a README, so that no other host is asked for it.

use super::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::richtext::{inline_text, shown};
use askama::Template;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use unicode_width::UnicodeWidthChar;

/// The `badge` backend.
#[derive(Debug)]
pub(super) struct Badge;

/// What a badge says and in which colour.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct BadgeOptions {
    /// The words on the dark side. Default: none.
    label: String,
    /// The words on the coloured side. Default: what the person does.
    message: Option<String>,
    /// The colour behind the message: `"#1d3f66"`. Default: a blue.
    color: Option<String>,
}

const BLUE: Color = Color([0x1d, 0x5f, 0xa8]);

/// The picture.
#[derive(Template)]
#[template(path = "badge.svg", escape = "html")]
struct Picture {
    label: String,
    message: String,
    said: String,
    color: String,
    ink: &'static str,
    label_width: usize,
    width: usize,
}

impl Backend for Badge {
    fn id(&self) -> &str {
        "badge"
    }

    fn about(&self) -> &str {
        "a badge for a README, as an SVG file beside it"
    }

    fn default_path(&self) -> &str {
        "badge.svg"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(BadgeOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        let mut problems = options.check::<BadgeOptions>();
        let color = options.decode::<BadgeOptions>().ok().and_then(|known| known.color);
        if let Some(color) = color.filter(|color| Color::parse(color).is_none()) {
            let message = format!("`{color}` is no colour");
            let problem = Diagnostic::error(Code::BadValue, message)
                .at(Place::Value(options.origin().key("color")), "")
                .help("write it as `\"#1d3f66\"`");
            problems.push(problem);
        }
        problems
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let options: BadgeOptions = request.options.decode().map_err(BackendError)?;
        let header = request.document.header.as_ref();
        let usual = header.map(|header| inline_text(&header.label)).unwrap_or_default();
        let message = options.message.unwrap_or(usual);
        if message.trim().is_empty() {
            let problem = Diagnostic::error(Code::EmptyOutput, "a badge without words");
            let place = Place::Key(request.options.origin().clone());
            return Err(problem.at(place, "").help("say it with `message`").into());
        }
        let color = options.color.as_deref().and_then(Color::parse).unwrap_or(BLUE);
        let picture = picture(&options.label, &message, color).render();
        let svg = picture.map_err(|error| {
            let message = format!("the badge's template failed: {error}");
            Diagnostic::error(Code::Typesetting, message)
        })?;
        Ok(Rendered { bytes: (svg + "\n").into_bytes(), ..Rendered::default() })
    }
}

fn picture(label: &str, message: &str, color: Color) -> Picture {
    let clean = |words: &str| words.trim().chars().map(shown).collect::<String>();
    let (label, message) = (clean(label), clean(message));
    let label_width = if label.is_empty() { 0 } else { width(&label) };
    let said = match label.is_empty() {
        true => message.clone(),
        false => format!("{label}: {message}"),
    };
    let width = label_width + width(&message);
    Picture {
        label,
        message,
        said,
        color: color.hex(),
        ink: color.ink(),
        label_width,
        width,
    }
}

/// The width of a side in pixels, its edges included. The words are set to that width, so
/// that an estimate will do: Verdana at 11 pixels.
fn width(words: &str) -> usize {
    let tenths: usize = words.chars().map(tenths).sum();
    14 + tenths.div_ceil(10)
}

/// The width of a character in tenths of a pixel.
fn tenths(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 34,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' | 'I' => 46,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 60,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 104,
        'A'..='Z' | '+' | '=' | '&' | '#' => 77,
        _ => match c.width() {
            None | Some(0) => 0,
            Some(1) => 67,
            Some(_) => 110,
        },
    }
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy)]
struct Color([u8; 3]);

impl Color {
    /// Reads `#1d3f66`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(Self([red, green, blue]))
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Black or white, whichever is easier to read on it (luma of Rec. 601, in thousandths).
    fn ink(self) -> &'static str {
        let [red, green, blue] = self.0.map(u32::from);
        match red * 299 + green * 587 + blue * 114 > 150_000 {
            true => "#111",
            false => "#fff",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, picture};
    use askama::Template;

    #[test]
    fn a_badge_is_as_wide_as_its_words_and_text_is_never_code() {
        let svg =
            picture("a & b", "<script>\u{1B}", Color([255, 255, 0])).render().unwrap();
        assert!(!svg.contains("<script>") && !svg.contains('\u{1B}'), "{svg}");
        assert!(
            svg.contains("fill=\"#ffff00\"") && svg.contains("fill=\"#111\""),
            "{svg}"
        );
        let wide = |words: &str| picture("", words, Color([0, 0, 0])).width;
        assert!(wide("iiii") < wide("aaaa") && wide("aaaa") < wide("WWWW"));
        assert_eq!(wide("\u{301}"), 14, "a mark has no width of its own");
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Color::parse("#1d3f66").map(Color::hex).as_deref(), Some("#1d3f66"));
        for wrong in ["1d3f66", "#1d3", "#1d3f6g", "#+d3f66", "red"] {
            assert!(Color::parse(wrong).is_none(), "{wrong}");
        }
    }
}
