//! Typed values out of a tree, with every problem on the way.
//!
//! A [`serde::Deserializer`] stops at the first error. To report all of them in one run, a
//! value that its type refuses is noted, left out, and the tree is read again: every field
//! of the model is optional, so the rest still makes a whole. Unknown keys need no second
//! reading; they are noted and skipped.

mod access;
mod deserializer;
mod problem;

use super::Node;
use crate::diagnostics::{Diagnostic, Pointer, Span};
use deserializer::{Decoder, Path, State};
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::HashSet;

/// How many refused values are reported before giving up: each costs one more reading.
const MOST_REFUSED: usize = 200;

/// A value and what was wrong with the tree that it came from.
#[derive(Debug)]
pub struct Decoded<T> {
    /// The value without what was refused; nothing if the whole was.
    pub value: Option<T>,
    /// Every problem, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// Where the values stand that were left out: what is missing because of that is no
    /// further problem, and the elements after them have moved up.
    pub refused: HashSet<Span>,
}

/// Reads a `T` from `root`, which stands at `origin` in its file.
pub fn decode<T: DeserializeOwned>(root: &Node, origin: &Pointer) -> Decoded<T> {
    decode_beside(root, origin, &[])
}

/// Reads a `T` from `root`, some of whose keys, those in `beside`, somebody else has read:
/// they are among those that an unknown key may have meant.
pub fn decode_beside<T: DeserializeOwned>(
    root: &Node,
    origin: &Pointer,
    beside: &[&str],
) -> Decoded<T> {
    let mut nodes = HashSet::new();
    let mut refused = HashSet::new();
    let mut problems = Vec::new();
    loop {
        let state = State { refused: &nodes, unknown: RefCell::default(), beside };
        let path = Path::Origin(origin);
        let read = T::deserialize(Decoder { node: root, path, state: &state });
        let unknown = state.unknown.into_inner();
        let problem = match read {
            Ok(value) => {
                problems.extend(unknown);
                return Decoded { value: Some(value), problems, refused };
            }
            Err(problem) => problem,
        };
        let fresh = problem.refused().is_some_and(|(node, span)| {
            refused.insert(span);
            nodes.insert(node)
        });
        problems.push(problem.into_diagnostic());
        if !fresh || problems.len() >= MOST_REFUSED {
            problems.extend(unknown);
            return Decoded { value: None, problems, refused };
        }
    }
}
