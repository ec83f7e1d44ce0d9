//! Running text as facts: every paragraph, list item and piece of code is one.

use super::Flat;
use crate::backends::text::clean::clean;
use crate::richtext::Block;

impl Flat<'_> {
    /// Blocks, all under the pointer of the text that they were written in.
    pub(super) fn blocks(&mut self, blocks: &[Block], origin: &str) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => {
                    let words = self.scribe.line(content);
                    self.fact(origin, &words);
                }
                Block::List { start, items, .. } => self.list(*start, items, origin),
                Block::Quote { content } => self.blocks(content, origin),
                Block::Code { language: _, text } => self.fact(origin, &clean(text)),
                Block::Rule => {}
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], origin: &str) {
        // A list that begins an item of another has the item's number before its own.
        let mut around = self.number.take().unwrap_or_default();
        for (index, item) in (0..).zip(items) {
            let number = start.map(|start| format!("{}. ", start.saturating_add(index)));
            around.push_str(&number.unwrap_or_default());
            self.number = Some(std::mem::take(&mut around)).filter(|all| !all.is_empty());
            self.blocks(item, origin);
        }
        self.number = None;
    }
}

#[cfg(test)]
mod tests {
    use crate::backends::text::flat::flat;
    use crate::backends::text::options::{Links, TextOptions};
    use crate::backends::text::samples;

    #[test]
    fn numbers_stay_and_addresses_go_when_asked() {
        let options = TextOptions { links: Links::None, ..TextOptions::default() };
        let text = flat(&samples::career(), &options);
        assert!(
            text.contains("/sections/0/text\t1. first\n/sections/0/text\t2. second\n")
        );
        assert!(!text.contains("https"), "{text}");
    }
}
