//! The fonts in the binary. A face is parsed when a Document first needs its family, and
//! then once: parsing reads the whole character map.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// A family of fonts, in the order in which a character is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Libertinus Serif in regular and semibold, upright and italic.
    Serif,
    /// DejaVu Sans Mono, for code and for signs that the serif lacks.
    Mono,
    /// Noto Emoji, in outline.
    Emoji,
}

/// All families.
pub(super) const FAMILIES: [Family; 3] = [Family::Serif, Family::Mono, Family::Emoji];

static SERIF: LazyLock<Vec<Font>> = LazyLock::new(|| shipped(&[0, 2, 4, 5]));
static MONO: LazyLock<Vec<Font>> = LazyLock::new(|| shipped(&[13, 14, 15, 16]));
static EMOJI: LazyLock<Vec<Font>> = LazyLock::new(|| parse(NOTO_EMOJI).collect());

static NOTO_EMOJI: &[u8] =
    include_bytes!("../../../templates/fonts/noto-emoji/NotoEmoji-Regular.ttf");

/// The faces at these places in `typst_assets::fonts`, which has no names for them; the
/// version is pinned and a test holds the places.
fn shipped(places: &[usize]) -> Vec<Font> {
    let wanted = typst_assets::fonts().enumerate();
    wanted.filter(|(i, _)| places.contains(i)).flat_map(|(_, data)| parse(data)).collect()
}

fn parse(data: &'static [u8]) -> impl Iterator<Item = Font> {
    Font::iter(Bytes::new(data))
}

impl Family {
    /// Its faces.
    pub(super) fn faces(self) -> &'static [Font] {
        match self {
            Self::Serif => &SERIF,
            Self::Mono => &MONO,
            Self::Emoji => &EMOJI,
        }
    }

    /// Whether one of its faces has a glyph for `c`.
    pub(super) fn covers(self, c: char) -> bool {
        self.faces().iter().any(|font| font.info().coverage.contains(c.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::Family;

    #[test]
    fn the_places_hold_the_families() {
        for (family, name, count) in [
            (Family::Serif, "Libertinus Serif", 4),
            (Family::Mono, "DejaVu Sans Mono", 4),
            (Family::Emoji, "Noto Emoji", 1),
        ] {
            assert_eq!(family.faces().len(), count, "{name}");
            assert!(family.faces().iter().all(|font| font.info().family == name));
        }
    }

    #[test]
    fn the_serif_has_a_semibold_and_italics() {
        let weights = Family::Serif.faces().iter().map(|font| font.info().variant.weight);
        let mut weights: Vec<u16> = weights.map(|weight| weight.to_number()).collect();
        weights.sort_unstable();
        assert_eq!(weights, [400, 400, 600, 600]);
    }
}
