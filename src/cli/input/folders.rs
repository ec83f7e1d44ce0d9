//! The folders that files may be read from.
//!
//! A profile may come from anywhere, so what it `extends` is read only from the folder of
//! the file that the command line names, and from below it; unless the command line names
//! that file as well.

use super::{limited, open};
use crate::bounds::{Bound, Bounds};
use crate::cli::report::io_problem;
use crate::diagnostics::{Code, Diagnostic};
use crate::readers::{Library, Opened};
use std::path::{Component, Path, PathBuf};

/// The folders of the files that the command line names, and those files.
pub(in crate::cli) struct Folders {
    folders: Vec<PathBuf>,
    named: Vec<PathBuf>,
    bounds: Bounds,
}

impl Folders {
    /// Of the files that the command line names.
    pub(in crate::cli) fn of(files: &[Opened], bounds: Bounds) -> Self {
        let named: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
        let folders = named.iter().filter_map(|path| path.parent()).map(Path::to_owned);
        Self { folders: folders.collect(), named, bounds }
    }

    fn allow(&self, path: &Path) -> bool {
        self.named.iter().any(|named| named == path)
            || self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

impl Library for Folders {
    fn bounds(&self) -> Bounds {
        self.bounds
    }

    fn open(&self, path: &str, from: &Path) -> Result<Opened, Diagnostic> {
        let folder = from.parent().unwrap_or(Path::new(""));
        let wanted = lexical(&folder.join(path));
        if !self.allow(&wanted) {
            return Err(outside(path)); // said before the disk is asked
        }
        let found = wanted.canonicalize().map_err(|error| unreadable(path, &error))?;
        if !self.allow(&found) {
            return Err(outside(path)); // a link leads out
        }
        let bytes =
            open(&found).and_then(|file| limited(file, &self.bounds, Bound::Input));
        let bytes = bytes.map_err(|error| unreadable(path, &error))?;
        Ok(Opened { name: shown(&found), path: found, bytes })
    }
}

/// The path of a file by which it is recognised; for standard input that of a file in the
/// current folder, so that it may extend what is there.
pub(in crate::cli) fn identity(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.canonicalize().unwrap_or_else(|_| lexical(&here.join(path)))
}

/// A path without `.` and `..`.
fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                out.push(part);
            }
        }
    }
    out
}

/// A path as messages have it: from the current folder, if it is in it.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let near = here.ok().and_then(|here| Some(path.strip_prefix(here).ok()?.to_owned()));
    near.unwrap_or_else(|| path.to_owned()).display().to_string()
}

fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    io_problem(Code::Unreadable, Path::new(path), error)
}

fn outside(path: &str) -> Diagnostic {
    Diagnostic::error(Code::Outside, format!("`{path}` is not in the profile's folder"))
        .help(format!("to read it all the same, name it: `-f {path}`"))
}
