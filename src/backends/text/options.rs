//! What an output can ask of the text backend.

use crate::backends::Options;
use crate::diagnostics::{Code, Diagnostic, Place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The narrowest page: room for a few nested bullets and a word.
const NARROWEST: usize = 20;
/// The widest page, so that dates at its edge do not fill the memory with spaces.
const WIDEST: usize = 1000;

/// The options of the `text` backend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct TextOptions {
    /// The most columns a line has, from 20 to 1000; `80` unless set. Chinese, Japanese
    /// and Korean characters and emoji take two. Only an address in the list at the end
    /// may be longer.
    #[schemars(range(min = 20, max = 1000))]
    pub(super) width: usize,
    /// Where the addresses of links stand; `notes` unless set.
    pub(super) links: Links,
    /// One fact a line, never wrapped: its JSON pointer in the profile, a tab, its text;
    /// `false` unless set. Addresses then stand `inline` or not at all.
    pub(super) flat: bool,
    /// The side of a heading on which its emoji stands; `none` unless set.
    pub(super) emoji: HeadingEmoji,
}

/// Where the addresses of links stand.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Links {
    /// Numbered in a list at the end, each address once.
    #[default]
    Notes,
    /// In angle brackets after the label.
    Inline,
    /// Nowhere.
    None,
}

/// The side of a heading on which its emoji stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HeadingEmoji {
    /// After the words.
    After,
    /// Before the words.
    Before,
    /// Not shown.
    #[default]
    None,
}

impl Default for TextOptions {
    fn default() -> Self {
        let (links, emoji) = (Links::default(), HeadingEmoji::default());
        Self { width: 80, links, flat: false, emoji }
    }
}

impl TextOptions {
    /// The options of an output, or everything that is wrong with them.
    pub(super) fn read(options: &Options) -> Result<Self, Vec<Diagnostic>> {
        let (read, mut problems) = options.decode_rest::<Self>();
        let width = read.as_ref().map_or(WIDEST, |read| read.width);
        if !(NARROWEST..=WIDEST).contains(&width) {
            problems.push(bad_width(width, options));
        }
        read.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

fn bad_width(width: usize, options: &Options) -> Diagnostic {
    let bounds = format!("from {NARROWEST} to {WIDEST}");
    let place = Place::Value(options.origin().key("width"));
    Diagnostic::error(Code::BadValue, format!("a page can't be `{width}` columns wide"))
        .at(place, bounds.clone())
        .help(format!("give `width` a number {bounds}; most terminals have 80"))
}
