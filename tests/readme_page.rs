//! The README with everything that it can have, against pages that were looked at.
//!
//! `UPDATE_PAGES=1 cargo test --test readme_page` writes them anew.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn a_page_with_everything() {
    let out = tempfile::tempdir().unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readme");
    let run = Command::new(env!("CARGO_BIN_EXE_curricle"))
        .args(["render", "page.yaml", "-d"])
        .arg(out.path())
        .current_dir(&here)
        .output()
        .unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success(), "{said}");
    assert!(said.contains("`text` has no place for raw Markdown"), "{said}");
    for (made, expected) in [("README.md", "page.md"), ("docs/TALKS.md", "page-talks.md")]
    {
        let made = fs::read_to_string(out.path().join(made)).unwrap();
        if std::env::var_os("UPDATE_PAGES").is_some() {
            fs::write(here.join(expected), &made).unwrap();
        }
        assert_eq!(made, fs::read_to_string(here.join(expected)).unwrap(), "{expected}");
    }
    let text = fs::read_to_string(out.path().join("docs/cv.txt")).unwrap();
    assert!(!text.contains("<p") && text.contains("Support overdraft buffers"), "{text}");
}
