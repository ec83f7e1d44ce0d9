//! What the lines of a page begin with.

use super::wrap::columns;

/// Columns that nesting never takes from the text: the widest number of a CommonMark list
/// (it starts with nine digits and may count on to ten; a full stop, a space) and a rule.
const ROOM: usize = 15;
/// The bullets, quotation marks and spaces at the left of a line; they nest.
#[derive(Debug, Default)]
pub(super) struct Margin {
    /// What lines begin with.
    pub(super) rest: String,
    /// What the next line begins with instead: its bullet.
    pub(super) first: Option<String>,
}

impl Margin {
    /// What the next line begins with.
    pub(super) fn next(&self) -> &str {
        self.first.as_deref().unwrap_or(&self.rest)
    }

    /// The margin further in: `first` before the next line, `rest` before those after it.
    ///
    /// Beyond a depth that leaves too little room on a page of `width` columns it stays
    /// where it is, and only the bullet shows.
    pub(super) fn inner(&self, first: &str, rest: &str, width: usize) -> Self {
        let mut marked = format!("{}{first}", self.next());
        let mut deeper = format!("{}{rest}", self.rest);
        if columns(&marked).max(columns(&deeper)) + ROOM > width {
            marked = format!("{}{first}", self.rest);
            deeper.clone_from(&self.rest);
        }
        let is_marked = self.first.is_some() || marked != deeper;
        Self { rest: deeper, first: is_marked.then_some(marked) }
    }

    /// The margin `outer` as it is after this one, which was inside: its bullet is still
    /// due only if nothing was written here.
    pub(super) fn outer(&self, outer: Self) -> Self {
        let first = outer.first.filter(|_| self.first.is_some());
        Self { rest: outer.rest, first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_due_until_a_line_is_written() {
        let none = Margin::default();
        let bullet = none.inner("• ", "  ", 80);
        let mut quote = bullet.inner("> ", "> ", 80);
        assert_eq!((quote.next(), quote.rest.as_str()), ("• > ", "  > "));
        let empty = quote.outer(none.inner("• ", "  ", 80));
        assert_eq!(empty.next(), "• ");
        quote.first = None;
        let written = quote.outer(bullet);
        assert_eq!(written.next(), "  ");
    }

    #[test]
    fn a_margin_without_a_bullet_marks_nothing() {
        let margin = Margin::default().inner("> ", "> ", 80);
        assert_eq!((margin.next(), margin.first.is_some()), ("> ", false));
    }

    #[test]
    fn a_margin_leaves_room() {
        let mut margin = Margin::default();
        for _ in 0..50 {
            margin = margin.inner("• ", "  ", 20);
            margin.first = None;
        }
        assert_eq!(margin.rest.len(), 4);
    }
}
