//! One profile of a batch, from its bytes to its files.

use super::inputs::{Origin, Task};
use super::names;
use super::outcome::{Outcome, Status};
use super::plan::Plan;
use super::record::{Artifact, Record, Trace};
use super::traced::{TracedAssets, TracedLibrary};
use crate::backends::Assets;
use crate::cli::prepare::{self, Job, Prepared};
use crate::cli::render::{choice, make_one, store};
use crate::cli::{assets, input, report};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, SourceMap};
use crate::readers::{self, Opened, Source};
use crate::tree::Node;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Makes the outputs of a profile. A fault of ours is a problem of this profile and of no
/// other.
pub(super) fn make(task: Task, plan: &Plan) -> Outcome {
    let start = Instant::now();
    let mut outcome = Outcome::of(task.index, task.origin.name());
    let done = catch_unwind(AssertUnwindSafe(|| run(task, plan, &mut outcome)));
    if done.is_err() {
        let message = "curricle itself failed at this profile".to_owned();
        let problem = Diagnostic::error(Code::Internal, message)
            .help("please report it, with the profile if you can share it");
        outcome.refuse(&[problem.at(Place::File, "")], &nowhere(&outcome.profile));
    }
    outcome.time = start.elapsed();
    outcome
}

fn run(task: Task, plan: &Plan, outcome: &mut Outcome) {
    let named = task.name.map(|name| (plan.out_dir.join(&name), name));
    let opened = named.and_then(|(folder, name)| {
        outcome.name = Some(name);
        let profile = plan.times.of("open", || open(task.origin, plan))?;
        Ok((profile, folder))
    });
    match opened {
        Ok((profile, folder)) => profile.make(&folder, plan, outcome),
        Err(problem) => {
            let problem = problem.at(Place::File, "");
            outcome.refuse(&[problem], &nowhere(&outcome.profile));
        }
    }
}

/// Opens a profile that has not been read yet.
fn open(origin: Origin, plan: &Plan) -> Result<Profile, Diagnostic> {
    let name = origin.name();
    match origin {
        Origin::File(path) => {
            let opened = input::opened(&path, &plan.bounds)?;
            let file = Some(opened.path.clone());
            Ok(Profile { opened, file, has_id: false, command: plan.command(b"") })
        }
        Origin::Line(_, bytes) => {
            let (command, has_id) = (plan.command(&bytes), names::id(&bytes).is_some());
            let opened = Opened { name, path: input::identity(Path::new("-")), bytes };
            Ok(Profile { opened, file: None, has_id, command })
        }
        Origin::Broken(path, error) => {
            Err(report::io_problem(Code::Unreadable, &path, &error))
        }
    }
}

/// A file that no line of is shown.
fn nowhere(name: &str) -> SourceMap {
    SourceMap::new(name, "", Node::default())
}

/// A profile on its way.
struct Profile {
    opened: Opened,
    /// The file that it is; nothing for a line.
    file: Option<PathBuf>,
    /// Whether it is a line with an `id`, which is no part of a profile.
    has_id: bool,
    /// The checksum of everything on the command line, and of the line.
    command: String,
}

impl Profile {
    fn make(self, folder: &Path, plan: &Plan, outcome: &mut Outcome) {
        let beside = assets::beside(&self.opened.name, &plan.bounds);
        if plan.resume && self.is_done(folder, plan, &beside, outcome) {
            return;
        }
        let trace = Arc::new(Trace::default());
        if let Some(file) = &self.file {
            trace.file(file, &self.opened.bytes);
        }
        let assets: Arc<dyn Assets> =
            Arc::new(TracedAssets { assets: beside, trace: Arc::clone(&trace) });
        let source = plan.times.of("read", || read(self.opened, plan, &trace));
        let source = if self.has_id { without_id(source) } else { source };
        all(source, folder, &assets, plan, outcome);
        if outcome.is_well() {
            let outputs = outcome.outputs();
            Record { command: self.command, read: trace.read(), outputs }.write(folder);
        }
    }

    /// Whether an earlier run has made it, which is then what came of it.
    fn is_done(
        &self,
        folder: &Path,
        plan: &Plan,
        beside: &Arc<dyn Assets>,
        outcome: &mut Outcome,
    ) -> bool {
        let asset = |path: &str| beside.read(path).ok();
        let is_done =
            |record: &Record| record.holds(&self.command, folder, &plan.bounds, asset);
        match Record::of(folder).filter(is_done) {
            None => false,
            Some(record) => {
                outcome.status = Status::Skipped;
                outcome.made(record.outputs, folder);
                true
            }
        }
    }
}

/// Makes every output of a profile that was read.
fn all(
    source: Source,
    folder: &Path,
    assets: &Arc<dyn Assets>,
    plan: &Plan,
    outcome: &mut Outcome,
) {
    let choose = |targets| choice::chosen(targets, &plan.render);
    let prepare = || prepare::prepare(source, &plan.asked, choose);
    match plan.times.of("compose", prepare) {
        Ok(Prepared { jobs, map, problems }) => {
            outcome.note(&problems, &map);
            if outcome.is_well() {
                jobs.iter().for_each(|job| one(job, folder, assets, &map, plan, outcome));
            }
        }
        Err(refused) => {
            let problems = refused.into_problems().into_iter();
            let problems = problems.map(|problem| problem.at(Place::File, ""));
            outcome.refuse(&problems.collect::<Vec<_>>(), &nowhere(&outcome.profile));
        }
    }
}

fn read(opened: Opened, plan: &Plan, trace: &Trace) -> Source {
    let mut files = vec![opened];
    files.extend(plan.over.iter().cloned());
    let library =
        TracedLibrary { library: input::Folders::of(&files, plan.bounds), trace };
    readers::read_all(&files, &plan.set, &library)
}

/// A source without the warning that `id` is shown nowhere: it is the folder's name.
fn without_id(mut source: Source) -> Source {
    let id = source.map.span(&Place::Key(Pointer::root().key("id")));
    let is_about_id = |problem: &Diagnostic| {
        let label = problem.labels.first();
        problem.code == Code::UnknownKey
            && id.is_some()
            && label.is_some_and(|label| source.map.span(&label.place) == id)
    };
    source.problems =
        source.problems.iter().filter(|p| !is_about_id(p)).cloned().collect();
    source
}

/// Makes one output and puts it where it goes.
fn one(
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
    let made = match make_one(job, assets, plan.bounds) {
        Ok(made) => made,
        Err(error) => return outcome.refuse(&error.0, map),
    };
    plan.times.add(job.target.backend.id(), made.time);
    outcome.note(&made.rendered.warnings, map);
    let path = folder.join(&job.target.path);
    match plan.times.of("write", || store(&made, &path, plan.render.force)) {
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
