//! The few words that curricle itself adds, by language: `templates/locales/`, a file each.

mod tables;

/// The words of one language: titles of standard sections, labels, signs between words.
///
/// Only the table that is asked for is read, and reading it is splitting its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    lang: &'static str,
    entries: Vec<(&'static str, &'static str)>,
}

impl Words {
    /// The words of `locale`, or nothing if there is no table for it: the table of the
    /// exact tag, else of each shorter tag (`zh-Hant` for `zh-Hant-HK`, `de` for `de-AT`;
    /// RFC 4647, section 3.4).
    pub fn of(locale: &str) -> Option<Self> {
        tables::find(locale).map(|(lang, table)| Self::read(lang, table))
    }

    /// The tags that there are tables for, in their alphabetical order.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        tables::TABLES.iter().map(|(tag, _)| *tag)
    }

    /// The tag of the table: `de` when `de-AT` was asked for.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// The words under a key, `""` if there are none.
    pub fn get(&self, key: &str) -> &'static str {
        self.find(key).unwrap_or_default()
    }

    /// The words under a key that not every table has.
    pub fn find(&self, key: &str) -> Option<&'static str> {
        self.entries.iter().find(|(known, _)| *known == key).map(|(_, words)| *words)
    }

    /// Before what stands in brackets, and the space before it, if the language has one.
    pub fn open(&self) -> &'static str {
        self.find("open").unwrap_or(" (")
    }

    /// After what stands in brackets.
    pub fn close(&self) -> &'static str {
        self.find("close").unwrap_or(")")
    }

    /// A line with a colon and a space in it is an entry; a value may stand in quotes.
    fn read(lang: &'static str, table: &'static str) -> Self {
        let entries = table.lines().filter_map(|line| {
            let (key, value) = line.split_once(": ")?;
            Some((key, unquoted(value)))
        });
        Self { lang, entries: entries.collect() }
    }
}

impl Default for Words {
    /// English.
    fn default() -> Self {
        Self::read("en", tables::ENGLISH)
    }
}

fn unquoted(value: &'static str) -> &'static str {
    match value.strip_prefix('"').and_then(|value| value.split_once('"')) {
        Some((quoted, _comment)) => quoted,
        None => value.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_falls_back_to_its_shorter_forms() {
        let found = |tag| Words::of(tag).map(|words| words.lang());
        assert_eq!(found("de"), Some("de"));
        assert_eq!(found("de-AT"), Some("de"));
        assert_eq!(found("zh-Hant-HK"), Some("zh-Hant"));
        assert_eq!(found("zh-TW"), Some("zh-Hant"));
        assert_eq!(found("zh-Hans-CN"), Some("zh"));
        assert_eq!(found("no"), Some("nb"));
        assert_eq!(found("tlh"), None);
        assert_eq!(found("d"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn every_table_has_every_key_of_the_english_one() {
        for lang in Words::languages() {
            let words = Words::of(lang).unwrap();
            for (key, _) in &Words::default().entries {
                // the plural categories differ; `other` is in every language
                if !key.ends_with("-one") {
                    assert!(!words.get(key).is_empty(), "`{key}` in {lang}");
                }
            }
        }
    }

    #[test]
    fn placeholders_are_in_their_places() {
        for lang in Words::languages() {
            let words = Words::of(lang).unwrap();
            for (key, parts) in [
                ("range", ["{start}", "{end}"]),
                ("duration", ["{years}", "{months}"]),
                ("page", ["{n}", "{m}"]),
            ] {
                let has_all = parts.iter().all(|part| words.get(key).contains(part));
                assert!(has_all, "`{key}` in {lang}");
            }
        }
    }
}
