//! A map of another format being emptied: what nobody took is told, never dropped.

use super::notes::Notes;
use crate::tree::{Field, Node};

/// The fields of a map that have something in them.
pub(super) struct Taking<'a> {
    fields: Vec<&'a Field>,
}

impl<'a> Taking<'a> {
    pub(super) fn of(map: &'a Node) -> Self {
        let fields = map.fields().iter().filter(|field| !field.node.is_nothing());
        Self { fields: fields.collect() }
    }

    /// The value of a key, which counts as taken from now on.
    pub(super) fn take(&mut self, key: &str) -> Option<&'a Node> {
        let at = self.fields.iter().position(|field| field.key == key)?;
        Some(&self.fields.remove(at).node)
    }

    /// What is left, with its keys.
    pub(super) fn rest(self) -> Vec<&'a Field> {
        self.fields
    }

    /// Tells what is left.
    pub(super) fn finish(self, notes: &mut Notes) {
        for field in self.fields {
            notes.lost(&field.key, field.key_span);
        }
    }
}
