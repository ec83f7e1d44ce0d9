//! A profile on its way to its outputs, with every problem of all stages in one report.

use super::Failure;
use super::args::Args;
use super::plan::{self, Target};
use super::report;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::document::{Document, compose};
use crate::profile::Profile;
use crate::readers::Source;
use std::collections::HashSet;

/// An output with the Document that it shows.
pub(super) struct Job {
    pub(super) target: Target,
    pub(super) document: Document,
}

/// Composes every output that `choose` leaves, says every problem, and gives nothing if
/// there is an error among them.
pub(super) fn jobs(
    source: Source,
    args: &Args,
    choose: impl FnOnce(Vec<Target>) -> Result<Vec<Target>, Failure>,
) -> Result<(Vec<Job>, SourceMap), Failure> {
    let Source { profile, map, mut problems } = source;
    let jobs = match &profile {
        Some(profile) => {
            let (targets, found) = plan::all(profile);
            problems.extend(found);
            composed(profile, choose(targets)?, &mut problems)
        }
        None => vec![],
    };
    say(&map, problems, args)?;
    Ok((jobs, map))
}

fn composed(
    profile: &Profile,
    targets: Vec<Target>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Job> {
    let compose_one = |target: Target| {
        let composed = compose(profile, &target.view);
        let locale = Place::Value(target.options.origin().key("locale"));
        let is_in_file = profile
            .outputs
            .get(&target.name)
            .is_some_and(|output| output.view.locale == target.view.locale);
        problems.extend(composed.problems.into_iter().map(|problem| {
            match problem.code == Code::UnknownLocale && is_in_file {
                true => problem.at(locale.clone(), ""),
                false => problem,
            }
        }));
        Job { target, document: composed.document }
    };
    targets.into_iter().map(compose_one).collect()
}

/// Writes each problem once, in the order of the file.
fn say(map: &SourceMap, problems: Vec<Diagnostic>, args: &Args) -> Result<(), Failure> {
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
