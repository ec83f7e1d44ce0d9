//! Whatever happens while files are written, each of them is whole after, the old one or
//! the new one, and no temporary file stays.
//!
//! strace (Debian: `apt-get install strace`) makes the n-th system call of a process fail,
//! or a signal come at it, for every n from the first that has to do with an output.
#![cfg(feature = "cli")]
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use tempfile::TempDir;

const RENDER: [&str; 4] = ["render", "-q", "-t", "text,readme"];

/// How the calls by which files are written may fail.
const ERRORS: [(&str, &[&str]); 8] = [
    ("mkdir", &["ENOSPC", "EROFS", "EACCES"]),
    ("openat", &["ENOSPC", "EROFS", "EMFILE"]),
    ("getdents64", &["EIO"]),
    ("flock", &["ENOLCK", "EAGAIN"]),
    ("write", &["ENOSPC", "EIO", "EINTR"]),
    ("fchmod", &["EPERM", "EIO"]),
    ("renameat", &["ENOSPC", "EROFS", "EIO"]),
    ("read", &["EIO"]),
];

const SIGINT: i32 = 2;
const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;

fn profile(label: &str) -> String {
    let bullets = "    - A bullet of many.\n".repeat(200);
    format!(
        "basics: {{name: Ada Example, label: {label}}}\nsections:\n  - title: Long\n    \
         items:\n{bullets}"
    )
}

fn curricle(here: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.current_dir(here).args(args).stdin(Stdio::null()).env("RUST_BACKTRACE", "0");
    command
}

/// The same under strace with `options`, its log beside the profile.
fn traced(here: &Path, options: &[&str], args: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.current_dir(here).stdin(Stdio::null()).args(["-f", "-qq", "-o", "trace"]);
    command.args(options).arg(env!("CARGO_BIN_EXE_curricle")).args(args);
    command
}

fn status(mut command: Command) -> ExitStatus {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().expect("strace is there: `apt-get install strace`")
}

type Files = BTreeMap<String, Vec<u8>>;

/// The files in the output folder, with what is in them.
fn files(here: &Path) -> Files {
    files_in(&here.join("out"))
}

fn files_in(folder: &Path) -> Files {
    let Ok(entries) = fs::read_dir(folder) else { return Files::new() };
    let read = |path: &Path| fs::read(path).unwrap();
    let named = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    entries.map(|entry| entry.unwrap().path()).map(|p| (named(&p), read(&p))).collect()
}

/// A folder whose outputs are of an older profile, and what they are and are to be.
struct Scene {
    here: TempDir,
    old: Files,
    new: Files,
}

impl Scene {
    fn new() -> Self {
        let here = tempfile::tempdir().unwrap();
        let made = |label: &str| {
            fs::write(here.path().join("profile.yaml"), profile(label)).unwrap();
            assert!(status(curricle(here.path(), &RENDER)).success());
            files(here.path())
        };
        let (old, new) = (made("Engineer"), made("Principal engineer"));
        assert_eq!(old.keys().collect::<Vec<_>>(), ["README.md", "cv.txt"]);
        Self { here, old, new }
    }

    fn path(&self) -> &Path {
        self.here.path()
    }

    /// Puts the old files there, and nothing else.
    fn reset(&self) {
        let out = self.path().join("out");
        fs::remove_dir_all(&out).unwrap();
        fs::create_dir(&out).unwrap();
        self.old.iter().for_each(|(name, text)| fs::write(out.join(name), text).unwrap());
    }

    /// The system calls from the first that names an output to the last, each as strace
    /// counts them: its name, and its number among those of that name.
    fn calls(&self) -> Vec<(String, usize)> {
        self.reset();
        assert!(status(traced(self.path(), &[], &RENDER)).success());
        let trace = fs::read_to_string(self.path().join("trace")).unwrap();
        let process = trace.split_whitespace().next().unwrap();
        let lines = trace.lines().filter_map(|line| line.strip_prefix(process));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let (mut calls, mut has_begun) = (Vec::new(), false);
        for line in lines {
            has_begun = has_begun || line.contains("\"out/");
            let Some((name, _)) = line.trim_start().split_once('(') else { continue };
            if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                let count = counts.entry(name).or_default();
                *count += 1;
                calls.extend(has_begun.then(|| (name.to_owned(), *count)));
            }
        }
        assert!(calls.len() > 50, "the calls are found: {calls:?}");
        calls
    }

    /// Asserts that each output is whole, and gives the names of other files.
    fn others(&self, when: &str) -> Vec<String> {
        let mut found = files(self.path());
        for name in self.new.keys() {
            let text = found.remove(name).unwrap_or_else(|| panic!("{when}: no {name}"));
            let is_whole = text == self.old[name] || text == self.new[name];
            assert!(is_whole, "{when}: half of {name}");
        }
        found.into_keys().collect()
    }

    /// Sends `signal` at every call, and asserts that what `after` leaves is whole.
    fn at_every_call(&self, signal: i32, after: impl Fn(&Scene, &str)) {
        let calls = self.calls();
        let mut ended = 0;
        for (call, count) in &calls {
            self.reset();
            let inject = format!("inject={call}:signal={signal}:when={count}");
            let status = status(heard(traced(self.path(), &["-e", &inject], &RENDER)));
            // What comes when all is written already may come too late.
            let when = format!("signal {signal} at {call} {count}");
            assert!(
                status.success() || status.signal() == Some(signal),
                "{when}: {status}"
            );
            ended += usize::from(!status.success());
            after(self, &when);
        }
        assert!(ended > calls.len() / 4, "it was ended {ended} times");
    }
}

/// The same command, hearing signals that whoever runs the tests may ignore.
fn heard(command: Command) -> Command {
    let mut heard = Command::new("env");
    heard.arg("--default-signal=INT,TERM").arg(command.get_program());
    heard.args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        heard.current_dir(folder);
    }
    heard
}

#[test]
fn a_killed_process_leaves_whole_files_and_the_next_one_cleans_up() {
    let scene = Scene::new();
    scene.at_every_call(SIGKILL, |scene, when| {
        scene.others(when); // the dead can't clean up
        assert!(status(curricle(scene.path(), &RENDER)).success(), "{when}");
        assert!(files(scene.path()) == scene.new, "{when}");
    });
}

#[test]
fn a_signal_ends_it_between_two_files() {
    let scene = Scene::new();
    for signal in [SIGINT, SIGTERM] {
        scene.at_every_call(signal, |scene, when| {
            assert_eq!(scene.others(when), [""; 0], "{when}");
        });
    }
}

#[test]
fn a_signal_that_is_ignored_stays_ignored() {
    let scene = Scene::new();
    scene.reset();
    let inject = format!("inject=renameat:signal={SIGINT}:when=1");
    let mut command = Command::new("sh");
    command.current_dir(scene.path()).args(["-c", "trap '' INT; exec \"$@\"", "sh"]);
    let traced = traced(scene.path(), &["-e", &inject], &RENDER);
    command.arg(traced.get_program()).args(traced.get_args());
    assert!(status(command).success());
    assert!(files(scene.path()) == scene.new);
}

#[test]
fn every_call_may_fail_and_the_disk_be_full() {
    let scene = Scene::new();
    for (call, count) in scene.calls() {
        for error in ERRORS.iter().filter(|(name, _)| *name == call).flat_map(|(_, e)| *e)
        {
            scene.reset();
            let inject = format!("inject={call}:error={error}:when={count}");
            let mut command = traced(scene.path(), &["-e", &inject], &RENDER);
            let ended = command.output().unwrap();
            let when = format!("{error} at {call} {count}");
            let said = String::from_utf8_lossy(&ended.stderr);
            assert!(!said.contains("panicked"), "{when}: {said}");
            assert_eq!(scene.others(&when), [""; 0], "{when}");
            let is_whole = files(scene.path()) == scene.new;
            assert_eq!(ended.status.success(), is_whole, "{when}: {said}");
            assert_eq!(said.is_empty(), is_whole, "{when}: {said}");
        }
    }
}

#[test]
fn a_full_disk_and_a_read_only_one_are_said() {
    let scene = Scene::new();
    for (inject, reason) in [
        ("inject=write:error=ENOSPC:when=1", "the disk is full"),
        ("inject=mkdir:error=EROFS:when=1", "the disk is read-only"),
    ] {
        fs::remove_dir_all(scene.path().join("out")).unwrap();
        let mut command = traced(scene.path(), &["-e", inject], &RENDER);
        let ended = command.output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(said.contains(reason), "{said}");
        assert_eq!(ended.status.code(), Some(1));
        assert!(status(curricle(scene.path(), &RENDER)).success());
        assert!(files(scene.path()) == scene.new);
    }
}

#[test]
fn two_processes_write_into_one_folder() {
    let scene = Scene::new();
    scene.reset();
    fs::write(scene.path().join("old.yaml"), profile("Engineer")).unwrap();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let turns = |profile: &str| {
        for _ in 0..25 {
            let mut command = curricle(scene.path(), &RENDER);
            command.arg(profile);
            assert!(status(command).success());
        }
        done.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    };
    thread::scope(|scope| {
        scope.spawn(|| turns("old.yaml"));
        scope.spawn(|| turns("profile.yaml"));
        while done.load(std::sync::atomic::Ordering::SeqCst) < 2 {
            for name in scene.new.keys() {
                let text = fs::read(scene.path().join("out").join(name)).unwrap();
                assert!(
                    text == scene.old[name] || text == scene.new[name],
                    "half of {name}"
                );
            }
        }
    });
    assert_eq!(scene.others("after all"), [""; 0]);
}

#[test]
fn an_interrupted_batch_is_resumed() {
    let here = tempfile::tempdir().unwrap();
    let names = ["ada", "bert", "carl", "dora"];
    for name in names {
        fs::write(here.path().join(format!("{name}.yaml")), profile(name)).unwrap();
    }
    let batch = |more: &[&'static str]| {
        let usual = ["batch", "-t", "text,readme", "--jobs", "1", "."];
        usual.iter().chain(more).copied().collect::<Vec<_>>()
    };
    let all = || -> Vec<(String, Files)> {
        let folder = |name: &&str| here.path().join("out").join(name);
        let files = |name: &&str| (name.to_string(), files_in(&folder(name)));
        names.iter().map(files).collect()
    };
    assert!(status(curricle(here.path(), &batch(&[]))).success());
    let whole = all();
    let written = 3 * names.len(); // two outputs and a record each
    for signal in [SIGTERM, SIGKILL] {
        for call in 1..=written {
            fs::remove_dir_all(here.path().join("out")).unwrap();
            let inject = format!("inject=renameat:signal={signal}:when={call}");
            let ended = status(traced(here.path(), &["-e", &inject], &batch(&[])));
            // A thread hears of the signal, and on a busy machine the run may be over first.
            let is_late = signal == SIGTERM && ended.success();
            assert!(is_late || ended.signal() == Some(signal), "at file {call}: {ended}");
            if signal == SIGTERM {
                let half = all().into_iter().flat_map(|(_, files)| files.into_keys());
                let half: Vec<_> = half.filter(|name| name.ends_with(".tmp")).collect();
                assert_eq!(half, [""; 0], "at file {call}");
            }
            let rest = curricle(here.path(), &batch(&["--resume"])).output().unwrap();
            assert!(rest.status.success(), "at file {call}");
            let lines = String::from_utf8(rest.stdout).unwrap();
            let skipped = lines.matches(r#""status":"skipped""#).count();
            assert!(skipped >= (call - 1) / 3, "at file {call}: {skipped} were done");
            assert!(all() == whole, "at file {call}");
        }
    }
}

#[test]
fn nobody_need_read_what_is_said() {
    let scene = Scene::new();
    fs::write(scene.path().join("bad.yaml"), "basics: {nam: Ada}").unwrap();
    for (args, code) in [
        (&["render", "-v", "-t", "text,readme"][..], 0),
        (&["render", "bad.yaml"], 1),
        (&["batch", "-v", "-t", "text", "profile.yaml"], 0),
        (&["batch", "-t", "text", "profile.yaml", "bad.yaml"], 1),
        (&["render", "-t", "none"], 2),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = curricle(scene.path(), args);
        let mut child = command.stdout(Stdio::piped()).stderr(writer).spawn().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(code), "{args:?}");
    }
    let text = fs::read(scene.path().join("out/profile/cv.txt")).unwrap();
    assert!(text == scene.new["cv.txt"]);
}
