//! The laid out form: the page, the scribe that finds its words, and the list of addresses.

use super::options::TextOptions;
use super::page::Page;
use super::scribe::Scribe;
use crate::document::Document;

/// Columns that a level of nesting takes.
pub(super) const INDENT: &str = "  ";
/// Blank lines before a top-level section and before the addresses.
pub(super) const BETWEEN_SECTIONS: usize = 2;

/// A Document being laid out; the files beside this one each add what they lay out.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) page: Page,
    pub(super) scribe: Scribe,
    pub(super) options: &'a TextOptions,
}

/// The Document as a page of text.
pub(super) fn layout(document: &Document, options: &TextOptions) -> String {
    let page = Page::new(options.width);
    let scribe = Scribe::new(options.links, &document.wording);
    let mut layout = Layout { page, scribe, options };
    if let Some(header) = &document.header {
        layout.header(header);
    }
    for section in &document.sections {
        layout.page.gap(BETWEEN_SECTIONS);
        layout.section(section, 1);
    }
    layout.notes();
    layout.page.finish()
}

impl Layout<'_> {
    /// Text that begins at the margin and continues further in, so that its first word
    /// stands out.
    pub(super) fn hanging(&mut self, text: &str) {
        let outer = self.page.enter("", INDENT);
        self.page.wrapped(text);
        self.page.leave(outer);
    }

    /// The addresses, never broken: half an address leads nowhere.
    fn notes(&mut self) {
        self.page.gap(BETWEEN_SECTIONS);
        let count = self.scribe.notes().count();
        let column = format!("[{count}]").len();
        for (number, address) in self.scribe.notes() {
            self.page.line(&format!("{:<column$} {address}", format!("[{number}]")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::text::options::{HeadingEmoji, Links};
    use crate::backends::text::samples;
    use crate::backends::text::wrap::columns;

    #[test]
    fn no_line_is_wider_than_the_page_and_none_ends_in_a_space() {
        for width in 20..=130 {
            let emoji = HeadingEmoji::After;
            let options = TextOptions { width, emoji, ..TextOptions::default() };
            let text = layout(&samples::career(), &options);
            for line in text.lines().filter(|line| !line.contains("] http")) {
                assert!(columns(line) <= width, "{width}: {line}");
                assert_eq!(line, line.trim_end());
            }
            assert!(text.ends_with("org/a\n"), "{text}");
        }
    }

    #[test]
    fn addresses_are_listed_once_after_two_blank_lines() {
        let text = layout(&samples::career(), &TextOptions::default());
        let (_, notes) = text.rsplit_once("\n\n\n").unwrap();
        assert_eq!(notes, "[1] https://acme.example\n[2] https://example.org/a\n");
        let options = TextOptions { links: Links::None, ..TextOptions::default() };
        assert!(!layout(&samples::career(), &options).contains("https"));
    }

    #[test]
    fn ten_thousand_items_are_all_there() {
        let text = layout(&samples::items(10_000), &TextOptions::default());
        assert_eq!(text.lines().filter(|line| line.starts_with("• ")).count(), 10_000);
    }
}
