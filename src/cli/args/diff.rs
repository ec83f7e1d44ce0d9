//! The arguments of `curricle diff`.

use super::{Input, Version};
use clap::Args as Arguments;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  curricle diff academic                    what the audience `academic` is not shown
  curricle diff cv readme                   two outputs of profile.yaml
  curricle diff old.yaml new.yaml           two profiles
  curricle diff old.yaml new.yaml --audience academic";

/// Say in words what one version has and another has not.
#[derive(Debug, Arguments)]
#[command(before_help = EXAMPLES)]
pub struct Diff {
    /// A profile, or an output or an audience of the profile here.
    pub first: String,

    /// Another; left out, the whole profile is compared with the first.
    pub second: Option<String>,

    /// The profile whose outputs and audiences are meant.
    #[arg(short, long, value_name = "FILE")]
    pub profile: Option<PathBuf>,

    /// Compare in this language.
    #[arg(long, value_name = "TAG")]
    pub locale: Option<String>,

    /// Which version of both.
    #[command(flatten)]
    pub version: Version,
}

impl Diff {
    /// Where the profile is whose outputs and audiences are meant.
    pub fn input(&self) -> Input {
        Input { profile: self.profile.clone(), ..Input::default() }
    }
}
