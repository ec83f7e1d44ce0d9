//! Versions on the command line: what outputs set and say, and pipes.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// An output that only a build with the typesetter makes.
const PDF: &str =
    if cfg!(feature = "pdf") { "  cv: {backend: pdf, path: cv.pdf}\n" } else { "" };

const PROFILE: &str = "\
basics: {name: Ada Example, label: Engineer, email: ada@example.org}
# jobs
work:
  - {id: rails, name: Rails, position: Engineer, startDate: 2010, endDate: 2014, tags: [old]}
  - name: Streams  # where she is
    position: {en: Lead, de: Leiterin}
    startDate: 2020-03
    highlights: [one, {text: two, tags: [long]}]
skills: [{name: Rust}]
audiences:
  academic: {exclude: [long], order: [skills, work], summary: For scholars.}
outputs:
  readme: {path: 'README-{edition}.md'}
  page: {backend: html, path: page.html, audience: academic, locales: [en, de]}
  data: {backend: json-resume, path: resume.json}
  card: {backend: vcard, path: me.vcf}
  short:
    backend: text
    path: short.txt
    set: {basics.label: Chief engineer, 'work[1].position': Chief, basics.email: null}
    without: [skills]
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

#[track_caller]
fn done(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_output_sets_values_of_its_own() {
    let folder = with(PROFILE);
    let text = done(folder.path(), &["render", "-t", "short", "-o", "-"]);
    assert!(text.starts_with("Ada Example\nChief engineer\n\n"), "{text}");
    assert!(
        text.contains("Chief, Streams") && text.contains("Engineer, Rails"),
        "{text}"
    );
    // the paths follow what they lead to
    let cut = ["render", "-t", "short", "-o", "-", "--exclude", "old"];
    let text = done(folder.path(), &cut);
    assert!(text.contains("Chief, Streams") && !text.contains("Rails"), "{text}");
    let others = done(folder.path(), &["render", "-t", "card", "-o", "-"]);
    assert!(others.contains(":Engineer\r\n") && others.contains("EMAIL"), "{others}");
}

#[test]
fn tailoring_for_an_output_sets_its_values() {
    let folder = with(PROFILE);
    let yaml = done(folder.path(), &["tailor", "-t", "short"]);
    assert!(yaml.contains("label: Chief engineer") && !yaml.contains("ada@"), "{yaml}");
    assert!(yaml.contains("# jobs") && yaml.contains("# where she is"), "{yaml}");
    assert!(!yaml.contains("Rust") && !yaml.contains("set:"), "{yaml}");
    let said = done(folder.path(), &["diff", "short"]);
    assert!(
        said.contains("short has the label “Chief engineer”")
            || said.contains("short “Chief engineer”"),
        "{said}"
    );
}

#[test]
fn outputs_say_which_version_they_are() {
    let folder = with(PROFILE);
    done(folder.path(), &["render", "-q"]);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(!read("out/README.md").contains("academic"));
    let page = read("out/page.de.html");
    assert!(page.contains("<meta name=\"version\" content=\"academic\">"), "{page}");
    assert!(page.contains("<html lang=\"de\">"), "{page}");
    let link = "<link rel=\"alternate\" hreflang=\"en\" href=\"page.html\">";
    assert!(page.contains(link), "{page}");
    let link = "<a href=\"page.html\" hreflang=\"en\" lang=\"en\">English</a>";
    assert!(page.contains(link), "{page}");
    done(folder.path(), &["render", "-q", "--audience", "academic", "-d", "a"]);
    let readme = read("a/README-academic.md");
    assert!(readme.ends_with(" academic -->\n"), "{readme}");
    assert!(read("a/me.vcf").contains("X-EDITION:academic\r\n"));
    let resume: serde_json::Value = serde_json::from_str(&read("a/resume.json")).unwrap();
    assert_eq!(resume["meta"]["curricle"]["edition"], "academic");
    let cut = done(folder.path(), &["tailor", "--audience", "academic"]);
    assert!(cut.contains("edition: academic\n"), "{cut}");
    // a mark with words in it is still one's own
    done(folder.path(), &["render", "-q", "--audience", "academic", "-d", "a"]);
}

#[cfg(feature = "pdf")]
#[test]
fn pages_say_which_version_they_are() {
    let folder = with(&format!("edition: short & sweet\n{PROFILE}"));
    let to = ["render", "-q", "-t", "pdf,svg,png", "-d", "o", "--locale", "de"];
    done(folder.path(), &to);
    let info =
        Command::new("pdfinfo").arg("o/cv.pdf").current_dir(folder.path()).output();
    let info = info.expect("install poppler-utils: `./scripts/test` does").stdout;
    let info = String::from_utf8(info).unwrap();
    assert!(info.contains("short & sweet"), "{info}");
    let svg = fs::read_to_string(folder.path().join("o/cv.svg")).unwrap();
    assert!(svg.starts_with("<svg xml:lang=\"de\" "), "{}", &svg[..200]);
    assert!(svg.contains("><metadata>short &amp; sweet</metadata><"));
    let png = fs::read(folder.path().join("o/cv.png")).unwrap();
    let title = b"iTXtTitle\0\0\0de\0\0Ada Example, short & sweet";
    assert!(png.windows(title.len()).any(|part| part == title));
}

#[test]
fn a_version_goes_through_a_pipe_and_comes_out_the_same() {
    let folder = with(&format!("{PROFILE}{PDF}"));
    for options in [
        &["--audience", "academic"][..],
        &["--exclude", "old,long", "--redact", "contact"],
        &["--since", "2018", "--max-highlights", "work=1"],
        &["--only", "work", "--set", "basics.label=Head"],
    ] {
        done(folder.path(), &[&["render", "-q", "-d", "one"][..], options].concat());
        let cut = done(folder.path(), &[&["tailor"][..], options].concat());
        let mut render = Command::new(env!("CARGO_BIN_EXE_curricle"))
            .args(["render", "-q", "-", "-d", "other"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        render.stdin.take().unwrap().write_all(cut.as_bytes()).unwrap();
        assert!(render.wait().unwrap().success());
        let files: Vec<_> = fs::read_dir(folder.path().join("one")).unwrap().collect();
        assert_eq!(files.len(), 6 + usize::from(!PDF.is_empty()));
        for file in files {
            let file = file.unwrap();
            let other = fs::read(folder.path().join("other").join(file.file_name()));
            let (one, other) = (fs::read(file.path()).unwrap(), other.unwrap());
            let shown = String::from_utf8_lossy;
            assert_eq!(shown(&other), shown(&one), "{options:?} {:?}", file.file_name());
        }
        fs::remove_dir_all(folder.path().join("one")).unwrap();
        fs::remove_dir_all(folder.path().join("other")).unwrap();
    }
}

#[test]
fn a_version_is_written_as_json_resume() {
    let folder = with(PROFILE);
    let json = done(folder.path(), &["tailor", "--audience", "academic", "--json"]);
    let resume: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(resume["basics"]["summary"], "For scholars.");
    assert_eq!(resume["work"][1]["highlights"], serde_json::json!(["one"]));
    done(folder.path(), &["tailor", "--audience", "academic", "-q", "-o", "a.json"]);
    assert_eq!(fs::read_to_string(folder.path().join("a.json")).unwrap(), json);
    // and is a profile again, with the same outputs
    let text = |args: &[&str]| {
        done(folder.path(), &[args, &["-t", "text", "-o", "-"][..]].concat())
    };
    let whole = text(&["render", "--audience", "academic"]);
    assert_eq!(text(&["render", "a.json"]), whole);
}

#[test]
fn dates_are_written_as_the_command_line_says() {
    let folder = with(PROFILE);
    for (style, date) in [
        ("short", "Mar 2020"),
        ("long", "March 2020"),
        ("numeric", "03/2020"),
        ("year", "2020"),
        ("iso", "2020-03"),
    ] {
        let args =
            ["render", "-t", "text", "-o", "-", "--date-style", style, "--durations"];
        let text = done(folder.path(), &args).replace('\u{A0}', " ");
        assert!(text.contains(&format!("{date} – present")), "{text}");
        assert!(text.contains("2010 – 2014 (4 years)"), "{text}");
    }
    let output = run(folder.path(), &["render", "--date-style", "roman"]);
    assert_eq!(output.status.code(), Some(2));
}
