//! RenderCV, versions 1.18 to 2.8 (<https://docs.rendercv.com>): a header and sections of
//! nine kinds of entries under `cv`, the looks beside it.

mod entries;
mod header;
mod looks;
pub(super) mod outputs;
mod sections;
mod text;

pub(super) use text::escaped;

use super::notes::Notes;
use super::taking::Taking;
use crate::diagnostics::Diagnostic;
use crate::tree::{Node, Value};
use text::Texts;

/// Makes a profile of a RenderCV file, and tells what has no place in one.
pub(super) fn rewrite(root: &Node, problems: &mut Vec<Diagnostic>) -> Node {
    let mut top = Taking::of(root);
    let mut notes = Notes::default();
    let settings = top.take("settings").or_else(|| top.take("rendercv_settings"));
    let bold = bold_keywords(settings, &mut notes);
    let mut texts = Texts { bold, notes };
    let mut fields = Vec::new();
    if let Some(cv) = top.take("cv") {
        let mut cv = Taking::of(cv);
        let all = cv.take("sections");
        fields.push(header::basics(&mut cv, root.span, &mut texts));
        cv.finish(&mut texts.notes);
        fields.extend(all.into_iter().flat_map(|all| sections::all(all, &mut texts)));
    }
    let mut notes = texts.notes;
    let locale = top.take("locale").or_else(|| top.take("locale_catalog"));
    fields.extend(outputs::of(top.take("design"), locale, &mut notes));
    top.finish(&mut notes);
    problems.extend(notes.finish());
    Node::map(fields, root.span)
}

/// The words that are bold wherever they stand; the rest of the settings are RenderCV's
/// own affair.
fn bold_keywords(settings: Option<&Node>, notes: &mut Notes) -> Vec<String> {
    let Some(settings) = settings else { return vec![] };
    let mut settings = Taking::of(settings);
    let words = settings.take("bold_keywords");
    for own in ["render_command", "current_date", "date", "pdf_title"] {
        settings.take(own);
    }
    settings.finish(notes);
    let words = words.map(Node::elements).unwrap_or_default();
    words.iter().filter_map(|word| word.as_text().map(str::to_owned)).collect()
}

/// One value or several: RenderCV takes both for mail, telephone and web addresses.
fn one_or_more(node: &Node) -> Vec<&Node> {
    match &node.value {
        Value::List(nodes) => nodes.iter().collect(),
        Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => vec![node],
    }
}

#[cfg(test)]
mod tests;
