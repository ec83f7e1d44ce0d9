//! Artifacts to where they go.

use crate::backends::{Authorship, Rendered};
use crate::cli::args::{Args, Render};
use crate::cli::plan::Target;
use crate::cli::{Failure, report, written};
use crate::diagnostics::{Code, Diagnostic, SourceMap};
use crate::output::{self, Outcome};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// An artifact of one output.
pub(super) struct Made<'a> {
    pub(super) target: &'a Target,
    pub(super) rendered: Rendered,
    pub(super) time: Duration,
}

impl Made<'_> {
    /// `5.2 KiB, 2 pages, in 3 ms`
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
        let notes = self.rendered.notes.iter().map(|note| format!(", {note}"));
        let notes: String = notes.collect();
        format!("{size}{pages}{notes}, in {} ms", self.time.as_millis().max(1))
    }
}

/// Writes an artifact, or says how it differs from what is there.
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
        None => render.out_dir.join(&made.target.path),
    };
    match render.check {
        true => compare(made, &path, args),
        false => write(made, &path, render, args),
    }
}

fn compare(made: &Made<'_>, path: &Path, args: &Args) -> Result<(), Failure> {
    let there = read(path, args)?;
    if there.as_deref() == Some(&made.rendered.bytes) {
        report::done(&format!("{} is up to date", path.display()), args);
        return Ok(());
    }
    let what = if there.is_some() { "would change" } else { "is not there" };
    let problem = Diagnostic::error(Code::Stale, format!("`{}` {what}", path.display()))
        .help("run `curricle render` and commit what it writes");
    report::about(path, problem, args);
    Err(Failure::Problem)
}

fn write(
    made: &Made<'_>,
    path: &Path,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    let there = read(path, args)?;
    if let Some(bytes) = there.filter(|bytes| *bytes != made.rendered.bytes)
        && !render.force
    {
        keep_foreign(made.target.backend.authorship(&bytes), path, args)?;
    }
    match output::write(path, &made.rendered.bytes) {
        Ok(outcome) => {
            let verb = match outcome {
                Outcome::Written => "wrote",
                Outcome::Unchanged => "kept",
            };
            report::done(&format!("{verb} {}: {}", path.display(), made.facts()), args);
            Ok(())
        }
        Err(error) => {
            report::about(path, report::io_problem(Code::Unwritable, path, &error), args);
            Err(Failure::Problem)
        }
    }
}

fn read(path: &Path, args: &Args) -> Result<Option<Vec<u8>>, Failure> {
    output::existing(path).map_err(|error| {
        report::about(path, report::io_problem(Code::Unwritable, path, &error), args);
        Failure::Problem
    })
}

/// Refuses to replace what somebody else wrote or changed.
fn keep_foreign(authorship: Authorship, path: &Path, args: &Args) -> Result<(), Failure> {
    let name = path.display();
    let message = match authorship {
        Authorship::Ours | Authorship::Unknown => return Ok(()),
        Authorship::Edited => format!("`{name}` was edited since curricle wrote it"),
        Authorship::Foreign => format!("`{name}` was not written by curricle"),
    };
    let problem = Diagnostic::error(Code::NotOurs, message)
        .help("it is untouched; `--force` replaces it")
        .help("or write elsewhere with `-o FILE` or `-d DIR`");
    report::about(path, problem, args);
    Err(Failure::Problem)
}
