//! Every message that a user may see, drawn whole.
//!
//! A case is a file under `tests/errors/`, with what is said about it in `NAME.stderr`
//! beside it; `NAME.args` has the command line where it is not `check --quiet FILE`. What no file
//! can be, such as a folder, is made below. After a change, look at what
//! `SNAPSHOTS=overwrite cargo test --test errors` made of them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "errors/made.rs"]
mod made;

use made::Made;
use snapbox::Data;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

/// The files of the folder whose names end in one of `extensions`.
fn files(extensions: &[&str]) -> BTreeSet<String> {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| extensions.iter().any(|end| name.ends_with(end))).collect()
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Whether this build can run a case: some speak of the PDF.
fn is_runnable(name: &str) -> bool {
    cfg!(feature = "pdf") || !name.starts_with("pdf-")
}

/// What a command says, and how it ends.
fn said(mut command: Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let code = output.status.code().unwrap_or(-1);
    format!("{}[exit {code}]\n", without_times(&said))
}

/// `in 3 ms` as `in [TIME]`.
fn without_times(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        match line.rsplit_once(", in ") {
            Some((before, time)) if time.trim_end().ends_with(" ms") => {
                out += &format!("{before}, in [TIME]\n");
            }
            Some(_) | None => out += line,
        }
    }
    out
}

fn curricle(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.current_dir(folder).env_remove("RUST_BACKTRACE");
    command
}

/// Runs the case of a file in a folder of its own.
fn run_file(file: &str) -> String {
    let here = tempfile::tempdir().unwrap();
    fs::copy(folder().join(file), here.path().join(file)).unwrap();
    let args = fs::read_to_string(folder().join(stem(file)).with_extension("args"));
    let args = args.unwrap_or_else(|_| format!("check --quiet {file}"));
    let mut command = curricle(here.path());
    command.args(args.split_whitespace());
    said(command)
}

fn run_made(case: &Made) -> String {
    let here = tempfile::tempdir().unwrap();
    let mut all = String::new();
    for mut command in (case.commands)(&curricle(here.path()), here.path()) {
        command.env_remove("RUST_BACKTRACE");
        all += &said(command);
    }
    all
}

/// Compares what was said with what is to be said, and says whether they are equal.
fn is_as_expected(name: &str, said: String) -> bool {
    let path = folder().join(format!("{name}.stderr"));
    let expected = Data::read_from(&path, Some(snapbox::data::DataFormat::Text)).raw();
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS").normalize_paths(false);
    match assert.try_eq(Some(&name), Data::text(said), expected) {
        Ok(()) => true,
        Err(difference) => {
            println!("{name}: {difference}");
            false
        }
    }
}

#[test]
fn every_problem_of_a_file_is_drawn_as_expected() {
    let files = files(&[".yaml", ".json"]);
    let runnable = files.iter().filter(|file| is_runnable(file));
    let wrong: Vec<_> =
        runnable.filter(|file| !is_as_expected(stem(file), run_file(file))).collect();
    assert!(wrong.is_empty(), "not as expected: {wrong:?}");
}

#[test]
fn every_problem_of_the_machine_is_drawn_as_expected() {
    let cases = made::CASES.iter().filter(|case| is_runnable(case.name));
    let wrong: Vec<_> = cases
        .filter(|case| !is_as_expected(case.name, run_made(case)))
        .map(|case| case.name)
        .collect();
    assert!(wrong.is_empty(), "not as expected: {wrong:?}");
}

#[test]
fn nothing_is_left_over() {
    let files = files(&[".yaml", ".json"]);
    let mut names: Vec<&str> = files.iter().map(|file| stem(file)).collect();
    names.extend(made::CASES.iter().map(|case| case.name));
    let known: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(known.len(), names.len(), "two cases have one name");
    let expected = self::files(&[".stderr", ".args"]);
    let left_over: Vec<_> =
        expected.iter().filter(|file| !known.contains(stem(file))).collect();
    assert!(left_over.is_empty(), "no case has these: {left_over:?}");
}

#[test]
fn every_code_has_a_case() {
    let drawn = files(&[".stderr"]);
    let drawn = drawn.iter().map(|file| fs::read_to_string(folder().join(file)).unwrap());
    let drawn: String = drawn.collect();
    let is_drawn = |name: &str| {
        drawn.contains(&format!("[{name}]: ")) || drawn.contains(&format!("\"{name}\""))
    };
    let codes = include_str!("../src/diagnostics/code.rs").lines();
    let codes = codes.filter_map(|line| line.split_once(" = \"")?.1.strip_suffix("\","));
    let missing: Vec<_> = codes.filter(|name| !is_drawn(name)).collect();
    assert_eq!(missing, made::WITHOUT_A_CASE, "each code but these is drawn somewhere");
}
