//! The arguments of `curricle batch`.

use super::{Style, Version};
use clap::Args as Arguments;
use std::num::NonZeroUsize;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  curricle batch people/                    out/NAME/README.md, … for each profile in people/
  curricle batch people/*.yaml -t pdf -d cvs
  find . -name profile.yaml | curricle batch --files-from -
  curricle batch - -t text < people.jsonl   a profile in JSON a line
  curricle batch people/ --resume           what an interrupted run has left";

/// Make the outputs of many profiles, on all cores. A line of JSON on standard output says
/// what came of each, in their order; a bad profile stops none of the others.
#[derive(Debug, Clone, Arguments)]
#[command(before_help = EXAMPLES)]
pub struct Batch {
    /// Profiles; folders of profiles, or of folders with a `profile.yaml` each; `-` is
    /// standard input, a profile in JSON a line, its folder named by its `id` or its line.
    #[arg(value_name = "PROFILE", required_unless_present = "files_from")]
    pub profiles: Vec<PathBuf>,

    /// A file with the paths of further profiles, one a line; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,

    /// A file to put over each profile, key by key; may be repeated, the last one on top.
    #[arg(short = 'f', long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Set a value in each profile: `basics.label=Engineer`.
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,

    /// How many profiles are made at once; left out, as many as there are cores.
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// Skip what an earlier run of the same command has made, if neither it nor what it was
    /// made of has changed.
    #[arg(long)]
    pub resume: bool,

    /// Make these: outputs of each profile by name, or backends. Left out: all.
    #[arg(short, long = "to", value_name = "NAME", value_delimiter = ',')]
    pub to: Vec<String>,

    /// Write the outputs into this folder, in a folder for each profile.
    #[arg(short = 'd', long, value_name = "DIR", default_value = "out")]
    pub out_dir: PathBuf,

    /// Replace files that somebody else wrote or changed.
    #[arg(long)]
    pub force: bool,

    /// Say how long the stages took.
    #[arg(short, long)]
    pub verbose: bool,

    /// What the outputs look like.
    #[command(flatten)]
    pub style: Style,

    /// Which version of the profiles.
    #[command(flatten)]
    pub version: Version,
}
