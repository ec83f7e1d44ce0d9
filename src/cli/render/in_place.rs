//! Artifacts into regions of files that somebody else wrote.

mod problems;

use super::deliver::{self, Made, Settled};
use crate::cli::args::{Args, Render};
use crate::cli::{Failure, report};
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::output::regions::{self, Region};
use crate::richtext::html_comments;
use crate::tree::Node;
use std::path::{Path, PathBuf};

const BOM: &str = "\u{FEFF}";

/// Writes each file once, with all the artifacts that go into it.
pub(super) fn deliver(
    made: &[Made<'_>],
    base: &Path,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    let mut paths: Vec<&PathBuf> = Vec::new();
    for one in made {
        if !paths.contains(&&one.target.path) {
            paths.push(&one.target.path);
        }
    }
    let mut result = Ok(());
    for path in paths {
        let into: Vec<_> = made.iter().filter(|one| one.target.path == *path).collect();
        let there = deliver::within(base, path, args);
        result = result.and(there.and_then(|there| file(&into, &there, render, args)));
    }
    result
}

fn file(
    made: &[&Made<'_>],
    path: &Path,
    render: &Render,
    args: &Args,
) -> Result<(), Failure> {
    let name = path.display().to_string();
    let Some(bytes) = deliver::read(path, args)? else {
        report::about(path, problems::not_there(&name, made), args);
        return Err(Failure::Problem);
    };
    let Ok(text) = std::str::from_utf8(&bytes) else {
        let problem =
            Diagnostic::error(Code::BadEncoding, format!("`{name}` is not UTF-8 text"))
                .at(Place::File, "")
                .help("it is untouched; save it as UTF-8");
        report::about(path, problem, args);
        return Err(Failure::Problem);
    };
    let (bom, text) = without_bom(text);
    let map = SourceMap::new(&name, text, Node::default());
    let named: Vec<_> = made.iter().map(|one| one.named_page()).collect();
    let filled = filled(&named, text).map_err(|problems| {
        report::problems(&problems, &map, args);
        Failure::Problem
    })?;
    let new = format!("{bom}{}", filled.text).into_bytes();
    let edited =
        filled.regions.iter().filter_map(|one| problems::not_ours(one, text, &name));
    let refusals = match new == bytes || render.force {
        true => vec![],
        false => edited.collect(),
    };
    let facts = made.iter().map(|one| one.region_facts()).collect::<Vec<_>>().join("; ");
    let settled = Settled { path, old: Some(bytes.clone()), new: &new, facts };
    deliver::settle(&settled, &refusals, &map, render, args)
}

/// A file with new pages in its regions.
pub(in crate::cli) struct Filled {
    /// All of it.
    pub(in crate::cli) text: String,
    /// The regions as they were.
    regions: Vec<Region>,
}

/// The file with each page in the region that is named before it, or what is wrong with the
/// file's markers.
pub(in crate::cli) fn filled(
    named: &[(&str, &str)],
    text: &str,
) -> Result<Filled, Vec<Diagnostic>> {
    let found = regions(named, text)?;
    let pages: Vec<_> =
        found.iter().cloned().zip(named.iter().map(|(_, page)| *page)).collect();
    let new = regions::splice(text, &pages);
    let is_same = new == text;
    match is_same || regions(named, &new).is_ok() {
        true => Ok(Filled { text: new, regions: found }),
        false => Err(hiding(named, text, &found)),
    }
}

fn regions(named: &[(&str, &str)], text: &str) -> Result<Vec<Region>, Vec<Diagnostic>> {
    let comments = html_comments(text);
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for (name, _) in named {
        match regions::find(text, &comments, name) {
            Ok(region) => found.push(region),
            Err(problem) => wrong.push(problems::bad_region(name, problem)),
        }
    }
    match wrong.is_empty() {
        true => Ok(found),
        false => Err(wrong),
    }
}

/// The pages that have markers of their own, or open what they do not close: the markers
/// around them would not be found again.
fn hiding(named: &[(&str, &str)], text: &str, found: &[Region]) -> Vec<Diagnostic> {
    let hides = |page: &(&str, &str), region: &Region| {
        let new = regions::splice(text, &[(region.clone(), page.1)]);
        regions(&[*page], &new).is_err()
    };
    let pages = || named.iter().zip(found);
    let alone = pages().filter(|(page, region)| hides(page, region));
    let alone: Vec<_> =
        alone.map(|(page, region)| problems::hidden(page.0, region)).collect();
    match alone.is_empty() {
        true => pages().map(|(page, region)| problems::hidden(page.0, region)).collect(),
        false => alone,
    }
}

/// A text without its byte-order mark, and that.
pub(in crate::cli) fn without_bom(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(BOM) {
        Some(text) => (BOM, text),
        None => ("", text),
    }
}
