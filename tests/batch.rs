//! `curricle batch` as somebody with many profiles uses it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder with a few people, one of them with a slip.
fn people() -> TempDir {
    let here = tempfile::tempdir().unwrap();
    let at = |name: &str| here.path().join("people").join(name);
    fs::create_dir_all(at("dora")).unwrap();
    for (file, name) in [
        ("ada.yaml", "Ada Example"),
        ("carl.json", "Carl Example"),
        ("dora/profile.yaml", "Dora Example"),
    ] {
        let profile = json!({"basics": {"name": name, "label": "Engineer"}});
        fs::write(at(file), profile.to_string()).unwrap();
    }
    fs::write(at("bert.yaml"), "basics: {nam: Bert Example}\n").unwrap();
    here
}

fn batch(here: &Path, args: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.current_dir(here).arg("batch").args(args.split_whitespace());
    command.stdin(Stdio::null()).env_remove("SOURCE_DATE_EPOCH");
    command
}

/// What is said of each profile, and how it ends.
fn run(mut command: Command) -> (Vec<Value>, Output) {
    let output = command.output().unwrap();
    let lines =
        output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let lines = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
    (lines, output)
}

fn with_input(mut command: Command, input: &str) -> (Vec<Value>, Output) {
    let here = tempfile::tempdir().unwrap();
    let path = here.path().join("input");
    fs::write(&path, input).unwrap();
    command.stdin(fs::File::open(path).unwrap());
    run(command)
}

fn column(lines: &[Value], key: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or(value.to_string(), str::to_owned);
    lines.iter().map(|line| text(&line[key])).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn read(here: &Path, path: &str) -> String {
    fs::read_to_string(here.join(path)).unwrap()
}

#[test]
fn a_folder_is_made_past_a_bad_profile() {
    let here = people();
    let (lines, output) = run(batch(here.path(), "people -t readme,text"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        said(&output),
        "error[failed]: 1 of 4 profiles failed\n |\n = help: their lines on standard output \
         have `\"status\":\"failed\"` and say why\n\n"
    );
    assert_eq!(column(&lines, "index"), ["0", "1", "2", "3"]);
    assert_eq!(column(&lines, "name"), ["ada", "bert", "carl", "dora"]);
    assert_eq!(column(&lines, "status"), ["done", "failed", "done", "done"]);
    assert_eq!(lines[3]["profile"], "people/dora/profile.yaml");
    for (name, made) in [("ada", true), ("bert", false), ("carl", true), ("dora", true)] {
        let text = here.path().join("out").join(name).join("cv.txt");
        assert_eq!(text.exists(), made, "{name}");
    }
    let text = &lines[0]["outputs"][1];
    assert_eq!(text["output"], "text");
    assert_eq!(text["path"], "out/ada/cv.txt");
    assert_eq!(text["bytes"], read(here.path(), "out/ada/cv.txt").len());
    assert!(text["ms"].is_number() && lines[0]["ms"].is_number());
    let problem = &lines[1]["problems"][1];
    assert_eq!(problem["code"], "unknown-key");
    let label = &problem["labels"][0];
    assert_eq!(label["file"], "people/bert.yaml");
    assert_eq!((&label["line"], &label["column"]), (&json!(1), &json!(10)));
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_has_its_pages_counted() {
    let here = people();
    let (lines, output) = run(batch(here.path(), "people/ada.yaml people/carl.json"));
    assert!(output.status.success(), "{}", said(&output));
    for line in lines {
        let pdf = &line["outputs"][1];
        assert_eq!((&pdf["output"], &pdf["pages"]), (&json!("pdf"), &json!(1)));
        let bytes = fs::read(here.path().join(pdf["path"].as_str().unwrap())).unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
    }
}

#[test]
fn outputs_are_those_of_render_whatever_the_number_of_jobs() {
    let here = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("examples/ada.yaml"), here.path().join("ada.yaml")).unwrap();
    let mut render = Command::new(env!("CARGO_BIN_EXE_curricle"));
    render.current_dir(here.path()).args(["render", "ada.yaml", "-t", "readme,html"]);
    assert!(render.output().unwrap().status.success());
    for jobs in ["1", "3"] {
        let args = format!("ada.yaml -t readme,html -d {jobs} --jobs {jobs}");
        assert!(run(batch(here.path(), &args)).1.status.success());
        for file in ["README.md", "cv.html"] {
            let made = read(here.path(), &format!("{jobs}/ada/{file}"));
            assert!(made == read(here.path(), &format!("out/{file}")), "{file}");
        }
    }
}

#[test]
fn lines_are_profiles_and_come_out_in_their_order() {
    let here = tempfile::tempdir().unwrap();
    let long = "word ".repeat(20_000);
    let line = |number: usize| {
        let summary = if number.is_multiple_of(50) { long.as_str() } else { "" };
        let basics = json!({"name": format!("Person {number}"), "summary": summary});
        json!({"id": format!("p{number}"), "basics": basics}).to_string() + "\n"
    };
    let input: String = (0..300).map(line).collect();
    let (lines, output) = with_input(batch(here.path(), "- -t text --jobs 4"), &input);
    assert!(output.status.success(), "{}", said(&output));
    let names: Vec<_> = (0..300).map(|number| format!("p{number}")).collect();
    assert_eq!(column(&lines, "name"), names);
    assert!(read(here.path(), "out/p299/cv.txt").starts_with("Person 299\n"));
    assert!(lines.iter().all(|line| line["problems"] == json!([])), "`id` is known");
}

#[test]
fn a_line_can_be_wrong_in_many_ways_and_the_next_is_made() {
    let here = tempfile::tempdir().unwrap();
    let input = "\
{\"basics\": {\"name\": \"Ada Example\"}}

{\"id\": \"../../up\", \"basics\": {\"name\": \"Ada Example\"}}
{\"id\": \"1\", \"basics\": {\"name\": \"Ada Example\"}}
{\"basics\": {\"name\": \"Ada Example\"}
[]
\u{1}
{\"basics\": {\"name\": \"Bert Example\"}, \"outputs\": {\"text\": {\"path\": \"../x\"}}}
{\"basics\": {\"name\": \"Carl Example\"}}";
    let (lines, output) = with_input(batch(here.path(), "- -t text"), input);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with("error[failed]: 6 of 8 profiles failed\n"));
    let status = column(&lines, "status");
    assert_eq!((status[0].as_str(), status[7].as_str()), ("done", "done"));
    assert!(status[1..7].iter().all(|status| status == "failed"), "{status:?}");
    let codes = lines.iter().map(|line| line["problems"][0]["code"].clone());
    let codes: Vec<_> =
        codes.filter_map(|code| code.as_str().map(str::to_owned)).collect();
    assert_eq!(codes[..4], ["bad-value", "same-path", "syntax", "wrong-type"]);
    let names = fs::read_dir(here.path().join("out")).unwrap();
    let mut names: Vec<_> = names.map(|name| name.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["1", "9"], "a line without `id` is called by its number");
    assert_eq!(lines[7]["profile"], "<stdin>:9");
}

#[test]
fn a_list_names_files() {
    let here = people();
    let list = "people/carl.json\n\npeople/none.yaml\npeople/ada.yaml\n";
    let args = "-t text --files-from -";
    let (lines, output) = with_input(batch(here.path(), args), list);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(column(&lines, "name"), ["carl", "none", "ada"]);
    assert_eq!(lines[1]["problems"][0]["code"], "unreadable");
    fs::write(here.path().join("list"), list).unwrap();
    let (again, _) = run(batch(here.path(), "-t text --files-from list"));
    assert_eq!(column(&again, "name"), ["carl", "none", "ada"]);
}

#[test]
fn what_goes_over_a_profile_goes_over_each() {
    let here = people();
    let house = "outputs: {text: {width: 30}, page: {backend: html, path: p.html}}\n";
    fs::write(here.path().join("house.yaml"), house).unwrap();
    let args = "people/ada.yaml people/carl.json -f house.yaml --set basics.label=Dean";
    let (lines, output) = run(batch(here.path(), args));
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(lines[1]["outputs"][1]["path"], "out/carl/p.html");
    assert_eq!(read(here.path(), "out/carl/cv.txt"), "Carl Example\nDean\n");
}

#[test]
fn resume_makes_what_is_not_there_or_has_changed() {
    let here = people();
    let people = here.path().join("people");
    fs::remove_file(people.join("bert.yaml")).unwrap();
    fs::write(people.join("ada.yaml"), "extends: base.yaml\n").unwrap();
    fs::write(people.join("base.yaml"), "basics: {name: Ada Example}\n").unwrap();
    let args = "people/ada.yaml people/carl.json people/dora/profile.yaml -t text";
    let resumed = |more: &str| {
        let (lines, output) = run(batch(here.path(), &format!("{args} --resume {more}")));
        assert!(output.status.success(), "{}", said(&output));
        column(&lines, "status")
    };
    let done = |which: [bool; 3]| which.map(|done| if done { "done" } else { "skipped" });
    assert_eq!(resumed(""), done([true, true, true]), "nothing was there");
    assert_eq!(resumed("--jobs 1"), done([false, false, false]), "the same again");
    fs::write(people.join("base.yaml"), "basics: {name: Ada B. Example}\n").unwrap();
    assert_eq!(resumed(""), done([true, false, false]), "a file that is extended");
    fs::remove_file(here.path().join("out/carl/cv.txt")).unwrap();
    assert_eq!(resumed(""), done([false, true, false]), "an output that is gone");
    fs::write(here.path().join("out/dora/cv.txt"), "half").unwrap();
    assert_eq!(resumed(""), done([false, false, true]), "an output that is another");
    assert_eq!(resumed("--width 40"), done([true, true, true]), "another command");
    let (lines, output) = run(batch(here.path(), &format!("{args} --resume --width 40")));
    assert_eq!(lines[0]["outputs"][0]["path"], "out/ada/cv.txt");
    assert!(said(&output).starts_with("made 3 profiles, 3 of them before, in "));
    let (lines, _) = run(batch(here.path(), args));
    assert_eq!(column(&lines, "status"), ["done"; 3], "without it all are made");
}

#[test]
fn a_readme_of_somebody_else_is_left_alone() {
    let here = people();
    fs::create_dir_all(here.path().join("out/ada")).unwrap();
    fs::write(here.path().join("out/ada/README.md"), "# Mine\n").unwrap();
    let (lines, _) = run(batch(here.path(), "people/ada.yaml -t readme,text"));
    assert_eq!(lines[0]["status"], "failed");
    assert_eq!(lines[0]["problems"][0]["code"], "not-ours");
    assert_eq!(lines[0]["outputs"][0]["output"], "text", "the others are made");
    assert_eq!(read(here.path(), "out/ada/README.md"), "# Mine\n");
    let (lines, _) = run(batch(here.path(), "people/ada.yaml -t readme --force"));
    assert_eq!(lines[0]["status"], "done");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_leads_nowhere() {
    let here = people();
    let ada = here.path().join("out/ada");
    fs::create_dir_all(&ada).unwrap();
    fs::write(here.path().join("secret"), "s").unwrap();
    std::os::unix::fs::symlink("../../secret", ada.join("cv.txt")).unwrap();
    let (lines, _) = run(batch(here.path(), "people/ada.yaml -t text --force"));
    assert_eq!(lines[0]["problems"][0]["code"], "outside");
    assert_eq!(read(here.path(), "secret"), "s");
}

#[test]
fn regions_are_for_render() {
    let here = people();
    let into = "outputs: {readme: {into: README.md}, text: {}}\n";
    fs::write(here.path().join("into.yaml"), into).unwrap();
    let page = "<!-- curricle:start readme --><!-- curricle:end readme -->\n";
    fs::write(here.path().join("people/README.md"), page).unwrap();
    let (lines, output) = run(batch(here.path(), "people/ada.yaml -f into.yaml"));
    assert!(output.status.success());
    assert_eq!(lines[0]["problems"][0]["code"], "not-shown");
    assert_eq!(lines[0]["problems"][0]["severity"], "warning");
    assert_eq!(read(here.path(), "people/README.md"), page);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let here = tempfile::tempdir().unwrap();
    let mut command = batch(here.path(), "- -t text --jobs 2");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let line = b"{\"basics\": {\"name\": \"Ada Example\"}}\n";
    input.write_all(line).unwrap();
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    drop(out);
    input.write_all(line).unwrap(); // and it does not wait for the end of its input
    let ended = child.wait_with_output().unwrap();
    drop(input);
    assert_eq!(said(&ended), "");
    assert_eq!(ended.status.code(), Some(0));
    assert!(first.contains("\"status\":\"done\""), "{first}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_batch() {
    let here = tempfile::tempdir().unwrap();
    let mut command = batch(here.path(), "- -t text --jobs 2");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut input = child.stdin.take().unwrap();
    // The most that it has taken so far, in KiB (proc_pid_status(5)).
    let mut after = |numbers: std::ops::Range<usize>| -> usize {
        for number in numbers {
            let summary = "A line of a summary.\n\n".repeat(200);
            let basics = json!({"name": format!("Person {number}"), "summary": summary});
            writeln!(input, "{}", json!({"basics": basics})).unwrap();
            if number >= 20 {
                out.next().unwrap().unwrap();
            }
        }
        let text = fs::read_to_string(&status).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    };
    let (few, many) = (after(0..200), after(200..2000));
    assert!(many < few + 4096, "{few} KiB for 200 profiles, {many} KiB for 2,000");
    drop(input);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_stages_have_their_times() {
    let here = people();
    let (_, output) = run(batch(here.path(), "people/ada.yaml -v -t text"));
    let stages = |said: &str| {
        let lines =
            said.lines().filter(|line| line.contains(" ms") && !line.contains(','));
        let stages = lines.map(|line| line.split_whitespace().next().unwrap().to_owned());
        stages.collect::<Vec<_>>()
    };
    assert_eq!(stages(&said(&output)), ["open", "read", "compose", "text", "write"]);
    let mut render = Command::new(env!("CARGO_BIN_EXE_curricle"));
    render.current_dir(here.path());
    render.args(["render", "-v", "-q", "-t", "readme,text", "people/ada.yaml"]);
    let said = said(&render.output().unwrap());
    assert_eq!(stages(&said), ["read", "compose", "readme", "text", "write"], "{said}");
}
