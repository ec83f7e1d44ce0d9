//! Where the profile comes from.

mod folders;

use super::Failure;
use super::args::{Args, Input};
use super::report;
use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::readers::{self, Opened, Source};
pub(super) use folders::{Folders, identity};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The names under which a profile is looked for.
pub(super) const USUAL: [&str; 3] = ["profile.yaml", "profile.yml", "profile.json"];

/// Reads the profile that the command line names, or the one that is here, with the files
/// that it extends and those that go on top.
pub(super) fn read(input: &Input, args: &Args) -> Result<Source, Failure> {
    let mut paths: Vec<PathBuf> = input.profile.iter().cloned().collect();
    paths.extend(input.files.iter().cloned());
    if paths.is_empty() {
        paths.push(usual(args)?);
    }
    let files = all(&paths, args)?;
    let library = Folders::of(&files, args.bounds());
    Ok(readers::read_all(&files, &input.set, &library))
}

/// Opens every file, and says which one can't be read.
pub(super) fn all(paths: &[PathBuf], args: &Args) -> Result<Vec<Opened>, Failure> {
    let file = |path: &PathBuf| {
        opened(path, &args.bounds()).map_err(|problem| {
            report::about(&named(path), problem, args);
            Failure::Problem
        })
    };
    paths.iter().map(file).collect()
}

/// The folder of the profile, beside which the files lie that an output goes into.
pub(super) fn folder(input: &Input) -> PathBuf {
    let named = input.profile.iter().chain(&input.files).next();
    match named.filter(|path| *path != Path::new("-")) {
        Some(path) => path.parent().unwrap_or(Path::new("")).to_owned(),
        None => PathBuf::new(),
    }
}

/// A Markdown page.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) text: String,
}

/// Reads the page that the command line names.
pub(super) fn page(path: &Path, args: &Args) -> Result<Page, Failure> {
    page_of(file(path, args)?, args)
}

/// Reads the profile that is in a file.
pub(super) fn read_file(file: Opened, args: &Args) -> Source {
    let files = [file];
    let library = Folders::of(&files, args.bounds());
    readers::read_all(&files, &[], &library)
}

/// Reads the file that the command line names, whatever is in it.
pub(super) fn file(path: &Path, args: &Args) -> Result<Opened, Failure> {
    let bounds = args.bounds();
    let (name, bytes) = match path == Path::new("-") {
        true => ("<stdin>".to_owned(), limited(io::stdin().lock(), &bounds, Bound::Text)),
        false => {
            let file = open(path).and_then(|file| limited(file, &bounds, Bound::Text));
            (path.display().to_string(), file)
        }
    };
    let bytes = bytes.map_err(|error| {
        report::about(path, report::io_problem(Code::Unreadable, path, &error), args);
        Failure::Problem
    })?;
    Ok(Opened { name, path: identity(path), bytes })
}

/// The page in a file.
pub(super) fn page_of(file: Opened, args: &Args) -> Result<Page, Failure> {
    let Opened { name, path: _, bytes } = file;
    match readers::page(&name, &bytes, &args.bounds()) {
        Ok(text) => Ok(Page { name, text }),
        Err(source) => {
            report::problems(&source.problems, &source.map, args);
            Err(Failure::Problem)
        }
    }
}

/// A path as messages have it.
fn named(path: &Path) -> PathBuf {
    match path == Path::new("-") {
        true => PathBuf::from("<stdin>"),
        false => path.to_owned(),
    }
}

/// Opens a file that may be a profile.
///
/// # Errors
/// Why it can't be read.
pub(super) fn opened(path: &Path, bounds: &Bounds) -> Result<Opened, Diagnostic> {
    let read = match path == Path::new("-") {
        true => limited(io::stdin().lock(), bounds, Bound::Input),
        false => bytes(path, bounds),
    };
    let file = named(path);
    let name = file.display().to_string();
    match read {
        Ok(bytes) => Ok(Opened { name, path: identity(path), bytes }),
        Err(error) => {
            let problem = report::io_problem(Code::Unreadable, &file, &error);
            Err(match error.kind() == io::ErrorKind::NotFound {
                true => problem.help(match neighbour(path) {
                    Some(near) => format!("did you mean `{}`?", near.display()),
                    None => "`curricle new` writes one to start from".to_owned(),
                }),
                false => problem,
            })
        }
    }
}

/// The file beside `path` whose name it may be a slip of.
fn neighbour(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort(); // a folder has no order of its own
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near))
}

/// What is in a file, up to one byte beyond the limit.
pub(super) fn bytes(path: &Path, bounds: &Bounds) -> io::Result<Vec<u8>> {
    open(path).and_then(|file| limited(file, bounds, Bound::Input))
}

fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    match file.metadata()?.is_dir() {
        true => Err(io::ErrorKind::IsADirectory.into()),
        false => Ok(file),
    }
}

/// All bytes, but no more than one beyond the limit, at which the reader complains.
fn limited(source: impl Read, bounds: &Bounds, bound: Bound) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(bounds.of(bound) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a path is one of those under which a profile is looked for.
pub(super) fn is_usual(path: &Path) -> bool {
    USUAL.iter().any(|usual| identity(Path::new(usual)) == identity(path))
}

fn usual(args: &Args) -> Result<PathBuf, Failure> {
    let found = USUAL.iter().map(PathBuf::from).find(|path| path.exists());
    found.ok_or_else(|| {
        let problem =
            Diagnostic::error(Code::Unreadable, "there is no `profile.yaml` here")
                .help("`curricle new` writes one to start from")
                .help("or name the file: `curricle render me.yaml`");
        report::plain(&[problem], args);
        Failure::Problem
    })
}
