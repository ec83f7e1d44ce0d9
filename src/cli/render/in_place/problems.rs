//! What is wrong with a file that has regions, or with what goes into them.

use crate::cli::render::deliver::Made;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::output::regions::{Edge, Region, RegionProblem, Writer};
use std::ops::Range;

/// A file that is not there.
pub(super) fn not_there(name: &str, made: &[&Made<'_>]) -> Diagnostic {
    let regions = made.iter().filter_map(|one| one.target.region.as_deref());
    let markers = regions.map(|name| format!("`{}`", both(name)));
    Diagnostic::error(Code::Unreadable, format!("`{name}`: there is no such file"))
        .help(format!("make it, with {} in it", markers.collect::<Vec<_>>().join(", ")))
        .help("or let curricle write a whole file with `path` instead of `into`")
}

fn both(name: &str) -> String {
    format!("<!-- curricle:start {name} --> <!-- curricle:end {name} -->")
}

/// What somebody else wrote in a region, if somebody did.
pub(super) fn not_ours(region: &Region, text: &str, file: &str) -> Option<Diagnostic> {
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

/// Markers that make no region.
pub(super) fn bad_region(name: &str, problem: RegionProblem) -> Diagnostic {
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

/// What is said of a page that can't go where it should.
pub(super) fn hidden(name: &str, region: &Region) -> Diagnostic {
    let message = format!("what goes into the region `{name}` would hide its markers");
    Diagnostic::error(Code::BadRegion, message)
        .at(span(&region.start.span), "")
        .help("close the HTML or the code that its raw Markdown opens")
        .help("and leave markers of regions out of it")
}
