//! Edits between lines.

use super::Editor;
use crate::tailor::emit;
use crate::tree::Field;
use std::ops::Range;

impl Editor<'_> {
    /// Removes the parts that are not kept, by whole lines where they begin one.
    pub(super) fn block_runs(
        &mut self,
        parts: &[Range<usize>],
        keeps: &[bool],
    ) -> Option<()> {
        let mut at = 0;
        while at < parts.len() {
            let run = keeps[at..].iter().take_while(|keeps| !**keeps).count();
            if run > 0 && self.text.begins_line(parts[at].start) {
                for part in &parts[at..at + run] {
                    let lines = self.lines(part);
                    self.edits.push((lines, String::new()));
                }
            } else if run > 0 {
                // the first field of an entry, which shares the line of its dash
                let next = parts.get(at + run)?.start;
                self.edits.push((parts[at].start..next, String::new()));
            }
            at += run + 1;
        }
        Some(())
    }

    /// The lines of a part with the comments right above it, which speak of it, and with
    /// the blank lines below if there are blank lines above.
    fn lines(&self, part: &Range<usize>) -> Range<usize> {
        let text = self.text.0;
        let first = self.text.line_start(part.start);
        let indent = &text[first..part.start];
        let mut start = first;
        while start > 0 {
            let above = self.text.line_start(start - 1);
            let comment = text[above..start].strip_prefix(indent);
            if !comment.is_some_and(|rest| rest.starts_with('#')) {
                break;
            }
            start = above;
        }
        if start == 0 {
            start = first; // what heads the file speaks of all of it
        }
        let mut end = self.text.line_end(part.end);
        while text[..start].ends_with("\n\n") && text[end..].starts_with('\n') {
            end += 1;
        }
        start..end
    }

    /// Adds fields below the last one, which ends at `last`, under the first one's column.
    pub(super) fn add_block_fields(
        &mut self,
        first: usize,
        last: usize,
        added: &[&Field],
    ) -> Option<()> {
        let column = self.text.column(first)?;
        let indent = " ".repeat(column);
        let at = self.text.line_end(last);
        let mut text = String::new();
        if !self.text.0[..at].ends_with('\n') {
            text.push('\n');
        }
        for field in added {
            text.push_str(&format!("{indent}{}\n", emit::field(field, column)));
        }
        self.edits.push((at..at, text));
        Some(())
    }
}
