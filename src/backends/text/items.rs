//! Bullets, which nest.

use super::layout::{INDENT, Layout};
use crate::document::Item;

/// A bullet and the space after it, as wide as a level of nesting.
pub(super) const BULLET: &str = "• ";

impl Layout<'_> {
    /// Bullets under each other, without blank lines.
    pub(super) fn items(&mut self, items: &[Item]) {
        for item in items {
            let outer = self.page.enter(BULLET, INDENT);
            let words = self.scribe.line(&item.text);
            self.page.wrapped(&words);
            self.items(&item.items);
            self.page.leave(outer);
        }
    }
}
