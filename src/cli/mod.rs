//! The command line: a file for each subcommand.

mod args;
mod assets;
mod backends;
mod batch;
mod check;
mod complete;
mod convert;
mod diff;
mod import;
mod input;
mod lint;
mod new;
mod plan;
mod prepare;
mod render;
mod report;
mod schema;
mod signals;
mod tailor;
#[cfg(feature = "pdf")]
mod theme;
mod times;

pub use args::{Args, Command};

use crate::diagnostics::Code;
use crate::output::{self, Outcome};
use crate::profile::allow_schemes;
#[cfg(feature = "pdf")]
use args::ThemeCommand;
use clap::Parser;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Why a command did not do what was asked. What was wrong has been said by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failure {
    /// The profile or an output has a problem: exit code 1.
    Problem,
    /// The command line is wrong: exit code 2.
    Usage,
}

impl From<Failure> for ExitCode {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Problem => Self::from(1),
            Failure::Usage => Self::from(2),
        }
    }
}

/// Runs the command that the arguments of this process name.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.into(),
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    allow_schemes(&args.link_schemes);
    match &args.command {
        Command::Render(render) => render::run(render, args),
        Command::Batch(batch) => batch::run(batch, args),
        Command::Check(check) => check::run(check, args),
        Command::Convert(convert) => convert::run(convert, args),
        Command::Import(import) => import::run(import, args),
        Command::Lint(lint) => lint::run(lint, args),
        Command::Tailor(tailor) => tailor::run(tailor, args),
        Command::Diff(diff) => diff::run(diff, args),
        Command::New(new) => new::run(new, args),
        Command::Schema { of } => schema::run(*of),
        Command::Backends => backends::run(),
        #[cfg(feature = "pdf")]
        Command::Themes => theme::list(),
        #[cfg(feature = "pdf")]
        Command::Theme(ThemeCommand::New(new)) => theme::new(new, args),
        Command::Completions { shell } => complete::completions(*shell),
        Command::Man => complete::man(),
    }
}

/// The end of a command that writes to standard output. A reader that has seen enough
/// (`| head -1`) is no failure.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(report::failed(&format!("standard output: {error}"))),
    }
}

/// Writes a file, whole or not at all, or says why it can't be written.
fn saved(path: &Path, bytes: &[u8], args: &Args) -> Result<Outcome, Failure> {
    write(path, bytes).map_err(|error| {
        let problem = report::io_problem(Code::Unwritable, path, &error);
        report::about(path, problem, args);
        Failure::Problem
    })
}

/// Writes a file, whole or not at all, whatever ends the process meanwhile.
fn write(path: &Path, bytes: &[u8]) -> io::Result<Outcome> {
    signals::end_between_files();
    output::write(path, bytes)
}
