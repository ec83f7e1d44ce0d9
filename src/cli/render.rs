//! `curricle render`: make the outputs of a profile.

mod choice;
mod deliver;
mod diff;
mod epoch;
pub(super) mod in_place;

pub(super) use choice::language;

use super::args::{Args, Render, Stage};
use super::prepare::{self, Job};
use super::{Failure, assets, input, report, written};
use crate::backends::{Assets, BackendError, Rendered, Request};
use crate::bounds::Bounds;
use crate::diagnostics::{SourceMap, harmless_json};
use deliver::Made;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

/// Runs the command.
pub(super) fn run(render: &Render, args: &Args) -> Result<(), Failure> {
    let source = input::read(&render.input, args)?;
    let choose = |targets| choice::chosen(targets, render);
    let (jobs, map) = prepare::jobs(source, &render.version.asked(), args, choose)?;
    if let Some(Stage::Document) = render.emit {
        return emit(&jobs, render, args);
    }
    let mut result = Ok(());
    let folder = assets::beside(map.name(), &args.bounds());
    let mut in_place = Vec::new();
    for made in make(&jobs, &folder, args.bounds()) {
        let delivered = match made {
            Ok(made) if made.goes_in_place(render) => {
                report::problems(&made.rendered.warnings, &map, args);
                in_place.push(made);
                Ok(())
            }
            Ok(made) => deliver::deliver(&made, render, &map, args),
            Err(error) => refused(&error, &map, args),
        };
        result = result.and(delivered);
    }
    let base = input::folder(&render.input);
    result.and(in_place::deliver(&in_place, &base, render, args))
}

/// Renders all outputs side by side, and gives them in their order.
fn make<'a>(
    jobs: &'a [Job],
    folder: &Arc<dyn Assets>,
    bounds: Bounds,
) -> Vec<Result<Made<'a>, BackendError>> {
    if let [job] = jobs {
        return vec![make_one(job, folder, bounds)];
    }
    thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .iter()
            .map(|job| scope.spawn(move || make_one(job, folder, bounds)))
            .collect();
        threads
            .into_iter()
            .map(|thread| match thread.join() {
                Ok(made) => made,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

fn make_one<'a>(
    job: &'a Job,
    folder: &Arc<dyn Assets>,
    bounds: Bounds,
) -> Result<Made<'a>, BackendError> {
    let start = Instant::now();
    let request = Request::new(&job.document, &job.target.options)
        .of(&job.profile, &job.target.view)
        .within(bounds)
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
    let json = serde_json::to_string_pretty(&job.document)
        .map_err(|error| report::usage(&format!("the document is no JSON: {error}")))?;
    let json = (harmless_json(json) + "\n").into_bytes();
    match render.output.as_deref() {
        Some(path) if path != Path::new("-") => crate::output::write(path, &json)
            .map(|_| report::done(&format!("wrote {}", path.display()), args))
            .map_err(|error| report::usage(&format!("`{}`: {error}", path.display()))),
        Some(_) | None => written(std::io::stdout().lock().write_all(&json)),
    }
}
