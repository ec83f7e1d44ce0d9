//! `curricle completions` and `curricle man`, from the same definitions as the parser.

use super::args::Args;
use super::{Failure, written};
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

/// Prints completions for a shell.
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "curricle", &mut out);
    written(std::io::stdout().lock().write_all(&out))
}

/// Prints the manual page.
pub(super) fn man() -> Result<(), Failure> {
    let mut out = Vec::new();
    written(clap_mangen::Man::new(Args::command()).render(&mut out))?;
    written(std::io::stdout().lock().write_all(&out))
}
