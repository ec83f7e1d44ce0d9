//! A profile on its way to its outputs, with every problem of all stages in one report.

mod room;

use super::Failure;
use super::args::Args;
use super::plan::{self, Target};
use super::report;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::document::{Asked, Document, check_filters, compose};
use crate::profile::Profile;
use crate::readers::{self, Source};
use room::Room;
use std::collections::HashSet;
use std::sync::Arc;

/// An output with the Document that it shows.
pub(super) struct Job {
    pub(super) profile: Arc<Profile>,
    pub(super) target: Target,
    pub(super) document: Document,
}

/// Composes every output that `choose` leaves, says every problem, and gives nothing if
/// there is an error among them.
pub(super) fn jobs(
    source: Source,
    asked: &Asked,
    args: &Args,
    choose: impl FnOnce(Vec<Target>) -> Result<Vec<Target>, Failure>,
) -> Result<(Vec<Job>, SourceMap), Failure> {
    let Source { profile, format: _, map, mut problems } = source;
    let jobs = match profile.map(Arc::new) {
        Some(profile) => {
            problems.extend(checked(&profile, asked, args)?);
            let (targets, found) = plan::all(&profile);
            problems.extend(found);
            let targets = choose(targets)?;
            let room = Room::new(&map, targets.len(), args.bounds());
            composed(&profile, targets, asked, room, &mut problems)
        }
        None => vec![],
    };
    say(&map, problems, args)?;
    Ok((jobs, map))
}

/// What is wrong with the version that is asked for. An error is one of the command line.
pub(super) fn checked(
    profile: &Profile,
    asked: &Asked,
    args: &Args,
) -> Result<Vec<Diagnostic>, Failure> {
    let mut problems = check_filters(profile, &asked.filters, None);
    let audience = asked.audience.as_deref();
    problems.extend(
        audience.and_then(|name| readers::no_audience(profile, name, Place::Nowhere)),
    );
    if problems.iter().any(Diagnostic::is_error) {
        report::plain(&problems, args);
        return Err(Failure::Usage);
    }
    Ok(problems)
}

fn composed(
    profile: &Arc<Profile>,
    targets: Vec<Target>,
    asked: &Asked,
    mut room: Room,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Job> {
    let compose_one = |mut target: Target| {
        target.view.asked = asked.clone();
        let mut composed = compose(profile, &target.view);
        composed.document.translations.clone_from(&target.translations);
        let locale = locale(profile, &target);
        problems.extend(composed.problems.into_iter().map(|problem| match &locale {
            Some(place) if problem.code == Code::UnknownLocale => {
                problem.at(place.clone(), "")
            }
            Some(_) | None => problem,
        }));
        if let Err(full) = room.take(&composed.document, &target) {
            problems.push(full);
            return None;
        }
        let document = composed.document;
        Some(Job { profile: Arc::clone(profile), target, document })
    };
    targets.into_iter().map_while(compose_one).collect()
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
    let mut once: Vec<Diagnostic> = Vec::with_capacity(problems.len());
    let mut seen = HashSet::new();
    for problem in problems.into_iter().map(|problem| map.pinned(problem)) {
        if seen.insert(problem.clone()) {
            once.push(problem);
        }
    }
    once.sort_by_cached_key(|problem| map.position(problem));
    report::problems(&once, map, args);
    match once.iter().any(Diagnostic::is_error) {
        true => Err(Failure::Problem),
        false => Ok(()),
    }
}
