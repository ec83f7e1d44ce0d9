//! The command as somebody runs it: the same bytes everywhere, themes, pictures.

use crate::folder;
use crate::programs::run;
use curricle::backends::themes;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn curricle(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.current_dir(folder).args(args).env_remove("SOURCE_DATE_EPOCH");
    command
}

fn output(mut command: Command) -> Output {
    command.output().unwrap()
}

/// A PDF of `profile` in `folder`, in a process with these variables.
fn pdf(folder: &Path, profile: &str, args: &[&str], env: &[(&str, &str)]) -> Vec<u8> {
    let args: Vec<&str> = ["render", "-q", profile, "-t", "pdf", "-o", "-"]
        .iter()
        .chain(args)
        .copied()
        .collect();
    let mut command = curricle(folder, &args);
    command.envs(env.iter().copied());
    let output = output(command);
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

#[test]
fn the_same_bytes_come_from_any_folder_zone_and_locale() {
    let showcase = folder("showcase");
    let profile = showcase.join("profile.yaml");
    let first = pdf(&showcase, "profile.yaml", &[], &[]);
    let elsewhere = tempfile::tempdir().unwrap();
    let env = [("TZ", "Asia/Tokyo"), ("LC_ALL", "ar_EG.UTF-8"), ("LANG", "de_DE")];
    let second = pdf(elsewhere.path(), profile.to_str().unwrap(), &[], &env);
    assert!(first == second);
}

#[test]
fn the_date_is_what_the_command_or_the_environment_says() {
    let showcase = folder("showcase");
    let by_environment =
        pdf(&showcase, "profile.yaml", &[], &[("SOURCE_DATE_EPOCH", "1717113600")]);
    let by_command = pdf(&showcase, "profile.yaml", &["--date", "2024-05-31"], &[]);
    assert!(by_environment == by_command);
    let information = run("pdfinfo", &["-isodates"], &by_command, &[]);
    assert!(information.contains("2024-05-31T00:00:00Z"), "{information}");
    let without = run("pdfinfo", &[], &pdf(&showcase, "profile.yaml", &[], &[]), &[]);
    assert!(!without.contains("CreationDate"), "{without}");
}

#[test]
fn themes_are_listed_and_a_new_one_works() {
    let here = tempfile::tempdir().unwrap();
    let listed = output(curricle(here.path(), &["themes"])).stdout;
    let listed = String::from_utf8(listed).unwrap();
    let names: Vec<_> =
        listed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, themes::list().map(|(name, _)| name).collect::<Vec<_>>());

    let new = ["theme", "new", "mine.typ"];
    assert!(output(curricle(here.path(), &new)).status.success());
    let written = fs::read_to_string(here.path().join("mine.typ")).unwrap();
    assert_eq!(written, themes::START);
    let again = output(curricle(here.path(), &new));
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("is there already"));

    fs::write(here.path().join("me.yaml"), "basics: {name: Ada}\n").unwrap();
    let page = pdf(here.path(), "me.yaml", &["--theme", "./mine.typ"], &[]);
    assert!(run("pdftotext", &[], &page, &["-"]).contains("Ada"));
}

/// Nor by a link that leads there.
#[test]
fn a_theme_reads_nothing_outside_of_its_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    let here = outside.path().join("here");
    fs::create_dir(&here).unwrap();
    fs::write(here.join("me.yaml"), "basics: {name: Ada}\n").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", here.join("link.txt")).unwrap();
    let absolute = outside.path().join("secret.txt");
    for path in
        ["../secret.txt", "/../secret.txt", "link.txt", absolute.to_str().unwrap()]
    {
        fs::write(here.join("mine.typ"), format!("#read({path:?})")).unwrap();
        let args = ["render", "me.yaml", "-t", "pdf", "--theme", "mine.typ", "-o", "-"];
        let output = output(curricle(&here, &args));
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(output.stdout.is_empty(), "{path}");
    }
}

#[test]
fn pages_are_pictures_as_fine_as_asked_for() {
    let here = tempfile::tempdir().unwrap();
    let yaml = "basics: {name: Ada}\nwork: [{position: A, page_break: before}]\noutputs:\n  \
        one: {backend: png, path: a.png, page: 1, resolution: 96}\n  \
        all: {backend: png, path: b.png, resolution: 48}\n  \
        drawn: {backend: svg, path: c.svg, page: 2}\n";
    fs::write(here.path().join("me.yaml"), yaml).unwrap();
    let made = output(curricle(here.path(), &["render", "me.yaml", "-d", "."]));
    assert!(made.status.success(), "{made:?}");
    let size = |file: &str| {
        let bytes = fs::read(here.path().join(file)).unwrap();
        let number =
            |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        (number(16), number(20)) // the header chunk of a PNG
    };
    assert_eq!(size("a.png"), (794, 1123));
    let (width, height) = size("b.png");
    assert!(width == 397 && height == 2 * 561 + 8, "{width} by {height}");
    let drawn = fs::read_to_string(here.path().join("c.svg")).unwrap();
    assert!(drawn.starts_with("<svg"));
}
