//! Which markers make a region.

use super::marker;
use crate::richtext::HtmlComment;
use std::ops::Range;

/// Which end of a region a marker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// A comment that marks an end of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Which end.
    pub edge: Edge,
    /// The region's name, as written.
    pub name: String,
    /// Its bytes.
    pub span: Range<usize>,
    /// The byte at which the block begins that it is a part of.
    pub(super) block: usize,
    /// Whether it is of our own dialect, which has room for a hash.
    pub(super) is_own: bool,
    /// The hash of what curricle wrote.
    pub(super) hash: Option<String>,
}

/// What stands between two markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The marker before it.
    pub start: Marker,
    /// The marker behind it.
    pub end: Marker,
}

impl Region {
    /// The bytes between the markers.
    pub fn inside(&self) -> Range<usize> {
        self.start.span.end..self.end.span.start
    }
}

/// Why there is no region of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegionProblem {
    /// No marker has the name; those are the names that there are.
    NoMarkers(Vec<String>),
    /// A start without its end, or an end without its start.
    Missing {
        /// The end that is not there.
        edge: Edge,
        /// The one that is.
        lonely: Range<usize>,
    },
    /// A second marker for the same end.
    Duplicate {
        /// Which end.
        edge: Edge,
        /// The first marker.
        first: Range<usize>,
        /// The second.
        second: Range<usize>,
    },
    /// The end stands before the start.
    Swapped {
        /// The start.
        start: Range<usize>,
        /// The end before it.
        end: Range<usize>,
    },
    /// A marker of another region stands within this one, or the other way round.
    Nested {
        /// The marker inside.
        inner: Range<usize>,
        /// Its name.
        name: String,
        /// The start of the region around it.
        outer: Range<usize>,
    },
}

/// Finds the region called `name`, in whatever case, in `text`, of which `comments` are
/// the HTML comments in order.
///
/// # Errors
/// Why there is none, or none that may be replaced.
pub fn find(
    text: &str,
    comments: &[HtmlComment],
    name: &str,
) -> Result<Region, RegionProblem> {
    let markers = markers(text, comments);
    let of = |edge: Edge| {
        let named = |marker: &&Marker| {
            marker.edge == edge && marker.name.eq_ignore_ascii_case(name)
        };
        markers.iter().filter(named).collect::<Vec<_>>()
    };
    let (starts, ends) = (of(Edge::Start), of(Edge::End));
    let region = match (starts.as_slice(), ends.as_slice()) {
        ([], []) => return Err(RegionProblem::NoMarkers(names(&markers))),
        ([first, second, ..], _) => return Err(duplicate(first, second)),
        (_, [first, second, ..]) => return Err(duplicate(first, second)),
        ([start], []) => return Err(missing(Edge::End, start)),
        ([], [end]) => return Err(missing(Edge::Start, end)),
        ([start], [end]) => Region { start: (*start).clone(), end: (*end).clone() },
    };
    if region.end.span.start < region.start.span.start {
        let (start, end) = (region.start.span, region.end.span);
        return Err(RegionProblem::Swapped { start, end });
    }
    match nested(&markers, &region) {
        Some(problem) => Err(problem),
        None => Ok(region),
    }
}

fn markers(text: &str, comments: &[HtmlComment]) -> Vec<Marker> {
    let read = |comment: &HtmlComment| {
        let words = marker::read(text.get(comment.span.clone())?)?;
        Some(Marker {
            edge: words.edge,
            name: words.name,
            span: comment.span.clone(),
            block: comment.block,
            is_own: words.is_own,
            hash: words.hash,
        })
    };
    comments.iter().filter_map(read).collect()
}

fn names(markers: &[Marker]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for marker in markers.iter().filter(|marker| marker.edge == Edge::Start) {
        if !names.contains(&marker.name) && is_paired(marker, markers) {
            names.push(marker.name.clone());
        }
    }
    names
}

/// Whether the other end of a marker is there too. Alone it is but a remark: "end of the
/// list".
fn is_paired(marker: &Marker, markers: &[Marker]) -> bool {
    markers.iter().any(|other| {
        other.edge != marker.edge && other.name.eq_ignore_ascii_case(&marker.name)
    })
}

fn duplicate(first: &Marker, second: &Marker) -> RegionProblem {
    let (edge, first, second) = (first.edge, first.span.clone(), second.span.clone());
    RegionProblem::Duplicate { edge, first, second }
}

fn missing(edge: Edge, lonely: &Marker) -> RegionProblem {
    RegionProblem::Missing { edge, lonely: lonely.span.clone() }
}

/// Whether another region overlaps this one: either would overwrite the other.
fn nested(markers: &[Marker], region: &Region) -> Option<RegionProblem> {
    let inside = region.inside();
    let is_inside = |marker: &&Marker| {
        inside.contains(&marker.span.start) && is_paired(marker, markers)
    };
    if let Some(inner) = markers.iter().find(is_inside) {
        return Some(RegionProblem::Nested {
            inner: inner.span.clone(),
            name: inner.name.clone(),
            outer: region.start.span.clone(),
        });
    }
    let around = markers.iter().find(|marker| {
        let closes = |end: &&Marker| {
            end.edge == Edge::End
                && end.name.eq_ignore_ascii_case(&marker.name)
                && end.span.start > region.end.span.start
        };
        marker.edge == Edge::Start
            && marker.span.start < region.start.span.start
            && markers.iter().any(|end| closes(&end))
            && !markers.iter().any(|end| {
                end.edge == Edge::End
                    && end.name.eq_ignore_ascii_case(&marker.name)
                    && (marker.span.start..region.start.span.start)
                        .contains(&end.span.start)
            })
    })?;
    Some(RegionProblem::Nested {
        inner: region.start.span.clone(),
        name: region.start.name.clone(),
        outer: around.span.clone(),
    })
}
