//! Running text: paragraphs, lists, quotations, code.

use super::clean::{clean, ordinary_spaces};
use super::items::BULLET;
use super::layout::Layout;
use super::wrap::columns;
use crate::richtext::Block;

/// What a quotation stands behind.
const QUOTE: &str = "> ";
/// What code stands behind; also what a tab in it becomes.
const CODE: &str = "    ";
/// A thematic break: short, so that it is not taken for a heading's line.
const RULE: &str = "---";

impl Layout<'_> {
    /// Blocks with a blank line between them.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                self.page.gap(1);
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content } => {
                let words = self.scribe.line(content);
                self.page.wrapped(&words);
            }
            Block::List { start, items, .. } => self.list(*start, items),
            Block::Quote { content } => {
                let outer = self.page.enter(QUOTE, QUOTE);
                self.blocks(content);
                self.page.leave(outer);
            }
            Block::Code { language: _, text } => self.code(text),
            Block::Rule => self.page.line(RULE),
        }
    }

    /// A list without blank lines, unless an item has several paragraphs.
    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let airy = items.iter().any(|item| item.iter().skip(1).any(stands_apart));
        for (index, item) in items.iter().enumerate() {
            if airy && index > 0 {
                self.page.gap(1);
            }
            let mark = mark(start, index, items.len());
            let outer = self.page.enter(&mark, &" ".repeat(columns(&mark)));
            self.list_item(item);
            self.page.leave(outer);
        }
    }

    fn list_item(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && stands_apart(block) {
                self.page.gap(1);
            }
            self.block(block);
        }
    }

    /// Code as it is; blank lines around it would tear the page.
    fn code(&mut self, text: &str) {
        let outer = self.page.enter(CODE, CODE);
        for line in without_blank_ends(text) {
            let line = line.replace('\t', CODE);
            self.page.verbatim(&ordinary_spaces(&clean(&line)));
        }
        self.page.leave(outer);
    }
}

fn without_blank_ends(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().lines().skip_while(|line| line.trim().is_empty())
}

/// Whether a block has a blank line above it in a list: all but the lists under an item.
fn stands_apart(block: &Block) -> bool {
    match block {
        Block::List { .. } => false,
        Block::Paragraph { .. }
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule => true,
    }
}

/// What the item at `index` of `count` begins with; numbers end in one column.
fn mark(start: Option<u64>, index: usize, count: usize) -> String {
    let Some(start) = start else { return BULLET.to_owned() };
    let number = |index: usize| start.saturating_add(index as u64);
    let width = number(count - 1).to_string().len();
    format!("{:>width$}. ", number(index))
}

#[cfg(test)]
mod tests {
    use crate::backends::text::layout::Layout;
    use crate::backends::text::options::{Links, TextOptions};
    use crate::backends::text::page::Page;
    use crate::backends::text::scribe::Scribe;
    use crate::document::Wording;
    use crate::richtext::{Block, Inline};

    fn laid_out(blocks: &[Block]) -> String {
        let options = &TextOptions::default();
        let (page, scribe) =
            (Page::new(20), Scribe::new(Links::Notes, &Wording::default()));
        let mut layout = Layout { page, scribe, options };
        layout.blocks(blocks);
        layout.page.finish()
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { content: vec![Inline::text(text)] }
    }

    #[test]
    fn numbers_go_on_from_their_start_in_one_column() {
        let item = |text| vec![paragraph(text)];
        let items = vec![item("nine"), item("ten and some more words")];
        let list = Block::List { start: Some(9), items, is_loose: false };
        assert_eq!(laid_out(&[list]), " 9. nine\n10. ten and some\n    more words\n");
    }

    #[test]
    fn lists_are_tight_unless_an_item_has_paragraphs() {
        let under = Block::bullets(vec![vec![paragraph("b")]]);
        let nested = vec![paragraph("a"), under];
        let tight = Block::bullets(vec![nested, vec![paragraph("c")]]);
        assert_eq!(laid_out(&[tight]), "• a\n  • b\n• c\n");
        let long = vec![paragraph("a"), paragraph("b")];
        let airy = Block::bullets(vec![long, vec![paragraph("c")]]);
        assert_eq!(laid_out(&[airy]), "• a\n\n  b\n\n• c\n");
    }

    #[test]
    fn quotes_keep_their_mark_and_code_its_spaces() {
        let quote = Block::Quote { content: vec![paragraph("a"), paragraph("b")] };
        assert_eq!(laid_out(&[quote, Block::Rule]), "> a\n>\n> b\n\n---\n");
        let text = "\nif  a {\n\tthis_is_too_long()\n\n}\n ".to_owned();
        let code = Block::Code { language: None, text };
        let cut = "    if  a {\n        this_is_too_\n    long()\n\n    }\n";
        assert_eq!(laid_out(&[code]), cut);
    }
}
