//! The programs that read PDFs back. One that is not there fails its test and says how to
//! install it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What reads the text of a PDF: in the order that people read in, as it stands on the page,
/// as it is in the file; and two other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    Poppler,
    PopplerLayout,
    PopplerRaw,
    Mutool,
    Pypdf,
}

pub(crate) const READERS: [Reader; 5] = [
    Reader::Poppler,
    Reader::PopplerLayout,
    Reader::PopplerRaw,
    Reader::Mutool,
    Reader::Pypdf,
];

/// The text of a PDF.
pub(crate) fn text(pdf: &[u8], reader: Reader) -> String {
    match reader {
        Reader::Poppler => run("pdftotext", &["-q"], pdf, &["-"]),
        Reader::PopplerLayout => run("pdftotext", &["-q", "-layout"], pdf, &["-"]),
        Reader::PopplerRaw => run("pdftotext", &["-q", "-raw"], pdf, &["-"]),
        Reader::Mutool => run("mutool", &["draw", "-q", "-F", "txt"], pdf, &[]),
        Reader::Pypdf => {
            let [python, script] = python("extract.py");
            run(python.to_str().unwrap(), &[script.to_str().unwrap()], pdf, &[])
        }
    }
}

/// The interpreter that has the packages, and a script of `tests/python`.
pub(crate) fn python(script: &str) -> [PathBuf; 2] {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    [home.join(".venv/bin/python"), home.join(script)]
}

/// What a command writes.
pub(crate) fn output(command: &mut Command) -> Vec<u8> {
    let output = command.output();
    let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}: {INSTALL}"));
    assert!(output.status.success(), "{command:?}: {output:?}: {INSTALL}");
    output.stdout
}

/// Runs a program on a file and gives what it says.
pub(crate) fn run(program: &str, before: &[&str], file: &[u8], after: &[&str]) -> String {
    let mut on_disk = tempfile::NamedTempFile::new().unwrap();
    on_disk.write_all(file).unwrap();
    let mut command = Command::new(program);
    let command = command.args(before).arg(on_disk.path()).args(after);
    String::from_utf8(output(command)).unwrap()
}

const INSTALL: &str = "apt-get install poppler-utils mupdf-tools python3-venv, then \
    python3 -m venv tests/python/.venv && \
    tests/python/.venv/bin/pip install -r tests/python/requirements.txt";
