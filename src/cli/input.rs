//! Where the profile comes from.

mod folders;

use super::Failure;
use super::args::{Args, Input};
use super::report;
use crate::diagnostics::{Code, Diagnostic};
use crate::readers::{self, MOST_BYTES, Opened, Source};
use folders::Folders;
pub(super) use folders::identity;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The names under which a profile is looked for.
const USUAL: [&str; 3] = ["profile.yaml", "profile.yml", "profile.json"];

/// Reads the profile that the command line names, or the one that is here, with the files
/// that it extends and those that go on top.
pub(super) fn read(input: &Input, args: &Args) -> Result<Source, Failure> {
    let mut paths: Vec<PathBuf> = input.profile.iter().cloned().collect();
    paths.extend(input.files.iter().cloned());
    if paths.is_empty() {
        paths.push(usual(args)?);
    }
    let mut files = Vec::new();
    for path in &paths {
        files.push(opened(path, args)?);
    }
    let library = Folders::of(&files);
    Ok(readers::read_all(&files, &input.set, &library))
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
pub(super) fn read_file(file: Opened) -> Source {
    let files = [file];
    let library = Folders::of(&files);
    readers::read_all(&files, &[], &library)
}

/// Reads the file that the command line names, whatever is in it.
pub(super) fn file(path: &Path, args: &Args) -> Result<Opened, Failure> {
    let (name, bytes) = match path == Path::new("-") {
        true => ("<stdin>".to_owned(), limited(io::stdin().lock())),
        false => (path.display().to_string(), open(path).and_then(limited)),
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
    match readers::page(&name, &bytes) {
        Ok(text) => Ok(Page { name, text }),
        Err(source) => {
            report::problems(&source.problems, &source.map, args);
            Err(Failure::Problem)
        }
    }
}

fn opened(path: &Path, args: &Args) -> Result<Opened, Failure> {
    let name = match path == Path::new("-") {
        true => "<stdin>".to_owned(),
        false => path.display().to_string(),
    };
    let bytes = match path == Path::new("-") {
        true => limited(io::stdin().lock()),
        false => open(path).and_then(limited),
    };
    match bytes {
        Ok(bytes) => Ok(Opened { name, path: identity(path), bytes }),
        Err(error) => {
            let file = Path::new(&name);
            let mut problem = report::io_problem(Code::Unreadable, file, &error);
            if error.kind() == io::ErrorKind::NotFound {
                problem = problem.help("`curricle new` writes one to start from");
            }
            report::about(file, problem, args);
            Err(Failure::Problem)
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    match file.metadata()?.is_dir() {
        true => Err(io::ErrorKind::IsADirectory.into()),
        false => Ok(file),
    }
}

/// All bytes, but no more than one beyond the limit, at which the reader complains.
fn limited(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
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
