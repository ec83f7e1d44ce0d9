//! `curricle render`: make the outputs of a profile.

pub(super) mod choice;
mod deliver;
mod diff;
mod epoch;
pub(super) mod in_place;

pub(super) use choice::language;
pub(super) use deliver::store;

use super::args::{Args, Render, Stage};
use super::prepare::{self, Job};
use super::times::Times;
use super::{Failure, assets, input, report, saved, written};
use crate::backends::{self, Assets, BackendError, Rendered, Request};
use crate::bounds::Bounds;
use crate::diagnostics::{SourceMap, harmless_json};
use crate::readers::Source;
use deliver::Made;
use std::collections::HashSet;
use std::io::Write;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

/// Runs the command.
pub(super) fn run(render: &Render, args: &Args) -> Result<(), Failure> {
    let read = |times: &Times| times.of("read", || input::read(&render.input, args));
    timed(read, render, args)
}

/// Makes the outputs of what was read, and says how long it took where that is asked.
pub(super) fn outputs_of(
    source: Source,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    timed(|_| Ok(source), render, args)
}

fn timed(
    read: impl FnOnce(&Times) -> Result<Source, Failure>,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    let times = Times::default();
    let result = read(&times).and_then(|source| made(source, render, args, &times));
    if render.verbose {
        times.lines().iter().for_each(|line| report::note(line, args));
    }
    result
}

fn made(
    source: Source,
    render: &Render,
    args: &Args,
    times: &Times,
) -> Result<(), Failure> {
    let base = input::folder(&render.input);
    let choose = |targets| {
        let chosen = choice::chosen(targets, render)?;
        if render.emit.is_none() {
            chosen.iter().for_each(|target| target.backend.begin(&target.options));
        }
        Ok(chosen)
    };
    let asked = render.version.asked();
    let jobs = times.of("compose", || prepare::jobs(source, &asked, args, choose));
    let (jobs, map) = jobs?;
    if let Some(Stage::Document) = render.emit {
        return emit(&jobs, render, args);
    }
    let mut result = Ok(());
    let folder = assets::beside(map.name(), &args.bounds());
    let mut in_place = Vec::new();
    let all = make(&jobs, &folder, args.bounds());
    for made in all.iter().flatten() {
        times.add(made.target.backend.id(), made.time);
    }
    let mut said = HashSet::new();
    for mut made in all {
        if let Ok(made) = &mut made {
            // an output in several languages has the same to say in each
            made.rendered.warnings.retain(|warning| said.insert(warning.clone()));
        }
        let delivered = match made {
            Ok(made) if made.goes_in_place(render) => {
                report::problems(&made.rendered.warnings, &map, args);
                in_place.push(made);
                Ok(())
            }
            Ok(made) => times.of("write", || deliver::deliver(&made, render, &map, args)),
            Err(error) => refused(&error, &map, args),
        };
        result = result.and(delivered);
    }
    if in_place.is_empty() {
        return result;
    }
    let write = || in_place::deliver(&in_place, &base, render, args);
    result.and(times.of("write", write))
}

/// Renders all outputs, and gives them in their order. Those that take long are made side by
/// side with the others, which are made sooner than a thread is.
fn make<'a>(
    jobs: &'a [Job],
    folder: &Arc<dyn Assets>,
    bounds: Bounds,
) -> Vec<Result<Made<'a>, BackendError>> {
    let one = |job| make_one(job, folder, bounds);
    let takes_long = |job: &Job| jobs.len() > 1 && job.target.backend.takes_long();
    thread::scope(|scope| {
        let long: Vec<_> = jobs
            .iter()
            .map(|job| takes_long(job).then(|| scope.spawn(move || one(job))))
            .collect();
        let quick: Vec<_> =
            jobs.iter().map(|job| (!takes_long(job)).then(|| one(job))).collect();
        let both = quick.into_iter().zip(long);
        both.filter_map(|(quick, long)| quick.or_else(|| long.map(joined))).collect()
    })
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Renders one output.
pub(super) fn make_one<'a>(
    job: &'a Job,
    folder: &Arc<dyn Assets>,
    bounds: Bounds,
) -> Result<Made<'a>, BackendError> {
    let start = Instant::now();
    let _alone = backends::alone();
    let request = Request::new(&job.document, &job.target.options)
        .of(&job.profile, &job.target.view)
        .within(bounds)
        .with_assets(folder);
    let pinned = |problem| job.map.pinned(problem);
    let rendered = job.target.backend.render(&request);
    let mut rendered: Rendered = rendered.map_err(|BackendError(problems)| {
        BackendError(problems.into_iter().map(pinned).collect())
    })?;
    rendered.warnings = rendered.warnings.into_iter().map(pinned).collect();
    let edition = job.document.edition.clone();
    Ok(Made { target: &job.target, rendered, time: start.elapsed(), edition })
}

fn refused(error: &BackendError, map: &SourceMap, args: &Args) -> Result<(), Failure> {
    report::problems(&error.0, map, args);
    Err(Failure::Problem)
}

/// Writes the Document as JSON.
fn emit(jobs: &[Job], render: &Render, args: &Args) -> Result<(), Failure> {
    let Some(job) = jobs.first() else {
        return Ok(());
    };
    let json = serde_json::to_string_pretty(&*job.document)
        .map_err(|error| report::failed(&format!("the document is no JSON: {error}")))?;
    let json = (harmless_json(json) + "\n").into_bytes();
    match render.output.as_deref() {
        Some(path) if path != Path::new("-") => saved(path, &json, args)
            .map(|_| report::done(&format!("wrote {}", path.display()), args)),
        Some(_) | None => written(std::io::stdout().lock().write_all(&json)),
    }
}
