//! `curricle new`: a commented profile to start from.

use super::args::{Args, New};
use super::{Failure, report, saved, written};
use crate::diagnostics::{Code, Diagnostic};
use std::io::Write;
use std::path::Path;

/// The starter, which renders as it is.
const STARTER: &str = include_str!("../../templates/profile.yaml");

/// Runs the command.
pub(super) fn run(new: &New, args: &Args) -> Result<(), Failure> {
    if new.file == Path::new("-") {
        return written(std::io::stdout().lock().write_all(STARTER.as_bytes()));
    }
    let name = new.file.display().to_string();
    if new.file.exists() {
        let problem =
            Diagnostic::error(Code::NotOurs, format!("`{name}` is there already"))
                .help("name another: `curricle new other.yaml`");
        report::about(&new.file, problem, args);
        return Err(Failure::Problem);
    }
    saved(&new.file, STARTER.as_bytes(), args)?;
    report::done(&format!("wrote {name}; edit it, then run `{}`", next(new)), args);
    Ok(())
}

/// The command that renders the new profile: the usual name is found by itself.
fn next(new: &New) -> String {
    match new.file == Path::new("profile.yaml") {
        true => "curricle render".to_owned(),
        false => format!("curricle render {}", new.file.display()),
    }
}
