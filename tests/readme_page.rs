//! The README with everything that it can have, against pages that were looked at.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
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
        let expected =
            Data::read_from(&here.join(expected), Some(DataFormat::Text)).raw();
        Assert::new().action_env("SNAPSHOTS").normalize_paths(false).eq(made, expected);
    }
    let text = fs::read_to_string(out.path().join("docs/cv.txt")).unwrap();
    assert!(!text.contains("<p") && text.contains("Support overdraft buffers"), "{text}");
}
