//! The profiles of a batch, one after the other.

use super::lines::Lines;
use super::names::Names;
use crate::bounds::{Bound, Bounds};
use crate::cli::args::Batch;
use crate::cli::input::USUAL;
use crate::diagnostics::Diagnostic;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// Where a profile comes from.
#[derive(Debug)]
pub(super) enum Origin {
    /// A file.
    File(PathBuf),
    /// A line of standard input, counted from 1.
    Line(usize, Vec<u8>),
    /// A list or standard input that can't be read to its end: there may be more of them.
    Broken(PathBuf, io::Error),
}

impl Origin {
    /// What messages call it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Broken(path, _) => path.display().to_string(),
            Self::Line(number, _) => format!("<stdin>:{number}"),
        }
    }
}

/// A profile that is to be made.
pub(super) struct Task {
    /// Its place in the batch, from 0.
    pub(super) index: usize,
    /// What it is called, and its folder; or why it has no name.
    pub(super) name: Result<String, Diagnostic>,
    pub(super) origin: Origin,
}

/// All profiles that the command line names.
pub(super) struct Inputs {
    origins: Box<dyn Iterator<Item = Origin> + Send>,
    /// How many there are, where that is known.
    count: Option<usize>,
    names: Names,
    next: usize,
}

impl Inputs {
    /// Looks into the folders; what comes on standard input is read as it is needed.
    ///
    /// # Errors
    /// A list of files that can't be read, with its path.
    pub(super) fn of(
        batch: &Batch,
        bounds: &Bounds,
    ) -> Result<Self, (PathBuf, io::Error)> {
        let (mut paths, mut has_lines) = (Vec::new(), false);
        for path in &batch.profiles {
            match path {
                path if path == Path::new("-") => has_lines = true,
                path if path.is_dir() => paths.extend(in_folder(path)),
                path => paths.push(path.clone()),
            }
        }
        let streams = has_lines || batch.files_from.is_some();
        let count = (!streams).then_some(paths.len());
        let mut origins: Box<dyn Iterator<Item = Origin> + Send> =
            Box::new(paths.into_iter().map(Origin::File));
        if let Some(list) = &batch.files_from {
            let listed = listed(list, bounds).map_err(|error| (list.clone(), error))?;
            origins = Box::new(origins.chain(listed));
        }
        if has_lines {
            let lines = Lines::of(BufReader::new(io::stdin()), bounds.of(Bound::Input));
            let lines = lines.map(|(number, line)| match line {
                Ok(line) => Origin::Line(number, line),
                Err(error) => Origin::Broken("<stdin>".into(), error),
            });
            origins = Box::new(origins.chain(lines));
        }
        Ok(Self { origins, count, names: Names::default(), next: 0 })
    }

    /// How many there are, where that is known before they are read.
    pub(super) fn known(&self) -> Option<usize> {
        self.count
    }
}

impl Iterator for Inputs {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        let origin = self.origins.next()?;
        let name = self.names.of(&origin);
        let index = self.next;
        self.next += 1;
        Some(Task { index, name, origin })
    }
}

/// The profiles in a folder, and those in its folders that have one, by name. A folder that
/// can't be read stands for itself, so that it is complained of.
fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return vec![folder.to_owned()] };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths.filter(|path| !is_hidden(path)).collect();
    found.sort();
    let profile = |path: PathBuf| match path.is_dir() {
        true => USUAL.iter().map(|usual| path.join(usual)).find(|path| path.is_file()),
        false => Some(path).filter(|path| is_profile(path)),
    };
    found.into_iter().filter_map(profile).collect()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// Whether a file of a folder is meant, by its extension.
fn is_profile(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["yaml", "yml", "json"].contains(&extension.to_lowercase().as_str())
}

/// The paths in a list, a line each.
fn listed(
    list: &Path,
    bounds: &Bounds,
) -> io::Result<impl Iterator<Item = Origin> + Send + use<>> {
    let source: Box<dyn Read + Send> = match list == Path::new("-") {
        true => Box::new(io::stdin()),
        false => Box::new(File::open(list)?),
    };
    let list = list.to_owned();
    let lines = Lines::of(BufReader::new(source), bounds.of(Bound::Input));
    Ok(lines.map(move |(_, line)| match line {
        Ok(line) => Origin::File(path(without_end(&line))),
        Err(error) => Origin::Broken(list.clone(), error),
    }))
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_profiles_and_folders_of_profiles() {
        let here = tempfile::tempdir().unwrap();
        let at = |name: &str| here.path().join(name);
        for folder in ["dora", "empty", ".git"] {
            fs::create_dir(at(folder)).unwrap();
        }
        for file in [
            "carl.json",
            "ada.yaml",
            "bert.YML",
            ".hidden.yaml",
            "photo.png",
            "dora/profile.yaml",
            "dora/base.yaml",
            ".git/profile.yaml",
        ] {
            fs::write(at(file), "").unwrap();
        }
        let found = in_folder(here.path());
        let expected = ["ada.yaml", "bert.YML", "carl.json", "dora/profile.yaml"].map(at);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_list_has_a_path_a_line() {
        let here = tempfile::tempdir().unwrap();
        let list = here.path().join("list");
        fs::write(&list, "a b.yaml\r\n\nc.yaml").unwrap();
        let found: Vec<_> = listed(&list, &Bounds::default())
            .unwrap()
            .map(|origin| origin.name())
            .collect();
        assert_eq!(found, ["a b.yaml", "c.yaml"]);
    }
}
