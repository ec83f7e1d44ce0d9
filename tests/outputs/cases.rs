//! What each backend of text makes of each profile under `tests/cases`, beside it.

use crate::extract::render::{document, page};
use crate::extract::render::{profiles, read};
use curricle::document::View;
use curricle::profile::{Output, Profile};
use serde_json::Value;
use snapbox::{Assert, Data, data::DataFormat};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Cases that show their Document, too: the smallest and the largest.
const WITH_DOCUMENT: [&str; 2] = ["minimal", "full"];

/// The outputs of a profile that are text, by their paths: its own, or the usual ones.
fn outputs(profile: &Profile) -> BTreeMap<String, String> {
    if profile.outputs.is_empty() {
        let usual = [("readme", "README.md"), ("text", "cv.txt"), ("markdown", "cv.md")];
        let output = |backend: &str| made(backend, &Output::default(), profile);
        return usual.map(|(backend, path)| (path.to_owned(), output(backend))).into();
    }
    let mut all = BTreeMap::new();
    for (name, output) in &profile.outputs {
        let backend = output.backend.as_deref().unwrap_or(name);
        if backend != "pdf" {
            let path =
                output.path.clone().unwrap_or_else(|| panic!("{name} has no path"));
            all.insert(path, made(backend, output, profile));
        }
    }
    all
}

fn made(backend: &str, output: &Output, profile: &Profile) -> String {
    let document = document(profile, &View::from(&output.view));
    page(backend, &document, Value::Object(output.options.clone()))
}

fn expected(name: &str, profile: &Profile) -> BTreeMap<String, String> {
    let mut all = outputs(profile);
    if WITH_DOCUMENT.contains(&name) {
        let document = document(profile, &View::default());
        let json =
            serde_json::to_string_pretty(&document).unwrap_or_else(|e| panic!("{e}"));
        all.insert("document.json".to_owned(), json + "\n");
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
    for (name, path) in profiles().into_iter().filter(|(name, _)| name != "(root)") {
        let folder = path.parent().unwrap();
        let expected = expected(&name, &read(&path));
        for (file, made) in &expected {
            if !holds(&folder.join(file), made) {
                wrong.push(format!("{name}/{file} has changed"));
            }
        }
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            if file != "profile.yaml" && !expected.contains_key(&file) {
                wrong.push(format!("{name}/{file} is of no output: delete it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}\nsee tests/README.md");
}
