//! `curricle backends`: what outputs can be made.

use super::{Failure, written};
use crate::backends::{self, Backend};
use std::fmt::Write as _;
use std::io::Write;

/// Runs the command.
pub(super) fn run() -> Result<(), Failure> {
    let list: Vec<String> = backends::registry().iter().map(|one| entry(*one)).collect();
    written(std::io::stdout().lock().write_all(list.join("\n").as_bytes()))
}

fn entry(backend: &dyn Backend) -> String {
    let mut out = format!("{}: {}\n", backend.id(), backend.about());
    let schema = backend.options_schema();
    let options = schema.get("properties").and_then(|all| all.as_object());
    for (name, option) in options.into_iter().flatten() {
        let about = option.get("description").and_then(|about| about.as_str());
        let about = about.unwrap_or_default().replace('\n', " ");
        let about = textwrap::fill(
            &about,
            textwrap::Options::new(78)
                .initial_indent("      ")
                .subsequent_indent("      "),
        );
        let _ = write!(out, "  {name}\n{about}\n");
    }
    out
}
