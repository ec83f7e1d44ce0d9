//! A profile in several files.
//!
//! `extends` names the files below a file; those that the command line adds go on top, in
//! their order; what is set there goes on top of all. How they merge is
//! [`Layer`](crate::tree::Layer)'s to say. Reading stays with whoever calls: a reader asks
//! a [`Library`] and never touches the disk.

use super::format::{self, Format, Parsed};
use super::{bytes, pdf};
use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place, SourceText, Span};
use crate::tree::{Layer, Node, Value};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// How many files a profile may have: far more than anybody writes, and few enough that a
/// folder of files which extend each other ends.
pub const MOST_FILES: usize = 100;

/// A file that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// What messages call it.
    pub name: String,
    /// Which file it is, whatever it was called: its canonical path, or nothing for what is
    /// no file.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where files come from.
pub trait Library {
    /// How much the profile may ask of the machine.
    fn bounds(&self) -> Bounds {
        Bounds::default()
    }

    /// Opens the file that `from` calls `path`.
    ///
    /// # Errors
    /// Why not, without a place: the file is not there, or it is not to be read.
    fn open(&self, path: &str, from: &Path) -> Result<Opened, Diagnostic>;
}

/// A library without books, for a profile that stands by itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alone;

impl Library for Alone {
    fn open(&self, path: &str, _: &Path) -> Result<Opened, Diagnostic> {
        let message = format!("`{path}` can't be read: this profile is not a file");
        Err(Diagnostic::error(Code::Unreadable, message))
    }
}

/// What came of reading the files.
#[derive(Default)]
pub(super) struct Files {
    /// Their texts, as spans count them.
    pub(super) sources: Vec<SourceText>,
    /// Their trees, the lowest first.
    pub(super) layers: Vec<Node>,
    pub(super) problems: Vec<Diagnostic>,
    /// What the first file turned out to be.
    pub(super) format: Format,
    /// The files read so far, so that one below two others is taken once.
    known: Vec<PathBuf>,
    /// The files that are being extended.
    open: Vec<PathBuf>,
    /// The bytes of all files so far.
    bytes: usize,
}

impl Files {
    /// Reads a file and everything that it extends.
    pub(super) fn add(&mut self, file: &Opened, library: &dyn Library) {
        let source = u16::try_from(self.sources.len()).unwrap_or(u16::MAX);
        if file.path != Path::new("") {
            self.known.push(file.path.clone());
        }
        let bounds = library.bounds();
        let is_pdf = pdf::is_pdf(&file.bytes);
        let opened = match is_pdf {
            true => pdf::attached(&file.bytes, &bounds).map(Cow::Owned),
            false => Ok(Cow::Borrowed(file.bytes.as_slice())),
        };
        let text = match &opened {
            Ok(bytes) => {
                self.bytes = self.bytes.saturating_add(bytes.len());
                let within = bytes::within(self.bytes, "profile", Bound::Input, &bounds);
                within.and_then(|()| bytes::text(bytes))
            }
            Err(problem) => Err(bytes::NotText::new(problem.clone())),
        };
        let shown =
            text.as_ref().map_or_else(|bad| bad.text.clone(), |t| (*t).to_owned());
        let name = match (is_pdf, &opened) {
            (true, Ok(_)) => format!("{} (resume.json)", file.name),
            (true, Err(_)) | (false, _) => file.name.clone(),
        };
        self.sources.push(SourceText { name, text: shown });
        let parsed = match text {
            Ok(text) if is_pdf => format::parse(text, &bounds).map(Parsed::of_pdf),
            Ok(text) => format::parse(text, &bounds),
            Err(not_text) => Err(not_text.problem),
        };
        match parsed {
            Ok(Parsed { root, format, problems }) => {
                if source == 0 {
                    self.format = format;
                }
                let problems = problems.into_iter().map(|one| one.in_source(source));
                self.problems.extend(problems);
                self.open.push(file.path.clone());
                self.stack(root.in_source(source), file, library);
                self.open.pop();
            }
            Err(problem) => self.problems.push(problem.in_source(source)),
        }
    }

    /// Puts the files that `root` extends below it.
    fn stack(&mut self, mut root: Node, file: &Opened, library: &dyn Library) {
        for (path, span) in extended(&root) {
            if let Err(problem) = self.extend(&path, file, library) {
                self.problems.push(problem.at(Place::Span(span), ""));
            }
        }
        match &mut root.value {
            Value::Map(fields) => {
                if !self.layers.is_empty() {
                    fields.retain(|field| field.key != "extends");
                }
                self.layers.push(root);
            }
            Value::Null => {}
            Value::List(_) | Value::Plain(_) | Value::Text(_) => {
                let message =
                    format!("a profile is a map of sections, found {}", root.kind());
                let problem = Diagnostic::error(Code::WrongType, message)
                    .at(Place::Span(root.span), "")
                    .help("start with `basics:` and a `name:` under it");
                self.problems.push(problem);
            }
        }
    }

    fn extend(
        &mut self,
        path: &str,
        from: &Opened,
        library: &dyn Library,
    ) -> Result<(), Diagnostic> {
        let file = library.open(path, &from.path)?;
        if self.open.contains(&file.path) {
            let message = match file.path == from.path {
                true => format!("`{path}` extends itself"),
                false => format!("`{path}` extends this file, which extends it"),
            };
            return Err(Diagnostic::error(Code::Cycle, message)
                .help("remove one of the `extends`"));
        }
        if self.known.contains(&file.path) {
            return Ok(());
        }
        if self.sources.len() >= MOST_FILES {
            let message = format!("more than {MOST_FILES} files in one profile");
            return Err(Diagnostic::error(Code::TooLarge, message));
        }
        self.add(&file, library);
        Ok(())
    }

    /// The one tree that the files make.
    pub(super) fn merged(&mut self) -> Node {
        let mut layers = std::mem::take(&mut self.layers).into_iter();
        match (layers.next(), layers.len()) {
            (None, _) => Node::default(),
            (Some(only), 0) => only,
            (Some(lowest), _) => {
                let lowest = Layer::from(lowest);
                layers.fold(lowest, |under, over| under.under(over.into())).into_node()
            }
        }
    }
}

/// The paths under `extends` with their places. What is no path is an error when the
/// profile is decoded.
fn extended(root: &Node) -> Vec<(String, Span)> {
    let Some(field) = root.get("extends") else { return vec![] };
    let nodes = match &field.node.value {
        Value::List(nodes) => nodes.as_slice(),
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => {
            std::slice::from_ref(&field.node)
        }
    };
    let path = |node: &Node| match &node.value {
        Value::Plain(path) | Value::Text(path) => Some((path.clone(), node.span)),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    };
    nodes.iter().filter_map(path).collect()
}
