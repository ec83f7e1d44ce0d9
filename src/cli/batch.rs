//! `curricle batch`: make the outputs of many profiles.

mod inputs;
mod lines;
mod names;
mod one;
mod outcome;
mod outputs;
mod plan;
mod pool;
mod profile;
mod progress;
mod record;
mod traced;

use super::args::{Args, Batch};
use super::{Failure, report, signals, written};
use crate::diagnostics::{Code, Diagnostic};
use crate::output;
use inputs::Inputs;
use outcome::Status;
use plan::Plan;
use progress::Progress;
use std::io;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// Runs the command.
pub(super) fn run(batch: &Batch, args: &Args) -> Result<(), Failure> {
    let start = Instant::now();
    let lines = batch.profiles.iter().any(|path| path == Path::new("-"));
    if lines && batch.files_from.as_deref() == Some(Path::new("-")) {
        return Err(report::usage("standard input has either profiles or their paths"));
    }
    let plan = Arc::new(Plan::new(batch, args)?);
    let inputs = Inputs::of(batch, &args.bounds()).map_err(|(path, error)| {
        let problem = report::io_problem(Code::Unreadable, &path, &error);
        report::about(&path, problem, args);
        Failure::Problem
    })?;
    if inputs.known() == Some(0) {
        return Err(nothing(args));
    }
    signals::end_between_files();
    let (tally, standard_output) = make(inputs, jobs(batch), &plan, args)?;
    if standard_output.is_err() {
        // Some are still being made. What is begun is ended, and nothing is begun any more.
        std::mem::forget(output::still());
        return written(standard_output);
    }
    if batch.verbose {
        plan.times.lines().iter().for_each(|line| report::note(line, args));
    }
    tally.say(start.elapsed(), args)
}

/// Makes every profile, as far as standard output takes what there is to say of it.
fn make(
    inputs: Inputs,
    jobs: NonZeroUsize,
    plan: &Arc<Plan>,
    args: &Args,
) -> Result<(Tally, io::Result<()>), Failure> {
    let progress = Progress::new(inputs.known(), args);
    let mut tally = Tally::default();
    let mut standard_output = Ok(());
    let plan = Arc::clone(plan);
    let work = move |task| one::make(task, &plan);
    let end = pool::in_order(inputs, jobs, work, |outcome| {
        tally.count(outcome.status);
        standard_output = progress.line(&outcome.line());
        progress.step(tally.failed);
        match standard_output {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    progress.end();
    match end {
        Ok(()) => Ok((tally, standard_output)),
        Err(error) => Err(report::usage(&format!("`--jobs`: {error}"))),
    }
}

fn jobs(batch: &Batch) -> NonZeroUsize {
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    batch.jobs.unwrap_or_else(cores)
}

fn nothing(args: &Args) -> Failure {
    let problem = Diagnostic::error(Code::Missing, "there is no profile to make")
        .help("a folder has profiles as `NAME.yaml`, `NAME.json` or `NAME/profile.yaml`");
    report::plain(&[problem], args);
    Failure::Problem
}

/// How many ended in which way.
#[derive(Default)]
struct Tally {
    done: usize,
    skipped: usize,
    failed: usize,
}

impl Tally {
    fn count(&mut self, status: Status) {
        match status {
            Status::Done => self.done += 1,
            Status::Skipped => self.skipped += 1,
            Status::Failed => self.failed += 1,
        }
    }

    /// Says how many, which is an error if one of them failed.
    fn say(&self, time: Duration, args: &Args) -> Result<(), Failure> {
        let all = self.done + self.skipped + self.failed;
        if self.failed > 0 {
            let message = format!("{} of {all} profiles failed", self.failed);
            let problem = Diagnostic::error(Code::Failed, message).help(
                "their lines on standard output have `\"status\":\"failed\"` and say why",
            );
            report::plain(&[problem], args);
            return Err(Failure::Problem);
        }
        let skipped = match self.skipped {
            0 => String::new(),
            skipped => format!(", {skipped} of them before"),
        };
        let what =
            if all == 1 { "1 profile".to_owned() } else { format!("{all} profiles") };
        let ms = time.as_millis().max(1);
        report::done(&format!("made {what}{skipped}, in {ms} ms"), args);
        Ok(())
    }
}
