//! Fonts of the system, for characters that no font in the binary has.
//!
//! Nothing of the system is looked at before such a character turns up: scanning its fonts
//! takes longer than typesetting, and what is in the binary gives the same page everywhere.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use typst::text::{Font, FontInfo};
use typst_kit::fonts::{FontPath, FontSource, scan, system};

/// A face that is read when it is first needed, and then once.
struct Face {
    path: FontPath,
    info: FontInfo,
    font: OnceLock<Option<Font>>,
}

impl Face {
    fn new((path, info): (FontPath, FontInfo)) -> Self {
        Self { path, info, font: OnceLock::new() }
    }

    fn font(&self) -> Option<Font> {
        self.font.get_or_init(|| self.path.load()).clone()
    }
}

type Faces = Arc<[Face]>;

static SYSTEM: LazyLock<Faces> = LazyLock::new(|| system().map(Face::new).collect());

/// The folder that was scanned last: many profiles in one run mostly name the same.
static FOLDER: Mutex<Option<(String, Faces)>> = Mutex::new(None);

fn in_folder(folder: &str) -> Faces {
    let mut last = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some((name, faces)) if name == folder => Arc::clone(faces),
        Some(_) | None => {
            let faces: Faces = scan(Path::new(folder)).map(Face::new).collect();
            *last = Some((folder.to_owned(), Arc::clone(&faces)));
            faces
        }
    }
}

/// The fonts found on this system.
pub(super) struct Found {
    /// Those in a folder that was named, which come first.
    named: Option<Faces>,
    /// Those of the system.
    system: Faces,
}

impl Found {
    /// Those in `folder`, if one is named, and those of the system.
    pub(super) fn scan(folder: Option<&str>) -> Self {
        Self { named: folder.map(in_folder), system: Arc::clone(&SYSTEM) }
    }

    fn all(&self) -> impl Iterator<Item = &Face> {
        let faces = self.named.iter().chain([&self.system]);
        faces.flat_map(|faces| faces.iter())
    }

    /// The family to set `c` in: one that is chosen already, else the first with an upright
    /// face of it, by name so that it is the same in every run. Of the fonts for Chinese,
    /// Japanese and Korean, the one of the language is taken: they draw the same
    /// characters differently.
    pub(super) fn family(
        &self,
        c: char,
        beside: Beside<'_>,
        chosen: &BTreeSet<String>,
    ) -> Option<&str> {
        let named = self.named.as_ref();
        named.into_iter().chain([&self.system]).find_map(|faces| {
            let infos = faces.iter().map(|face| &face.info);
            let families: BTreeSet<&str> = infos
                .filter(|info| info.coverage.contains(c.into()))
                .map(|info| info.family.as_str())
                .collect();
            let known = families.iter().find(|family| chosen.contains(**family));
            let best = || families.iter().min_by_key(|name| (rank(name, beside), **name));
            known.or_else(best).copied()
        })
    }

    /// The faces of a family in the weights that a page uses.
    pub(super) fn faces(&self, family: &str) -> Vec<Font> {
        let wanted = |info: &FontInfo| {
            info.family == family && matches!(info.variant.weight.to_number(), 300..=700)
        };
        self.all().filter(|face| wanted(&face.info)).filter_map(Face::font).collect()
    }
}

/// What a font of the system stands beside.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// The Document's language.
    pub(super) lang: &'a str,
    /// Whether the text's own letters have serifs.
    pub(super) serif: bool,
}

/// Text fonts come before those that are made for something else; of the Noto fonts, those
/// with serifs beside a text with serifs and those without beside one without.
fn rank(family: &str, beside: Beside<'_>) -> u8 {
    let special = ["Mono", "Last Resort", "Emoji", "Unifont", "Symbols", "UI", "Display"];
    let region = if family.contains(" CJK ") { region(beside.lang) } else { "" };
    let alike: &[&str] = match beside.serif {
        true => &["Noto Serif", "Noto Naskh"],
        false => &["Noto Sans"],
    };
    match family {
        name if special.iter().any(|word| name.contains(word)) => 4,
        name if !name.ends_with(region) => 3,
        name if alike.iter().any(|start| name.starts_with(start)) => 0,
        name if name.starts_with("Noto S") => 1,
        _ => 2,
    }
}

/// How the names of fonts call the forms of a language.
fn region(lang: &str) -> &'static str {
    match lang.to_lowercase().as_str() {
        "ja" | "ja-jp" => "JP",
        "ko" | "ko-kr" => "KR",
        "zh-hk" => "HK",
        "zh-tw" | "zh-hant" => "TC",
        _ => "SC",
    }
}

#[cfg(test)]
mod tests {
    use super::{Beside, rank};

    #[test]
    fn the_language_decides_between_forms_of_one_character() {
        for (lang, family) in [
            ("ja", "Noto Sans CJK JP"),
            ("zh", "Noto Sans CJK SC"),
            ("en", "Noto Sans CJK SC"),
            ("zh-Hant", "Noto Sans CJK TC"),
        ] {
            assert_eq!(rank(family, Beside { lang, serif: false }), 0, "{lang}");
        }
        let sans = Beside { lang: "ja", serif: false };
        let serif = Beside { lang: "ja", serif: true };
        assert!(rank("Noto Sans CJK HK", sans) > rank("Other", sans));
        assert!(rank("Noto Sans Mono CJK JP", sans) > rank("Noto Serif CJK JP", sans));
        assert!(rank("Noto Sans CJK JP", sans) < rank("Noto Serif CJK JP", sans));
        assert!(rank("Noto Serif CJK JP", serif) < rank("Noto Sans CJK JP", serif));
        assert!(rank("Noto Naskh Arabic", serif) < rank("Noto Sans Arabic", serif));
    }
}
