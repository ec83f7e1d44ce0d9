//! What a Document needs to be set: fonts, emoji pictures, and glyphs that no font has.

use super::fonts::{FAMILIES, Family};
use super::missing::Missing;
use super::options::{HeadingEmoji, PdfOptions, TextEmoji};
use super::system::{Beside, Found};
use super::texts::{self, Text};
use super::themes::Theme;
use crate::diagnostics::Diagnostic;
use crate::document::Document;
use crate::richtext::Emoji;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use twemoji_assets::svg::SvgTwemojiAsset;
use typst::text::{Font, is_default_ignorable};

/// What was found in one walk over a Document.
#[derive(Default)]
pub(super) struct Survey<'a> {
    families: BTreeSet<Family>,
    text: Vec<Family>,
    pictures: BTreeMap<&'a str, &'static str>,
    homes: HashMap<char, Option<Family>>,
    missing: Missing<'a>,
    system: Option<Found>,
    folder: Option<String>,
    beside: Beside<'a>,
    borrowed: BTreeSet<String>,
    /// The bytes of the longest word.
    longest: usize,
}

impl<'a> Survey<'a> {
    /// Looks at every text that `options` let be shown, set in the family that they or
    /// else the theme name.
    pub(super) fn of(
        document: &'a Document,
        options: &PdfOptions,
        theme: &Theme,
    ) -> Self {
        let mut families: BTreeSet<Family> = theme.families().collect();
        let chosen = options.font.as_deref().and_then(Family::named);
        let text = chosen.or_else(|| families.first().copied());
        let text = text.unwrap_or(Family::Libertinus);
        if chosen.is_some() {
            families.clear();
        }
        families.insert(text);
        let mut order = vec![text];
        order.extend(FAMILIES.into_iter().filter(|family| *family != text));
        let folder = options.font_path.clone();
        let beside = Beside { lang: &document.lang, serif: text.is_serif() };
        let mut survey =
            Self { families, text: order, folder, beside, ..Self::default() };
        let in_text = options.emoji != TextEmoji::None;
        let in_headings = options.heading_emoji != HeadingEmoji::None;
        texts::walk(document, &mut |origin, text| match text {
            Text::Words(words) => survey.words(origin, words),
            Text::Code(code) => survey.code(origin, code),
            Text::Emoji(emoji) if in_text => survey.emoji(origin, emoji),
            Text::HeadingEmoji(emoji) if in_headings => survey.emoji(origin, emoji),
            Text::Emoji(_) | Text::HeadingEmoji(_) => {}
        });
        survey
    }

    /// The faces to load: no more than are needed, because hashing them takes time.
    pub(super) fn fonts(&self) -> Vec<Font> {
        let shipped = self.families.iter().flat_map(|family| family.faces()).cloned();
        let system = self.system.iter();
        let borrowed = system.flat_map(|system| {
            self.borrowed.iter().flat_map(|family| system.faces(family))
        });
        shipped.chain(borrowed).collect()
    }

    /// The faces of the binary that are needed beside those of the theme.
    pub(super) fn further_fonts(&self, theme: &Theme) -> Vec<Font> {
        let usual: BTreeSet<Family> = theme.families().collect();
        let further = self.families.difference(&usual);
        further.flat_map(|family| family.faces()).cloned().collect()
    }

    /// The families that are not in the binary.
    pub(super) fn borrowed(&self) -> impl Iterator<Item = &str> {
        self.borrowed.iter().map(String::as_str)
    }

    /// The pictures (SVG) of the emoji, by emoji.
    pub(super) fn pictures(&self) -> &BTreeMap<&'a str, &'static str> {
        &self.pictures
    }

    /// Whether there are tabs, or spaces of other widths than the usual.
    pub(super) fn has_odd_spaces(&self) -> bool {
        self.homes.keys().any(|c| c.is_whitespace() && !matches!(c, '\n' | '\u{a0}'))
    }

    /// Whether a word may be too wide for a line.
    pub(super) fn has_long_words(&self) -> bool {
        self.longest >= LONG_WORD
    }

    /// The characters that no font has, as problems.
    ///
    /// # Errors
    /// One problem for each, if there are any.
    pub(super) fn complain(&self) -> Result<(), Vec<Diagnostic>> {
        self.missing.to_result()
    }

    fn words(&mut self, origin: &'a str, words: &str) {
        let longest = words.split(' ').map(str::len).max().unwrap_or_default();
        self.longest = self.longest.max(longest);
        for c in words.chars().filter(|c| !is_plain(*c)) {
            let found = *self.homes.entry(c).or_insert_with(|| home(c, &self.text));
            match found {
                Some(family) => self.families.extend([family]),
                None if self.borrow(c) => {}
                None if Family::Mono.covers(c) => {
                    self.families.insert(Family::Mono);
                }
                None => self.missing.add(origin, c),
            }
        }
    }

    /// Whether the system has a font for a character.
    fn borrow(&mut self, c: char) -> bool {
        if c.is_control() {
            return false;
        }
        let folder = self.folder.as_deref();
        let system = self.system.get_or_insert_with(|| Found::scan(folder));
        let family = system.family(c, self.beside, &self.borrowed).map(str::to_owned);
        let found = family.is_some();
        self.borrowed.extend(family);
        found
    }

    fn code(&mut self, origin: &'a str, code: &str) {
        self.families.insert(Family::Mono);
        self.words(origin, code);
    }

    fn emoji(&mut self, origin: &'a str, emoji: &'a Emoji) {
        self.families.insert(Family::Emoji);
        if let Some(svg) = picture(&emoji.glyph) {
            self.pictures.insert(&emoji.glyph, svg);
        }
        let lacking =
            emoji.glyph.chars().filter(|c| !is_blank(*c) && !Family::Emoji.covers(*c));
        lacking.for_each(|c| self.missing.add(origin, c));
    }
}

/// How many bytes make a word that may be too wide for a line: the 32 of `words.typ`, less
/// the three that the longest colon has, which a theme may put behind it.
const LONG_WORD: usize = 29;

/// Nearly every character: what every family has, so that nothing is looked up.
fn is_plain(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic()
}

/// Whether a character needs no glyph. NUL and the byte order mark do not count, since no
/// accessible PDF may hold them.
fn is_blank(c: char) -> bool {
    !matches!(c, '\0' | '\u{feff}') && (c.is_whitespace() || is_default_ignorable(c))
}

/// The family that a character is set in; characters without a glyph count as the text's.
fn home(c: char, order: &[Family]) -> Option<Family> {
    if is_blank(c) {
        return order.first().copied();
    }
    // Letters of one width are no text: a font of the system is better, if there is one.
    let printable = !matches!(c, '\0' | '\u{feff}');
    let fits = |family: &Family| *family != Family::Mono || !c.is_alphabetic();
    order.iter().copied().filter(fits).find(|family| printable && family.covers(c))
}

/// The picture of an emoji, whose name may have the variation selector or not.
fn picture(glyph: &str) -> Option<&'static str> {
    let bare = || glyph.replace('\u{fe0f}', "");
    SvgTwemojiAsset::from_emoji(glyph)
        .or_else(|| SvgTwemojiAsset::from_emoji(&bare()))
        .or_else(|| SvgTwemojiAsset::from_emoji(&format!("{}\u{fe0f}", bare())))
        .map(|asset| asset.data.0)
}
