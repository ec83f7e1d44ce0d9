//! Diagnostics as programs read them: a line of JSON for each.

use super::json::harmless_json;
use super::lines::{Sheet, sheet, sheets};
use super::{Code, Diagnostic, Label, Place, Severity, SourceMap, Span};
use serde::Serialize;
use serde_json::Value;

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
    let sheets = sheets(map);
    let json = |one| serde_json::to_string(&line(one, map, &sheets)).unwrap_or_default();
    diagnostics.iter().map(|one| harmless_json(json(one)) + "\n").collect()
}

/// The same as values, for whoever puts them into JSON of their own.
pub fn values(diagnostics: &[Diagnostic], map: &SourceMap) -> Vec<Value> {
    let sheets = sheets(map);
    let value = |one| serde_json::to_value(line(one, map, &sheets)).unwrap_or_default();
    diagnostics.iter().map(value).collect()
}

fn line<'a>(
    diagnostic: &'a Diagnostic,
    map: &SourceMap,
    sheets: &[Sheet<'a>],
) -> Line<'a> {
    let labels = diagnostic.labels.iter().filter_map(|label| at(label, map, sheets));
    Line {
        severity: diagnostic.severity,
        code: diagnostic.code,
        message: &diagnostic.message,
        labels: labels.collect(),
        help: &diagnostic.helps,
    }
}

fn at<'a>(label: &'a Label, map: &SourceMap, sheets: &[Sheet<'a>]) -> Option<At<'a>> {
    let span = map.span(&label.place);
    let source = match (&label.place, span) {
        (Place::Source(source), _) => *source,
        (_, Some(span)) => span.source,
        (_, None) => 0,
    };
    let sheet = sheet(sheets, source)?;
    let range = |span: Span| {
        let start = sheet.lines.place(span.start);
        let end = sheet.lines.place(span.end);
        Range {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    };
    Some(At { file: &sheet.source.name, place: span.map(range), text: &label.text })
}
