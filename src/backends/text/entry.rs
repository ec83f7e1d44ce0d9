//! Entries and groups: a line that says what it is, and further in what belongs to it.

use super::clean::clean;
use super::layout::{INDENT, Layout};
use super::wrap::columns;
use crate::document::{Entry, Group, Item};
use crate::richtext::Block;

/// The narrowest page on which dates share a line with what they date.
const DATE_COLUMN_FROM: usize = 60;

impl Layout<'_> {
    /// Entries with a blank line between them.
    pub(super) fn entries(&mut self, entries: &[Entry]) {
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                self.page.gap(1);
            }
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let head = self.scribe.head(entry);
        let dates = clean(entry.dates.as_deref().unwrap_or_default());
        self.dated(&head, &dates);
        let outer = self.page.enter(INDENT, INDENT);
        self.entry_body(entry);
        self.page.leave(outer);
    }

    /// A head with its dates at the right edge, or below it where that is too near.
    fn dated(&mut self, head: &str, dates: &str) {
        let is_wide = self.options.width >= DATE_COLUMN_FROM;
        if is_wide && !dates.is_empty() && columns(dates) <= self.page.room() {
            return self.page.wrapped_with_edge(head, dates);
        }
        self.page.wrapped(head);
        self.page.wrapped(dates);
    }

    fn entry_body(&mut self, entry: &Entry) {
        for detail in &entry.details {
            let words = self.scribe.detail(detail);
            self.hanging(&words);
        }
        self.blocks(&entry.summary);
        self.bullets_below(&entry.summary, &entry.highlights);
        let keywords = self.scribe.keywords(&entry.keywords);
        self.hanging(&keywords);
        if !entry.positions.is_empty() {
            self.page.gap(1);
        }
        self.entries(&entry.positions);
    }

    /// Bullets below prose: close to a paragraph, apart from anything longer, which has
    /// blank lines of its own.
    fn bullets_below(&mut self, prose: &[Block], items: &[Item]) {
        if prose.len() > 1 {
            self.page.gap(1);
        }
        self.items(items);
    }

    /// Groups, a line each; with a blank line between them once one has more to say.
    pub(super) fn groups(&mut self, groups: &[Group]) {
        let airy = groups.iter().any(has_body);
        for (index, group) in groups.iter().enumerate() {
            if airy && index > 0 {
                self.page.gap(1);
            }
            self.group(group);
        }
    }

    fn group(&mut self, group: &Group) {
        let words = self.scribe.group(group);
        self.hanging(&words);
        let outer = self.page.enter(INDENT, INDENT);
        self.blocks(&group.summary);
        self.bullets_below(&group.summary, &group.highlights);
        self.page.leave(outer);
    }
}

fn has_body(group: &Group) -> bool {
    !group.summary.is_empty() || !group.highlights.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::backends::text::layout::layout;
    use crate::backends::text::options::TextOptions;
    use crate::backends::text::samples;

    fn employer(width: usize) -> String {
        let options = TextOptions { width, ..TextOptions::default() };
        let text = layout(&samples::career(), &options);
        let from = text.find("Acme").unwrap();
        let to = text.find("    • Made").unwrap();
        text[from..to].to_owned()
    }

    #[test]
    fn dates_are_at_the_right_edge_from_60_columns() {
        let head = "Acme [1], Berlin\n\n  Staff Engineer";
        assert_eq!(employer(60), format!("{head}{:>44}\n", "Mar 2020 – present"));
        assert_eq!(employer(80), format!("{head}{:>64}\n", "Mar 2020 – present"));
    }

    #[test]
    fn dates_stand_below_on_a_narrow_page() {
        let narrow = "Acme [1], Berlin\n\n  Staff Engineer\n  Mar 2020 – present\n";
        assert_eq!(employer(59), narrow);
    }

    #[test]
    fn what_belongs_to_a_position_stands_further_in() {
        let text = layout(&samples::career(), &TextOptions::default());
        let body = "    • Made checkpoints boring, 让检查点变得无聊，\n      • and small\n    \
                    Rust, Java\n\n\n";
        assert!(text.contains(body), "{text}");
        assert!(text.contains("\nRust (expert): tokio, serde\n"), "{text}");
    }
}
