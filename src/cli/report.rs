//! What is said to the person at the terminal, on standard error.

use super::Failure;
use super::args::{Args, Format};
use crate::diagnostics::{
    Code, Diagnostic, Place, SourceMap, harmless_json, machine, render,
};
use crate::tree::Node;
use std::io::Write;
use std::path::Path;

/// Writes problems to standard error in the form that was asked for.
pub(super) fn problems(problems: &[Diagnostic], map: &SourceMap, args: &Args) {
    if problems.is_empty() {
        return;
    }
    match args.format {
        Format::Human => {
            let mut out = anstream::stderr().lock();
            let _ = writeln!(out, "{}", render::render(problems, map));
        }
        Format::Json => {
            let mut out = std::io::stderr().lock();
            let _ = write!(out, "{}", machine::render(problems, map));
        }
    }
}

/// Writes problems that have no place in a file.
pub(super) fn plain(list: &[Diagnostic], args: &Args) {
    problems(list, &SourceMap::default(), args);
}

/// Shows the lines that a refused file would have changed; programs are told by the problem
/// alone.
pub(super) fn diff(diff: &str, args: &Args) {
    if args.format == Format::Human {
        let _ = write!(anstream::stderr().lock(), "{diff}");
    }
}

/// Writes a problem with a file that is no profile, or not one that could be read.
pub(super) fn about(file: &Path, problem: Diagnostic, args: &Args) {
    let map = SourceMap::new(file.display().to_string(), "", Node::default());
    problems(&[problem.at(Place::File, "")], &map, args);
}

/// Says what was done, unless nothing is to be said.
pub(super) fn done(message: &str, args: &Args) {
    if !args.quiet {
        note(message, args);
    }
}

/// Says what was asked for.
pub(super) fn note(message: &str, args: &Args) {
    match args.format {
        Format::Human => {
            let _ = writeln!(anstream::stderr().lock(), "{}", visible(message));
        }
        Format::Json => {
            let note = serde_json::json!({"severity": "note", "message": message});
            let note = harmless_json(note.to_string());
            let _ = writeln!(std::io::stderr().lock(), "{note}");
        }
    }
}

/// Says what is wrong with the command line.
pub(super) fn usage(message: &str) -> Failure {
    error(message);
    Failure::Usage
}

/// Says what went wrong with the command line being right.
pub(super) fn failed(message: &str) -> Failure {
    error(message);
    Failure::Problem
}

fn error(message: &str) {
    let message = visible(message);
    let _ = writeln!(anstream::stderr().lock(), "\u{1b}[1;31merror\u{1b}[0m: {message}");
}

/// Words without characters that would act on a terminal: they may name a file that a
/// profile names.
fn visible(words: &str) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c };
    words.chars().map(shown).collect()
}

/// Says a problem that is one of the command line.
pub(super) fn wrong(problem: &Diagnostic) -> Failure {
    let helps = problem.helps.iter().map(|help| format!("\n  {help}"));
    usage(&format!("{}{}", problem.message, helps.collect::<String>()))
}

/// A file or folder that can't be used, in words.
pub(super) fn io_problem(code: Code, what: &Path, error: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind;
    let what = what.display();
    let (reason, help) = match error.kind() {
        ErrorKind::NotFound if code == Code::Unwritable => {
            ("its folder can't be made", "choose another folder with `-d`")
        }
        ErrorKind::NotFound => ("there is no such file", ""),
        ErrorKind::PermissionDenied if code == Code::Unreadable => {
            ("permission denied", "give yourself the right to read it: `chmod u+r`")
        }
        ErrorKind::PermissionDenied => (
            "permission denied",
            "change its permissions, or choose another folder with `-d`",
        ),
        ErrorKind::IsADirectory => ("it is a folder", "name a file in it"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            ("a part of the path is a file", "choose another folder with `-d`")
        }
        ErrorKind::StorageFull => ("the disk is full", "make room and run it again"),
        ErrorKind::ReadOnlyFilesystem => {
            ("the disk is read-only", "choose another folder with `-d`")
        }
        _ => return Diagnostic::error(code, format!("`{what}`: {error}")),
    };
    let problem = Diagnostic::error(code, format!("`{what}`: {reason}"));
    if help.is_empty() { problem } else { problem.help(help) }
}
