//! Letters that no font has together with the marks on them.
//!
//! Each character may be in some font and the page still lack a glyph: a letter and its
//! marks are set in one font, which must have them all. Which ones belong together is known
//! once the pages are set.

use super::missing::{Missing, of_theme};
use super::texts::{self, Text};
use super::typeset::Pages;
use crate::diagnostics::Diagnostic;
use crate::document::Document;
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem};
use typst::text::{Glyph, TextItem};

/// The glyph that a font has for what it lacks (OpenType, `cmap`).
const NOTDEF: u16 = 0;

/// Looks for letters that no font could show.
///
/// # Errors
/// One problem for each, at its place in the profile if it is there.
pub(super) fn check(pages: &Pages, document: &Document) -> Result<(), Vec<Diagnostic>> {
    let mut tofu = BTreeSet::new();
    pages.document.pages().iter().for_each(|page| gather(&page.frame, &mut tofu));
    if tofu.is_empty() {
        return Ok(());
    }
    let mut missing = Missing::default();
    texts::walk(document, &mut |origin, text| {
        let (Text::Words(words) | Text::Code(words)) = text else { return };
        let within = tofu.iter().filter(|letters| words.contains(**letters));
        within.for_each(|letters| missing.add(origin, *letters));
    });
    match missing.is_empty() {
        true => Err(tofu.into_iter().map(of_theme).collect()),
        false => missing.to_result(),
    }
}

fn gather<'a>(frame: &'a Frame, tofu: &mut BTreeSet<&'a str>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, tofu),
            FrameItem::Text(text) => tofu.extend(lacking(text)),
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

/// The letters of a text that have no glyph, as many as stand together.
fn lacking(text: &TextItem) -> impl Iterator<Item = &str> {
    let is_lacking = |glyph: &Glyph| glyph.id == NOTDEF;
    let runs = text.glyphs.chunk_by(move |one, next| is_lacking(one) == is_lacking(next));
    runs.filter(move |run| run.iter().all(is_lacking)).filter_map(|run| {
        let start = run.iter().map(|glyph| glyph.range().start).min()?;
        let end = run.iter().map(|glyph| glyph.range().end).max()?;
        text.text.get(start..end)
    })
}
