//! The options of one output.

use crate::diagnostics::{Diagnostic, Pointer};
use crate::profile::OUTPUT_KEYS;
use crate::tree::{self, Node};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What an output sets beside its path and its view: each backend reads its own type from
/// it, an unknown key is an error with the nearest names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    values: Map<String, Value>,
    origin: Pointer,
    /// What the command line set.
    set: Vec<String>,
}

impl Options {
    /// Options as a profile has them; `origin` is the pointer of the output, so that a
    /// problem is reported at its line.
    pub fn new(values: Map<String, Value>, origin: Pointer) -> Self {
        Self { values, origin, set: vec![] }
    }

    /// Sets one, over what the profile says: how the command line has its way.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.values.insert(key.to_owned(), value.into());
        self.set.push(key.to_owned());
    }

    /// Whether a value is the command line's, which is trusted further than a profile.
    pub fn is_set(&self, key: &str) -> bool {
        self.set.iter().any(|one| one == key)
    }

    /// The options as JSON.
    pub fn values(&self) -> &Map<String, Value> {
        &self.values
    }

    /// Where the output stands in the profile.
    pub fn origin(&self) -> &Pointer {
        &self.origin
    }

    /// The options as a backend's own type.
    ///
    /// # Errors
    /// Every unknown key and every value that its type refuses.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Vec<Diagnostic>> {
        match self.decode_rest() {
            (Some(value), problems) if problems.is_empty() => Ok(value),
            (_, problems) => Err(problems),
        }
    }

    /// The options without those that their type refuses, and what is wrong with these: so
    /// that what is wrong with the rest can be said in the same run.
    pub fn decode_rest<T: DeserializeOwned>(&self) -> (Option<T>, Vec<Diagnostic>) {
        let node = Node::from(Value::Object(self.values.clone()));
        let decoded = tree::decode_beside(&node, &self.origin, &OUTPUT_KEYS);
        (decoded.value, decoded.problems)
    }

    /// What [`decode`](Self::decode) finds wrong.
    pub fn check<T: DeserializeOwned>(&self) -> Vec<Diagnostic> {
        self.decode::<T>().err().unwrap_or_default()
    }
}
