//! Every theme, as programs that read PDFs see it: words, order, tags, links, fonts, pages.
#![cfg(feature = "cli")]
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod command;
mod extraction;
mod options;
mod own;
mod pages;
mod poppler;
mod programs;
mod scripts;
mod stock;
mod tags;
mod words;

use curricle::backends::{
    self, AssetError, Assets, BackendError, Options, Rendered, Request, themes,
};
use curricle::diagnostics::Pointer;
use curricle::document::{Document, View, compose};
use curricle::readers;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files of a case.
#[derive(Debug)]
struct Case(PathBuf);

impl Assets for Case {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        fs::read(self.0.join(path)).map_err(|_| AssetError::Missing)
    }
}

fn folder(case: &str) -> PathBuf {
    let home = if case == "showcase" { "tests/themes" } else { "tests/cases" };
    Path::new(env!("CARGO_MANIFEST_DIR")).join(home).join(case)
}

fn document(yaml: &str) -> Document {
    let source = readers::read("profile.yaml", yaml.as_bytes());
    let profile = source.profile.unwrap_or_else(|| panic!("{:?}", source.problems));
    compose(&profile, &View::default()).document
}

fn case(name: &str) -> Document {
    document(&fs::read_to_string(folder(name).join("profile.yaml")).unwrap())
}

fn try_render(
    document: &Document,
    options: Value,
    assets: &Arc<dyn Assets>,
) -> Result<Rendered, BackendError> {
    let Value::Object(values) = options else { panic!("options are a map") };
    let mut options = Options::new(values, Pointer::from("/outputs/cv"));
    if let Some(fonts) = options.values().get("font_path").cloned() {
        options.set("font_path", fonts); // as the command line names them
    }
    let request = Request::new(document, &options).with_assets(assets);
    backends::find("pdf").unwrap().render(&request)
}

fn render(document: &Document, options: Value) -> Rendered {
    let assets: Arc<dyn Assets> = Arc::new(Case(folder("showcase")));
    let rendered = try_render(document, options, &assets).unwrap();
    assert!(rendered.warnings.is_empty(), "{:?}", rendered.warnings);
    rendered
}

fn names() -> impl Iterator<Item = &'static str> {
    themes::list().map(|(name, _)| name)
}
