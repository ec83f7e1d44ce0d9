//! The outputs of a profile of a batch.

use super::one::nowhere;
use super::outcome::Outcome;
use super::plan::Plan;
use super::record::Artifact;
use crate::backends::Assets;
use crate::cli::prepare::{self, Job, Prepared};
use crate::cli::render;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::readers::Source;
use std::path::Path;
use std::sync::Arc;

/// Makes every output of a profile that was read.
pub(super) fn make(
    source: Source,
    folder: &Path,
    assets: &Arc<dyn Assets>,
    plan: &Plan,
    outcome: &mut Outcome,
) {
    let choose = |targets| render::choice::chosen(targets, &plan.render);
    let prepare = || prepare::prepare(source, &plan.asked, plan.bounds, choose);
    match plan.times.of("compose", prepare) {
        Ok(Prepared { jobs, map, problems }) => {
            outcome.note(&problems, &map);
            if outcome.is_well() {
                jobs.iter()
                    .for_each(|job| make_one(job, folder, assets, &map, plan, outcome));
            }
        }
        Err(refused) => {
            let problems = refused.into_problems().into_iter();
            let problems = problems.map(|problem| problem.at(Place::File, ""));
            outcome.refuse(&problems.collect::<Vec<_>>(), &nowhere(&outcome.profile));
        }
    }
}

/// Makes one output and puts it where it goes.
fn make_one(
    job: &Job,
    folder: &Path,
    assets: &Arc<dyn Assets>,
    map: &SourceMap,
    plan: &Plan,
    outcome: &mut Outcome,
) {
    if let Some(region) = &job.target.region {
        outcome.note(&[left_alone(region, job)], map);
        return;
    }
    let made = match render::make_one(job, assets, plan.bounds) {
        Ok(made) => made,
        Err(error) => return outcome.refuse(&error.0, map),
    };
    plan.times.add(job.target.backend.id(), made.time);
    outcome.note(&made.rendered.warnings, map);
    match plan.times.of("write", || render::store(&made, folder, &plan.render)) {
        Ok(_) => {
            let pages = made.rendered.pages;
            let artifact = Artifact::new(
                &job.target.name,
                &job.target.path,
                &made.rendered.bytes,
                pages,
            );
            outcome.made_one(artifact, folder, made.time);
        }
        Err(problem) => {
            let path = folder.join(&job.target.path);
            let there = nowhere(&path.display().to_string());
            let problem = match problem.labels.is_empty() {
                true => problem.at(Place::File, ""),
                false => problem,
            };
            outcome.refuse(&[problem], &there);
        }
    }
}

/// Two profiles of a batch may name one file, which both would change at once.
fn left_alone(region: &str, job: &Job) -> Diagnostic {
    let message =
        format!("the region `{region}` is left alone: a batch writes whole files");
    let origin = job.target.options.origin().key("into");
    Diagnostic::warning(Code::NotShown, message)
        .at(Place::Key(origin), "")
        .help("`curricle render` with this profile writes it")
}
