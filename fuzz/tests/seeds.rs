//! Every target runs over its seeds as a test, and so do the profiles of the project.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a target once on each file in the folders, changing none.
fn run(target: &str, program: &str, folders: &[&str]) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seeds = here.join("seeds").join(target);
    let mut files: Vec<PathBuf> = files(&seeds);
    assert!(!files.is_empty(), "{target} has no seeds");
    files.extend(folders.iter().flat_map(|folder| self::files(&here.join(folder))));
    let output = Command::new(program).args(&files).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{target}: {said}");
    assert_eq!(said.matches("Executed ").count(), files.len(), "{said}");
}

/// The files in a folder and in its folders.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap_or_else(|e| panic!("{e}")).path());
    let mut found: Vec<_> = paths
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect();
    found.sort();
    found
}

#[test]
fn reading_holds_on_its_seeds() {
    run("read", env!("CARGO_BIN_EXE_read"), &["../tests/errors", "../tests/cases"]);
}

#[test]
fn rich_text_holds_on_its_seeds() {
    run("richtext", env!("CARGO_BIN_EXE_richtext"), &["../tests/readme"]);
}

#[test]
fn pages_hold_on_their_seeds() {
    run("page", env!("CARGO_BIN_EXE_page"), &["../tests/readme"]);
}

#[test]
fn outputs_hold_on_their_seeds() {
    run("outputs", env!("CARGO_BIN_EXE_outputs"), &[]);
}

#[cfg(feature = "pdf")]
#[test]
fn pdfs_hold_on_their_seeds() {
    run("pdf", env!("CARGO_BIN_EXE_pdf"), &[]);
}
