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
use super::{Failure, assets, input, report, written};
use crate::backends::{Assets, BackendError, Rendered, Request};
use crate::diagnostics::SourceMap;
use deliver::Made;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

/// Runs the command.
pub(super) fn run(render: &Render, args: &Args) -> Result<(), Failure> {
    let times = Times::default();
    let result = timed(render, args, &times);
    if render.verbose {
        times.lines().iter().for_each(|line| report::note(line, args));
    }
    result
}

fn timed(render: &Render, args: &Args, times: &Times) -> Result<(), Failure> {
    let source = times.of("read", || input::read(&render.input, args))?;
    let choose = |targets| choice::chosen(targets, render);
    let asked = render.version.asked();
    let jobs = times.of("compose", || prepare::jobs(source, &asked, args, choose));
    let (jobs, map) = jobs?;
    if let Some(Stage::Document) = render.emit {
        return emit(&jobs, render, args);
    }
    let mut result = Ok(());
    let folder = assets::beside(map.name());
    let mut in_place = Vec::new();
    let all = make(&jobs, &folder);
    for made in all.iter().flatten() {
        times.add(made.target.backend.id(), made.time);
    }
    for made in all {
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
    let base = input::folder(&render.input);
    let write = || in_place::deliver(&in_place, &base, render, args);
    result.and(times.of("write", write))
}

/// Renders all outputs side by side, and gives them in their order.
fn make<'a>(
    jobs: &'a [Job],
    folder: &Arc<dyn Assets>,
) -> Vec<Result<Made<'a>, BackendError>> {
    if let [job] = jobs {
        return vec![make_one(job, folder)];
    }
    thread::scope(|scope| {
        let threads: Vec<_> =
            jobs.iter().map(|job| scope.spawn(|| make_one(job, folder))).collect();
        threads
            .into_iter()
            .map(|thread| match thread.join() {
                Ok(made) => made,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

/// Renders one output.
pub(super) fn make_one<'a>(
    job: &'a Job,
    folder: &Arc<dyn Assets>,
) -> Result<Made<'a>, BackendError> {
    let start = Instant::now();
    let request = Request::new(&job.document, &job.target.options)
        .of(&job.profile, &job.target.view)
        .with_assets(folder);
    let rendered: Rendered = job.target.backend.render(&request)?;
    Ok(Made { target: &job.target, rendered, time: start.elapsed() })
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
    let mut json = serde_json::to_vec_pretty(&job.document)
        .map_err(|error| report::usage(&format!("the document is no JSON: {error}")))?;
    json.push(b'\n');
    match render.output.as_deref() {
        Some(path) if path != Path::new("-") => super::write(path, &json)
            .map(|_| report::done(&format!("wrote {}", path.display()), args))
            .map_err(|error| report::usage(&format!("`{}`: {error}", path.display()))),
        Some(_) | None => written(std::io::stdout().lock().write_all(&json)),
    }
}
