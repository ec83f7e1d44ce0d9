//! The writer of one line.

use super::escape::{Context, LineStart, Partners, block_start};
use super::pieces::{Piece, flatten, is_punctuation};
use super::tangled;
use super::{Flavour, MarkdownStyle};
use crate::richtext::Inline;

/// Writes a line, with as much of its emphasis as Markdown can write: both flavours read it
/// alike, and what is written is read back as GitHub's.
pub(super) fn write(line: &[Inline], style: MarkdownStyle, start: LineStart) -> String {
    let as_read = MarkdownStyle { flavour: Flavour::GitHub, ..style };
    let comes_back = |line: &[Inline]| {
        tangled::comes_back(&written(line, as_read, start), line, start)
    };
    if !tangled::may_be(line) || comes_back(line) {
        return written(line, style, start);
    }
    let flat = tangled::flat(line);
    match comes_back(&flat) {
        true => written(&flat, style, start),
        false => written(&tangled::plain(line), style, start),
    }
}

fn written(line: &[Inline], style: MarkdownStyle, start: LineStart) -> String {
    let pieces = flatten(line, style);
    let partners = Partners::of(&pieces);
    let mut out = String::with_capacity(pieces.len());
    let mut labels = 0_usize;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Char(c) => {
                let in_label = labels > 0;
                let context =
                    Context { pieces: &pieces, index, in_label, partners: &partners };
                push_char(&mut out, *c, &context);
            }
            Piece::Raw(raw) => out.push_str(raw),
            Piece::Open(mark) | Piece::Close(mark) => out.push_str(mark),
            Piece::OpenLink => {
                labels += 1;
                out.push('[');
            }
            Piece::CloseLink(destination) => {
                labels = labels.saturating_sub(1);
                out.push_str("](");
                out.push_str(destination);
                out.push(')');
            }
            Piece::Break => out.push_str("\\\n"),
        }
    }
    match start {
        LineStart::Inline => out,
        LineStart::Block => escape_starts(&out),
    }
}

fn push_char(out: &mut String, c: char, context: &Context<'_>) {
    if context.partners.emphasis && touches_emphasis(c, context) {
        out.push_str(&format!("&#{};", u32::from(c)));
        return;
    }
    if context.needs_escape(c) {
        out.push('\\');
    }
    out.push(c);
}

/// Whether a character keeps the emphasis beside it from being read as such.
///
/// A run of `*` between a letter and punctuation neither opens nor closes, nor does one with
/// white space inside (CommonMark 0.31, section 6.2); written as a character reference, the
/// letter or space counts as punctuation.
fn touches_emphasis(c: char, context: &Context<'_>) -> bool {
    let (before, after) = context.pieces.split_at(context.index);
    let (before, after) = (before.last(), &after[1..]);
    let opens = matches!(after.first(), Some(Piece::Open(_)));
    let closes = matches!(before, Some(Piece::Close(_)));
    let is_edge = matches!(before, Some(Piece::Open(_)))
        || matches!(after.first(), Some(Piece::Close(_)));
    if !(opens || closes || is_edge) {
        return false; // as nearly always
    }
    if c.is_whitespace() {
        return is_edge;
    }
    if is_punctuation(c) {
        // The strikethrough extension looks past a tilde for what stands around.
        return c == '~';
    }
    let before = || context.pieces[..context.index].iter().rev();
    (opens && runs_into_punctuation(after.iter(), Piece::first))
        || (closes && runs_into_punctuation(before(), Piece::last))
        || opens_beyond(after.iter())
        || closes_beyond(before())
}

/// Whether emphasis that begins behind strikethrough runs into punctuation: its extension
/// looks past tildes for what stands around.
fn opens_beyond<'a>(after: impl Iterator<Item = &'a Piece>) -> bool {
    let mut beyond = after.skip_while(is_strikethrough).peekable();
    matches!(beyond.peek(), Some(Piece::Open(_)))
        && runs_into_punctuation(beyond, Piece::first)
}

/// The same of emphasis that ends before strikethrough.
fn closes_beyond<'a>(before: impl Iterator<Item = &'a Piece>) -> bool {
    let mut beyond = before.skip_while(is_strikethrough).peekable();
    matches!(beyond.peek(), Some(Piece::Close(_)))
        && runs_into_punctuation(beyond, Piece::last)
}

fn is_strikethrough(piece: &&Piece) -> bool {
    matches!(piece, Piece::Open("~~") | Piece::Close("~~"))
}

/// Whether punctuation stands on the other side of the run of markers that begins here. A
/// marker of another character is punctuation too.
fn runs_into_punctuation<'a>(
    mut pieces: impl Iterator<Item = &'a Piece>,
    edge: impl Fn(&Piece) -> Option<char>,
) -> bool {
    let run = pieces.next().and_then(Piece::first);
    let beyond = pieces.find(|piece| match piece {
        Piece::Open(mark) | Piece::Close(mark) => mark.chars().next() != run,
        Piece::Char(_)
        | Piece::Raw(_)
        | Piece::OpenLink
        | Piece::CloseLink(_)
        | Piece::Break => true,
    });
    beyond.and_then(edge).is_some_and(is_punctuation)
}

/// Escapes what would begin a block, at the start and after each forced break.
fn escape_starts(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match block_start(&text[start..]).map(|at| line.split_at(at)) {
            Some((before, after)) => out.extend([before, "\\", after]),
            None => out.push_str(line),
        }
        start += line.len();
    }
    out
}
