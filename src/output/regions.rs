//! Regions of a file that somebody else wrote: what stands between two markers is ours to
//! replace, and not one byte outside of them changes.
//!
//! It is told what the HTML comments are, because telling a comment from an example of one
//! in a code block takes a Markdown parser.

mod find;
mod marker;
mod splice;

pub use find::{Edge, Marker, Region, RegionProblem, find};
pub use splice::{Writer, splice};

#[cfg(test)]
mod tests;
