//! How much a profile may ask of the machine: each bound is told with a way to raise it, and
//! below all of them memory stays below 512 MiB.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const ADA: &str = "basics: {name: Ada Example}\n";

fn place(profile: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("profile.yaml"), profile).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_curricle");
    Command::new(program).args(args).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A bound that is reached is an error that says `why`, and is none once `raised`.
fn held(profile: &str, why: &str, raised: &str) {
    let folder = place(profile);
    let output = run(folder.path(), &["check"]);
    let said = self::said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("error[too-large]"), "{said}");
    assert!(said.contains(why), "{said}");
    assert!(said.contains("if you trust it, allow more: `--limit "), "{said}");
    let output = run(folder.path(), &["check", "--limit", raised]);
    assert!(output.status.success(), "{}", self::said(&output));
}

#[test]
fn input_has_a_bound() {
    let text = "x".repeat(1024);
    let large = format!("{ADA}meta:\n{}", format!("  # {text}\n").repeat(2100));
    held(&large, "the profile is larger than 2 MiB", "input=5MiB");
}

#[test]
fn all_files_of_a_profile_have_one_bound() {
    let folder = place(&format!("extends: [a.yaml, b.yaml]\n{ADA}"));
    for name in ["a.yaml", "b.yaml"] {
        let text = format!("# {}\n", "x".repeat(1100 * 1024));
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = run(folder.path(), &["check"]);
    assert!(
        said(&output).contains("the profile is larger than 2 MiB"),
        "{}",
        said(&output)
    );
    let output = run(folder.path(), &["check", "--limit", "input=3MiB"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn aliases_have_a_bound() {
    let text = "x".repeat(100_000);
    let many = vec!["*a"; 30].join(", ");
    let bomb = format!("{ADA}interests: [{{name: &a '{text}', keywords: [{many}]}}]\n");
    held(&bomb, "anchors and aliases copy more than 2 MiB", "aliases=4MiB");
    let open = (0..40).map(|n| format!("&a{n} [")).collect::<String>();
    let nested = format!("{ADA}x: {open}'{text}'{}\n", "]".repeat(40));
    let output = run(place(&nested).path(), &["check"]);
    assert!(said(&output).contains("anchors and aliases copy"), "{}", said(&output));
}

#[test]
fn nesting_has_a_bound() {
    let items = (0..34)
        .rev()
        .fold("x".to_owned(), |inner, _| format!("{{text: x, items: [{inner}]}}"));
    let deep = format!("{ADA}sections: [{{title: T, items: [{items}]}}]\n");
    held(&deep, "lists and maps nest deeper than 64 levels", "nesting=100");
}

#[test]
fn items_have_a_bound() {
    let many = format!("{ADA}meta: {{x: [{}]}}\n", vec!["a"; 100_000].join(","));
    let many =
        many.replace("meta: {x:", "interests: [{name: x, keywords:").replace("]}", "]}]");
    held(&many, "more than 100,000 values, with aliases expanded", "items=1,000,000");
}

#[test]
fn a_text_has_a_bound() {
    let long =
        format!("{ADA}sections: [{{title: T, text: '{}'}}]\n", "word ".repeat(110_000));
    held(&long, "a text of more than 512 KiB", "text=1MiB");
}

#[test]
fn all_outputs_have_one_bound() {
    let outputs = (0..40).map(|n| format!("  t{n}: {{backend: text, path: {n}.txt}}\n"));
    let outputs: String = outputs.collect();
    let items = "  - PROJ-1 PROJ-2 PROJ-3 PROJ-4\n".repeat(3_000);
    let many = format!(
        "{ADA}autolinks: [{{prefix: PROJ-, url: 'https://example.org/<num>'}}]\n\
         sections:\n- title: T\n  items:\n{items}outputs:\n{outputs}"
    );
    held(&many, "all outputs together show more than 32 MiB", "shown=128MiB");
}

#[test]
fn a_page_has_a_bound() {
    let folder = place(ADA);
    let page = format!("# Ada Example\n\n{}\n", "word ".repeat(300));
    fs::write(folder.path().join("page.md"), page).unwrap();
    for command in [&["lint", "page.md"][..], &["import", "page.md", "-o", "-"]] {
        let output = run(folder.path(), &[command, &["--limit", "text=1KiB"]].concat());
        let said = self::said(&output);
        assert!(said.contains("the page is larger than 1 KiB"), "{said}");
        assert!(said.contains("`--limit text=2KiB`"), "{said}");
        let output = run(folder.path(), command);
        assert!(output.status.success(), "{}", self::said(&output));
    }
}

#[test]
fn text_that_nests_has_a_bound_and_does_not_overflow_the_stack() {
    for text in [
        ">".repeat(200_000),
        "- ".repeat(5_000) + "x",
        "*a ".repeat(99) + &"a*".repeat(99),
    ] {
        let deep = format!("{ADA}sections:\n- title: T\n  text: |\n    {text}\n");
        let folder = place(&deep);
        let output = run(folder.path(), &["render", "-t", "readme,text,html"]);
        let said = self::said(&output);
        assert!(said.contains("a text nests deeper than 64 levels"), "{said}");
        fs::write(folder.path().join("page.md"), &text).unwrap();
        for command in [&["lint", "page.md"][..], &["import", "page.md", "-o", "-"]] {
            let said = self::said(&run(folder.path(), command));
            assert!(said.contains("the page nests deeper than 64 levels"), "{said}");
        }
        let raw = format!("{ADA}sections:\n- raw: |\n    {text}\n");
        let folder = place(&raw);
        let output = run(folder.path(), &["check"]);
        assert!(output.status.success());
        let said = self::said(&output);
        assert!(
            said.contains("warning[too-large]: the page nests deeper than 64 levels"),
            "{said}"
        );
    }
}

#[test]
fn what_raises_a_bound_is_checked() {
    for (limit, why) in [
        ("input=lots", "`lots` is no amount; write it as in `input=2MiB`"),
        ("size=2", "there is no limit `size`"),
        ("nesting=1000000", "`nesting` may be 1 to 256"),
    ] {
        let output = run(place(ADA).path(), &["check", "--limit", limit]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(why), "{}", said(&output));
    }
}

#[cfg(unix)]
#[test]
fn a_program_has_a_bound_that_a_profile_does_not_raise() {
    use std::os::unix::fs::PermissionsExt;
    let folder =
        place(&format!("{ADA}outputs: {{x: {{backend: slow, timeout: 900}}}}\n"));
    let program = folder.path().join("curricle-slow");
    fs::write(&program, "#!/bin/sh\nexec sleep 60\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let render = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
        command.arg("render").args(more).env("PATH", &path).current_dir(folder.path());
        said(&command.output().unwrap())
    };
    let refused = render(&[]);
    assert!(refused.contains("`timeout: 900` is longer than 600 s"), "{refused}");
    assert!(refused.contains("`--limit time=900s`"), "{refused}");
    let shorter = "outputs.x.timeout=1";
    let ended = render(&["--set", shorter, "--limit", "time=1s"]);
    assert!(ended.contains("was ended after 1 s"), "{ended}");
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    #[test]
    fn pages_have_a_bound_before_and_after_they_are_set() {
        let text =
            format!("{ADA}sections: [{{title: T, text: '{}'}}]\n", "word ".repeat(5_000));
        let folder = place(&text);
        let pdf = ["render", "-t", "pdf", "--limit"];
        for (most, why) in [
            ("pages=1", "this would be about 5 pages, and may be 1"),
            ("pages=5", "pages, and may be 5"),
        ] {
            let output = run(folder.path(), &[&pdf[..], &[most]].concat());
            let said = self::said(&output);
            assert!(said.contains(why) && said.contains("--limit pages="), "{said}");
        }
        assert!(run(folder.path(), &["render", "-t", "pdf"]).status.success());
    }

    /// The head of a PNG of so many pixels each way, and no more of it.
    fn png(side: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(side.to_be_bytes());
        bytes.extend(side.to_be_bytes());
        bytes.extend(b"\x08\x06\0\0\0\0\0\0\0");
        bytes
    }

    fn jpeg(side: u16) -> Vec<u8> {
        let [high, low] = side.to_be_bytes();
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, high, low, high, low, 3];
        bytes.extend([1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn a_picture_has_a_bound_before_it_is_unpacked() {
        for bytes in [png(50_000), jpeg(50_000)] {
            let folder = place("basics: {name: Ada Example, image: ada.img}\n");
            fs::write(folder.path().join("ada.img"), &bytes).unwrap();
            let output =
                run(folder.path(), &["render", "-t", "pdf", "--theme", "banner"]);
            let said = self::said(&output);
            assert!(said.contains("it has 50000 × 50000 pixels"), "{said}");
            assert!(said.contains("`--limit pixels=2500000000`"), "{said}");
            let theme = "#image(\"ada.img\")\n";
            fs::write(folder.path().join("own.typ"), theme).unwrap();
            let output =
                run(folder.path(), &["render", "-t", "pdf", "--theme", "own.typ"]);
            assert!(self::said(&output).contains("50000 × 50000 pixels"));
        }
    }

    #[test]
    fn a_file_beside_the_profile_has_a_bound() {
        let folder = place("basics: {name: Ada Example, image: ada.png}\n");
        let mut bytes = png(1);
        bytes.resize(11 << 20, 0);
        fs::write(folder.path().join("ada.png"), bytes).unwrap();
        let pdf = ["render", "-t", "pdf", "--theme", "banner"];
        let said = self::said(&run(folder.path(), &pdf));
        assert!(said.contains("it has more than 10 MiB"), "{said}");
        let said = self::said(&run(
            folder.path(),
            &[&pdf[..], &["--limit", "file=12MiB"]].concat(),
        ));
        assert!(!said.contains("it has more than"), "{said}");
    }
}

/// The most memory that a run took, in MiB, as Linux counts it.
#[cfg(target_os = "linux")]
fn memory(folder: &Path, args: &[&str]) -> u64 {
    use std::process::Stdio;
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    command.args(args).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(kib.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    most / 1024
}

/// Profiles of as many bytes, values and emphases as there may be. Their pages would be too
/// many for a PDF, or take minutes in a build without optimisation.
#[cfg(target_os = "linux")]
fn worst() -> Vec<(&'static str, String)> {
    let items = |item: &str, count: usize| {
        format!(
            "{ADA}sections:\n- title: T\n  items:\n{}",
            format!("  - {item}\n").repeat(count)
        )
    };
    let full = |item: &str| items(item, (2 << 20) / (item.len() + 5) - 2);
    let rule = "autolinks: [{prefix: P-, url: 'https://example.org/<num>'}]\n";
    let text = |text: String| format!("{ADA}sections:\n- title: T\n  text: '{text}'\n");
    vec![
        ("bullets", items("a", 99_000)),
        ("emphasis", full(&format!("x {}", "*a* ".repeat(24)))),
        ("links", full(&format!("x {}", "[a](b) ".repeat(14)))),
        (
            "references",
            format!("{rule}{}", items("x P-1 P-2 P-3 P-4 P-5 P-6 P-7 P-8", 50_000)),
        ),
        ("emoji", full(&"🌱 ".repeat(20))),
        ("one text", text("*a* ".repeat(130_000))),
        ("brackets", text("[".repeat(500_000))),
        ("stars", text("*a_".repeat(170_000))),
        (
            "unknown keys",
            format!(
                "{ADA}{}",
                (0..90_000).map(|n| format!("k{n}: 1\n")).collect::<String>()
            ),
        ),
        ("jobs", format!("{ADA}work:\n{}", "- {name: a}\n".repeat(49_000))),
        (
            "aliases",
            format!(
                "{ADA}interests: [{{name: &a '{}', keywords: [{}]}}]\n",
                "*x* ".repeat(25_000),
                ["*a"; 18].join(", ")
            ),
        ),
    ]
}

#[cfg(target_os = "linux")]
#[test]
fn the_worst_within_the_bounds_stays_below_512_mib() {
    for (name, profile) in worst() {
        let folder = place(&profile);
        let taken = memory(folder.path(), &["render", "-t", "readme,text"]);
        assert!(taken < 512, "{name}: {taken} MiB");
        eprintln!("{name}: {taken} MiB");
    }
}
