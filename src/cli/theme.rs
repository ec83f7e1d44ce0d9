//! `curricle themes` and `curricle theme new`: what a CV can look like.

use super::args::{Args, NewTheme};
use super::{Failure, report, saved, written};
use crate::backends::themes;
use crate::diagnostics::{Code, Diagnostic};
use std::io::Write;
use std::path::Path;

/// Lists the themes.
pub(super) fn list() -> Result<(), Failure> {
    let lines = themes::list().map(|(name, about)| format!("{name:10} {about}\n"));
    let lines: String = lines.collect();
    written(std::io::stdout().lock().write_all(lines.as_bytes()))
}

/// Writes a commented theme to start from.
pub(super) fn new(new: &NewTheme, args: &Args) -> Result<(), Failure> {
    if new.file == Path::new("-") {
        return written(std::io::stdout().lock().write_all(themes::START.as_bytes()));
    }
    let name = new.file.display().to_string();
    if new.file.exists() {
        let problem =
            Diagnostic::error(Code::NotOurs, format!("`{name}` is there already"))
                .help("name another: `curricle theme new other.typ`");
        report::plain(&[problem], args);
        return Err(Failure::Problem);
    }
    saved(&new.file, themes::START.as_bytes(), args)?;
    let next = format!("wrote {name}; set `theme: ./{name}` in an output of the profile");
    report::done(&next, args);
    Ok(())
}
