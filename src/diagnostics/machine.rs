//! Diagnostics as programs read them: a line of JSON for each.

use super::lines::Lines;
use super::{Code, Diagnostic, Severity, SourceMap};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    severity: Severity,
    code: Code,
    message: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<At<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    help: &'a [String],
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    #[serde(flatten)]
    place: Option<Range>,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Writes diagnostics as JSON Lines: severity, code, message, and for each label the file
/// with line and column, from 1, the columns in characters, the end exclusive.
pub fn render(diagnostics: &[Diagnostic], map: &SourceMap) -> String {
    let lines = Lines::new(map.text());
    diagnostics.iter().map(|one| line(one, map, &lines) + "\n").collect()
}

fn line(diagnostic: &Diagnostic, map: &SourceMap, lines: &Lines<'_>) -> String {
    let labels = diagnostic.labels.iter().map(|label| At {
        file: map.name(),
        place: map.span(&label.place).map(|span| {
            let start = lines.place(span.start);
            let end = lines.place(span.end);
            Range {
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
            }
        }),
        text: &label.text,
    });
    let line = Line {
        severity: diagnostic.severity,
        code: diagnostic.code,
        message: &diagnostic.message,
        labels: labels.collect(),
        help: &diagnostic.helps,
    };
    serde_json::to_string(&line).unwrap_or_default()
}
