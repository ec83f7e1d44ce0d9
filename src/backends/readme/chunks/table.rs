//! Groups as a table.

use super::entries::joined;
use crate::document::{Group, Wording};
use crate::richtext::{Inline, MarkdownStyle, write_line};

/// A row for each group: its name, its level if any has one, its keywords. Nothing if a
/// group has more to say than a row can hold.
pub(super) fn table(
    groups: &[Group],
    wording: &Wording,
    style: MarkdownStyle,
) -> Option<String> {
    let is_short =
        |group: &Group| group.summary.is_empty() && group.highlights.is_empty();
    if groups.is_empty() || !groups.iter().all(is_short) {
        return None;
    }
    let has_level = groups.iter().any(|group| !group.level.is_empty());
    let mut rows = Vec::new();
    for group in groups {
        let name = vec![Inline::Strong { content: group.name.clone() }];
        let mut cells = vec![cell(&name, style)];
        if has_level {
            cells.push(cell(&group.level, style));
        }
        cells.push(cell(&joined(&group.keywords, &wording.list), style));
        rows.push(cells);
    }
    let columns = if has_level { 3 } else { 2 };
    let head = vec![String::new(); columns];
    let rule = vec!["---".to_owned(); columns];
    let lines = [head, rule].into_iter().chain(rows).map(|cells| row(&cells));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

fn row(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| match cell.is_empty() {
        true => "  ".to_owned(),
        false => format!(" {cell} "),
    });
    format!("|{}|", cells.collect::<Vec<_>>().join("|"))
}

/// Bars end a cell wherever they stand, in code too (GFM, section 4.10).
fn cell(line: &[Inline], style: MarkdownStyle) -> String {
    match line {
        [Inline::Strong { content }] if content.is_empty() => String::new(),
        line => write_line(line, style).replace('|', "\\|").replace("\\\n", " "),
    }
}
