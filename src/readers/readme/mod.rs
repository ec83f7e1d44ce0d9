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
use crate::richtext::{Emoji, Inline, SourceKind, outline, parse_name};
use patterns::Patterns;
use std::collections::HashSet;
use std::ops::Range;

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
    let blocks = blocks::read(text, &source, &patterns.autolinks());
    let raw = blocks.iter().filter_map(blocks::raw_span).collect();
    let found = sections::build(blocks);
    let name = name::find(&source);
    let mut profile = Profile {
        autolinks: patterns.into_rules(),
        sections: found.sections,
        ..Profile::default()
    };
    profile.basics.name = name.as_deref().unwrap_or(NO_NAME).into();
    let mut output = output(found.level, found.emoji);
    if has_only_shortcodes(text) {
        output.options.insert("emoji_style".to_owned(), "shortcode".into());
    }
    profile.outputs.insert("readme".to_owned(), output);
    Imported { profile, is_named: name.is_some(), raw }
}

/// Whether all emoji of a page are written as `:shortcodes:`.
fn has_only_shortcodes(text: &str) -> bool {
    let line = parse_name(text);
    let mut emoji = line.iter().filter_map(|inline| match inline {
        Inline::Emoji { emoji } => Some(emoji),
        Inline::Text { .. }
        | Inline::Strong { .. }
        | Inline::Emphasis { .. }
        | Inline::Strikethrough { .. }
        | Inline::Code { .. }
        | Inline::Link { .. }
        | Inline::Break => None,
    });
    let is_name = |emoji: &Emoji| {
        emoji.shortcode.as_ref().is_some_and(|name| text.contains(&format!(":{name}:")))
            && !text.contains(&emoji.glyph)
    };
    let mut peekable = emoji.by_ref().peekable();
    peekable.peek().is_some() && peekable.all(is_name)
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
