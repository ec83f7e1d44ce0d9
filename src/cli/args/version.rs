//! The arguments that say which version of a profile is meant.

use crate::document::Asked;
use crate::profile::{Date, Filters, Limits, Redaction};
use clap::Args as Arguments;

/// Which version of the profile.
#[derive(Debug, Clone, Default, Arguments)]
#[command(next_help_heading = "Version")]
pub struct Version {
    /// The version for this audience, one of the profile's `audiences`.
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,

    /// Of what has tags, only what has one of these.
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub include: Vec<String>,

    /// Nothing that has one of these tags.
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub exclude: Vec<String>,

    /// Only these sections.
    #[arg(long, value_name = "SECTION", value_delimiter = ',')]
    pub only: Vec<String>,

    /// None of these sections.
    #[arg(long, value_name = "SECTION", value_delimiter = ',')]
    pub without: Vec<String>,

    /// No entry that ended before this date: `2018`, `2018-06`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub since: Option<Date>,

    /// Entries that ended before this date in one line.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub collapse_before: Option<Date>,

    /// At most so many highlights of each entry, or of the entries of one section.
    #[arg(long, value_name = "[SECTION=]N", value_delimiter = ',')]
    pub max_highlights: Vec<Limits>,

    /// Do not tell these: `contact` (mail, phone and address), or fields of `basics`.
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    pub redact: Vec<String>,
}

impl Version {
    /// What is asked of every output.
    pub fn asked(&self) -> Asked {
        let mut max_highlights = Limits::default();
        self.max_highlights.iter().cloned().for_each(|one| max_highlights.extend(one));
        let filters = Filters {
            include: self.include.clone(),
            exclude: self.exclude.clone(),
            only: (!self.only.is_empty()).then(|| self.only.clone()),
            without: self.without.clone(),
            since: self.since,
            collapse_before: self.collapse_before,
            max_highlights,
            redact: Redaction(self.redact.clone()),
        };
        Asked { audience: self.audience.clone(), filters }
    }
}

/// A date, and what to write instead of what is none, on one line.
fn date(text: &str) -> Result<Date, String> {
    text.parse::<Date>().map_err(|error| error.to_string().replace('\n', "; "))
}
