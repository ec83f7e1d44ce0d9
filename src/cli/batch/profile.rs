//! A profile of a batch on its way from its bytes to its outputs.

use super::inputs::Origin;
use super::outcome::{Outcome, Status};
use super::plan::Plan;
use super::record::{Record, Trace};
use super::traced::{TracedAssets, TracedLibrary};
use super::{names, outputs};
use crate::backends::Assets;
use crate::cli::{assets, input, report};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::readers::{self, Opened, Source};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A profile on its way.
pub(super) struct Profile {
    opened: Opened,
    /// The file that it is; nothing for a line.
    file: Option<PathBuf>,
    /// Whether it is a line with an `id`, which is no part of a profile.
    has_id: bool,
    /// The checksum of everything on the command line, and of the line.
    command: String,
}

impl Profile {
    /// Opens one that has not been read yet.
    ///
    /// # Errors
    /// Why it can't be read.
    pub(super) fn open(origin: Origin, plan: &Plan) -> Result<Self, Diagnostic> {
        let name = origin.name();
        match origin {
            Origin::File(path) => {
                let opened = input::opened(&path, &plan.bounds)?;
                let file = Some(opened.path.clone());
                Ok(Self { opened, file, has_id: false, command: plan.command(b"") })
            }
            Origin::Line(_, bytes) => {
                let (command, has_id) =
                    (plan.command(&bytes), names::id(&bytes).is_some());
                let opened =
                    Opened { name, path: input::identity(Path::new("-")), bytes };
                Ok(Self { opened, file: None, has_id, command })
            }
            Origin::Broken(path, error) => {
                Err(report::io_problem(Code::Unreadable, &path, &error))
            }
        }
    }

    /// Makes its outputs in `folder`, unless that is to be skipped.
    pub(super) fn make(self, folder: &Path, plan: &Plan, outcome: &mut Outcome) {
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
        outputs::make(source, folder, &assets, plan, outcome);
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
