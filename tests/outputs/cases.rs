//! What the program makes of each profile under `tests/cases`, beside it: every output but
//! the pictures and the PDF, whose bytes say nothing to whoever reads a difference.

use crate::extract::render::{profiles, read};
use curricle::profile::Profile;
use snapbox::{Assert, Data, data::DataFormat};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Cases that show their Document, too: the smallest and the largest.
const WITH_DOCUMENT: [&str; 2] = ["minimal", "full"];

/// Cases about which there is something to say.
const WITH_WARNINGS: [&str; 1] = ["references"];

/// Backends whose artifacts are no text.
const NOT_TEXT: [&str; 4] = ["docx", "pdf", "png", "svg"];

/// What outputs are made of.
const SOURCES: [&str; 2] = ["profile.yaml", "photo.png"];

/// The names of the outputs that are text: the profile's own, or the usual ones.
fn names(profile: &Profile) -> Vec<String> {
    if profile.outputs.is_empty() {
        return ["readme", "text", "markdown"].map(str::to_owned).into();
    }
    let outputs = profile.outputs.iter();
    let text = outputs.filter(|(name, output)| {
        !NOT_TEXT.contains(&output.backend.as_deref().unwrap_or(name))
    });
    text.map(|(name, _)| name.clone()).collect()
}

/// Runs `curricle render` on a profile and gives what it writes to standard output.
fn render(profile: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curricle"));
    let command = command.args(["render", "--quiet"]).arg(profile).args(arguments);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", profile.display());
    // A build without the PDF says that it leaves some outputs out.
    let is_quiet = said.is_empty() || !cfg!(feature = "pdf");
    let warns =
        WITH_WARNINGS.iter().any(|case| profile.parent().unwrap().ends_with(case));
    assert!(is_quiet || warns, "{}: {said}", profile.display());
    output.stdout
}

/// Every file in a folder and in those within it, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().to_owned();
            let bytes = fs::read(&path).unwrap();
            all.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    all
}

/// What is to stand beside a profile.
fn made(name: &str, profile: &Path) -> BTreeMap<PathBuf, String> {
    let out = tempfile::tempdir().unwrap();
    let outputs = names(&read(profile)).join(",");
    render(profile, &["-t", &outputs, "-d", out.path().to_str().unwrap()]);
    let mut all = files(out.path());
    if WITH_DOCUMENT.contains(&name) {
        let document = render(profile, &["--emit", "document", "-t", "readme"]);
        all.insert("document.json".into(), String::from_utf8(document).unwrap());
    }
    all
}

/// Whether a file holds what was made; says so if it does not.
fn holds(path: &Path, made: &str) -> bool {
    let golden = Data::read_from(path, Some(DataFormat::Text)).raw();
    let assert = Assert::new().action_env("SNAPSHOTS").normalize_paths(false);
    let result = assert.try_eq(Some(&path.display()), Data::text(made), golden);
    result.inspect_err(|difference| println!("{difference}")).is_ok()
}

#[test]
fn every_case_comes_out_as_it_was() {
    let mut wrong = Vec::new();
    for (name, profile) in profiles().into_iter().filter(|(name, _)| name != "(root)") {
        let folder = profile.parent().unwrap();
        let made = made(&name, &profile);
        assert!(made.len() > 1, "{name} has no outputs");
        for (file, made) in &made {
            if !holds(&folder.join(file), made) {
                wrong.push(format!("{name}/{} has changed", file.display()));
            }
        }
        let is_known = |file: &PathBuf| {
            SOURCES.iter().any(|source| file == Path::new(source))
                || made.contains_key(file)
        };
        for file in files(folder).into_keys().filter(|file| !is_known(file)) {
            wrong.push(format!("{name}/{} is of no output: delete it", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}\nsee tests/README.md");
}
