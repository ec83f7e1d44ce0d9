//! The Typst source of the PDF: one file that the stock compiler sets, in every theme, with
//! the words and the links of the PDF.
#![cfg(all(feature = "cli", feature = "pdf"))]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const THEMES: [&str; 6] =
    ["classic", "modern", "sidebar", "compact", "academic", "banner"];

/// Sets every file that is named, in one run.
const SET: &str = "import sys, typst
for file in sys.argv[1:]:
    typst.compile(file, output=file.replace('.typ', '-stock.pdf'))
";

fn curricle(here: &Path, args: &[&str]) {
    let program = env!("CARGO_BIN_EXE_curricle");
    let output = Command::new(program).current_dir(here).args(args).output().unwrap();
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn poppler(program: &str, args: &[&str], pdf: &Path) -> String {
    let mut command = Command::new(program);
    command.args(args).arg(pdf);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().expect("`apt-get install poppler-utils`");
    String::from_utf8(output.stdout).unwrap()
}

/// The characters of a PDF without white space, which other fonts put elsewhere, and emoji,
/// which the stock fonts lack: what is seen of them are pictures.
fn characters(pdf: &Path) -> String {
    let text = poppler("pdftotext", &["-enc", "UTF-8"], pdf);
    let pages = text.split('\u{c}').enumerate().map(|(number, page)| match number {
        0 => page,
        _ => page.trim_start().split_once('\n').map_or("", |(_, body)| body), // the head
    });
    let mut sorted: Vec<char> = pages
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace() && *c < '\u{1F000}')
        .collect();
    sorted.sort_unstable(); // columns may be read in another order
    sorted.into_iter().collect()
}

/// The characters of which one has more than the other.
fn excess(found: &str, expected: &str) -> String {
    let count = |text: &str, c: char| text.chars().filter(|one| *one == c).count();
    let mut all: Vec<char> = found.chars().chain(expected.chars()).collect();
    all.dedup();
    all.sort_unstable();
    all.dedup();
    let differs = |c: &char| count(found, *c) != count(expected, *c);
    all.into_iter().filter(differs).map(|c| format!("{c:?} ")).collect()
}

fn links(pdf: &Path) -> Vec<String> {
    let table = poppler("pdfinfo", &["-url"], pdf);
    let rows = table.lines().skip(1).filter_map(|row| row.split_whitespace().nth(2));
    let mut links: Vec<_> = rows.map(str::to_owned).collect();
    links.dedup();
    links
}

fn compile(files: &[PathBuf]) {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/.venv");
    let python = venv.join("bin/python");
    assert!(
        python.exists(),
        "the Typst compiler is needed: `python3 -m venv tests/python/.venv && \
         tests/python/.venv/bin/pip install -r tests/python/requirements.txt`"
    );
    let output = Command::new(python).args(["-c", SET]).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_stock_compiler_sets_every_theme_as_the_pdf_has_it() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for case in ["full", "markup"] {
        let text =
            fs::read_to_string(tests.join("cases").join(case).join("profile.yaml"));
        let text = text.unwrap();
        let all = text.split("\noutputs:").next().unwrap(); // both show all of it
        fs::write(here.join(format!("{case}.yaml")), all).unwrap();
    }
    fs::copy(tests.join("themes/showcase/photo.jpg"), here.join("photo.jpg")).unwrap();
    let mut pairs = Vec::new();
    let looks = THEMES.map(|theme| ("full.yaml", theme)).into_iter();
    for (profile, theme) in looks.chain([("markup.yaml", "classic")]) {
        let name = format!("{}-{theme}", profile.trim_end_matches(".yaml"));
        let (source, pdf) = (format!("{name}.typ"), format!("{name}.pdf"));
        let set = ["--set", "basics.image=photo.jpg"];
        for (to, out) in [("typst", &source), ("pdf", &pdf)] {
            let args = ["-q", "render", profile, "-t", to, "--theme", theme, "-o", out];
            curricle(here, &[args.as_slice(), &set].concat());
        }
        pairs.push((here.join(source), here.join(pdf)));
    }
    let sources: Vec<_> = pairs.iter().map(|(source, _)| source.clone()).collect();
    for source in &sources {
        // By itself: nothing beside it is read.
        let alone = here.join("alone").join(source.file_name().unwrap());
        fs::create_dir_all(alone.parent().unwrap()).unwrap();
        fs::rename(source, &alone).unwrap();
    }
    let alone: Vec<_> =
        sources.iter().map(|s| here.join("alone").join(s.file_name().unwrap())).collect();
    compile(&alone);
    for ((_, ours), source) in pairs.iter().zip(&alone) {
        let stock = source.to_string_lossy().replace(".typ", "-stock.pdf");
        let stock = Path::new(&stock);
        let (found, expected) = (characters(stock), characters(ours));
        assert!(found == expected, "{}: {}", ours.display(), excess(&found, &expected));
        assert_eq!(links(stock), links(ours), "{}", ours.display());
    }
}
