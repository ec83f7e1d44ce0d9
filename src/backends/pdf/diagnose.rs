//! Typst's problems as ours. Its messages are for authors of Typst files, so what a profile
//! can cause is found before; what is left says what the typesetter said.

use super::themes::Theme;
use crate::diagnostics::{Code, Diagnostic, Severity};
use typst::diag::{HintedString, SourceDiagnostic};
use typst::syntax::{DiagSpanKind, Source, SpanKind};

/// Why a theme makes no pages, with the line of its file: somebody may have written it.
pub(super) fn refused(found: &[SourceDiagnostic], theme: &Theme) -> Vec<Diagnostic> {
    found.iter().map(|found| placed(found, theme)).collect()
}

/// What Typst says with hints and without a place.
pub(super) fn hinted(found: &HintedString) -> Vec<Diagnostic> {
    vec![helped(problem(found.message()), found.hints())]
}

/// What Typst found wrong in a file of ours.
pub(super) fn wrong(found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    found.iter().map(translated).collect()
}

/// What Typst found strange in a theme.
pub(super) fn warned(found: &[SourceDiagnostic], theme: &Theme) -> Vec<Diagnostic> {
    let warning = |diagnostic| Diagnostic { severity: Severity::Warning, ..diagnostic };
    found.iter().map(|found| placed(found, theme)).map(warning).collect()
}

/// A problem with the place in the theme that it is at or comes from, where there is one.
fn placed(found: &SourceDiagnostic, theme: &Theme) -> Diagnostic {
    let mut problem = translated(found);
    if let Some(place) = place(found, theme) {
        problem.message = format!("{place}: {}", problem.message);
    }
    problem
}

/// `mine.typ:12:5`, counted from 1 as editors do.
fn place(found: &SourceDiagnostic, theme: &Theme) -> Option<String> {
    let own = match found.span.get() {
        DiagSpanKind::Number { id, num, sub_range } => Some((id, num, sub_range)),
        DiagSpanKind::Detached | DiagSpanKind::Range { .. } => None,
    };
    let calls = found.trace.iter().filter_map(|call| match call.span.get() {
        SpanKind::Number { id, num } => Some((id, num, None)),
        SpanKind::Detached | SpanKind::Range { .. } => None,
    });
    own.into_iter().chain(calls).find_map(|(id, number, part)| {
        let is_theme = id.vpath().get_without_slash() == theme.file;
        let source = is_theme.then(|| Source::new(id, theme.source.to_string()))?;
        let start = source.range(number, part)?.start;
        let (line, column) = source.lines().byte_to_line_column(start)?;
        Some(format!("{}:{}:{}", theme.file, line + 1, column + 1))
    })
}

fn translated(found: &SourceDiagnostic) -> Diagnostic {
    helped(problem(&found.message), found.hints.iter().map(|hint| &hint.v))
}

/// What else went wrong while typesetting.
pub(super) fn problem(message: &str) -> Diagnostic {
    Diagnostic::error(Code::Typesetting, format!("the typesetter says: {message}"))
}

fn helped<S: ToString>(
    mut problem: Diagnostic,
    hints: impl IntoIterator<Item = S>,
) -> Diagnostic {
    problem.helps.extend(hints.into_iter().map(|hint| hint.to_string()));
    problem
}
