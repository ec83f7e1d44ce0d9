//! Diagnostics as people read them: the source line, underlined. The only file that names
//! the drawing crate.

use super::lines::{Lines, Sheet, sheet, sheets};
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
    let sheets = sheets(map);
    let mut bytes = 0;
    let shown = diagnostics.iter().take(MOST).take_while(|one| {
        let before = bytes;
        let parts = parts(one, map, &sheets).into_iter();
        bytes +=
            parts.map(|(of, ranges)| window(&ranges, &of.lines).len()).sum::<usize>();
        before < MOST_BYTES
    });
    let drawn = shown.map(|one| renderer.render(&[group(one, map, &sheets)]));
    let mut drawn: Vec<String> = drawn.map(|text| aligned(text) + "\n").collect();
    if drawn.len() < diagnostics.len() {
        drawn.push(format!("and {} more problems\n", diagnostics.len() - drawn.len()));
    }
    drawn.join("\n")
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    map: &'a SourceMap,
    sheets: &[Sheet<'a>],
) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let parts = parts(diagnostic, map, sheets);
    if let Some(file) = whole(diagnostic, map).filter(|_| parts.is_empty()) {
        group = group.element(Origin::path(visible(file)));
    }
    for (sheet, ranges) in parts {
        group = group.element(snippet(ranges, sheet));
    }
    let helps = diagnostic.helps.iter();
    group.elements(helps.map(|help| Level::HELP.message(visible(help))))
}

/// The file that a problem is about as a whole, unless its message says which.
fn whole<'a>(diagnostic: &Diagnostic, map: &'a SourceMap) -> Option<&'a str> {
    let source = diagnostic.labels.iter().find_map(|label| match label.place {
        Place::File => Some(0),
        Place::Source(source) => Some(source),
        Place::Nowhere
        | Place::Span(_)
        | Place::Value(_)
        | Place::Key(_)
        | Place::Within(..) => None,
    })?;
    let file = map.source(source).name.as_str();
    (!diagnostic.message.contains(&format!("`{file}`"))).then_some(file)
}

/// What is underlined in one source, with the labels.
type Ranges<'a> = Vec<(Range<usize>, &'a Label)>;

/// What of each label's place is underlined, the part on its first line: by source, that
/// of the first label first.
fn parts<'s, 'a>(
    diagnostic: &'a Diagnostic,
    map: &SourceMap,
    sheets: &'s [Sheet<'a>],
) -> Vec<(&'s Sheet<'a>, Ranges<'a>)> {
    let mut parts: Vec<(u16, &Sheet<'a>, Ranges<'a>)> = Vec::new();
    for label in &diagnostic.labels {
        let Some(span) = map.span(&label.place) else { continue };
        let Some(sheet) = sheet(sheets, span.source) else { continue };
        if sheet.source.text.is_empty() {
            continue;
        }
        let range = (sheet.lines.first_line_of(span), label);
        match parts.iter_mut().find(|(source, ..)| *source == span.source) {
            Some((.., ranges)) => ranges.push(range),
            None => parts.push((span.source, sheet, vec![range])),
        }
    }
    parts.into_iter().map(|(_, sheet, ranges)| (sheet, ranges)).collect()
}

/// The lines that the labels are on, and no more of a long file than that.
fn window(ranges: &[(Range<usize>, &Label)], lines: &Lines<'_>) -> Range<usize> {
    let around = ranges.iter().map(|(range, _)| lines.around(range.start));
    let window = around.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    window.unwrap_or_default()
}

fn snippet<'a>(
    ranges: Vec<(Range<usize>, &'a Label)>,
    sheet: &Sheet<'a>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (text, lines) = (sheet.source.text.as_str(), &sheet.lines);
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
        .path(visible(&sheet.source.name))
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
