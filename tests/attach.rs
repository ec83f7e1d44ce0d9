//! A PDF that carries the profile: what is attached is what the output shows, and reading
//! it back gives exactly that.
#![cfg(all(feature = "cli", feature = "pdf"))]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use curricle::profile::Profile;
use curricle::readers;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PROFILE: &str = "\
basics: {name: Ada Example, phone: '+49 30 1', label: {en: Miller, de: Müllerin}}
work:
  - {name: Example Mill, position: Head, startDate: 2020-03, highlights: [ground, {text: secret, tags: [inner]}]}
sections: [{title: Talks, emoji: 🎤, items: [one]}]
outputs:
  cv: {backend: pdf, path: cv.pdf, attach: json-resume, date: 2024-05-31, exclude: [inner], redact: contact}
  data: {backend: json-resume, path: cv.json, exclude: [inner], redact: contact}
  plain: {backend: pdf, path: plain.pdf}
";

fn curricle(here: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_curricle");
    Command::new(program).current_dir(here).args(args).output().unwrap()
}

fn done(here: &Path, args: &[&str]) -> String {
    let output = curricle(here, args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_is_shown_is_attached_and_read_back_exactly() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("profile.yaml"), PROFILE).unwrap();
    done(here, &["-q", "render", "-d", "."]);
    let mut command = Command::new("pdfdetach");
    command.args(["-list", "cv.pdf"]).current_dir(here);
    let listed = command.output().expect("`apt-get install poppler-utils`").stdout;
    let listed = String::from_utf8(listed).unwrap();
    assert!(
        listed.contains("1 embedded files") && listed.contains("resume.json"),
        "{listed}"
    );
    let saved = Command::new("pdfdetach")
        .args(["-save", "1", "-o", "out.json", "cv.pdf"])
        .current_dir(here)
        .status()
        .unwrap();
    assert!(saved.success());
    let export = fs::read(here.join("cv.json")).unwrap();
    assert_eq!(fs::read(here.join("out.json")).unwrap(), export, "the filtered profile");
    let text = String::from_utf8(export).unwrap();
    assert!(!text.contains("secret") && !text.contains("+49"), "{text}");

    let from_pdf = readers::read("cv.pdf", &fs::read(here.join("cv.pdf")).unwrap());
    let from_json = readers::read("cv.json", text.as_bytes());
    assert!(!from_pdf.has_errors(), "{:?}", from_pdf.problems);
    assert_eq!(from_pdf.profile, from_json.profile);

    done(here, &["import", "cv.pdf", "-o", "back.yaml"]);
    let back = readers::read("back.yaml", &fs::read(here.join("back.yaml")).unwrap());
    let values = |profile| serde_json::to_value::<Profile>(profile).unwrap();
    assert_eq!(values(back.profile.unwrap()), values(from_json.profile.unwrap()));
    let again = done(here, &["render", "back.yaml", "-t", "text", "-o", "-"]);
    assert!(again.contains("ground") && again.contains("Talks"), "{again}");
}

#[test]
fn a_pdf_goes_wherever_a_profile_goes() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("profile.yaml"), PROFILE).unwrap();
    done(here, &["-q", "render", "-d", "."]);
    let text = done(here, &["render", "cv.pdf", "-t", "text", "-o", "-"]);
    assert!(text.contains("Head, Example Mill"), "{text}");
    done(here, &["convert", "cv.pdf", "-o", "cv.html"]);
    done(here, &["convert", "cv.pdf", "--from", "pdf", "-o", "cv.yaml"]);
    done(here, &["check", "cv.pdf"]);
    let standard = fs::read(here.join("cv.pdf")).unwrap();
    let standard = String::from_utf8_lossy(&standard).into_owned();
    assert!(standard.contains("<pdfaid:part>3</pdfaid:part>"), "PDF/A-3");
    assert!(standard.contains("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
    let plain = curricle(here, &["import", "plain.pdf", "-o", "x.yaml"]);
    assert_eq!(plain.status.code(), Some(1));
    let said = String::from_utf8(plain.stderr).unwrap();
    assert!(said.contains("this PDF carries no profile"), "{said}");
    assert!(!here.join("x.yaml").exists());
}
