//! A README that somebody wrote by hand into a profile.
//!
//! The page is taken apart block by block. What the profile has a field for goes there;
//! what it has none for becomes `raw` Markdown, so that the page can be made again.

mod blocks;
mod name;
mod patterns;
mod repair;
mod sections;
mod text;

pub use repair::{Repair, Repaired, repair};

use crate::profile::{Output, Profile};
use crate::richtext::{Emoji, EmojiStyle, SourceBlock};
use blocks::Reader;
use patterns::Patterns;
use std::collections::HashSet;
use std::ops::Range;
use text::Writing;

/// A page as a profile.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The profile.
    pub profile: Profile,
    /// Whether the page names the person; otherwise the name is to be filled in.
    pub is_named: bool,
    /// The lines that became `raw` Markdown.
    pub raw: Vec<Range<usize>>,
}

/// The name where the page has none.
pub const NO_NAME: &str = "Your Name";

/// What other attempts did not give back, by the bytes at which blocks begin.
#[derive(Debug, Clone, Default)]
pub struct Doubts {
    /// Blocks that are tried one by one.
    doubted: HashSet<usize>,
    /// Blocks that were, and stay as they are.
    raw: HashSet<usize>,
}

impl Doubts {
    /// Doubts the block that begins at `start`, more than before. Whether there was
    /// anything left to doubt.
    pub fn doubt(&mut self, start: usize) -> bool {
        self.doubted.insert(start) || self.raw.insert(start)
    }

    fn is_doubted(&self, block: &SourceBlock) -> bool {
        self.doubted.contains(&block.span.start)
    }

    fn is_raw(&self, block: &SourceBlock) -> bool {
        self.raw.contains(&block.span.start)
    }
}

/// Makes a profile of a page, of which `source` are the blocks. What is not doubted is
/// taken to come back.
pub fn import(text: &str, source: &[SourceBlock], doubts: &Doubts) -> Imported {
    let patterns = Patterns::of(source);
    let emoji = match has_shortcodes(text) {
        true => EmojiStyle::AsWritten,
        false => EmojiStyle::Unicode,
    };
    let writing = Writing { rules: patterns.autolinks(), emoji };
    let blocks = Reader { page: text, source, writing: &writing, doubts }.read();
    let raw = blocks.iter().filter_map(blocks::raw_span).collect();
    let found = sections::build(blocks, &writing);
    let name = name::find(text, source);
    let mut profile = Profile {
        autolinks: patterns.into_rules(),
        sections: found.sections,
        ..Profile::default()
    };
    profile.basics.name = name.as_deref().unwrap_or(NO_NAME).into();
    let mut output = output(found.level, found.emoji);
    if emoji == EmojiStyle::AsWritten {
        output.options.insert("emoji_style".to_owned(), "as-written".into());
    }
    profile.outputs.insert("readme".to_owned(), output);
    profile.file_order = keys(&profile);
    Imported { profile, is_named: name.is_some(), raw }
}

/// The keys that the profile will have in its file.
fn keys(profile: &Profile) -> Vec<String> {
    let has_rules = !profile.autolinks.is_empty();
    let has_sections = !profile.sections.is_empty();
    let keys = [
        ("basics", true),
        ("autolinks", has_rules),
        ("sections", has_sections),
        ("outputs", true),
    ];
    keys.into_iter().filter(|(_, is)| *is).map(|(key, _)| key.to_owned()).collect()
}

/// Whether an emoji of a page is written as its `:shortcode:`.
fn has_shortcodes(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_+-".contains(c);
    text.split(':').any(|name| {
        !name.is_empty()
            && name.chars().all(is_part)
            && Emoji::of_shortcode(name).is_some()
    })
}

/// The output that makes the page again.
fn output(level: u8, emoji: &str) -> Output {
    let mut output = Output { path: Some("README.md".to_owned()), ..Output::default() };
    output.view.header = Some(false);
    if level != 2 {
        output.view.heading_level = Some(level);
    }
    if emoji != "after" {
        output.options.insert("emoji".to_owned(), emoji.into());
    }
    output
}
