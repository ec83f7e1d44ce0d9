//! Edits between brackets.

use super::Editor;
use crate::tailor::emit;
use crate::tree::Field;
use std::ops::Range;

impl Editor<'_> {
    /// Removes the parts that are not kept, each run of them with one comma.
    pub(super) fn flow_runs(&mut self, parts: &[Range<usize>], keeps: &[bool]) {
        let mut at = 0;
        while at < parts.len() {
            let run = keeps[at..].iter().take_while(|keeps| !**keeps).count();
            if run > 0 {
                let next = parts.get(at + run).map(|part| part.start);
                let before = at.checked_sub(1).map(|before| parts[before].end);
                let range = match (next, before) {
                    (Some(next), _) => parts[at].start..next,
                    (None, Some(before)) => before..parts[at + run - 1].end,
                    (None, None) => parts[at].start..parts[at + run - 1].end,
                };
                self.edits.push((range, String::new()));
            }
            at += run + 1;
        }
    }

    /// Adds fields after the last one, which ends at `last`.
    pub(super) fn add_flow_fields(&mut self, last: usize, added: &[&Field]) {
        let quotes = self.text.quotes();
        let text = added.iter().map(|one| format!(", {}", emit::flow_field(one, quotes)));
        self.edits.push((last..last, text.collect()));
    }
}
