//! Sections: a heading, the parts under it, and the sections inside.

use super::layout::Layout;
use super::wrap::columns;
use crate::document::{Part, Section};

/// What a note stands behind; a quotation has `> `.
const NOTE: &str = "| ";

impl Layout<'_> {
    /// A section `level` deep, from 1.
    pub(super) fn section(&mut self, section: &Section, level: usize) {
        self.heading(section, level);
        for (index, part) in section.parts.iter().enumerate() {
            if index > 0 {
                self.page.gap(1);
            }
            self.part(part);
        }
        for inner in &section.sections {
            self.page.gap(1);
            self.section(inner, level + 1);
        }
    }

    fn heading(&mut self, section: &Section, level: usize) {
        let heading = self.scribe.heading(section, self.options.emoji);
        let lines = self.page.wrap(&heading);
        let widest = lines.iter().map(|line| columns(line)).max().unwrap_or_default();
        for line in &lines {
            self.page.line(line);
        }
        if widest > 0 {
            self.page.line(&underline(level).repeat(widest));
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Prose { blocks, origin: _ } => self.blocks(blocks),
            Part::Items { items } => self.items(items),
            Part::Entries { entries } => self.entries(entries),
            Part::Groups { groups } => self.groups(groups),
            Part::Raw { .. } => {} // taken out before
            Part::Note { blocks, origin: _ } => {
                let outer = self.page.enter(NOTE, NOTE);
                self.blocks(blocks);
                self.page.leave(outer);
            }
        }
    }
}

/// Three steps, as in the other outputs.
fn underline(level: usize) -> &'static str {
    match level {
        1 => "=",
        2 => "-",
        _ => "~",
    }
}

#[cfg(test)]
mod tests {
    use crate::backends::text::layout::layout;
    use crate::backends::text::options::{HeadingEmoji, TextOptions};
    use crate::backends::text::samples;

    fn laid_out(emoji: HeadingEmoji) -> String {
        layout(&samples::career(), &TextOptions { emoji, ..TextOptions::default() })
    }

    #[test]
    fn headings_are_underlined_by_width_and_level() {
        let text = laid_out(HeadingEmoji::None);
        assert!(text.contains("\n\n\nSkills\n======\nRust"), "{text}");
        let inner = "\n\nCheckpoint & State Backend 检查点\n";
        assert!(text.contains(&format!("{inner}{}\n", "-".repeat(33))), "{text}");
    }

    #[test]
    fn the_emoji_stands_on_the_side_asked_for() {
        let after = laid_out(HeadingEmoji::After);
        assert!(after.contains("\nSkills 🤔\n=========\n"), "{after}");
        let before = laid_out(HeadingEmoji::Before);
        assert!(before.contains("\n🤔 Skills\n=========\n"), "{before}");
        assert!(!laid_out(HeadingEmoji::None).contains('🤔'));
    }

    #[test]
    fn a_note_is_set_apart() {
        let text = laid_out(HeadingEmoji::None);
        let note =
            "2. second\n\n| These were team efforts, every one of them.\n\nCheckpoint";
        assert!(text.contains(note), "{text}");
    }
}
