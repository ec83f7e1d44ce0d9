//! The top of the page: who the person is and how to reach them.

use super::layout::Layout;
use super::wrap::columns;
use crate::document::{Contact, Header};

impl Layout<'_> {
    /// The name, the label and the contacts.
    pub(super) fn header(&mut self, header: &Header) {
        for line in [&header.name, &header.label] {
            let words = self.scribe.line(line);
            self.page.wrapped(&words);
        }
        self.contacts(&header.contacts);
    }

    /// As many contacts a line as fit, each in one piece.
    fn contacts(&mut self, contacts: &[Contact]) {
        let mut line = String::new();
        let dot = self.scribe.wording.dot.clone();
        for contact in contacts {
            let words = self.scribe.contact(&contact.text, contact.url.as_deref());
            let together = columns(&line) + columns(&dot) + columns(&words);
            if !line.is_empty() && together > self.page.room() {
                self.page.wrapped(&line);
                line.clear();
            }
            line.push_str(if line.is_empty() { "" } else { &dot });
            line.push_str(&words);
        }
        self.page.wrapped(&line);
    }
}

#[cfg(test)]
mod tests {
    use crate::backends::text::layout::layout;
    use crate::backends::text::options::TextOptions;
    use crate::backends::text::samples;

    fn top(width: usize) -> String {
        let options = TextOptions { width, ..TextOptions::default() };
        let text = layout(&samples::career(), &options);
        text.split("\n\n").next().unwrap().to_owned()
    }

    #[test]
    fn contacts_share_lines_and_stay_whole() {
        let name = "Ada Example\nStream-processing engineer\n";
        let one = "Berlin, Germany · ada@example.org · +49 30 123456 · github.com/ada";
        assert_eq!(top(80), format!("{name}{one}"));
        let two = "Berlin, Germany · ada@example.org\n+49 30 123456 · github.com/ada";
        assert_eq!(top(40), format!("{name}{two}"));
    }
}
