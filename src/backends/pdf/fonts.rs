//! The fonts in the binary. A face is parsed when a Document first needs its family, and
//! then once: parsing reads the whole character map.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// A family of fonts, in the order in which a character is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Libertinus Serif.
    Libertinus,
    /// Source Serif 4.
    SourceSerif,
    /// Source Sans 3.
    SourceSans,
    /// Inter, a sans.
    Inter,
    /// DejaVu Sans Mono, for code and for signs that the others lack.
    Mono,
    /// Noto Emoji, in outline.
    Emoji,
}

/// All families.
pub(super) const FAMILIES: [Family; 6] = [
    Family::Libertinus,
    Family::SourceSerif,
    Family::SourceSans,
    Family::Inter,
    Family::Mono,
    Family::Emoji,
];

/// A face of a family that is a file of this repository.
macro_rules! face {
    ($file:literal) => {
        include_bytes!(concat!("../../../templates/fonts/", $file))
    };
}

static LIBERTINUS_SERIF: [&[u8]; 5] = [
    face!("libertinus-serif/LibertinusSerif-Regular.otf"),
    face!("libertinus-serif/LibertinusSerif-Italic.otf"),
    face!("libertinus-serif/LibertinusSerif-Semibold.otf"),
    face!("libertinus-serif/LibertinusSerif-SemiboldItalic.otf"),
    face!("libertinus-serif/LibertinusSerif-Bold.otf"),
];
static SOURCE_SERIF_4: [&[u8]; 5] = [
    face!("source-serif-4/SourceSerif4-Regular.ttf"),
    face!("source-serif-4/SourceSerif4-Italic.ttf"),
    face!("source-serif-4/SourceSerif4-SemiBold.ttf"),
    face!("source-serif-4/SourceSerif4-SemiBoldItalic.ttf"),
    face!("source-serif-4/SourceSerif4-Bold.ttf"),
];
static SOURCE_SANS_3: [&[u8]; 5] = [
    face!("source-sans-3/SourceSans3-Regular.ttf"),
    face!("source-sans-3/SourceSans3-Italic.ttf"),
    face!("source-sans-3/SourceSans3-SemiBold.ttf"),
    face!("source-sans-3/SourceSans3-SemiBoldItalic.ttf"),
    face!("source-sans-3/SourceSans3-Bold.ttf"),
];
static INTER_FACES: [&[u8]; 5] = [
    face!("inter/Inter-Regular.ttf"),
    face!("inter/Inter-Italic.ttf"),
    face!("inter/Inter-SemiBold.ttf"),
    face!("inter/Inter-SemiBoldItalic.ttf"),
    face!("inter/Inter-Bold.ttf"),
];
static DEJAVU_SANS_MONO: [&[u8]; 4] = [
    face!("dejavu-sans-mono/DejaVuSansMono-Regular.ttf"),
    face!("dejavu-sans-mono/DejaVuSansMono-Bold.ttf"),
    face!("dejavu-sans-mono/DejaVuSansMono-Oblique.ttf"),
    face!("dejavu-sans-mono/DejaVuSansMono-BoldOblique.ttf"),
];
static NOTO_EMOJI: [&[u8]; 1] = [face!("noto-emoji/NotoEmoji-Regular.ttf")];

static LIBERTINUS: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&LIBERTINUS_SERIF));
static SOURCE_SERIF: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&SOURCE_SERIF_4));
static SOURCE_SANS: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&SOURCE_SANS_3));
static INTER: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&INTER_FACES));
static MONO: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&DEJAVU_SANS_MONO));
static EMOJI: LazyLock<Vec<Font>> = LazyLock::new(|| parsed(&NOTO_EMOJI));

fn parsed(files: &[&'static [u8]]) -> Vec<Font> {
    files.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect()
}

impl Family {
    /// The name by which a theme or an output asks for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Libertinus => "Libertinus Serif",
            Self::SourceSerif => "Source Serif 4",
            Self::SourceSans => "Source Sans 3",
            Self::Inter => "Inter",
            Self::Mono => "DejaVu Sans Mono",
            Self::Emoji => "Noto Emoji",
        }
    }

    /// The family of this name, in whatever case.
    pub(super) fn named(name: &str) -> Option<Self> {
        FAMILIES.into_iter().find(|family| family.name().eq_ignore_ascii_case(name))
    }

    /// Its faces.
    pub(super) fn faces(self) -> &'static [Font] {
        match self {
            Self::Libertinus => &LIBERTINUS,
            Self::SourceSerif => &SOURCE_SERIF,
            Self::SourceSans => &SOURCE_SANS,
            Self::Inter => &INTER,
            Self::Mono => &MONO,
            Self::Emoji => &EMOJI,
        }
    }

    /// Whether its letters have serifs.
    pub(super) fn is_serif(self) -> bool {
        match self {
            Self::Libertinus | Self::SourceSerif => true,
            Self::SourceSans | Self::Inter | Self::Mono | Self::Emoji => false,
        }
    }

    /// Whether one of its faces has a glyph for `c`.
    pub(super) fn covers(self, c: char) -> bool {
        self.faces().iter().any(|font| font.info().coverage.contains(c.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, Family};

    #[test]
    fn every_family_is_what_its_name_says() {
        for (family, count) in FAMILIES.into_iter().zip([5, 5, 5, 5, 4, 1]) {
            let name = family.name();
            assert_eq!(family.faces().len(), count, "{name}");
            assert!(family.faces().iter().all(|font| font.info().family == name));
            assert_eq!(Family::named(&name.to_lowercase()), Some(family));
        }
    }

    #[test]
    fn text_families_have_a_semibold_and_italics() {
        for family in FAMILIES.into_iter().take(4) {
            let faces = family.faces().iter().map(|font| font.info().variant);
            let weights: Vec<u16> = faces.map(|face| face.weight.to_number()).collect();
            for weight in [400, 600] {
                let count = weights.iter().filter(|found| **found == weight).count();
                assert_eq!(count, 2, "{} {weight}", family.name());
            }
        }
    }
}
