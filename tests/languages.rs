//! `locales`, `--locale` and `check --locale` on the command line.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PROFILE: &str = "\
basics:
  name: Ada Example
  label: {en: Engineer, de: Ingenieurin}
  summary: {en: Makes things boring., zh: 让事情变得无聊。}
work:
  - name: Example Streams
    position: {en: Lead, de: Leiterin, zh: 主管}
    startDate: 2021-03
outputs:
  readme: {locales: [en, de, zh]}
  text: {path: 'text/{locale}.txt', locales: [en, de, zh]}
";

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.args(args).current_dir(folder).env("NO_COLOR", "1").output().unwrap()
}

fn with(profile: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("profile.yaml"), profile).unwrap();
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn one_run_writes_all_languages_with_links_between_the_readmes() {
    let folder = with(PROFILE);
    let output = run(folder.path(), &["render", "--quiet"]);
    assert!(output.status.success(), "{}", said(&output));
    let read = |path: &str| fs::read_to_string(folder.path().join("out").join(path));
    for (path, line) in [
        (
            "README.md",
            "\n\nEnglish · [Deutsch](README.de.md) · [简体中文](README.zh.md)\n\n",
        ),
        (
            "README.de.md",
            "\n\n[English](README.md) · Deutsch · [简体中文](README.zh.md)\n\n",
        ),
        (
            "README.zh.md",
            "\n\n[English](README.md) · [Deutsch](README.de.md) · 简体中文\n\n",
        ),
    ] {
        let text = read(path).unwrap();
        assert!(text.contains(line), "{path}: {text}");
    }
    assert!(read("README.de.md").unwrap().contains("März 2021 – heute"));
    assert!(read("text/zh.txt").unwrap().contains("2021年3月 – 至今"));
    assert!(read("text/de.txt").unwrap().contains("Leiterin"));
}

#[test]
fn one_language_of_several_is_as_in_a_full_run() {
    let folder = with(PROFILE);
    assert!(run(folder.path(), &["render", "-q"]).status.success());
    let output = run(folder.path(), &["render", "-q", "--locale", "de", "-d", "de"]);
    assert!(output.status.success(), "{}", said(&output));
    let files = |folder: &Path| -> Vec<_> {
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name()).collect()
    };
    assert_eq!(files(&folder.path().join("de/text")), ["de.txt"]);
    for path in ["README.de.md", "text/de.txt"] {
        let full = fs::read(folder.path().join("out").join(path)).unwrap();
        assert_eq!(fs::read(folder.path().join("de").join(path)).unwrap(), full);
    }
}

#[test]
fn missing_translations_are_listed_with_their_lines() {
    let folder = with(PROFILE);
    let output = run(folder.path(), &["check", "--locale", "zh"]);
    assert!(output.status.success());
    assert_eq!(
        said(&output),
        "\
warning[untranslated]: this text is not there in `zh`
 --> profile.yaml:3:10
  |
3 |   label: {en: Engineer, de: Ingenieurin}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shown in `en`
  |
  = help: add `zh:` beside `en:`

profile.yaml is fine; it makes `readme`, `text`
one text is not there in `zh`
"
    );
}

#[test]
fn what_is_no_language_is_an_error() {
    let profile = PROFILE.replace(
        "readme: {locales: [en, de, zh]}",
        "readme: {locale: de, locales: [en, ../x, en]}",
    );
    let output = run(with(&profile).path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    for message in [
        "error[bad-value]: an output has a `locale` or `locales`, not both",
        "error[bad-value]: `../x` is not a language tag",
        "error[bad-value]: `en` is there twice",
    ] {
        assert!(said.contains(message), "{said}");
    }
    let output = run(with(PROFILE).path(), &["render", "--locale", "pt_BR"]);
    assert_eq!(output.status.code(), Some(2));
}
