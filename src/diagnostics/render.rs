//! Diagnostics as people read them: the source line, underlined. The only file that names
//! the drawing crate.

use super::lines::Lines;
use super::{Diagnostic, Label, Place, Severity, SourceMap, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;

/// How many problems are drawn: nobody reads more, and a file that is no profile at all may
/// have hundreds of thousands.
const MOST: usize = 500;

/// Draws diagnostics with escape sequences for colour, one blank line between two.
/// Whoever prints them strips the colour where none is wanted.
pub fn render(diagnostics: &[Diagnostic], map: &SourceMap) -> String {
    let renderer = Renderer::styled();
    let lines = Lines::new(map.text());
    let shown = diagnostics.iter().take(MOST);
    let drawn = shown.map(|one| renderer.render(&[group(one, map, &lines)]));
    let mut drawn: Vec<String> = drawn.map(|text| aligned(text) + "\n").collect();
    if diagnostics.len() > MOST {
        drawn.push(format!("and {} more problems\n", diagnostics.len() - MOST));
    }
    drawn.join("\n")
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    map: &'a SourceMap,
    lines: &Lines<'_>,
) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let spans = spans(diagnostic, map);
    if !spans.is_empty() {
        group = group.element(snippet(&spans, map, lines));
    } else if is_about_file(diagnostic) && !is_named(map.name(), &diagnostic.message) {
        group = group.element(Origin::path(visible(map.name())));
    }
    let helps = diagnostic.helps.iter();
    group.elements(helps.map(|help| Level::HELP.message(visible(help))))
}

fn is_about_file(diagnostic: &Diagnostic) -> bool {
    diagnostic.labels.iter().any(|label| label.place == Place::File)
}

/// Whether a message says already which file it is about.
fn is_named(file: &str, message: &str) -> bool {
    message.contains(&format!("`{file}`"))
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
    lines: &Lines<'_>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = map.text();
    let ranges = spans.iter().map(|(span, label)| (lines.first_line_of(*span), label));
    let ranges: Vec<_> = ranges.collect();
    let around = ranges.iter().map(|(range, _)| lines.around(range.start));
    let window = around.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    let window = window.unwrap_or(0..text.len());
    let offset = |at: usize| shown(&text[window.start..at.min(window.end)]).len();
    let annotations = ranges.into_iter().enumerate().map(|(index, (range, label))| {
        let kind = match index {
            0 => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        kind.span(offset(range.start)..offset(range.end))
            .label((!label.text.is_empty()).then(|| visible(&label.text)))
    });
    Snippet::source(shown(&text[window.clone()]))
        .path(visible(map.name()))
        .line_start(lines.number(window.start))
        .annotations(annotations)
}

/// The drawing with the arrow before a file's name, where no line of it is shown, in the
/// column in which it stands elsewhere.
fn aligned(text: String) -> String {
    let Some((title, rest)) = text.split_once('\n') else {
        return text;
    };
    let is_first = |at: usize| !rest[..at].contains([' ', '\n']);
    match rest.find("--> ").is_some_and(is_first) {
        true => format!("{title}\n {rest}"),
        false => text,
    }
}

/// Source text as it is drawn. The drawing crate takes care of what acts on a terminal but
/// for the control characters of ISO 6429's second set, of which U+009B begins a sequence
/// as escape and `[` do.
fn shown(text: &str) -> Cow<'_, str> {
    let acts = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    match text.contains(acts) {
        true => text.replace(acts, "\u{FFFD}").into(),
        false => text.into(),
    }
}

/// A message without characters that would act on a terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
