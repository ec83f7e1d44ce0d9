//! `curricle lint`: what GitHub would do to a README.

use super::args::{Args, Lint};
use super::{Failure, input, report};
use crate::diagnostics::{Diagnostic, SourceMap};
use crate::lint;
use crate::tree::Node;
use std::path::{Component, Path, PathBuf};

/// Runs the command.
pub(super) fn run(options: &Lint, args: &Args) -> Result<(), Failure> {
    let mut result = Ok(());
    for path in &options.pages {
        result = result.and(one(path, args));
    }
    result
}

fn one(path: &Path, args: &Args) -> Result<(), Failure> {
    let page = input::page(path, args)?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let problems = lint::lint(&page.text, &|file| is_file(&folder, file, &[]));
    say(&page.name, &page.text, &problems, args);
    match problems.is_empty() {
        true => {
            report::done(&format!("{} is fine", page.name), args);
            Ok(())
        }
        false => Err(Failure::Problem),
    }
}

/// Writes what was found in a page.
pub(super) fn say(name: &str, text: &str, problems: &[Diagnostic], args: &Args) {
    let map = SourceMap::new(name, text, Node::default());
    report::problems(problems, &map, args);
}

/// Whether a path on a page in `folder` leads to a file or a folder, or to one that will
/// be made.
pub(super) fn is_file(folder: &Path, path: &str, made: &[PathBuf]) -> bool {
    let path = match path.strip_prefix('/') {
        Some(path) => root(folder).join(path),
        None => folder.join(path),
    };
    path.exists() || made.iter().any(|one| plain(one) == plain(&path))
}

/// A path without `.` and `..`, by its words alone: what will be made is not there yet.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            Component::ParentDir
            | Component::Prefix(_)
            | Component::RootDir
            | Component::Normal(_) => out.push(part),
        }
    }
    out
}

/// The root of the repository that a folder is in, or the folder.
fn root(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let root = whole.ancestors().find(|folder| folder.join(".git").exists());
    root.map_or_else(|| folder.to_owned(), Path::to_owned)
}
