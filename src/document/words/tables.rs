//! The tables in the binary.

/// The table for whoever asks for none.
pub(super) const ENGLISH: &str = include_str!("../../../templates/locales/en.yaml");

macro_rules! tables {
    ($($tag:literal)+) => {
        /// Every table by its tag, sorted.
        pub(super) const TABLES: &[(&str, &str)] = &[$((
            $tag,
            include_str!(concat!("../../../templates/locales/", $tag, ".yaml")),
        ),)+];
    };
}

tables! {
    "ar" "cs" "da" "de" "el" "en" "es" "fa" "fi" "fr" "he" "hi" "hu" "id" "it" "ja"
    "ko" "nb" "nl" "nn" "pl" "pt" "ro" "ru" "sv" "th" "tr" "uk" "vi" "zh" "zh-Hant"
}

/// Tags under which a table is asked for by another name: places where Chinese is written
/// in traditional characters (CLDR, likely subtags), and `no`, which is Bokmål to nearly
/// everybody who writes it.
const ALIASES: [(&str, &str); 4] =
    [("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-MO", "zh-Hant"), ("no", "nb")];

/// The table of a tag or of the longest of its shorter forms.
pub(super) fn find(tag: &str) -> Option<(&'static str, &'static str)> {
    let mut tag = tag;
    loop {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == tag);
        let name = alias.map_or(tag, |(_, name)| name);
        if let Ok(index) = TABLES.binary_search_by_key(&name, |(tag, _)| tag) {
            return TABLES.get(index).copied();
        }
        tag = tag.rsplit_once('-')?.0;
    }
}
