//! YAML, and JSON as the part of YAML that it is, into a tree with places.
//!
//! The only file that names the YAML crate. It is driven by the parser's events rather
//! than through serde, because only the events have the place of every key and the
//! characters of an unquoted scalar (`1.10`, `2021-03`) as they were written.

mod anchors;
mod builder;
mod syntax;

use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Diagnostic, Span};
use crate::tree::Node;
use builder::Builder;
use granit_parser::{Event, Options, Parser};

/// Reads the one document in `text`, with every duplicate key.
///
/// # Errors
/// The first place at which `text` is not YAML, or goes beyond a limit.
pub(super) fn parse(
    text: &str,
    bounds: &Bounds,
) -> Result<(Node, Vec<Diagnostic>), Diagnostic> {
    let mut builder = Builder::new(bounds);
    for event in Parser::new_from_str_with_options(text, options(bounds)) {
        let (event, span) =
            event.map_err(|error| syntax::problem(&error, text, bounds))?;
        take(&mut builder, event, byte_span(span))?;
    }
    Ok(builder.finish())
}

/// A profile needs about ten levels; the limit keeps every recursion behind it far from the
/// end of the stack.
fn options(bounds: &Bounds) -> Options {
    let levels = bounds.count(Bound::Nesting);
    granit_parser::options! {
        flow_nesting_limit: levels,
        block_nesting_limit: levels,
        emit_comments: false,
    }
}

fn take(
    builder: &mut Builder<'_>,
    event: Event<'_>,
    span: Span,
) -> Result<(), Diagnostic> {
    match event {
        Event::Scalar(text, style, anchor, _tag) => {
            let plain = style == granit_parser::ScalarStyle::Plain;
            builder.scalar(text.into_owned(), plain, span, anchor)
        }
        Event::SequenceStart(_, anchor, _) => builder.open_list(span, anchor),
        Event::MappingStart(_, anchor, _) => builder.open_map(span, anchor),
        Event::SequenceEnd | Event::MappingEnd => builder.close(),
        Event::Alias(anchor) => builder.alias(anchor, span),
        Event::DocumentStart(..) => builder.open_document(span),
        Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        _ => Ok(()), // the parser's enum is open: what carries no data
    }
}

fn byte_span(span: granit_parser::Span) -> Span {
    let start = span.start.byte_offset().unwrap_or_default();
    Span::new(start, span.end.byte_offset().unwrap_or(start))
}
