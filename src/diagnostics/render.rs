//! Diagnostics as people read them: the source line, underlined. The only file that names
//! the drawing crate.

use super::lines::Lines;
use super::{Diagnostic, Label, Place, Severity, SourceMap};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// How many problems are drawn: nobody reads more, and a file that is no profile at all may
/// have hundreds of thousands.
const MOST: usize = 500;

/// How many bytes of source are looked at to draw them: there are files of one line.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Draws diagnostics with escape sequences for colour, one blank line between two.
/// Whoever prints them strips the colour where none is wanted.
pub fn render(diagnostics: &[Diagnostic], map: &SourceMap) -> String {
    let renderer = Renderer::styled();
    let lines = Lines::new(map.text());
    let mut bytes = 0;
    let shown = diagnostics.iter().take(MOST).take_while(|one| {
        let before = bytes;
        bytes += window(&ranges(one, map, &lines), &lines).len();
        before < MOST_BYTES
    });
    let drawn = shown.map(|one| renderer.render(&[group(one, map, &lines)]));
    let mut drawn: Vec<String> = drawn.map(|text| aligned(text) + "\n").collect();
    if drawn.len() < diagnostics.len() {
        drawn.push(format!("and {} more problems\n", diagnostics.len() - drawn.len()));
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
    let ranges = ranges(diagnostic, map, lines);
    if !ranges.is_empty() {
        group = group.element(snippet(ranges, map, lines));
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

/// What of each label's place is underlined: the part on its first line.
fn ranges<'a>(
    diagnostic: &'a Diagnostic,
    map: &SourceMap,
    lines: &Lines<'_>,
) -> Vec<(Range<usize>, &'a Label)> {
    if map.text().is_empty() {
        return vec![];
    }
    let labels = diagnostic.labels.iter();
    let spans = labels.filter_map(|label| Some((map.span(&label.place)?, label)));
    spans.map(|(span, label)| (lines.first_line_of(span), label)).collect()
}

/// The lines that the labels are on, and no more of a long file than that.
fn window(ranges: &[(Range<usize>, &Label)], lines: &Lines<'_>) -> Range<usize> {
    let around = ranges.iter().map(|(range, _)| lines.around(range.start));
    let window = around.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    window.unwrap_or_default()
}

fn snippet<'a>(
    ranges: Vec<(Range<usize>, &'a Label)>,
    map: &'a SourceMap,
    lines: &Lines<'_>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = map.text();
    let window = window(&ranges, lines);
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
