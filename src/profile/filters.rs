//! What a version leaves out.

use super::{Date, Limits, Redaction};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::MapAccess;

/// What a version leaves out of the profile: the same for an output, for an audience and on
/// the command line.
///
/// It is applied in the order of its fields: tags, sections and dates decide what stays,
/// and only what stays is counted by `max_highlights`. It takes away and never adds, so a
/// second filter can only narrow what a first one left.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(default)]
pub struct Filters {
    /// Of what has tags, only what has one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// Nothing that has one of these tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Only the sections with these ids, in their usual order; of a section around one of
    /// them its heading. Left out, all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
    /// No section with one of these ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// No entry that certainly ended before this date; what has no end or no date stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Of an entry that certainly ended before this date, its head alone: what, where and
    /// when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collapse_before: Option<Date>,
    /// The most highlights of an entry, and bullets of a section, that are shown; those
    /// under another come with it. A number, or a map from section to number.
    #[serde(skip_serializing_if = "Limits::is_empty")]
    pub max_highlights: Limits,
    /// What of `basics` is not told: `contact` for mail, phone and address, or a list of
    /// fields.
    #[serde(skip_serializing_if = "Redaction::is_empty")]
    pub redact: Redaction,
}

impl Filters {
    /// The keys under which a profile has them.
    pub const KEYS: [&'static str; 8] = [
        "include",
        "exclude",
        "only",
        "without",
        "since",
        "collapse_before",
        "max_highlights",
        "redact",
    ];

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something with these tags is shown. What has no tags always is, unless it
    /// stands in something that is not.
    pub fn shows(&self, tags: &[String]) -> bool {
        let is_included = tags.is_empty()
            || self.include.is_empty()
            || tags.iter().any(|tag| self.include.contains(tag));
        is_included && !tags.iter().any(|tag| self.exclude.contains(tag))
    }

    /// Reads the value of one of [`Self::KEYS`] into its field. Serde's `flatten` would do
    /// this, but lose the place of every value.
    pub(super) fn take<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match key {
            "include" => self.include = map.next_value()?,
            "exclude" => self.exclude = map.next_value()?,
            "only" => self.only = map.next_value()?,
            "without" => self.without = map.next_value()?,
            "since" => self.since = map.next_value()?,
            "collapse_before" => self.collapse_before = map.next_value()?,
            "max_highlights" => self.max_highlights = map.next_value()?,
            "redact" => self.redact = map.next_value()?,
            _ => {} // a key is a string; the callers ask for no other
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Filters;

    #[test]
    fn tags_decide_what_is_shown() {
        let tags =
            |tags: &[&str]| tags.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let filters = Filters {
            include: tags(&["a"]),
            exclude: tags(&["x"]),
            ..Filters::default()
        };
        assert!(filters.shows(&[]));
        assert!(filters.shows(&tags(&["a", "b"])));
        assert!(!filters.shows(&tags(&["b"])));
        assert!(!filters.shows(&tags(&["a", "x"])));
    }
}
