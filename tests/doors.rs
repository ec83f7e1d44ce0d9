//! What a profile from anywhere can't do to whoever renders it. `docs/security.md` says
//! which promise each of these holds.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const ADA: &str = "basics: {name: Ada Example}\n";

/// A folder with a secret beside the profile's folder.
struct Place {
    outer: TempDir,
    inner: PathBuf,
}

const SECRET: &str = "the secret beside the folder";

impl Place {
    fn new(profile: &str) -> Self {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::write(outer.path().join("secret.txt"), SECRET).unwrap();
        fs::write(inner.join("profile.yaml"), profile).unwrap();
        Self { outer, inner }
    }

    fn run(&self, args: &[&str]) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_curricle"));
        Command::new(program).args(args).current_dir(&self.inner).output().unwrap()
    }

    fn refused(&self, args: &[&str], why: &str) {
        let output = self.run(args);
        let said = said(&output);
        assert_ne!(output.status.code(), Some(0), "{args:?}: {said}");
        assert!(said.contains(why), "{args:?}: {why:?} is not in {said}");
        assert!(!said.contains(SECRET), "{said}");
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn extends_reads_within_the_folder() {
    for path in ["../secret.txt", "/etc/hosts", "a/../../secret.txt"] {
        let place = Place::new(&format!("extends: {path}\n{ADA}"));
        place.refused(&["check"], "is not in the profile's folder");
    }
    let place = Place::new(&format!("extends: file:///etc/hosts\n{ADA}"));
    place.refused(&["check"], "there is no such file");
    #[cfg(unix)]
    {
        let place = Place::new(&format!("extends: link.yaml\n{ADA}"));
        let link = place.inner.join("link.yaml");
        std::os::unix::fs::symlink("../secret.txt", link).unwrap();
        place.refused(&["check"], "is not in the profile's folder");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_photo_is_read_within_the_folder() {
    for (path, why) in [
        ("../secret.png", "it is not in the profile's folder"),
        ("/etc/hosts", "it is not in the profile's folder"),
        ("file:///etc/hosts", "there is no such file"),
        ("https://example.org/ada.png", "nothing is fetched from the network"),
        ("//example.org/ada.png", "it is not in the profile's folder"),
        ("link.png", "it is not in the profile's folder"),
        (".", "it is no file"),
        ("profile.yaml", "it is neither PNG nor JPEG"),
    ] {
        let place =
            Place::new(&format!("basics: {{name: Ada Example, image: '{path}'}}\n"));
        fs::write(place.outer.path().join("secret.png"), b"\x89PNG secret").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.png", place.inner.join("link.png"))
            .unwrap();
        let output = place.run(&["render", "-t", "pdf", "--theme", "banner"]);
        let said = said(&output);
        assert!(output.status.success(), "{said}");
        assert!(said.contains(&format!("is not shown: {why}")), "{path}: {said}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_theme_reads_within_the_folder_and_fetches_nothing() {
    for (code, why) in [
        ("#read(\"../secret.txt\")", "escape"),
        ("#read(\"/../secret.txt\")", "escape"),
        ("#read(\"/etc/hosts\")", "there is no such file"),
        ("#read(\"link.txt\")", "it is not in the profile's folder"),
        ("#include \"link.txt\"", "it is not in the profile's folder"),
        ("#image(\"link.txt\")", "it is not in the profile's folder"),
        ("#plugin(\"link.txt\")", "it is not in the profile's folder"),
        ("#import \"@preview/cetz:0.4.0\"", "nothing is fetched"),
        ("#import \"@local/mine:1.0.0\": x", "nothing is fetched"),
    ] {
        let place = Place::new(ADA);
        fs::write(place.inner.join("theme.typ"), format!("{code}\n")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.txt", place.inner.join("link.txt"))
            .unwrap();
        place.refused(&["render", "-t", "pdf", "--theme", "theme.typ"], why);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_theme_and_fonts_that_a_profile_names_are_within_the_folder() {
    let pdf =
        |option: &str| Place::new(&format!("{ADA}outputs: {{pdf: {{{option}}}}}\n"));
    for theme in ["../secret.typ", "/etc/x.typ"] {
        pdf(&format!("theme: {theme}"))
            .refused(&["render"], "not in the profile's folder");
    }
    for fonts in ["/usr/share/fonts", "..", "../fonts"] {
        pdf(&format!("font_path: {fonts}"))
            .refused(&["render"], "it is not in the profile's folder");
    }
    let place = pdf("font_path: fonts");
    place.refused(&["render"], "there is no such file");
    fs::create_dir(place.inner.join("fonts")).unwrap();
    assert!(place.run(&["render"]).status.success());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../..", place.inner.join("fonts/link")).unwrap();
        place.refused(&["render"], "it has a link in it: `link`");
    }
    let elsewhere = place.outer.path().display().to_string();
    assert!(place.run(&["render", "--font-path", &elsewhere]).status.success());
}

#[test]
fn outputs_are_written_within_the_folder() {
    for path in ["../cv.txt", "/tmp/cv.txt", "a/../../cv.txt", "..", "a/.."] {
        let place = Place::new(&format!("{ADA}outputs: {{text: {{path: {path}}}}}\n"));
        place.refused(&["render"], "is not in the output folder");
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_an_output_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let place = Place::new(&format!(
        "{ADA}outputs: {{text: {{path: cv.txt}}, readme: {{path: deep/README.md}}}}\n"
    ));
    let out = place.inner.join("out");
    fs::create_dir(&out).unwrap();
    symlink("../../secret.txt", out.join("cv.txt")).unwrap();
    symlink("../..", out.join("deep")).unwrap();
    place.refused(&["render", "-t", "text"], "leads out of its folder");
    place.refused(&["render", "-t", "readme"], "leads out of its folder");
    let secret = fs::read_to_string(place.outer.path().join("secret.txt")).unwrap();
    assert_eq!(secret, SECRET);
    assert!(!place.outer.path().join("README.md").exists());
    let named = place.run(&["render", "-t", "text", "-o", "out/cv.txt"]);
    assert!(named.status.success(), "who runs it may follow a link: {}", said(&named));
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_region_out_of_the_folder() {
    let place =
        Place::new(&format!("{ADA}outputs: {{readme: {{into: page.md, region: x}}}}\n"));
    let page = "<!-- curricle:start x -->\n<!-- curricle:end x -->\n";
    fs::write(place.outer.path().join("page.md"), page).unwrap();
    std::os::unix::fs::symlink("../page.md", place.inner.join("page.md")).unwrap();
    place.refused(&["render"], "leads out of its folder");
    assert_eq!(fs::read_to_string(place.outer.path().join("page.md")).unwrap(), page);
}

#[cfg(unix)]
#[test]
fn a_program_is_run_by_its_name_and_never_by_a_path() {
    use std::os::unix::fs::PermissionsExt;
    for backend in ["./evil", "../evil", "/bin/sh", "sh -c id", "a/b"] {
        let place =
            Place::new(&format!("{ADA}outputs: {{x: {{backend: '{backend}'}}}}\n"));
        let program = place.inner.join("curricle-evil");
        fs::write(&program, "#!/bin/sh\ntouch ran\n").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        place.refused(&["render"], "a profile names a backend, never a path");
        assert!(!place.inner.join("ran").exists());
    }
}

#[test]
fn links_have_schemes_that_are_allowed() {
    let everywhere = |address: &str| {
        [
            format!("basics: {{name: Ada Example, url: '{address}'}}\n"),
            format!("{ADA}work: [{{name: X, url: '{address}'}}]\n"),
            format!("{ADA}sections: [{{title: T, text: '[x](<{address}>)'}}]\n"),
            format!("{ADA}sections: [{{title: T, items: ['<{address}>']}}]\n"),
            format!("{ADA}outputs: {{readme: {{pages: {{x: '{address}'}}}}}}\n"),
            format!(
                "{ADA}outputs: {{readme: {{badges: [{{image: '{address}', alt: x}}]}}}}\n"
            ),
            format!(
                "{ADA}outputs: {{readme: {{badges: [{{image: x.svg, alt: x, url: '{address}'}}]}}}}\n"
            ),
            format!(
                "{ADA}outputs: {{readme: {{banner: {{light: '{address}', alt: x}}}}}}\n"
            ),
        ]
    };
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "gemini://example.org/",
    ] {
        for profile in everywhere(address) {
            Place::new(&profile).refused(&["check"], "are not allowed");
        }
    }
    for address in ["https://example.org/", "mailto:ada@example.org", "tel:+1"] {
        for profile in everywhere(address) {
            let output = Place::new(&profile).run(&["check"]);
            assert!(output.status.success(), "{profile}: {}", said(&output));
        }
    }
}

#[test]
fn who_runs_it_adds_a_scheme_and_never_one_that_runs_code() {
    let place = Place::new(&format!(
        "{ADA}work: [{{name: X, url: 'gemini://example.org/'}}]\n\
         sections: [{{title: T, items: ['[x](gemini://example.org/y)']}}]\n"
    ));
    place.refused(&["check"], "`--link-scheme gemini` adds it");
    let render = ["render", "-t", "readme", "-o", "-", "--link-scheme", "gemini"];
    assert!(printed(&place.run(&render)).contains("[x](gemini://example.org/y)"));
    for scheme in ["javascript", "Data", "file", "vbscript"] {
        let output = place.run(&["check", "--link-scheme", scheme]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("are never allowed"), "{}", said(&output));
    }
}

/// What a spreadsheet, a shell or a template would run.
const COMMANDS: [&str; 8] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "$(touch ran)",
    "`touch ran`",
    "; touch ran",
    "{{ 7 * 7 }}",
    "<script>alert(1)</script>",
];

#[test]
fn what_looks_like_a_command_is_text() {
    for command in COMMANDS {
        let name = command.replace('\'', "''");
        let place = Place::new(&format!("basics: {{name: '{name}'}}\n"));
        let made = |to: &str| printed(&place.run(&["render", "-t", to, "-o", "-"]));
        let text = made("text");
        assert!(text.starts_with(command), "{text}");
        let html = made("html");
        assert!(!html.contains("<script>"), "{html}");
        let readme = made("readme");
        let plain = readme.replace('\\', "").replace("&lt;", "<");
        assert!(plain.contains(command), "{readme}");
        assert!(!readme.contains("\n<script>"), "{readme}");
        assert!(!place.inner.join("ran").exists());
    }
}

#[test]
fn a_readme_without_html_has_no_html() {
    let place = Place::new(&format!(
        "{ADA}sections: [{{title: '<b onclick=x>', text: '<img src=x onerror=y>', \
         items: ['<iframe>', '<!-- x -->', '<a href=\"javascript:x\">y</a>']}}]\n"
    ));
    let page = printed(&place.run(&["render", "-t", "readme", "-o", "-"]));
    let html = page.match_indices('<').filter(|(at, _)| !page[..*at].ends_with('\\'));
    let html: Vec<_> = html.map(|(at, _)| &page[at..]).collect();
    assert!(html.iter().all(|rest| rest.starts_with("<!-- curricle ")), "{html:?}");
}

const ESCAPES: &str = "\u{1b}[31m\u{9b}2J\u{7}\u{8}\u{202e}";

#[test]
fn nothing_that_is_said_acts_on_a_terminal() {
    let yaml = r#""\e[31m\x9b2J\a\b""#;
    for profile in [
        format!("{ADA}{yaml}: 1\n"),
        format!("{ADA}outputs: {{text: {{path: {yaml}}}}}\n"),
        format!("{ADA}outputs: {{text: {{theme: {yaml}, {yaml}: 1}}}}\n"),
        format!("{ADA}outputs: {{{yaml}: {{}}}}\n"),
        format!("{ADA}extends: {yaml}\n"),
        format!("{ADA}order: [{yaml}]\n"),
        format!("basics: {{name: {yaml}, url: {yaml}, image: {yaml}, email: {yaml}}}\n"),
        format!("{ADA}sections: [{{title: {yaml}, items: [{yaml}]}}]\n"),
        format!("{ADA}x: {ESCAPES}\n"),
        format!("{ADA}work: [{{startDate: {yaml}}}]\n"),
    ] {
        let place = Place::new(&profile);
        for format in ["human", "json"] {
            for command in [
                &["check"][..],
                &["render", "-t", "text"],
                &["render", "--diff"],
                &["batch", "-t", "text", "profile.yaml"],
            ] {
                let output = place.run(&[command, &["--format", format]].concat());
                harmless(&output.stderr, &profile);
                harmless(&output.stdout, &profile);
            }
        }
    }
}

#[test]
fn names_of_files_do_not_act_on_a_terminal() {
    let place = Place::new(ADA);
    let name = "evil\u{1b}[2J\u{9b}m.yaml";
    for format in ["human", "json"] {
        harmless(&place.run(&["check", name, "--format", format]).stderr, name);
        if fs::write(place.inner.join(name), "basics: {nam: x}\n").is_ok() {
            harmless(&place.run(&["check", name, "--format", format]).stderr, name);
            let out =
                place.run(&["render", "-t", "text", "-o", name, "--format", format]);
            harmless(&out.stderr, name);
            harmless(&place.run(&["batch", name]).stdout, name);
        }
    }
}

fn harmless(said: &[u8], about: &str) {
    let text = String::from_utf8_lossy(said);
    let acts = text.chars().find(|c| c.is_control() && *c != '\n');
    assert!(acts.is_none(), "{acts:?} of {about:?} is in {text:?}");
}

#[test]
fn no_output_that_is_text_acts_on_a_terminal() {
    let yaml = r#""a \e[31m\x9b2J\a\b\u202e b""#;
    let place = Place::new(&format!(
        "basics: {{name: {yaml}, label: {yaml}, summary: {yaml}}}\n\
         sections: [{{title: {yaml}, text: {yaml}, items: [{yaml}], note: {yaml}}},\n\
         {{title: T, text: '[](https:&#27;[31m) &#x9b;2J', items: ['[&#7;](https:&#8;)']}}]\n"
    ));
    for to in ["text", "readme", "html", "json-resume", "vcard"] {
        let output = place.run(&["render", "-t", to, "-o", "-"]);
        let text = printed(&output);
        let acts =
            text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        assert!(acts.is_none(), "{acts:?} in {to}: {text:?}");
    }
}
