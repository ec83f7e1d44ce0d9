//! A page being filled: lines, margins that nest, and blank lines between things.
//!
//! Blank lines are asked for between neighbours and written only when something follows,
//! so a page never starts or ends with one.

use super::clean::ordinary_spaces;
use super::margin::Margin;
use super::wrap::{columns, cut, wrap};
use std::mem;

/// Columns between a line and what stands at its right edge.
const GUTTER: usize = 2;

/// A page of a fixed width.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    width: usize,
    margin: Margin,
    blanks: Option<Blanks>,
}

#[derive(Debug)]
struct Blanks {
    count: usize,
    margin: String,
}

impl Page {
    /// An empty page.
    pub(super) fn new(width: usize) -> Self {
        Self { text: String::new(), width, margin: Margin::default(), blanks: None }
    }

    /// The page as text, with one line break at its end.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// The columns inside the margin.
    pub(super) fn room(&self) -> usize {
        self.width.saturating_sub(columns(&self.margin.rest))
    }

    /// Keeps `count` blank lines before what follows, if anything does.
    pub(super) fn gap(&mut self, count: usize) {
        if self.text.is_empty() || self.margin.first.is_some() {
            return;
        }
        let margin = self.margin.rest.trim_end().to_owned();
        let count = self.blanks.as_ref().map_or(count, |asked| asked.count.max(count));
        self.blanks = Some(Blanks { count, margin });
    }

    /// Moves the margin in: the next line begins with `first`, those after it with `rest`.
    /// Beyond a depth that leaves too little room the margin stays where it is.
    pub(super) fn enter(&mut self, first: &str, rest: &str) -> Margin {
        let inner = self.margin.inner(first, rest, self.width);
        mem::replace(&mut self.margin, inner)
    }

    /// Moves the margin back to where it was before [`enter`](Self::enter).
    pub(super) fn leave(&mut self, outer: Margin) {
        self.margin = self.margin.outer(outer);
    }

    /// Text, wrapped.
    pub(super) fn wrapped(&mut self, text: &str) {
        for line in self.wrap(text) {
            self.line(&line);
        }
    }

    /// Text with `edge` at the right edge: of its last line if that has room, otherwise of
    /// a line of its own.
    pub(super) fn wrapped_with_edge(&mut self, text: &str, edge: &str) {
        let edge = ordinary_spaces(edge);
        let mut lines = self.wrap(text);
        let room = self.room();
        let fits = |line: &mut String| columns(line) + GUTTER + columns(&edge) <= room;
        let last = lines.pop_if(fits).unwrap_or_default();
        let padding = room.saturating_sub(columns(&last) + columns(&edge));
        lines.push(format!("{last}{}{edge}", " ".repeat(padding)));
        for line in lines {
            self.line(&line);
        }
    }

    /// Text of which every space counts, cut at the edge of the page.
    pub(super) fn verbatim(&mut self, text: &str) {
        for line in cut(text, self.first_room().min(self.room())) {
            self.line(&line);
        }
    }

    /// A line as it is, however long.
    pub(super) fn line(&mut self, line: &str) {
        if let Some(Blanks { count, margin }) = self.blanks.take() {
            self.text.push_str(&format!("{margin}\n").repeat(count));
        }
        self.text.push_str(self.margin.next());
        self.margin.first = None;
        self.text.push_str(line);
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    /// The lines of a text between the margin and the edge.
    pub(super) fn wrap(&self, text: &str) -> Vec<String> {
        wrap(text, self.first_room(), self.room())
    }

    /// The columns that the next line has, beside its bullet.
    fn first_room(&self) -> usize {
        self.width.saturating_sub(columns(self.margin.next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_nest_and_gaps_keep_the_margin_they_were_asked_in() {
        let mut page = Page::new(40);
        page.gap(2);
        let outer = page.enter("> ", "> ");
        page.line("a");
        page.gap(1);
        let inner = page.enter("• ", "  ");
        page.wrapped(&"word ".repeat(9));
        page.leave(inner);
        page.leave(outer);
        page.gap(1);
        page.line("b");
        page.gap(2);
        let lines =
            "> a\n>\n> • word word word word word word word\n>   word word\n\nb\n";
        assert_eq!(page.finish(), lines);
    }

    #[test]
    fn an_edge_without_room_takes_its_own_line() {
        let mut page = Page::new(20);
        page.wrapped_with_edge("Engineer", "2020");
        page.wrapped_with_edge("Senior Engineer", "Mar\u{a0}2020");
        page.wrapped_with_edge("流处理工程师", "2020");
        let text = "Engineer        2020\nSenior Engineer\n            Mar 2020\n\
                    流处理工程师    2020\n";
        assert_eq!(page.finish(), text);
    }
}
