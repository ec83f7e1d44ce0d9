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
use crate::diagnostics::{Diagnostic, Pointer};
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
}

/// Reads a `T` from `root`, which stands at `origin` in its file.
pub fn decode<T: DeserializeOwned>(root: &Node, origin: &Pointer) -> Decoded<T> {
    let mut refused = HashSet::new();
    let mut problems = Vec::new();
    loop {
        let state = State { refused: &refused, unknown: RefCell::default() };
        let path = Path::Origin(origin);
        match T::deserialize(Decoder { node: root, path, state: &state }) {
            Ok(value) => {
                problems.extend(state.unknown.into_inner());
                return Decoded { value: Some(value), problems };
            }
            Err(problem) => {
                let node = problem.node;
                problems.push(problem.into_diagnostic());
                let fresh = node.is_some_and(|node| refused.insert(node));
                if !fresh || problems.len() >= MOST_REFUSED {
                    return Decoded { value: None, problems };
                }
            }
        }
    }
}
