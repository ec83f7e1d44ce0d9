//! The arguments that say where the profile comes from.

use clap::Args as Arguments;
use std::path::PathBuf;

/// Where the profile comes from.
#[derive(Debug, Clone, Default, Arguments)]
pub struct Input {
    /// The profile, YAML or JSON; `-` is standard input. Left out: what `-f` names, or
    /// `profile.yaml`, `profile.yml` or `profile.json` here.
    pub profile: Option<PathBuf>,

    /// A file to put over the profile, key by key; may be repeated, the last one on top.
    #[arg(short = 'f', long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Set a value, on top of all files: `basics.label=Engineer`, `work[0].endDate=2024`.
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,
}

impl Input {
    /// Whether the profile is the one that is here.
    pub fn is_left_out(&self) -> bool {
        self.profile.is_none() && self.files.is_empty()
    }
}
