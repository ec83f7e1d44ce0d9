//! Emoji as things of their own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr;

/// An emoji: the character, or the sequence that makes one picture.
#[derive(Debug, Clone, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Emoji {
    /// The character or sequence, as written: `🌱`.
    pub glyph: String,
    /// GitHub's name for it, without colons, if it has one: `seedling`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub shortcode: Option<String>,
    /// Whether it was written as its shortcode, for a page that keeps it so.
    #[serde(skip)]
    pub is_code: bool,
}

/// However it was written, it is the same emoji.
impl PartialEq for Emoji {
    fn eq(&self, other: &Self) -> bool {
        (&self.glyph, &self.shortcode) == (&other.glyph, &other.shortcode)
    }
}

impl Emoji {
    /// The emoji that one grapheme is, if it is one.
    ///
    /// A character that is text by default (`©`, `↔`) is an emoji only with the variation
    /// selector U+FE0F; two columns of width tell the two apart (UAX #11, and UTS #51
    /// section 2.2).
    pub fn of_grapheme(grapheme: &str) -> Option<Self> {
        let is_keycap = grapheme.ends_with('\u{20E3}');
        let is_sign = grapheme.starts_with(|c: char| c.is_ascii()) && !is_keycap;
        if is_sign || grapheme.width() != 2 {
            return None;
        }
        let known = emojis::get(grapheme)?;
        Some(Self::known(grapheme, known))
    }

    /// The emoji of a shortcode without colons, by GitHub's names.
    pub fn of_shortcode(shortcode: &str) -> Option<Self> {
        let known = emojis::get_by_shortcode(shortcode)?;
        Some(Self {
            glyph: known.as_str().to_owned(),
            shortcode: Some(shortcode.to_owned()),
            is_code: true,
        })
    }

    fn known(glyph: &str, known: &emojis::Emoji) -> Self {
        Self {
            glyph: glyph.to_owned(),
            shortcode: known.shortcode().map(str::to_owned),
            is_code: false,
        }
    }

    /// The emoji as it was written: itself or its `:shortcode:`.
    pub fn written(&self) -> String {
        match &self.shortcode {
            Some(shortcode) if self.is_code => format!(":{shortcode}:"),
            Some(_) | None => self.glyph.clone(),
        }
    }

    /// Every shortcode, without colons: what a misspelt one may have meant.
    pub fn shortcodes() -> impl Iterator<Item = &'static str> {
        emojis::iter().flat_map(emojis::Emoji::shortcodes)
    }

    /// The emoji that a profile's `emoji` field names: itself or its `:shortcode:`.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix(':').and_then(|rest| rest.strip_suffix(':')) {
            Some(shortcode) => Self::of_shortcode(shortcode),
            None => emojis::get(text).map(|known| Self::known(text, known)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Emoji;

    #[test]
    fn pictures_are_emoji_and_signs_are_text() {
        for emoji in
            ["🌱", "⚡", "👯", "❤\u{FE0F}", "👩\u{200D}💻", "🇨🇳", "1\u{FE0F}\u{20E3}"]
        {
            assert!(Emoji::of_grapheme(emoji).is_some(), "{emoji}");
        }
        for text in ["a", "1", "©", "™", "↔", "龍", "→"] {
            assert!(Emoji::of_grapheme(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_name_is_the_picture_or_its_shortcode() {
        assert_eq!(Emoji::named(":smile:").map(|e| e.glyph).as_deref(), Some("😄"));
        assert_eq!(
            Emoji::named("😄").and_then(|e| e.shortcode).as_deref(),
            Some("smile")
        );
        assert_eq!(Emoji::named(":no_such_thing:"), None);
        assert_eq!(Emoji::named("smile"), None);
    }
}
