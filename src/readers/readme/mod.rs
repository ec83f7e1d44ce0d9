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
use crate::richtext::{EmojiStyle, Inline, SourceKind, outline, parse_name};
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

/// Makes a profile of a page. The blocks that begin at the bytes in `keep_raw` stay as they
/// are, because another attempt did not give them back.
pub fn import(text: &str, keep_raw: &HashSet<usize>) -> Imported {
    let mut source = outline(text);
    for block in &mut source {
        if keep_raw.contains(&block.span.start) && block.kind != SourceKind::Unseen {
            block.kind = SourceKind::Foreign;
        }
    }
    let patterns = Patterns::of(&source);
    let emoji = match has_shortcodes(text) {
        true => EmojiStyle::AsWritten,
        false => EmojiStyle::Unicode,
    };
    let writing = Writing { rules: patterns.autolinks(), emoji };
    let blocks = blocks::read(text, &source, &writing);
    let raw = blocks.iter().filter_map(blocks::raw_span).collect();
    let found = sections::build(blocks, &writing);
    let name = name::find(&source);
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
    Imported { profile, is_named: name.is_some(), raw }
}

/// Whether an emoji of a page is written as its `:shortcode:`.
fn has_shortcodes(text: &str) -> bool {
    let is_code =
        |inline: &Inline| matches!(inline, Inline::Emoji { emoji } if emoji.is_code);
    parse_name(text).iter().any(is_code)
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
