//! The page in a real browser: its words and links are the Document's, in its order, and a
//! machine finds nothing to complain about.
//!
//! Needs Chromium, Node and `npm ci` in `tests/node`; `scripts/test` sets all of it up.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test

mod reading;

use curricle::backends::{self, Options, Request};
use curricle::document::{Document, View, compose};
use curricle::readers;
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `tests/node/page.mjs` finds in one page.
#[derive(Deserialize)]
struct Found {
    page: String,
    title: String,
    lang: String,
    words: Vec<String>,
    links: Vec<String>,
    levels: Vec<u8>,
    scripts: usize,
    data: Option<Value>,
    overflow: i64,
    said: Vec<String>,
    requests: Vec<String>,
    violations: Vec<String>,
}

fn document(case: &Path) -> Document {
    let bytes = fs::read(case.join("profile.yaml")).unwrap();
    let source = readers::read("profile.yaml", &bytes);
    compose(&source.profile.unwrap(), &View::default()).document
}

fn page(document: &Document) -> Vec<u8> {
    let options = Options::default();
    let request = Request::new(document, &options);
    backends::find("html").unwrap().render(&request).unwrap().bytes
}

/// The browser that `CHROMIUM` names, or the one on the path.
fn chromium() -> PathBuf {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|program| program.is_file())
        .expect("Chromium is needed: `apt-get install chromium`, or set `CHROMIUM`")
}

fn inspect(pages: &[PathBuf]) -> Vec<Found> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    assert!(folder.join("node_modules").exists(), "run `npm ci --prefix tests/node`");
    let out = Command::new("node")
        .arg(folder.join("page.mjs"))
        .arg(chromium())
        .args(pages)
        .output()
        .expect("Node is needed: `apt-get install nodejs npm`");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// A level is at most one deeper than the one before it, and there is one first.
fn is_outline(levels: &[u8]) -> bool {
    let firsts = levels.iter().filter(|level| **level == 1).count();
    firsts == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1)
}

#[test]
fn a_browser_finds_the_document_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = Vec::new();
    let mut pages = Vec::new();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for case in fs::read_dir(cases).unwrap() {
        let case = case.unwrap().path();
        if !case.join("profile.yaml").exists() {
            continue;
        }
        let document = document(&case);
        let name = case.file_name().unwrap().to_str().unwrap();
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, page(&document)).unwrap();
        documents.push(document);
        pages.push(path);
    }
    assert!(!pages.is_empty());
    for (found, document) in inspect(&pages).iter().zip(&documents) {
        let page = &found.page;
        let reading = reading::of(document, reading::Emoji::After);
        assert_eq!(found.words, reading.words, "{page}");
        assert_eq!(found.links, reading.links, "{page}");
        assert!(is_outline(&found.levels), "{page}: {:?}", found.levels);
        assert_eq!(found.lang, document.lang, "{page}");
        assert!(found.title.starts_with(&document.author), "{page}");
        assert_eq!(found.scripts, 1, "{page}");
        let data = found.data.as_ref().unwrap();
        assert_eq!(data["@type"], "Person", "{page}");
        assert_eq!(data["name"], document.author, "{page}");
        assert_eq!(found.overflow, 0, "{page} scrolls sideways");
        let none: [&str; 0] = [];
        assert_eq!(found.said, none, "{page}");
        assert_eq!(found.requests, none, "{page}");
        assert_eq!(found.violations, none, "{page}");
    }
}

#[test]
fn a_page_is_small() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let bytes = page(&document(&cases.join("full"))).len();
    assert!(bytes <= 40 * 1024, "{bytes} bytes");
}
