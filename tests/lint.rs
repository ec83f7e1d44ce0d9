//! What `lint` and `check` say of a page.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use curricle::lint::lint;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn curricle(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curricle"))
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn files_are_looked_for_in_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("docs")).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join("a.svg"), "").unwrap();
    let page = "![a](../a.svg) ![b](/a.svg) [d](/docs)\n\n[c](a.svg)\n";
    fs::write(folder.path().join("docs/README.md"), page).unwrap();
    let output = curricle(folder.path(), &["lint", "docs/README.md"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert_eq!(said.matches("warning[").count(), 1, "{said}");
    assert!(said.contains("there is no file `a.svg`"), "{said}");
    assert!(said.contains("--> docs/README.md:3:1"), "{said}");
    fs::write(folder.path().join("docs/README.md"), "# Fine\n").unwrap();
    let fine = curricle(folder.path(), &["lint", "docs/README.md"]);
    assert_eq!(self::said(&fine), "docs/README.md is fine\n");
}

#[test]
fn check_looks_at_the_pages_that_would_be_made() {
    let folder = tempfile::tempdir().unwrap();
    let profile = "\
basics: {name: Ada Example}
sections:
  - {title: Links, text: \"[here](#nowhere) [cv](cv.txt)\"}
  - raw: <center>mine</center>
outputs:
  readme: {pages: {Text: text}}
  text: {path: docs/cv.txt}
  part: {backend: readme, into: OTHER.md, header: false, sections: [links]}
";
    fs::write(folder.path().join("profile.yaml"), profile).unwrap();
    fs::write(
        folder.path().join("OTHER.md"),
        "## Nowhere\n\n<!-- part starts -->\n<!-- part ends -->\n",
    )
    .unwrap();
    let said = said(&curricle(folder.path(), &["check"]));
    assert!(said.contains("there is no heading with the anchor `#nowhere`"), "{said}");
    assert!(said.contains("GitHub removes the tag `<center>`"), "{said}");
    assert_eq!(said.matches("there is no file `cv.txt`").count(), 2, "{said}");
    assert_eq!(said.matches("warning[").count(), 4, "{said}");
    fs::write(folder.path().join("OTHER.md"), "nothing\n").unwrap();
    let output = curricle(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(self::said(&output).contains("no region `part`"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_can_be_looked_at(page in "[a-z<>/=\"'#:!\\[\\]()&;`é\\n -]{0,80}") {
        for problem in lint(&page, &|_| false) {
            prop_assert!(!problem.message.is_empty());
        }
    }
}
