//! A line as a flat run of characters and markers, so that a character can be escaped by
//! what stands beside it in the output.

use super::url;
use super::{EmojiStyle, Flavour, MarkdownStyle};
use crate::richtext::{Emoji, Inline};
use finl_unicode::categories::CharacterCategories;
use std::collections::HashSet;

/// A part of a line's output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A character of text, which may need an escape.
    Char(char),
    /// Output as it is: code, a bare address, an emoji.
    Raw(String),
    /// The start of emphasis.
    Open(&'static str),
    /// The end of emphasis.
    Close(&'static str),
    /// The start of a link's label.
    OpenLink,
    /// The end of a link's label, with the destination.
    CloseLink(String),
    /// A forced line break.
    Break,
}

impl Piece {
    /// The first character that this piece writes.
    pub(super) fn first(&self) -> Option<char> {
        match self {
            Self::Char(c) => Some(*c),
            Self::Raw(raw) => raw.chars().next(),
            Self::Open(mark) | Self::Close(mark) => mark.chars().next(),
            Self::OpenLink => Some('['),
            Self::CloseLink(_) => Some(']'),
            Self::Break => Some('\\'), // for Markdown that is punctuation
        }
    }

    /// The character of text that this piece is, if it is one.
    pub(super) fn character(&self) -> Option<char> {
        match self {
            Self::Char(c) => Some(*c),
            Self::Raw(_)
            | Self::Open(_)
            | Self::Close(_)
            | Self::OpenLink
            | Self::CloseLink(_)
            | Self::Break => None,
        }
    }

    /// The last character that this piece writes.
    pub(super) fn last(&self) -> Option<char> {
        match self {
            Self::Char(c) => Some(*c),
            Self::Raw(raw) => raw.chars().next_back(),
            Self::Open(mark) | Self::Close(mark) => mark.chars().next_back(),
            Self::OpenLink => Some('['),
            Self::CloseLink(_) => Some(')'),
            Self::Break => Some('\n'),
        }
    }
}

/// Flattens a line.
pub(super) fn flatten(line: &[Inline], style: MarkdownStyle) -> Vec<Piece> {
    let mut pieces = Vec::new();
    flatten_into(&mut pieces, line, style, None);
    pieces
}

fn flatten_into(
    pieces: &mut Vec<Piece>,
    line: &[Inline],
    style: MarkdownStyle,
    around: Option<&'static str>,
) {
    for (index, inline) in line.iter().enumerate() {
        match inline {
            Inline::Text { text } => {
                pieces.reserve(text.len());
                pieces.extend(text.chars().map(Piece::Char));
            }
            Inline::Code { text } => pieces.push(Piece::Raw(code(text))),
            Inline::Emoji { emoji } => picture(pieces, &picture_text(emoji, style.emoji)),
            Inline::Break => pieces.push(Piece::Break),
            Inline::Link { url, content } => link(pieces, url, content, style),
            Inline::Strikethrough { content } => match style.flavour {
                Flavour::GitHub => wrapped(pieces, "~~", content, style, around),
                Flavour::CommonMark => {
                    pieces.push(Piece::Raw("<s>".to_owned()));
                    flatten_into(pieces, content, style, around);
                    pieces.push(Piece::Raw("</s>".to_owned()));
                }
            },
            Inline::Strong { content } => {
                let mark = mark(["**", "__"], pieces, around, line.get(index + 1));
                wrapped(pieces, mark, content, style, Some(mark));
            }
            Inline::Emphasis { content } => {
                let around = around.or(nests(content).then_some("*"));
                let mark = mark(["*", "_"], pieces, around, line.get(index + 1));
                wrapped(pieces, mark, content, style, Some(mark));
            }
        }
    }
}

/// What Markdown counts as punctuation: the Unicode categories P and S (CommonMark 0.31,
/// section 2.1).
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_punctuation() || c.is_symbol()
}

/// What Markdown takes for a part of a word.
fn is_word(c: char) -> bool {
    !c.is_whitespace() && !is_punctuation(c)
}

/// Whether further emphasis stands at an end of this content, its marker touching ours.
fn nests(content: &[Inline]) -> bool {
    let is_marked = |inline: Option<&Inline>| {
        matches!(inline, Some(Inline::Strong { .. } | Inline::Emphasis { .. }))
    };
    is_marked(content.first()) || is_marked(content.last())
}

/// Chooses between stars and underscores: stars, unless stars stand around or right
/// before, where two runs would be read as one. Underscores work only between words.
fn mark(
    [stars, lines]: [&'static str; 2],
    pieces: &[Piece],
    around: Option<&'static str>,
    next: Option<&Inline>,
) -> &'static str {
    let before = pieces.last().and_then(Piece::last);
    let after_word = before.is_some_and(is_word);
    let before_word = match next {
        Some(Inline::Text { text }) => text.starts_with(is_word),
        Some(Inline::Emoji { emoji }) => emoji.glyph.starts_with(is_word),
        Some(
            Inline::Code { .. }
            | Inline::Break
            | Inline::Link { .. }
            | Inline::Strong { .. }
            | Inline::Emphasis { .. }
            | Inline::Strikethrough { .. },
        )
        | None => false,
    };
    let stars_touch =
        around.is_some_and(|mark| mark.starts_with('*')) || before == Some('*');
    match stars_touch && !after_word && !before_word {
        true => lines,
        false => stars,
    }
}

fn wrapped(
    pieces: &mut Vec<Piece>,
    mark: &'static str,
    content: &[Inline],
    style: MarkdownStyle,
    around: Option<&'static str>,
) {
    pieces.push(Piece::Open(mark));
    flatten_into(pieces, content, style, around);
    pieces.push(Piece::Close(mark));
}

fn link(pieces: &mut Vec<Piece>, url: &str, content: &[Inline], style: MarkdownStyle) {
    if let Some(bare) = url::as_autolink(url, content) {
        pieces.push(Piece::Raw(bare));
        return;
    }
    pieces.push(Piece::OpenLink);
    flatten_into(pieces, content, style, None);
    pieces.push(Piece::CloseLink(url::destination(url)));
}

/// A picture. What it begins and ends with that is no symbol, as the digit of `7️⃣` and a
/// selector are none, stands by itself: emphasis beside it looks at those characters.
fn picture(pieces: &mut Vec<Piece>, text: &str) {
    let inner = text.trim_start_matches(is_word);
    let symbols = inner.trim_end_matches(is_word);
    let (before, after) = (&text[..text.len() - inner.len()], &inner[symbols.len()..]);
    pieces.extend(before.chars().map(Piece::Char));
    if !symbols.is_empty() {
        pieces.push(Piece::Raw(symbols.to_owned()));
    }
    pieces.extend(after.chars().map(Piece::Char));
}

fn picture_text(emoji: &Emoji, style: EmojiStyle) -> String {
    match (style, &emoji.shortcode) {
        (EmojiStyle::Shortcode, Some(shortcode)) => format!(":{shortcode}:"),
        // One begins with a star, which would begin emphasis.
        (EmojiStyle::Shortcode, None) | (EmojiStyle::Unicode, _) => {
            emoji.glyph.replace('*', "\\*")
        }
        (EmojiStyle::AsWritten, _) => emoji.written().replace('*', "\\*"),
    }
}

/// A code span, fenced by as many backticks as the code has nowhere in a row (CommonMark
/// 0.31, section 6.1). As few as can be: the parser takes 80 in a row for text.
fn code(text: &str) -> String {
    let runs: HashSet<usize> = text.split(|c| c != '`').map(str::len).collect();
    let length = (1..).find(|length| !runs.contains(length)).unwrap_or(1);
    let fence = "`".repeat(length);
    let touches = text.starts_with('`') || text.ends_with('`');
    let is_all_spaces = text.chars().all(|c| c == ' ');
    let is_stripped = text.starts_with(' ') && text.ends_with(' ') && !is_all_spaces;
    match touches || is_stripped || text.is_empty() {
        true => format!("{fence} {text} {fence}"),
        false => format!("{fence}{text}{fence}"),
    }
}
