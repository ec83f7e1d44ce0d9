//! Profiles of the tests, and what the backends make of them.

use curricle::backends::{self, Options, Request};
use curricle::diagnostics::{Diagnostic, Pointer};
use curricle::document::{Document, View, compose};
use curricle::profile::Profile;
use curricle::readers;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The profiles that every test of this kind runs on, each with its name: a folder each
/// under `tests/cases`, and the one at the root.
pub(crate) fn profiles() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases =
        std::fs::read_dir(root.join("tests/cases")).unwrap_or_else(|e| panic!("{e}"));
    let folders = cases.map(|entry| entry.unwrap_or_else(|e| panic!("{e}")).path());
    let named = |folder: PathBuf| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, folder.join("profile.yaml"))
    };
    let mut all: Vec<_> = folders.map(named).collect();
    all.push(("(root)".to_owned(), root.join("profile.yaml")));
    all.sort();
    assert!(all.len() > 5, "the cases are gone: {all:?}");
    all
}

/// Reads a profile in which nothing may be wrong.
pub(crate) fn read(path: &Path) -> Profile {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let source = readers::read(&path.to_string_lossy(), &bytes);
    assert!(source.problems.is_empty(), "{}: {:#?}", path.display(), source.problems);
    source.profile.unwrap_or_else(|| panic!("{} is no profile", path.display()))
}

/// What `view` shows of a profile.
pub(crate) fn document(profile: &Profile, view: &View) -> Document {
    compose(profile, view).document
}

/// The bytes that a backend makes of a Document.
pub(crate) fn bytes(
    backend: &str,
    document: &Document,
    options: Value,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let Value::Object(values) = options else { panic!("options are a map") };
    let options = Options::new(values, Pointer::root().key("outputs").key(backend));
    let found = backends::find(backend).unwrap_or_else(|| panic!("no {backend}"));
    let rendered = found.render(&Request::new(document, &options));
    rendered.map(|rendered| rendered.bytes).map_err(|error| error.0)
}

/// The text that a backend makes of a Document.
pub(crate) fn page(backend: &str, document: &Document, options: Value) -> String {
    let bytes = bytes(backend, document, options).unwrap_or_else(|e| panic!("{e:#?}"));
    String::from_utf8(bytes).unwrap_or_else(|e| panic!("{e}"))
}
