//! Outputs between two markers of a file that somebody else wrote.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use curricle::output::regions::{find, splice};
use curricle::richtext::html_comments;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const PROFILE: &str = "\
basics: {name: Ada Example}
sections:
  - {id: talks, title: Talks, emoji: 🎤, items: [\"One [talk](https://example.org)\"]}
  - {id: code, title: Code, items: [\"`a`\", b]}
outputs:
  talks: {backend: readme, into: README.md, header: false, sections: [talks]}
  code: {backend: readme, into: README.md, region: MY-CODE, header: false, sections: [code]}
";

const README: &str = "\u{FEFF}# Mine  \r
\r
```md\r
<!-- talks starts -->\r
<!-- talks ends -->\r
```\r
<!-- MY-CODE:START --><!-- MY-CODE:END -->\r
\r
> <!-- talks starts -->\r
> <!-- talks ends -->\r
\ttrailing\t";

struct Repository(TempDir);

impl Repository {
    fn new(readme: &str) -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.put("profile.yaml", PROFILE);
        repository.put("README.md", readme);
        repository
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.file(name), text).unwrap();
    }

    fn readme(&self) -> String {
        std::fs::read_to_string(self.file("README.md")).unwrap()
    }

    fn render(&self, args: &[&str]) -> Output {
        render(self.0.path(), args)
    }
}

fn render(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curricle"))
        .arg("render")
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn regions_are_filled_and_nothing_else_changes() {
    let repository = Repository::new(README);
    let output = repository.render(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = repository.readme();
    let code = page.split("MY-CODE:START -->").nth(1).unwrap();
    let code = code.split("<!-- curricle ").next().unwrap();
    assert_eq!(code, "\r\n\r\n## Code\r\n\r\n- `a`\r\n- b\r\n\r\n");
    assert!(page.contains(
        "> <!-- talks starts -->\r\n>\r\n> ## Talks 🎤\r\n>\r\n> - One [talk](https://example.org)\r\n>\r\n> <!-- curricle "
    ));
    assert!(page.starts_with("\u{FEFF}# Mine  \r\n\r\n```md\r\n<!-- talks starts -->\r\n<!-- talks ends -->\r\n```\r\n"));
    assert!(page.ends_with(" -->\r\n>\r\n> <!-- talks ends -->\r\n\ttrailing\t"));
}

#[test]
fn a_second_run_leaves_the_file_alone() {
    let repository = Repository::new(README);
    repository.render(&[]);
    let changed = || std::fs::metadata(repository.file("README.md")).unwrap().modified();
    let (page, time) = (repository.readme(), changed().unwrap());
    let output = repository.render(&[]);
    assert!(
        stderr(&output).starts_with("kept README.md: `talks`"),
        "{}",
        stderr(&output)
    );
    assert_eq!((repository.readme(), changed().unwrap()), (page, time));
    assert!(repository.render(&["--check"]).status.success());
}

#[test]
fn check_and_diff_change_nothing() {
    let repository = Repository::new(README);
    let check = repository.render(&["--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(stderr(&check).contains("`README.md` would change"), "{}", stderr(&check));
    let diff = repository.render(&["--diff"]);
    assert!(diff.status.success());
    let diff = String::from_utf8(diff.stdout).unwrap();
    assert!(diff.contains("+> ## Talks 🎤\n") && !diff.contains("-# Mine"), "{diff}");
    assert_eq!(repository.render(&["--check", "--diff"]).status.code(), Some(1));
    assert_eq!(repository.readme(), README);
}

#[test]
fn what_a_person_wrote_is_refused_with_a_diff_until_forced() {
    let repository = Repository::new(README);
    repository.render(&[]);
    let page = repository.readme();
    let edited = page.replace("- b\r\n", "- b, and by hand\r\n");
    repository.put("README.md", &edited);
    let refused = repository.render(&[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = stderr(&refused);
    assert!(said.contains("the region `MY-CODE` of `README.md` was edited"), "{said}");
    assert!(said.contains("--> README.md:7:1"), "{said}");
    assert!(
        said.contains("\n-- b, and by hand\n") && said.contains("\n+- b\n"),
        "{said}"
    );
    assert_eq!(repository.readme(), edited);
    assert!(repository.render(&["--force"]).status.success());
    assert_eq!(repository.readme(), page);
}

#[test]
fn markers_in_disorder_are_shown_in_the_readme() {
    let repository = Repository::new(
        "<!-- talks ends -->\n\nx <!-- talks starts -->\n<!-- my-code:start -->\n",
    );
    let said = stderr(&repository.render(&[]));
    assert!(said.contains("the region `talks` ends before it starts"), "{said}");
    assert!(said.contains("--> README.md:1:1"), "{said}");
    assert!(said.contains("the region `MY-CODE` has no end"), "{said}");
    assert!(said.contains("--> README.md:4:1"), "{said}");
    let none = Repository::new("# Only `<!-- talks starts -->` in code\n");
    let said = stderr(&none.render(&["-t", "talks"]));
    assert!(said.contains("no region `talks`"), "{said}");
    assert!(said.contains("<!-- curricle:start talks -->"), "{said}");
}

#[test]
fn a_file_that_is_no_text_or_not_there_stays_as_it_is() {
    let repository = Repository::new("");
    std::fs::write(repository.file("README.md"), b"\xFF <!-- talks starts -->").unwrap();
    assert!(stderr(&repository.render(&[])).contains("`README.md` is not UTF-8 text"));
    assert_eq!(
        std::fs::read(repository.file("README.md")).unwrap(),
        b"\xFF <!-- talks starts -->"
    );
    std::fs::remove_file(repository.file("README.md")).unwrap();
    assert!(
        stderr(&repository.render(&[])).contains("`README.md`: there is no such file")
    );
    assert!(!repository.file("README.md").exists());
}

#[test]
fn two_outputs_cannot_share_a_region() {
    let repository = Repository::new(README);
    repository.put("profile.yaml", &PROFILE.replace("region: MY-CODE", "region: Talks"));
    let said = stderr(&repository.render(&[]));
    assert!(
        said.contains("two outputs go into the region `Talks` of `README.md`"),
        "{said}"
    );
    repository
        .put("profile.yaml", "basics: {name: A}\noutputs: {text: {into: README.md}}\n");
    let said = stderr(&repository.render(&[]));
    assert!(said.contains("`text` can't go into a region of a file"), "{said}");
}

#[test]
fn a_region_stays_in_its_list_item_and_keeps_its_line_ends() {
    for (before, after) in [
        ("1. <!-- talks starts --><!-- talks ends -->\n2. b\n", "\n   - One [talk]"),
        ("- <!-- talks starts -->\n  <!-- talks ends -->\n- b\n", "\n  - One [talk]"),
        ("# a\r<!--- Talks Start --->\r<!--- Talks End --->\r", "\r- One [talk]"),
    ] {
        let repository = Repository::new(before);
        let output = repository.render(&["-t", "talks"]);
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(repository.readme().contains(after), "{}", repository.readme());
        assert!(repository.render(&["-t", "talks", "--check"]).status.success());
    }
}

#[test]
fn a_page_that_would_hide_its_markers_is_refused() {
    for raw in ["<!-- curricle:end talks -->", "<!-- never closed", "```"] {
        let repository =
            Repository::new("<!-- curricle:start talks --><!-- curricle:end talks -->\n");
        let own = format!("sections:\n  - {{id: own, raw: \"{raw}\"}}\n");
        let profile =
            PROFILE.replace("sections:\n", &own).replace("[talks]", "[talks, own]");
        repository.put("profile.yaml", &profile);
        let before = repository.readme();
        let output = repository.render(&["-t", "talks"]);
        assert_eq!(output.status.code(), Some(1), "{raw}");
        assert!(
            stderr(&output).contains("would hide its markers"),
            "{}",
            stderr(&output)
        );
        assert_eq!(repository.readme(), before);
    }
}

/// Pieces of files that are hard on a parser of markers.
const PIECES: &[&str] = &[
    "<!-- x starts -->",
    "<!-- x ends -->",
    "<!-- y starts -->",
    "<!-- y ends -->",
    "<!--",
    "-->",
    "`",
    "```\n",
    "\n",
    "\r\n",
    "\r",
    "> ",
    "- ",
    "  ",
    "\t",
    "a",
    "é龍🌱",
    "<div>",
    "\u{0}",
    "\\",
    "| a |\n|---|\n",
    "[^1]: ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_outside_never_change(
        before in prop::collection::vec(prop::sample::select(PIECES), 0..10),
        after in prop::collection::vec(prop::sample::select(PIECES), 0..10),
        page in "[a-z\\n> `-]{0,30}",
    ) {
        let text = format!("{}<!-- z starts --><!-- z ends -->{}", before.concat(), after.concat());
        holds(&text, &page)?;
    }

    #[test]
    fn bytes_of_any_file_never_change(before in any::<String>(), after in any::<String>()) {
        holds(&format!("{before}\n<!-- z starts --><!-- z ends -->{after}"), "## Page")?;
    }

    #[test]
    fn any_text_has_comments_that_are_comments(text in "\\PC{0,60}") {
        for comment in html_comments(&text) {
            prop_assert!(text[comment.span].starts_with("<!--"));
        }
    }
}

/// What stands outside of the region stays, and filled twice is filled once.
fn holds(text: &str, page: &str) -> Result<(), TestCaseError> {
    let comments = html_comments(text);
    let Ok(region) = find(text, &comments, "z") else { return Ok(()) };
    let new = splice(text, &[(region.clone(), page.trim())]);
    prop_assert!(new.starts_with(&text[..region.inside().start]));
    prop_assert!(new.ends_with(&text[region.inside().end..]));
    if let Ok(again) = find(&new, &html_comments(&new), "z") {
        let twice = splice(&new, &[(again, page.trim())]);
        prop_assert_eq!(twice, new);
    }
    Ok(())
}
