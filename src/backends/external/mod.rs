//! Backends of one's own: a program `curricle-NAME` on the search path.
//!
//! It gets one JSON object on standard input, writes the artifact to standard output and
//! diagnostics to standard error, a line each, plain or as JSON; `docs/backends.md` has the
//! whole agreement. A profile names a backend, never a path or a command line, so a profile
//! from elsewhere runs nothing that is not installed here as a backend.

mod messages;
mod process;

use super::{Backend, BackendError, Options, Rendered, Request};
use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::document::Document;
use messages::Said;
use process::{Ended, Output};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The version of the agreement with external programs. It rises when a program that keeps
/// to the older one would be wrong.
pub const PROTOCOL: u32 = 1;

/// How long a program may take unless its output's `timeout` says otherwise: a LaTeX run
/// takes seconds.
const SECONDS: u64 = 60;

/// The longest `timeout` that an output may set.
const MOST_SECONDS: u64 = 3600;

/// What an external program gets on standard input.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExternalRequest<'a> {
    /// The version of this agreement: 1.
    pub protocol: u32,
    /// The version of curricle, for messages.
    pub version: &'a str,
    /// What to show.
    pub document: &'a Document,
    /// The output's options as the profile has them, without those that every output has.
    pub options: &'a Map<String, Value>,
}

/// The options that curricle itself takes for an external backend.
#[derive(Debug, Default, JsonSchema)]
#[allow(dead_code)] // only its schema is used: the program may take any further option
struct ExternalOptions {
    /// The seconds after which the program is ended, from 1 to 3600. Default: 60.
    timeout: Option<u64>,
}

/// A program on the search path that is a backend.
#[derive(Debug, Clone)]
pub struct External {
    id: String,
    program: PathBuf,
    default_path: String,
}

/// The external backend called `id`, if its program is installed.
pub fn find(id: &str) -> Option<External> {
    find_in(id, std::env::split_paths(&std::env::var_os("PATH")?))
}

/// The external backend called `id` in one of the folders. Relative folders are left out:
/// a program must be installed, not merely lie where one happens to work.
fn find_in(id: &str, folders: impl Iterator<Item = PathBuf>) -> Option<External> {
    if !is_name(id) {
        return None;
    }
    let file = format!("curricle-{id}{}", std::env::consts::EXE_SUFFIX);
    let mut programs =
        folders.filter(|folder| folder.is_absolute()).map(|folder| folder.join(&file));
    let program = programs.find(|program| is_program(program))?;
    Some(External { id: id.to_owned(), program, default_path: format!("cv.{id}") })
}

/// Whether a backend may be called so: letters, digits, `-` and `_`, so that no name leads
/// out of the search path.
pub fn is_name(id: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    !id.is_empty() && id.chars().all(is_plain) && !id.starts_with('-')
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

impl External {
    fn limit(options: &Options) -> Result<Duration, Diagnostic> {
        let Some(value) = options.values().get("timeout") else {
            return Ok(Duration::from_secs(SECONDS));
        };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match text.parse() {
            Ok(seconds @ 1..=MOST_SECONDS) => Ok(Duration::from_secs(seconds)),
            Ok(_) | Err(_) => {
                let place = Place::Value(options.origin().key("timeout"));
                let message = format!("`timeout` can't be `{text}`");
                Err(Diagnostic::error(Code::BadValue, message).at(place, "").help(
                    format!("give it a number of seconds from 1 to {MOST_SECONDS}"),
                ))
            }
        }
    }

    fn failed(&self, message: &str, options: &Options) -> Diagnostic {
        let message = format!("`curricle-{}` {message}", self.id);
        Diagnostic::error(Code::ExternalBackend, message)
            .at(Place::Key(options.origin().clone()), "")
    }

    fn judge(&self, output: Output, options: &Options) -> Result<Rendered, BackendError> {
        let said = Said::read(&output.said, &self.id);
        if let Some(other) = said.protocol.filter(|protocol| *protocol != PROTOCOL) {
            let message = format!("speaks protocol {other}, and curricle {PROTOCOL}");
            let newer = if other > PROTOCOL { "curricle" } else { "the program" };
            let problem = self.failed(&message, options);
            return Err(problem
                .help(format!("install a newer version of {newer}"))
                .into());
        }
        let failure = match output.ended {
            Ended::Well if said.has_errors() => None,
            Ended::Well if output.bytes.is_empty() => Some("printed nothing".to_owned()),
            Ended::Well => {
                let (bytes, warnings) = (output.bytes, said.all(&self.id));
                return Ok(Rendered { bytes, warnings, ..Rendered::default() });
            }
            Ended::Badly(status) => Some(format!("failed: {status}")),
            Ended::TooLate(limit) => {
                let problem = format!("was ended after {} s", limit.as_secs());
                Some(problem)
            }
            Ended::TooMuch => Some("printed more than curricle takes".to_owned()),
        };
        let mut problems: Vec<_> = said.structured;
        if let Some(failure) = failure {
            let problem = self.failed(&failure, options);
            problems.push(said.plain.into_iter().fold(problem, Diagnostic::help));
        }
        Err(BackendError(problems))
    }
}

impl Backend for External {
    fn id(&self) -> &str {
        &self.id
    }

    fn about(&self) -> &str {
        "a program on this machine"
    }

    fn default_path(&self) -> &str {
        &self.default_path
    }

    fn options_schema(&self) -> Schema {
        schema_for!(ExternalOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        Self::limit(options).err().into_iter().collect()
    }

    fn takes_long(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let options = request.options;
        let limit = Self::limit(options)?;
        let most = request.bounds.of(Bound::Time);
        if limit.as_secs() > most {
            return Err(too_long(limit, &request.bounds, options).into());
        }
        let input = ExternalRequest {
            protocol: PROTOCOL,
            version: env!("CARGO_PKG_VERSION"),
            document: request.document,
            options: options.values(),
        };
        let input = serde_json::to_vec(&input)
            .map_err(|error| self.failed(&format!("got no request: {error}"), options))?;
        let output = process::run(&self.program, input, limit).map_err(|error| {
            self.failed(&format!("can't be started: {error}"), options)
                .help("is it a program, with the right first line?")
        })?;
        self.judge(output, options)
    }
}

/// A profile may come from anywhere, so it does not decide alone how long it is waited for.
fn too_long(limit: Duration, bounds: &Bounds, options: &Options) -> Diagnostic {
    let (asked, most) = (limit.as_secs(), bounds.of(Bound::Time));
    let message = format!("`timeout: {asked}` is longer than {most} s");
    Diagnostic::error(Code::BadValue, message)
        .at(Place::Value(options.origin().key("timeout")), "")
        .help(format!("if you trust it, allow more: `--limit time={asked}s`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backend_is_named_and_never_a_path() {
        for name in ["", "../evil", "a/b", "a b", "a.b", "-rf", "/bin/sh", "a\0b"] {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_name("latex") && is_name("my_own-2"));
        let here = std::iter::once(PathBuf::from("."));
        assert!(find_in("latex", here).is_none());
    }
}
