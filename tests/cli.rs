//! The command line as somebody at a terminal or a script uses it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use snapbox::assert_data_eq;
use snapbox::cmd::{Command, cargo_bin};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{self, Stdio};
use tempfile::TempDir;

const ADA: &str = "\
basics:
  name: Ada Example
  label: Engineer
work:
  - name: Example Bank
    startDate: 2020
    highlights: [Built a thing., Kept it running.]
";

/// A folder with a profile in it.
fn with_profile() -> TempDir {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("profile.yaml"), ADA).unwrap();
    here
}

fn curricle(here: &Path, args: &str) -> Command {
    Command::new(cargo_bin!("curricle")).current_dir(here).args(args.split_whitespace())
}

fn process(here: &Path, args: &str) -> process::Command {
    let mut command = process::Command::new(cargo_bin!("curricle"));
    command.current_dir(here).args(args.split_whitespace());
    command
}

fn stdout(here: &Path, args: &str) -> String {
    let output =
        curricle(here, args).assert().success().stderr_eq("").get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn render_makes_the_usual_outputs_and_says_so_on_standard_error() {
    let here = with_profile();
    let pdf = if cfg!(feature = "pdf") {
        "wrote out/cv.pdf: [..] KiB, 1 page, in [..] ms\n"
    } else {
        ""
    };
    let said = format!(
        "wrote out/README.md: [..] bytes, in [..] ms\n{pdf}wrote out/cv.txt: [..] bytes, \
         in [..] ms\n"
    );
    curricle(here.path(), "render").assert().success().stdout_eq("").stderr_eq(said);
    let made = match cfg!(feature = "pdf") {
        true => vec!["README.md", "cv.pdf", "cv.txt"],
        false => vec!["README.md", "cv.txt"],
    };
    assert_eq!(names(&here.path().join("out")), made, "and no temporary file");
}

#[test]
fn quiet_says_nothing() {
    let here = with_profile();
    curricle(here.path(), "render -t text --quiet")
        .assert()
        .success()
        .stdout_eq("")
        .stderr_eq("");
    curricle(here.path(), "check -q").assert().success().stderr_eq("");
}

#[test]
fn a_second_run_leaves_equal_files_and_their_times_alone() {
    let here = with_profile();
    let text = here.path().join("out/cv.txt");
    curricle(here.path(), "render -t text").assert().success();
    let before = fs::metadata(&text).unwrap().modified().unwrap();
    curricle(here.path(), "render -t text")
        .assert()
        .success()
        .stderr_eq("kept out/cv.txt: [..] bytes, in [..] ms\n");
    assert_eq!(fs::metadata(&text).unwrap().modified().unwrap(), before);
}

#[test]
fn the_text_goes_to_standard_output_and_nothing_beside_it() {
    let here = with_profile();
    let text = stdout(here.path(), "render -t text -o -");
    assert!(text.starts_with("Ada Example\n"), "{text}");
    assert_eq!(names(here.path()), ["profile.yaml"], "and no file is written");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let here = tempfile::tempdir().unwrap();
    let bullets = "  - A bullet that takes its place in a long list.\n".repeat(20_000);
    let profile = format!(
        "basics: {{name: Ada Example}}\nsections:\n- title: Long\n  items:\n{bullets}"
    );
    fs::write(here.path().join("profile.yaml"), profile).unwrap();
    let mut child = process(here.path(), "render -t text -o -")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    drop(out); // more than a pipe holds is still to come
    let ended = child.wait_with_output().unwrap();
    assert_eq!(line, "Ada Example\n");
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
    assert_eq!(ended.status.code(), Some(0));
}

#[test]
fn a_closed_pipe_is_no_failure_of_any_command() {
    let here = with_profile();
    for args in ["schema", "backends", "man", "completions bash", "new -", "--help"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ended = process(here.path(), args)
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "", "{args}");
        assert_eq!(ended.status.code(), Some(0), "{args}");
    }
}

#[test]
fn a_new_profile_renders_as_it_is_and_is_never_overwritten() {
    let here = tempfile::tempdir().unwrap();
    curricle(here.path(), "new")
        .assert()
        .success()
        .stderr_eq("wrote profile.yaml; edit it, then run `curricle render`\n");
    curricle(here.path(), "check").assert().success();
    curricle(here.path(), "render -t readme,text").assert().success();
    let profile = here.path().join("profile.yaml");
    fs::write(&profile, ADA).unwrap();
    curricle(here.path(), "new").assert().code(1).stderr_eq(
        "error[not-ours]: `profile.yaml` is there already\n |\n = help: name another: \
         `curricle new other.yaml`\n\n",
    );
    assert_eq!(fs::read_to_string(profile).unwrap(), ADA);
    assert!(stdout(here.path(), "new -").contains("yaml-language-server"));
}

#[test]
fn the_schema_is_json_that_knows_the_format() {
    let here = tempfile::tempdir().unwrap();
    let schema: serde_json::Value =
        serde_json::from_str(&stdout(here.path(), "schema")).unwrap();
    for key in ["basics", "work", "sections", "autolinks", "outputs"] {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
}

#[test]
fn backends_lists_each_with_its_options() {
    let here = tempfile::tempdir().unwrap();
    let list = stdout(here.path(), "backends");
    let heads: Vec<_> = list
        .lines()
        .filter(|line| !line.starts_with(' ') && !line.is_empty())
        .map(|line| line.split(':').next().unwrap())
        .collect();
    for (name, is_there) in
        [("readme", true), ("text", true), ("pdf", cfg!(feature = "pdf"))]
    {
        assert_eq!(heads.contains(&name), is_there, "{name} in {heads:?}");
    }
    for option in ["width: 20 to 1000", "flat: true, false", "links: notes, inline, none"]
    {
        assert!(list.contains(&format!("\n  {option}\n")), "{list}");
    }
}

#[test]
fn the_version_says_which_typst_is_inside() {
    let here = tempfile::tempdir().unwrap();
    let inside = if cfg!(feature = "pdf") { "typst [..]" } else { "without pdf" };
    let version = env!("CARGO_PKG_VERSION");
    assert_data_eq!(
        stdout(here.path(), "--version"),
        format!("curricle {version} ({inside})\n")
    );
    assert_data_eq!(stdout(here.path(), "-V"), format!("curricle {version}\n"));
}

#[test]
fn help_starts_with_examples() {
    let here = tempfile::tempdir().unwrap();
    for args in ["--help", "-h", "render --help", "render -h"] {
        let help = stdout(here.path(), args);
        assert!(help.starts_with("Examples:\n  curricle "), "{args}: {help}");
        let widest = help.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(100), "{args}: {widest:?}");
    }
    curricle(here.path(), "").assert().code(2).stdout_eq("");
}

#[test]
fn completions_and_the_manual_come_from_the_parser() {
    let here = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(here.path(), &format!("completions {shell}"));
        assert!(script.contains("curricle") && script.contains("out-dir"), "{shell}");
    }
    let manual = stdout(here.path(), "man");
    assert!(manual.contains(".TH curricle 1"), "{manual}");
}

#[test]
fn a_profile_comes_from_standard_input_as_yaml_or_json() {
    let here = tempfile::tempdir().unwrap();
    let json = r#"{"basics": {"name": "Ada Example", "label": "Engineer"}}"#;
    for profile in ["basics: {name: Ada Example, label: Engineer}", json] {
        curricle(here.path(), "render - -t text -o -")
            .stdin(profile)
            .assert()
            .success()
            .stdout_eq("Ada Example\nEngineer\n")
            .stderr_eq("");
    }
    curricle(here.path(), "check -")
        .stdin("basics: {nam: Ada}")
        .assert()
        .code(1)
        .stderr_eq(
            "error[missing]: [..]\n --> <stdin>:1:1\n...\n --> <stdin>:1:10\n...\n",
        );
}

#[test]
fn the_output_follows_from_the_name_of_the_file() {
    let here = with_profile();
    curricle(here.path(), "render -o cv.txt")
        .assert()
        .success()
        .stderr_eq("wrote cv.txt: [..]\n");
    curricle(here.path(), "render -o deep/er/ME.MD")
        .assert()
        .success()
        .stderr_eq("wrote deep/er/ME.MD: [..]\n");
    let readme = fs::read_to_string(here.path().join("deep/er/ME.MD")).unwrap();
    assert!(readme.contains("# Ada Example"), "{readme}");
    assert_eq!(names(here.path()), ["cv.txt", "deep", "profile.yaml"], "no `out`");
}

#[test]
fn check_names_what_would_change_and_writes_nothing() {
    let here = with_profile();
    curricle(here.path(), "render -t readme,text").assert().success();
    curricle(here.path(), "render -t readme,text --check").assert().success();
    let out = here.path().join("out");
    fs::write(out.join("cv.txt"), "old").unwrap();
    fs::remove_file(out.join("README.md")).unwrap();
    let ended = curricle(here.path(), "render -t readme,text --check").assert().code(1);
    let said = String::from_utf8(ended.get_output().stderr.clone()).unwrap();
    assert!(said.contains("`out/README.md` is not there"), "{said}");
    assert!(said.contains("`out/cv.txt` would change"), "{said}");
    assert_eq!(names(&out), ["cv.txt"]);
    assert_eq!(fs::read_to_string(out.join("cv.txt")).unwrap(), "old");
}

#[test]
fn a_readme_that_somebody_else_wrote_or_changed_is_untouched_without_force() {
    let here = with_profile();
    let readme = here.path().join("out/README.md");
    curricle(here.path(), "render -t readme").assert().success();
    let ours = fs::read_to_string(&readme).unwrap();
    for foreign in ["# Mine\n".to_owned(), format!("{ours}\nA line of mine.\n")] {
        fs::write(&readme, &foreign).unwrap();
        curricle(here.path(), "render -t readme").assert().code(1);
        assert_eq!(fs::read_to_string(&readme).unwrap(), foreign);
        curricle(here.path(), "render -t readme --force").assert().success();
        assert_eq!(fs::read_to_string(&readme).unwrap(), ours);
    }
}

#[test]
fn one_output_that_fails_keeps_its_file_and_the_others_are_written() {
    let here = with_profile();
    let out = here.path().join("out");
    fs::create_dir_all(out.join("README.md")).unwrap();
    curricle(here.path(), "render -t readme,text").assert().code(1);
    assert!(out.join("README.md").is_dir());
    assert!(fs::read_to_string(out.join("cv.txt")).unwrap().starts_with("Ada"));
    assert_eq!(names(&out), ["README.md", "cv.txt"], "and no temporary file");
}

#[test]
fn a_profile_with_an_error_leaves_every_output_as_it_was() {
    let here = with_profile();
    curricle(here.path(), "render -t text").assert().success();
    let before = fs::read(here.path().join("out/cv.txt")).unwrap();
    fs::write(here.path().join("profile.yaml"), "basics: {nam: Ada}").unwrap();
    curricle(here.path(), "render -t text").assert().code(1);
    assert_eq!(fs::read(here.path().join("out/cv.txt")).unwrap(), before);
}

#[test]
fn what_a_program_reads_on_standard_error_is_json_line_by_line() {
    let here = with_profile();
    fs::write(here.path().join("bad.yaml"), "basics: {nam: Ada, url: x}\nwork: 7\n")
        .unwrap();
    for args in [
        "check bad.yaml",
        "check none.yaml",
        "render -t text",
        "render -t text -d profile.yaml",
        "check",
    ] {
        let output =
            process(here.path(), args).args(["--format", "json"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.is_empty(), "{args}");
        for line in said.lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            if line["severity"] == "note" {
                continue;
            }
            assert!(line["labels"][0]["file"].is_string(), "{args}: {line}");
            if args == "check bad.yaml" {
                assert!(line["labels"][0]["line"].is_u64(), "{line}");
                assert!(line["labels"][0]["column"].is_u64(), "{line}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_written_to_and_stays_one() {
    use std::os::unix::fs::FileTypeExt;
    let here = with_profile();
    let pipe = here.path().join("pipe.txt");
    let made = process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || {
            let mut text = String::new();
            fs::File::open(pipe).unwrap().read_to_string(&mut text).unwrap();
            text
        }
    });
    curricle(here.path(), "render -t text -o pipe.txt --force").assert().success();
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert!(reader.join().unwrap().starts_with("Ada Example\n"));
}

#[test]
fn check_says_what_a_profile_makes() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("me.yaml"), format!("{ADA}outputs: {{text: {{}}}}\n"))
        .unwrap();
    curricle(here.path(), "check me.yaml")
        .assert()
        .success()
        .stdout_eq("")
        .stderr_eq("me.yaml is fine; it makes `text`\n");
    assert_eq!(names(here.path()), ["me.yaml"]);
}

#[test]
fn colour_is_for_terminals() {
    let here = tempfile::tempdir().unwrap();
    let plain = process(here.path(), "check").output().unwrap().stderr;
    assert!(!plain.contains(&0x1b), "a pipe gets none");
}
