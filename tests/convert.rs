//! From any format to any: the profile that comes out says what went in.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const JSON_RESUME: &str = r#"{"basics": {"name": "Ada Example", "label": "Miller: 50 % *boring*"},
  "work": [{"company": "Example Mill", "position": "Head", "startDate": "2014-06-29T00:00:00Z"}]}"#;

const RENDERCV: &str = "\
cv:
  name: Ada Example
  sections:
    talks:
      - bullet: 'One: **two**'
    experience:
      - {company: Example Mill, position: Head, start_date: 2020-01, highlights: [a - b]}
";

const YAMLRESUME: &str = "\
content:
  basics: {name: Ada Example, headline: Miller}
  work: [{name: Example Mill, position: Head, startDate: Jan 2020, summary: '- milled'}]
";

fn curricle(here: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_curricle");
    Command::new(program).current_dir(here).args(args).output().unwrap()
}

fn text_of(here: &Path, file: &str) -> String {
    let out = curricle(here, &["-q", "render", file, "-t", "text", "-o", "-"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn every_format_becomes_a_profile_and_json_that_show_the_same() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    for (file, content) in
        [("r.json", JSON_RESUME), ("cv.yaml", RENDERCV), ("y.yml", YAMLRESUME)]
    {
        fs::write(here.join(file), content).unwrap();
        let before = text_of(here, file);
        assert!(before.contains("Head, Example Mill"), "{before}");
        for made in ["made.yaml", "made.json"] {
            let out = curricle(here, &["convert", "--force", file, "-o", made]);
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            assert_eq!(text_of(here, made), before, "{file} by {made}");
        }
        let again = curricle(here, &["check", "--format", "json", "made.yaml"]);
        let said = String::from_utf8(again.stderr).unwrap();
        assert!(
            !said.contains("warning") && !said.contains("error"),
            "a profile is clean: {said}"
        );
    }
}

#[test]
fn what_no_output_of_the_profile_makes_is_in_their_language() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("cv.yaml"), format!("{RENDERCV}locale: {{language: german}}\n"))
        .unwrap();
    let out = curricle(here, &["convert", "cv.yaml", "-o", "cv.html"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let page = fs::read_to_string(here.join("cv.html")).unwrap();
    assert!(page.contains("<html lang=\"de\">") && page.contains("heute"), "{page}");
}

#[test]
fn the_format_is_that_of_the_extension_or_of_to() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("cv.yaml"), RENDERCV).unwrap();
    let start = |args: &[&str]| {
        let out = curricle(here, args);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    assert!(
        start(&["convert", "cv.yaml", "-o", "-", "-t", "html"]).starts_with("<!doctype")
    );
    assert!(
        start(&["convert", "cv.yaml", "-o", "-", "-t", "profile"]).starts_with("basics:")
    );
    start(&["convert", "cv.yaml", "-o", "me.vcf"]);
    let card = fs::read_to_string(here.join("me.vcf")).unwrap();
    assert!(card.starts_with("BEGIN:VCARD\r\n"), "{card}");
}

#[test]
fn what_is_there_already_stays() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("cv.yaml"), RENDERCV).unwrap();
    fs::write(here.join("mine.yaml"), "mine").unwrap();
    let out = curricle(here, &["convert", "cv.yaml", "-o", "mine.yaml"]);
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("`mine.yaml` is there already"), "{said}");
    assert_eq!(fs::read_to_string(here.join("mine.yaml")).unwrap(), "mine");
    let out =
        curricle(here, &["convert", "cv.yaml", "-o", "x.yaml", "--from", "yamlresume"]);
    assert_eq!(out.status.code(), Some(2));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("the file is RenderCV"), "{said}");
    let args = ["convert", "cv.yaml", "-o", "x.html", "--from", "json-resume"];
    assert_eq!(curricle(here, &args).status.code(), Some(2), "for a page, too");
}

#[test]
fn a_problem_is_told_in_the_lines_of_the_file() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("cv.yaml"), format!("{RENDERCV}  colour: blue\n")).unwrap();
    let out = curricle(here, &["check", "cv.yaml"]);
    assert!(out.status.success());
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(
        said.contains("cv.yaml:8:3") && said.contains("`colour` has no place"),
        "{said}"
    );
}

#[test]
fn import_knows_every_format_by_its_content() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    for (content, format) in
        [(JSON_RESUME, "JSON Resume"), (RENDERCV, "RenderCV"), (YAMLRESUME, "YAMLResume")]
    {
        // Whatever it is called.
        fs::write(here.join("it.txt"), content).unwrap();
        let out = curricle(here, &["import", "it.txt", "-o", "made.yaml", "--force"]);
        let said = String::from_utf8(out.stderr).unwrap();
        assert!(out.status.success(), "{said}");
        assert!(said.contains(&format!("wrote made.yaml from {format}")), "{said}");
        assert!(text_of(here, "made.yaml").contains("Head, Example Mill"));
    }
    let taken = curricle(here, &["import", "it.txt", "-o", "made.yaml"]);
    assert_eq!(taken.status.code(), Some(1), "what is there stays");
    fs::write(here.join("page.md"), "# Ada Example\n\n- key: value\n").unwrap();
    let out = curricle(here, &["import", "page.md", "-o", "-"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("makes the same page again"), "a page is a page: {said}");
}

#[test]
fn a_broken_file_is_told_in_its_own_lines() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("cv.yaml"), "cv:\n  name: [\n").unwrap();
    let out = curricle(here, &["import", "cv.yaml"]);
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("cv.yaml:3:1") || said.contains("cv.yaml:2"), "{said}");
    fs::write(here.join("cv.pdf"), "%PDF-1.7\nnothing").unwrap();
    let out = curricle(here, &["import", "cv.pdf"]);
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("the PDF can't be read: it is damaged"), "{said}");
}

#[test]
fn every_format_goes_to_every_text_format() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    for (file, content) in
        [("r.json", JSON_RESUME), ("cv.yaml", RENDERCV), ("y.yml", YAMLRESUME)]
    {
        fs::write(here.join(file), content).unwrap();
        for to in ["profile", "json-resume", "markdown", "readme", "text", "html", "docx"]
        {
            let out = curricle(here, &["convert", file, "-t", to, "-o", "-"]);
            let said = String::from_utf8_lossy(&out.stderr).into_owned();
            assert!(
                out.status.success() && !out.stdout.is_empty(),
                "{file} {to}: {said}"
            );
        }
    }
}
