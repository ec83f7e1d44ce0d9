//! `curricle check`: say everything that is wrong with a profile.

use super::args::{Args, Check};
use super::{Failure, input, prepare, report};

/// Runs the command.
pub(super) fn run(check: &Check, args: &Args) -> Result<(), Failure> {
    let source = input::read(&check.input, args)?;
    let (jobs, map) = prepare::jobs(source, &check.version.asked(), args, Ok)?;
    let outputs: Vec<_> =
        jobs.iter().map(|job| format!("`{}`", job.target.name)).collect();
    report::done(
        &format!("{} is fine; it makes {}", map.name(), outputs.join(", ")),
        args,
    );
    Ok(())
}
