//! What a Document says about its language.

use super::Words;
use crate::richtext::{Block, Inline};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The side from which a language is read.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From the left, as most.
    #[default]
    Ltr,
    /// From the right, as Arabic and Hebrew.
    Rtl,
}

/// The languages that are written from the right unless their tag names another script
/// (CLDR, `characterOrder` by likely script).
const RTL_LANGUAGES: [&str; 15] = [
    "ar", "arz", "ary", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "ug",
    "ur", "yi",
];

/// Scripts that are written from the right (Unicode `Bidi_Class` R and AL).
const RTL_SCRIPTS: [&str; 8] =
    ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"];

impl Direction {
    /// The direction of the language that a BCP 47 tag names: by its script if it names
    /// one, else by the language's usual one.
    pub fn of(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4 && !part.starts_with('1'));
        let is_rtl = match script {
            Some(script) => {
                RTL_SCRIPTS.iter().any(|rtl| rtl.eq_ignore_ascii_case(script))
            }
            None => RTL_LANGUAGES.contains(&language),
        };
        if is_rtl { Self::Rtl } else { Self::Ltr }
    }

    /// As HTML's and Typst's `dir` have it: `ltr` or `rtl`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Text from the left within a page from the right: `C#` and `+49 30 123` would be `#C` and
/// `123 30 49+` there. Isolates (UAX #9, section 2.4) keep it as it is in every output; text
/// that has a letter from the right finds its own order.
pub(super) fn isolated(text: String, page: Direction) -> String {
    let is_foreign = page == Direction::Rtl
        && !text.chars().any(is_from_the_right)
        && text.chars().any(|c| c.is_ascii_alphanumeric() || c.is_alphabetic());
    match is_foreign {
        true => format!("\u{2066}{text}\u{2069}"),
        false => text,
    }
}

/// Code within text from the right, likewise: it is read from the left wherever it stands.
pub(super) fn isolate_code(content: &mut [Inline], page: Direction) {
    for inline in content {
        match inline {
            Inline::Code { text } => *text = isolated(std::mem::take(text), page),
            Inline::Strong { content }
            | Inline::Emphasis { content }
            | Inline::Strikethrough { content }
            | Inline::Link { content, .. } => isolate_code(content, page),
            Inline::Text { .. } | Inline::Emoji { .. } | Inline::Break => {}
        }
    }
}

/// Code within prose from the right.
pub(super) fn isolate_code_in(blocks: &mut [Block], page: Direction) {
    for block in blocks {
        match block {
            Block::Paragraph { content } => isolate_code(content, page),
            Block::Quote { content } => isolate_code_in(content, page),
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| isolate_code_in(item, page));
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

/// The blocks of the scripts that are written from the right (Unicode, `Bidi_Class` R, AL
/// and AN).
fn is_from_the_right(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The words and signs that a backend itself puts between those of the profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Wording {
    /// Between a title and what belongs to it: `, `.
    pub comma: String,
    /// Between two of many, such as keywords: `, `.
    pub list: String,
    /// Between a label and what it labels: `: `.
    pub colon: String,
    /// Between things in a row, such as contacts: ` · `. In a page from the right it has a
    /// sign of that direction with it (U+200F), so that addresses stay in their order.
    pub dot: String,
    /// Before what stands in brackets, and the space before it: ` (`.
    pub open: String,
    /// After what stands in brackets: `)`.
    pub close: String,
    /// The foot of a page, where `{n}` is its number and `{m}` how many there are.
    pub page: String,
    /// The ten figures from nought to nine, where they are not the European ones.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub figures: Option<String>,
}

impl Default for Wording {
    /// English.
    fn default() -> Self {
        Self::from(&Words::default())
    }
}

impl From<&Words> for Wording {
    fn from(words: &Words) -> Self {
        Self {
            comma: words.get("comma").to_owned(),
            list: words.get("list").to_owned(),
            colon: words.get("colon").to_owned(),
            dot: Self::DOT.to_owned(),
            open: words.open().to_owned(),
            close: words.close().to_owned(),
            page: words.get("page").to_owned(),
            figures: None,
        }
    }
}

impl Wording {
    const DOT: &str = " · ";

    /// The signs for a page of this direction.
    #[must_use]
    pub(super) fn turned(self, page: Direction) -> Self {
        let dot = match page {
            Direction::Ltr => self.dot,
            Direction::Rtl => " ·\u{200F} ".to_owned(),
        };
        Self { dot, ..self }
    }
}

/// The same output in a language: one of several that link to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Translation {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The language's own name: `Deutsch`.
    pub name: String,
    /// Where it is, relative to this output; nothing for this output itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_locale::{LocaleDirectionality, locale};

    #[test]
    fn what_is_from_the_left_keeps_its_order_in_a_page_from_the_right() {
        let shown = |text: &str| isolated(text.to_owned(), Direction::Rtl);
        assert_eq!(shown("C#"), "\u{2066}C#\u{2069}");
        assert_eq!(shown("+49 30"), "\u{2066}+49 30\u{2069}");
        assert_eq!(shown("كتب C++"), "كتب C++");
        assert_eq!(shown(" – "), " – ");
        assert_eq!(isolated("C#".to_owned(), Direction::Ltr), "C#");
    }

    #[test]
    fn code_keeps_its_order_wherever_it_stands() {
        let code = |text: &str| Inline::Code { text: text.to_owned() };
        let strong = |text| Inline::Strong { content: vec![code(text)] };
        let mut content = vec![Inline::text("كتب"), strong("C++")];
        isolate_code(&mut content, Direction::Ltr);
        assert_eq!(content[1], strong("C++"));
        isolate_code(&mut content, Direction::Rtl);
        assert_eq!(content, [Inline::text("كتب"), strong("\u{2066}C++\u{2069}")]);
    }

    #[test]
    fn directions_are_those_of_cldr() {
        let cldr = LocaleDirectionality::new_extended();
        let tags = RTL_LANGUAGES.into_iter().chain(Words::languages());
        let tags =
            tags.chain(["pa-Arab", "az-Arab-IR", "ar-Latn", "he-IL", "uz", "zh-TW"]);
        for tag in tags {
            let locale = icu_locale::Locale::try_from_str(tag).unwrap_or(locale!("und"));
            let is_rtl = cldr.is_right_to_left(&locale.id);
            assert_eq!(Direction::of(tag) == Direction::Rtl, is_rtl, "{tag}");
        }
    }
}
