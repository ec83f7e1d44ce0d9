//! Backends of one's own: the examples work, and every way in which a program can fail has
//! a clear end.
#![cfg(feature = "cli")]
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const PROFILE: &str = "\
basics:
  name: Ada Example
  label: 50 % boring
work:
  - name: Example Mill
    position: Miller
outputs:
  own: {backend: own, path: own.txt, width: 3}
";

/// A folder with a profile and a folder of programs.
struct Place(tempfile::TempDir);

impl Place {
    fn new(script: &str) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.profile(PROFILE);
        fs::create_dir(place.path("bin")).unwrap();
        if !script.is_empty() {
            let program = place.path("bin/curricle-own");
            fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn profile(&self, text: &str) {
        fs::write(self.path("profile.yaml"), text).unwrap();
    }

    fn render(&self, arguments: &[&str]) -> Output {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = [self.path("bin"), examples].into_iter();
        let folders = folders.chain(std::env::split_paths(&path));
        Command::new(env!("CARGO_BIN_EXE_curricle"))
            .current_dir(self.0.path())
            .env("PATH", std::env::join_paths(folders).unwrap())
            .arg("render")
            .args(arguments)
            .output()
            .unwrap()
    }
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", err(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The drawn error of a program that fails.
fn failure(script: &str) -> String {
    let output = Place::new(script).render(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    err(&output)
}

#[test]
fn a_program_gets_the_request_and_its_output_is_written() {
    let place = Place::new("cat");
    assert!(place.render(&[]).status.success());
    let written = fs::read(place.path("out/own.txt")).unwrap();
    let request: serde_json::Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(request["protocol"], 1);
    assert_eq!(request["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(request["options"], serde_json::json!({"width": 3}));
    assert_eq!(request["document"]["author"], "Ada Example");
}

#[test]
fn the_examples_show_every_entry() {
    let place = Place::new("");
    place.profile(
        "basics: {name: Ada & Co, label: 50 % boring}\n\
         work: [{name: Mill, position: '**Head** miller', startDate: 2020, highlights: [a_b]}]\n\
         skills: [{name: C#, level: good, keywords: ['{x}']}]\n",
    );
    let latex = out(&place.render(&["-t", "latex", "-o", "-"]));
    for part in [
        r"\title{Ada \& Co}\author{50 \% boring}",
        r"\subsection*{\textbf{Head} miller, Mill, 2020",
        r"\item a\_b",
        r"\subsection*{C\#, good}",
        r"\{x\}",
    ] {
        assert!(latex.contains(part), "{part} in {latex}");
    }
    let table = out(&place.render(&["-t", "jq", "-o", "-"]));
    assert_eq!(table, "2020\u{A0}– present\tHead miller\tMill\n");
}

#[test]
fn what_a_program_says_points_at_the_profile() {
    let script = r#"echo '{"severity": "warning", "message": "too boring", "origin": "/work/0/position", "help": ["mill more"]}' >&2
                    echo 'and this' >&2; echo done"#;
    let output = Place::new(script).render(&[]);
    assert!(output.status.success());
    let said = err(&output);
    for part in ["profile.yaml:6:15", "too boring (`curricle-own`)", "mill more"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(said.contains("`curricle-own` says: and this"), "{said}");
}

#[test]
fn an_error_said_is_an_error_though_the_program_succeeds() {
    let said = failure(r#"echo '{"severity": "error", "message": "no"}' >&2; echo x"#);
    assert!(said.contains("no (`curricle-own`)"), "{said}");
}

#[test]
fn a_failing_program_is_named_with_what_it_said() {
    let said = failure("echo 'cannot mill' >&2; exit 7");
    assert!(said.contains("error[external-backend]: `curricle-own` failed"), "{said}");
    assert!(said.contains("exit status: 7") && said.contains("cannot mill"), "{said}");
    assert!(said.contains("profile.yaml:8:3"), "{said}");
}

#[test]
fn a_silent_program_is_an_error() {
    let said = failure("cat >/dev/null");
    assert!(said.contains("`curricle-own` printed nothing"), "{said}");
}

#[test]
fn another_protocol_is_told() {
    let said = failure(r#"echo '{"protocol": 2}' >&2; exit 1"#);
    let message = "`curricle-own` speaks protocol 2, and curricle 1";
    assert!(said.contains(message), "{said}");
    assert!(said.contains("install a newer version of curricle"), "{said}");
}

#[test]
fn a_program_that_can_not_start_is_an_error() {
    let place = Place::new("");
    let program = place.path("bin/curricle-own");
    fs::write(&program, "#!/no/such/interpreter\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let output = place.render(&[]);
    assert!(err(&output).contains("`curricle-own` can't be started"), "{}", err(&output));
}

#[test]
fn a_missing_program_is_an_error_with_a_way_out() {
    let said = failure("");
    assert!(said.contains("there is no backend `own`"), "{said}");
    assert!(said.contains("install a program `curricle-own`"), "{said}");
}

#[test]
fn a_profile_can_not_name_a_path() {
    for name in ["/bin/sh", "../own", "bin/own", "own;id"] {
        let place = Place::new("echo x");
        place.profile(&PROFILE.replace("backend: own", &format!("backend: '{name}'")));
        let output = place.render(&[]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = err(&output);
        assert!(said.contains("a profile names a backend, never a path"), "{said}");
    }
}

#[test]
fn a_program_is_ended_in_time() {
    let place = Place::new("sleep 60; echo x");
    place.profile(&PROFILE.replace("width: 3", "timeout: 1"));
    let start = Instant::now();
    let output = place.render(&[]);
    assert!(start.elapsed() < Duration::from_secs(30));
    assert!(
        err(&output).contains("`curricle-own` was ended after 1 s"),
        "{}",
        err(&output)
    );
    place.profile(&PROFILE.replace("width: 3", "timeout: soon"));
    assert!(err(&place.render(&[])).contains("`timeout` can't be `soon`"));
}

/// More than any pipe holds, both ways.
#[test]
fn neither_side_waits_for_the_other() {
    let many = "  - {name: Example Mill, position: Miller of a great many things}\n";
    let profile = PROFILE.replace("outputs:", &format!("{}outputs:", many.repeat(4000)));
    let says_first = "head -c 300000 /dev/zero | tr '\\0' a; \
                      head -c 300000 /dev/zero | tr '\\0' b >&2; wc -c";
    for script in [says_first, "exec head -c 300000 /dev/zero", "exec <&-; echo x", "cat"]
    {
        let place = Place::new(script);
        place.profile(&profile);
        let output = place.render(&["-q"]);
        assert!(output.status.success(), "{script}: {}", err(&output));
    }
}

/// Update it with `curricle schema request > docs/backend-request.schema.json`.
#[test]
fn the_schema_of_the_request_is_current() {
    let committed = include_str!("../docs/backend-request.schema.json");
    let now = format!("{:#}\n", curricle::schema::request());
    assert!(committed == now, "run `curricle schema request` into docs/ again");
}
