//! Artifacts into regions of files that somebody else wrote.

use super::deliver::{self, Made, Settled};
use crate::cli::args::{Args, Render};
use crate::cli::{Failure, report};
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap, Span};
use crate::output::regions::{self, Edge, Region, RegionProblem, Writer};
use crate::richtext::html_comments;
use crate::tree::Node;
use std::ops::Range;
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
        report::about(path, not_there(&name, made), args);
        return Err(Failure::Problem);
    };
    let Ok(text) = std::str::from_utf8(&bytes) else {
        let problem =
            Diagnostic::error(Code::BadEncoding, format!("`{name}` is not UTF-8 text"))
                .help("it is untouched; save it as UTF-8");
        report::about(path, problem, args);
        return Err(Failure::Problem);
    };
    let (bom, text) = match text.strip_prefix(BOM) {
        Some(text) => (BOM, text),
        None => ("", text),
    };
    let map = SourceMap::new(&name, text, Node::default());
    let named: Vec<_> = made.iter().map(|one| one.named_page()).collect();
    let pages = regions(&named, text).map_err(|problems| {
        report::problems(&problems, &map, args);
        Failure::Problem
    })?;
    let new = format!("{bom}{}", regions::splice(text, &pages)).into_bytes();
    let edited = pages.iter().filter_map(|(region, _)| not_ours(region, text, &name));
    let refusals = match new == bytes || render.force {
        true => vec![],
        false => edited.collect(),
    };
    let facts = made.iter().map(|one| one.region_facts()).collect::<Vec<_>>().join("; ");
    let settled = Settled { path, old: Some(bytes.clone()), new: &new, facts };
    deliver::settle(&settled, &refusals, &map, render, args)
}

/// The region of each page, named before it, or what is wrong with the file's markers.
pub(in crate::cli) fn regions<'a>(
    named: &[(&str, &'a str)],
    text: &str,
) -> Result<Vec<(Region, &'a str)>, Vec<Diagnostic>> {
    let comments = html_comments(text);
    let mut pages = Vec::new();
    let mut problems = Vec::new();
    for (name, page) in named {
        match regions::find(text, &comments, name) {
            Ok(region) => pages.push((region, *page)),
            Err(problem) => problems.push(bad_region(name, problem)),
        }
    }
    match problems.is_empty() {
        true => Ok(pages),
        false => Err(problems),
    }
}

fn not_there(name: &str, made: &[&Made<'_>]) -> Diagnostic {
    let regions = made.iter().filter_map(|one| one.target.region.as_deref());
    let markers = regions.map(|name| format!("`{}`", both(name)));
    Diagnostic::error(Code::Unreadable, format!("`{name}`: there is no such file"))
        .help(format!("make it, with {} in it", markers.collect::<Vec<_>>().join(", ")))
        .help("or let curricle write a whole file with `path` instead of `into`")
}

fn both(name: &str) -> String {
    format!("<!-- curricle:start {name} --> <!-- curricle:end {name} -->")
}

fn not_ours(region: &Region, text: &str, file: &str) -> Option<Diagnostic> {
    let name = &region.start.name;
    let message = match region.writer(text) {
        Writer::Nobody | Writer::Ours => return None,
        Writer::Edited => {
            format!("the region `{name}` of `{file}` was edited since curricle wrote it")
        }
        Writer::Foreign => {
            format!("the region `{name}` of `{file}` was not written by curricle")
        }
    };
    let problem = Diagnostic::error(Code::NotOurs, message)
        .at(span(&region.start.span), "")
        .help("it is untouched; `--force` replaces what stands between the markers");
    Some(problem)
}

fn bad_region(name: &str, problem: RegionProblem) -> Diagnostic {
    let error = |message: String| Diagnostic::error(Code::BadRegion, message);
    match problem {
        RegionProblem::NoMarkers(names) => no_markers(name, &names),
        RegionProblem::Missing { edge, lonely } => {
            error(format!("the region `{name}` has no {}", word(edge)))
                .at(span(&lonely), format!("its {} is here", word(other(edge))))
                .help(format!("write both markers: `{}`", both(name)))
        }
        RegionProblem::Duplicate { edge, first, second } => {
            error(format!("the region `{name}` has two {}s", word(edge)))
                .at(span(&second), "the second")
                .at(span(&first), "the first")
                .help("remove one, or give it another name")
        }
        RegionProblem::Swapped { start, end } => {
            error(format!("the region `{name}` ends before it starts"))
                .at(span(&end), "the end")
                .at(span(&start), "the start")
                .help("exchange the two markers")
        }
        RegionProblem::Nested { inner, name: inside, outer } => {
            error(format!("a marker of `{inside}` stands inside another region"))
                .at(span(&inner), "would be overwritten")
                .at(span(&outer), "the region begins here")
                .help("move one of the regions out of the other")
        }
    }
}

fn no_markers(name: &str, names: &[String]) -> Diagnostic {
    let message = format!("no region `{name}`");
    let problem = Diagnostic::error(Code::BadRegion, message)
        .at(Place::File, "")
        .help(format!("put the markers where it goes: `{}`", both(name)));
    match names {
        [] => problem,
        names => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            problem.help(format!("or choose one with `region`: {}", names.join(", ")))
        }
    }
}

fn word(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "start",
        Edge::End => "end",
    }
}

fn other(edge: Edge) -> Edge {
    match edge {
        Edge::Start => Edge::End,
        Edge::End => Edge::Start,
    }
}

fn span(range: &Range<usize>) -> Place {
    Place::Span(Span::new(range.start, range.end))
}
