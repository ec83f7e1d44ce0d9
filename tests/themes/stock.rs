//! Themes under the stock Typst compiler, beside a Document as `--emit document` writes it.

use crate::programs::{READERS, output, python, text};
use crate::{case, names, words};
use curricle::backends::themes;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn every_theme_and_a_new_one_compile_without_curricle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(root.join("templates/cv")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    fs::write(folder.path().join("mine.typ"), themes::START).unwrap();
    let document = case("showcase");
    let json = serde_json::to_string(&document).unwrap();
    fs::write(folder.path().join("input.json"), json).unwrap();
    let [python, script] = python("stock.py");
    for theme in names().chain(["mine"]) {
        let file = folder.path().join(format!("{theme}.typ"));
        let fonts = root.join("templates/fonts");
        let mut command = Command::new(&python);
        let pdf = output(command.arg(&script).arg(file).arg(fonts));
        let mut expected = words::words(&document, theme);
        expected.sort();
        for reader in READERS {
            let text = text(&pdf, reader).replace('\u{c}', "\n");
            let lines = text.lines().filter(|line| !line.contains("Ada Example · "));
            let mut found = words::split(&lines.collect::<Vec<_>>().join("\n"));
            found.sort();
            assert_eq!(found, expected, "{theme} {reader:?}");
        }
    }
}
