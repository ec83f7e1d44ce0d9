//! Diagnostics as people read them: the source line, underlined. The only file that names
//! the drawing crate.

use super::{Diagnostic, Label, Place, Severity, SourceMap, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Draws diagnostics with escape sequences for colour, one blank line between two.
/// Whoever prints them strips the colour where none is wanted.
pub fn render(diagnostics: &[Diagnostic], map: &SourceMap) -> String {
    let renderer = Renderer::styled();
    let drawn = diagnostics.iter().map(|one| renderer.render(&[group(one, map)]));
    drawn.map(|text| text + "\n").collect::<Vec<_>>().join("\n")
}

fn group<'a>(diagnostic: &'a Diagnostic, map: &'a SourceMap) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let spans = spans(diagnostic, map);
    if !spans.is_empty() {
        group = group.element(snippet(&spans, map));
    } else if diagnostic.labels.iter().any(|label| label.place == Place::File) {
        group = group.element(Origin::path(map.name()));
    }
    let helps = diagnostic.helps.iter();
    group.elements(helps.map(|help| Level::HELP.message(visible(help))))
}

fn spans<'a>(diagnostic: &'a Diagnostic, map: &SourceMap) -> Vec<(Span, &'a Label)> {
    if map.text().is_empty() {
        return vec![];
    }
    let labels = diagnostic.labels.iter();
    labels.filter_map(|label| Some((map.span(&label.place)?, label))).collect()
}

/// The lines that the labels are on, and no more of a long file than that.
fn snippet<'a>(
    spans: &[(Span, &'a Label)],
    map: &'a SourceMap,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = map.text();
    let lines = spans.iter().map(|(span, _)| line_around(text, span.start));
    let window = lines.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    let window = window.unwrap_or(0..text.len());
    let line = 1 + text[..window.start].matches('\n').count();
    let annotations = spans.iter().enumerate().map(|(index, (span, label))| {
        let kind = match index {
            0 => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        let range = underlined(text, *span);
        kind.span(range.start - window.start..range.end - window.start)
            .label((!label.text.is_empty()).then(|| visible(&label.text)))
    });
    Snippet::source(&text[window.clone()])
        .path(map.name())
        .line_start(line)
        .annotations(annotations)
}

fn line_around(text: &str, offset: usize) -> Range<usize> {
    let offset = text.floor_char_boundary(offset);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    start..end
}

/// The part of a span that lies on its first line: underlining a whole job says less than
/// underlining where it begins.
fn underlined(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let line = line_around(text, start);
    let end = text.ceil_char_boundary(span.end).clamp(start, line.end.max(start));
    match end > start {
        true => start..start + text[start..end].trim_end().len().max(1),
        false => start..end,
    }
}

/// A message without characters that would act on a terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
