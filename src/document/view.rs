//! What one output shows of a profile.

use crate::diagnostics::Pointer;
use crate::profile::{Audience, DateStyle, Filters, Profile, ViewOptions};

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
    /// The output's audience.
    pub audience: Option<String>,
    /// What the output leaves out.
    pub filters: Filters,
    /// What is asked of every output, on the command line.
    pub asked: Asked,
}

/// The version that is asked for, whatever the output.
///
/// It is cut first and the output's own filters from what is left, so that a profile cut
/// for it beforehand gives the same outputs. An audience that is asked for takes the place
/// of the output's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The audience.
    pub audience: Option<String>,
    /// What is left out.
    pub filters: Filters,
}

impl Asked {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.audience.is_none() && self.filters.is_empty()
    }
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
            audience: options.audience.clone(),
            filters: options.filters.clone(),
            asked: Asked::default(),
        }
    }
}

impl View {
    /// The audience that counts: the one that is asked for, or the output's.
    pub fn audience_name(&self) -> Option<&str> {
        self.asked.audience.as_deref().or(self.audience.as_deref())
    }

    /// What this version of `profile` is called: as the audience that counts, or as the
    /// profile says.
    pub fn edition<'a>(&'a self, profile: &'a Profile) -> Option<&'a str> {
        self.audience_name().or(profile.edition.as_deref())
    }

    /// The audience that counts, and where it stands in the profile.
    pub(super) fn audience_of<'a>(
        &self,
        profile: &'a Profile,
    ) -> Option<(&'a Audience, Pointer)> {
        let name = self.audience_name()?;
        let audience = profile.audiences.get(name)?;
        Some((audience, Pointer::root().key("audiences").key(name)))
    }
}
