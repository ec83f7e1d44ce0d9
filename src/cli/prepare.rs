//! A profile on its way to its outputs, with every problem of all stages in one report.

mod room;
mod shared;

use super::Failure;
use super::args::Args;
use super::plan::{self, Target};
use super::report;
use crate::backends::JSON_RESUME;
use crate::bounds::Bounds;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::document::{Asked, Document, View, check_filters};
use crate::profile::Profile;
use crate::readers::{self, Source};
use crate::tailor::version;
use room::Room;
use shared::Shared;
use std::collections::HashSet;
use std::sync::Arc;

/// An output with the Document that it shows.
pub(super) struct Job {
    /// The profile as this output has it.
    pub(super) profile: Arc<Profile>,
    /// Where everything in that stands.
    pub(super) map: Arc<SourceMap>,
    pub(super) target: Target,
    pub(super) document: Arc<Document>,
}

/// A profile on its way, and what there is to say about it.
pub(super) struct Prepared {
    pub(super) jobs: Vec<Job>,
    pub(super) map: Arc<SourceMap>,
    /// Each problem once, in the order of the file. With an error among them nothing is to
    /// be made.
    pub(super) problems: Vec<Diagnostic>,
}

/// What the command line asks and can't have.
pub(super) enum Refused {
    /// A version that the profile does not have.
    Version(Vec<Diagnostic>),
    /// An output, or an option of one.
    Choice(Diagnostic),
}

impl Refused {
    /// Says so.
    fn say(&self, args: &Args) -> Failure {
        match self {
            Self::Version(problems) => {
                report::plain(problems, args);
                Failure::Usage
            }
            Self::Choice(problem) => report::wrong(problem),
        }
    }

    /// Every problem.
    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        match self {
            Self::Version(problems) => problems,
            Self::Choice(problem) => vec![problem],
        }
    }
}

/// Composes every output that `choose` leaves, says every problem, and gives nothing if
/// there is an error among them.
pub(super) fn jobs(
    source: Source,
    asked: &Asked,
    args: &Args,
    choose: impl FnOnce(Vec<Target>) -> Result<Vec<Target>, Diagnostic>,
) -> Result<(Vec<Job>, Arc<SourceMap>), Failure> {
    let prepared = prepare(source, asked, args.bounds(), choose);
    let prepared = prepared.map_err(|refused| refused.say(args))?;
    let Prepared { jobs, map, problems } = prepared;
    report::problems(&problems, &map, args);
    stop_at_errors(&problems)?;
    Ok((jobs, map))
}

/// Composes every output that `choose` leaves, and finds every problem.
///
/// # Errors
/// What is asked and can't be had.
pub(super) fn prepare(
    source: Source,
    asked: &Asked,
    bounds: Bounds,
    choose: impl FnOnce(Vec<Target>) -> Result<Vec<Target>, Diagnostic>,
) -> Result<Prepared, Refused> {
    let Source { profile, format: _, map, mut problems } = source;
    let map = Arc::new(map);
    let jobs = match profile.map(Arc::new) {
        Some(profile) => {
            problems.extend(found(&profile, asked).map_err(Refused::Version)?);
            let (targets, found) = plan::all(&profile, asked);
            problems.extend(found);
            let chosen = choose(targets).map_err(Refused::Choice)?;
            let whole = Whole { profile, map: Arc::clone(&map) };
            let room = Room::new(&map, chosen.len(), bounds);
            composed(&whole, chosen, asked, room, &mut problems)
        }
        None => vec![],
    };
    let problems = once(&map, problems);
    Ok(Prepared { jobs, map, problems })
}

/// What is wrong with the version that is asked for. An error is one of the command line.
pub(super) fn checked(
    profile: &Profile,
    asked: &Asked,
    args: &Args,
) -> Result<Vec<Diagnostic>, Failure> {
    found(profile, asked).map_err(|problems| Refused::Version(problems).say(args))
}

/// What is wrong with the version that is asked for; as an error, if something is.
fn found(profile: &Profile, asked: &Asked) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let mut problems = check_filters(profile, &asked.filters, None);
    let audience = asked.audience.as_deref();
    problems.extend(
        audience.and_then(|name| readers::no_audience(profile, name, Place::Nowhere)),
    );
    match problems.iter().any(Diagnostic::is_error) {
        true => Err(problems),
        false => Ok(problems),
    }
}

/// A profile with its places.
#[derive(Clone)]
pub(super) struct Whole {
    pub(super) profile: Arc<Profile>,
    pub(super) map: Arc<SourceMap>,
}

fn composed(
    whole: &Whole,
    targets: Vec<Target>,
    asked: &Asked,
    mut room: Room,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Job> {
    let mut shared = Shared::default();
    let compose_one = |mut target: Target| {
        let mut view = target.view.clone();
        let cutting = match target.backend.id() == JSON_RESUME.id() {
            true => Cutting::File,
            false => Cutting::Document,
        };
        let Whole { profile, map } =
            in_version(whole, Some(&target.name), cutting, &mut view, asked, problems)?;
        target.view = view;
        let (document, found) = shared.document(&profile, &target);
        let locale = locale(&whole.profile, &target);
        problems.extend(found.into_iter().map(|problem| match &locale {
            Some(place) if problem.code == Code::UnknownLocale => {
                problem.at(place.clone(), "")
            }
            Some(_) | None => map.pinned(problem),
        }));
        if let Err(full) = room.take(&document, &target) {
            problems.push(full);
            return None;
        }
        Some(Job { profile, map, target, document })
    };
    targets.into_iter().filter_map(compose_one).collect()
}

/// What is cut where something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cutting {
    /// What is shown, whose places are then those of the file.
    Document,
    /// The file: for an output that gives the data back.
    File,
}

/// The profile as an output has it, and in `view` what is left to cut of it. Nothing where
/// what the output sets makes no profile; the problems say so.
///
/// An output that sets something sets it in the file, which is cut before.
pub(super) fn in_version(
    whole: &Whole,
    output: Option<&str>,
    cutting: Cutting,
    view: &mut View,
    asked: &Asked,
    problems: &mut Vec<Diagnostic>,
) -> Option<Whole> {
    let Whole { profile, map } = whole;
    let set = output.and_then(|name| profile.outputs.get(name)).map(|one| &one.set);
    let is_set = set.is_some_and(|set| !set.is_empty());
    if !is_set && (asked.is_empty() || cutting == Cutting::Document) {
        view.asked = asked.clone();
        return Some(whole.clone());
    }
    if asked.audience.is_some() {
        view.audience = None; // cut already
    }
    let source = version(output, profile, map, asked);
    problems.extend(source.problems);
    Some(Whole { profile: Arc::new(source.profile?), map: Arc::new(source.map) })
}

/// Where the profile has an output's language; nothing if the command line has it.
fn locale(profile: &Profile, target: &Target) -> Option<Place> {
    let (view, own) = (&profile.outputs.get(&target.name)?.view, &target.view.locale);
    let origin = target.options.origin();
    let listed = view.locales.iter().position(|tag| Some(tag) == own.as_ref());
    match listed {
        Some(place) => Some(Place::Value(origin.key("locales").index(place))),
        None if view.locale == *own => Some(Place::Value(origin.key("locale"))),
        None => None,
    }
}

/// Writes each problem once, in the order of the file.
pub(super) fn say(
    map: &SourceMap,
    problems: Vec<Diagnostic>,
    args: &Args,
) -> Result<(), Failure> {
    let problems = once(map, problems);
    report::problems(&problems, map, args);
    stop_at_errors(&problems)
}

/// Each problem once, in the order of the file.
fn once(map: &SourceMap, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut once: Vec<Diagnostic> = Vec::with_capacity(problems.len());
    let mut seen = HashSet::new();
    for problem in problems.into_iter().map(|problem| map.pinned(problem)) {
        if seen.insert(problem.clone()) {
            once.push(problem);
        }
    }
    once.sort_by_cached_key(|problem| map.position(problem));
    once
}

fn stop_at_errors(problems: &[Diagnostic]) -> Result<(), Failure> {
    match problems.iter().any(Diagnostic::is_error) {
        true => Err(Failure::Problem),
        false => Ok(()),
    }
}
