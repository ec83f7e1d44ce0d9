//! Artifacts to where they go.

use super::diff;
use crate::backends::{Authorship, Rendered};
use crate::cli::args::{Args, Render};
use crate::cli::plan::Target;
use crate::cli::{Failure, report, saved, write, written};
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::output::{self, Outcome};
use crate::tree::Node;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// An artifact of one output.
pub(in crate::cli) struct Made<'a> {
    pub(in crate::cli) target: &'a Target,
    pub(in crate::cli) rendered: Rendered,
    pub(in crate::cli) time: Duration,
    /// What the version is called, if it has a name.
    pub(in crate::cli) edition: Option<String>,
}

impl Made<'_> {
    /// `academic, 5.2 KiB, 2 pages, in 3 ms`
    fn facts(&self) -> String {
        let size = match self.rendered.bytes.len() {
            bytes @ 0..1024 => format!("{bytes} bytes"),
            bytes => format!("{:.1} KiB", bytes as f64 / 1024.0),
        };
        let pages = match self.rendered.pages {
            None => String::new(),
            Some(1) => ", 1 page".to_owned(),
            Some(pages) => format!(", {pages} pages"),
        };
        let edition = self.edition.as_deref().map(|edition| format!("{edition}, "));
        let edition = edition.unwrap_or_default();
        let notes = self.rendered.notes.iter().map(|note| format!(", {note}"));
        let notes: String = notes.collect();
        format!("{edition}{size}{pages}{notes}, in {} ms", self.time.as_millis().max(1))
    }

    /// The facts of one region among several.
    pub(super) fn region_facts(&self) -> String {
        let region = self.target.region.as_deref().unwrap_or_default();
        format!("`{region}` {}", self.facts())
    }

    /// The region's name, and what goes into it.
    pub(super) fn named_page(&self) -> (&str, &str) {
        let name = self.target.region.as_deref().unwrap_or_default();
        let page = self.target.backend.as_region(&self.rendered.bytes);
        (name, page.unwrap_or_default())
    }

    /// Whether this goes into a region of a file, rather than where `-o` says.
    pub(super) fn goes_in_place(&self, render: &Render) -> bool {
        self.target.region.is_some() && render.output.is_none()
    }
}

/// A file as it is and as it is to be.
pub(super) struct Settled<'a> {
    pub(super) path: &'a Path,
    pub(super) old: Option<Vec<u8>>,
    pub(super) new: &'a [u8],
    /// What is said of it once it is written.
    pub(super) facts: String,
}

/// Writes an artifact to a file of its own, or says how it differs from what is there.
pub(super) fn deliver(
    made: &Made<'_>,
    render: &Render,
    map: &SourceMap,
    args: &Args,
) -> Result<(), Failure> {
    report::problems(&made.rendered.warnings, map, args);
    let path = match &render.output {
        Some(path) if path == Path::new("-") => {
            return written(std::io::stdout().lock().write_all(&made.rendered.bytes));
        }
        Some(path) => path.clone(),
        None => within(&render.out_dir, &made.target.path, args)?,
    };
    let new = &made.rendered.bytes;
    let old = read(&path, args)?;
    let refusal = match &old {
        Some(old) if old != new && !render.force => {
            not_ours(made.target.backend.authorship(old), &path)
        }
        Some(_) | None => None,
    };
    let settled = Settled { path: &path, old, new, facts: made.facts() };
    let refusals: Vec<_> = refusal.into_iter().collect();
    let there = SourceMap::new(path.display().to_string(), "", Node::default());
    settle(&settled, &refusals, &there, render, args)
}

/// Writes a file, unless something refuses it, or only shows or says what would change.
pub(super) fn settle(
    file: &Settled<'_>,
    refusals: &[Diagnostic],
    map: &SourceMap,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    if render.diff {
        let diff = file.diff();
        written(anstream::stdout().lock().write_all(diff.as_bytes()))?;
    }
    match (render.check, render.diff) {
        (true, _) => file.compare(refusals, map, args),
        (false, true) => Ok(()),
        (false, false) if refusals.is_empty() => file.write(args),
        (false, false) => {
            report::problems(refusals, map, args);
            report::diff(&file.diff(), args);
            Err(Failure::Problem)
        }
    }
}

impl Settled<'_> {
    fn diff(&self) -> String {
        let old = self.old.as_deref().unwrap_or_default();
        diff::unified(&self.path.display().to_string(), old, self.new)
    }

    fn compare(
        &self,
        refusals: &[Diagnostic],
        map: &SourceMap,
        args: &Args,
    ) -> Result<(), Failure> {
        let path = self.path.display();
        if self.old.as_deref() == Some(self.new) {
            report::done(&format!("{path} is up to date"), args);
            return Ok(());
        }
        let what = if self.old.is_some() { "would change" } else { "is not there" };
        let problem = Diagnostic::error(Code::Stale, format!("`{path}` {what}"));
        let problem = problem.help("run `curricle render` and commit what it writes");
        report::about(self.path, problem, args);
        if !map.text().is_empty() {
            report::problems(refusals, map, args);
        }
        Err(Failure::Problem)
    }

    fn write(&self, args: &Args) -> Result<(), Failure> {
        let verb = match self.outcome(args)? {
            Outcome::Written => "wrote",
            Outcome::Unchanged => "kept",
        };
        report::done(&format!("{verb} {}: {}", self.path.display(), self.facts), args);
        Ok(())
    }

    /// Writes the file if it is to change; what is there already needs nobody to watch for
    /// signals.
    fn outcome(&self, args: &Args) -> Result<Outcome, Failure> {
        if self.old.as_deref() == Some(self.new) {
            output::tidy(self.path);
            return Ok(Outcome::Unchanged);
        }
        saved(self.path, self.new, args)
    }
}

/// Writes an artifact to its file in `folder`, and says nothing.
///
/// # Errors
/// Why it is not written: the file is not in the folder, it is somebody else's and `render`
/// does not say otherwise, or it can't be.
pub(in crate::cli) fn store(
    made: &Made<'_>,
    folder: &Path,
    render: &Render,
) -> Result<Outcome, Diagnostic> {
    let path = inside(folder, &made.target.path)?;
    let new = &made.rendered.bytes;
    let unwritable = |error| report::io_problem(Code::Unwritable, &path, &error);
    let old = output::existing(&path).map_err(unwritable)?;
    let refusal = match old.filter(|old| old != new && !render.force) {
        Some(old) => not_ours(made.target.backend.authorship(&old), &path),
        None => None,
    };
    match refusal {
        Some(refusal) => Err(refusal),
        None => write(&path, new).map_err(unwritable),
    }
}

/// The path of a file in `folder`, which no link leads out of.
pub(super) fn within(
    folder: &Path,
    file: &Path,
    args: &Args,
) -> Result<PathBuf, Failure> {
    inside(folder, file).map_err(|problem| {
        report::plain(&[problem], args);
        Failure::Problem
    })
}

fn inside(folder: &Path, file: &Path) -> Result<PathBuf, Diagnostic> {
    let path = folder.join(file);
    if output::is_within(folder, &path) {
        return Ok(path);
    }
    let message =
        format!("a link on the way to `{}` leads out of its folder", path.display());
    Err(Diagnostic::error(Code::Outside, message)
        .help("nothing is written there; remove the link")
        .help("or write where it leads yourself, with `-o FILE` or `-d DIR`"))
}

/// The bytes of a file, or nothing if there is none.
pub(super) fn read(path: &Path, args: &Args) -> Result<Option<Vec<u8>>, Failure> {
    output::existing(path).map_err(|error| {
        report::about(path, report::io_problem(Code::Unwritable, path, &error), args);
        Failure::Problem
    })
}

/// Why a file that somebody else wrote or changed is not replaced.
fn not_ours(authorship: Authorship, path: &Path) -> Option<Diagnostic> {
    let name = path.display();
    let message = match authorship {
        Authorship::Ours | Authorship::Unknown => return None,
        Authorship::Edited => format!("`{name}` was edited since curricle wrote it"),
        Authorship::Foreign => format!("`{name}` was not written by curricle"),
    };
    let problem = Diagnostic::error(Code::NotOurs, message)
        .at(Place::File, "")
        .help("it is untouched; `--force` replaces it")
        .help("or write elsewhere with `-o FILE` or `-d DIR`");
    Some(problem)
}
