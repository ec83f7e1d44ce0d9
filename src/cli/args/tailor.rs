//! The arguments of `curricle tailor`.

use super::{Input, Version};
use clap::Args as Arguments;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  curricle tailor --audience academic -o academic.yaml
  curricle tailor --redact contact --since 2018 | curricle render - -t text -o -
  curricle tailor --audience academic -o academic.json    for any other tool
  curricle tailor -t cv                     the profile as the output `cv` has it";

/// Write a version of the profile as a profile.
#[derive(Debug, Arguments)]
#[command(before_help = EXAMPLES)]
pub struct Tailor {
    /// Where the profile comes from.
    #[command(flatten)]
    pub input: Input,

    /// Leave out what this output of the profile leaves out.
    #[arg(short, long = "to", value_name = "NAME")]
    pub to: Option<String>,

    /// Write it to this file, as a JSON Resume document if it ends in `.json`; left out or
    /// `-`, to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Write a JSON Resume document, as to a file that ends in `.json`.
    #[arg(long)]
    pub json: bool,

    /// Which version of the profile.
    #[command(flatten)]
    pub version: Version,
}
