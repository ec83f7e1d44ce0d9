//! Each test that `docs/security.md` names is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every file of tests by its name without the ending.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if !path.ends_with("node_modules") => files(&path, found),
            true => {}
            false => found.push(path),
        }
    }
}

#[test]
fn every_test_that_holds_a_promise_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    files(&root.join("tests"), &mut sources);
    let page = fs::read_to_string(root.join("docs/security.md")).unwrap();
    let named: Vec<_> = page.split('`').skip(1).step_by(2).collect();
    let named: Vec<_> = named.iter().filter_map(|code| code.split_once("::")).collect();
    assert!(named.len() > 20, "{named:?}");
    for (module, test) in named {
        let is_there = sources.iter().any(|path| {
            let source = fs::read_to_string(path).unwrap_or_default();
            let is_module = path.file_stem().is_some_and(|stem| stem == module)
                || source.contains(&format!("mod {module} {{"));
            is_module && source.contains(&format!("fn {test}("))
        });
        assert!(is_there, "`{module}::{test}` is named in docs/security.md");
    }
}

#[test]
fn the_page_and_the_program_name_the_same_bounds() {
    use curricle::bounds::BOUNDS;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/security.md")).unwrap();
    for bound in BOUNDS {
        let row = format!("| `{bound}` | {} |", bound.amount(bound.usual()));
        assert!(page.contains(&row), "{row}");
    }
}
