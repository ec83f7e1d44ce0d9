//! What one output shows of a profile.

use crate::profile::{DateStyle, ViewOptions};

/// What an output shows: beside the profile, the only thing that decides what a
/// [`Document`](super::Document) holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The ids of the sections to show, in this order; nothing for all.
    pub sections: Option<Vec<String>>,
    /// Whether the name, the label and the contacts are shown.
    pub header: bool,
    /// The level of a section's heading, 1 to 6.
    pub heading_level: u8,
    /// The language; nothing for the profile's own.
    pub locale: Option<String>,
    /// How dates are written; nothing for what the profile says.
    pub date_style: Option<DateStyle>,
    /// Whether a range of dates says how long it is; nothing for what the profile says.
    pub durations: Option<bool>,
    /// Of what has tags, only what has one of these; empty for all.
    pub include: Vec<String>,
    /// Nothing that has one of these tags.
    pub exclude: Vec<String>,
}

impl Default for View {
    fn default() -> Self {
        Self::from(&ViewOptions::default())
    }
}

impl From<&ViewOptions> for View {
    fn from(options: &ViewOptions) -> Self {
        Self {
            sections: options.sections.clone(),
            header: options.header.unwrap_or(true),
            heading_level: options.heading_level.unwrap_or(2).clamp(1, 6),
            locale: options.locale.clone(),
            date_style: options.date_style,
            durations: options.durations,
            include: options.include.clone(),
            exclude: options.exclude.clone(),
        }
    }
}

impl View {
    /// Whether something with these tags is shown. What has no tags always is, unless it
    /// stands in something that is not.
    pub fn shows(&self, tags: &[String]) -> bool {
        let is_included = tags.is_empty()
            || self.include.is_empty()
            || tags.iter().any(|tag| self.include.contains(tag));
        is_included && !tags.iter().any(|tag| self.exclude.contains(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn tags_decide_what_is_shown() {
        let tags =
            |tags: &[&str]| tags.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let view =
            View { include: tags(&["a"]), exclude: tags(&["x"]), ..View::default() };
        assert!(view.shows(&[]));
        assert!(view.shows(&tags(&["a", "b"])));
        assert!(!view.shows(&tags(&["b"])));
        assert!(!view.shows(&tags(&["a", "x"])));
    }
}
