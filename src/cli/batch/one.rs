//! One profile of a batch, whatever happens.

use super::inputs::Task;
use super::outcome::Outcome;
use super::plan::Plan;
use super::profile::Profile;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::tree::Node;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
        let profile = plan.times.of("open", || Profile::open(task.origin, plan))?;
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

/// A file that no line of is shown.
pub(super) fn nowhere(name: &str) -> SourceMap {
    SourceMap::new(name, "", Node::default())
}
