//! YAMLResume, as of 0.16 (<https://yamlresume.dev/docs/compiler/schema>): JSON Resume's
//! sections under `content`, with a few keys of its own.

mod entries;
mod layouts;

use super::json_resume;
use super::notes::Notes;
use super::taking::Taking;
use crate::diagnostics::Diagnostic;
use crate::tree::{Field, Node};

/// Makes a profile of a YAMLResume file, and tells what has no place in one.
pub(super) fn rewrite(root: &Node, problems: &mut Vec<Diagnostic>) -> Node {
    let mut notes = Notes::default();
    let mut top = Taking::of(root);
    let mut fields = Vec::new();
    if let Some(content) = top.take("content") {
        fields.extend(sections(content, &mut notes));
    }
    let locale = top.take("locale");
    let extras = layouts::extras(top.take("layouts"), locale, &fields, &mut notes);
    fields.extend(extras);
    top.finish(&mut notes);
    let mut profile = Node::map(fields, root.span);
    problems.extend(notes.finish());
    json_resume::drop_nulls(&mut profile);
    // What it shares with JSON Resume it shares with its liberties.
    problems.extend(json_resume::rewrite(&mut profile));
    profile
}

fn sections(content: &Node, notes: &mut Notes) -> Vec<Field> {
    let mut content = Taking::of(content);
    let basics = entries::basics(&mut content, notes);
    let mut fields = vec![Field::new("basics", basics)];
    for field in content.rest() {
        match json_resume::SECTIONS.contains(&field.key.as_str()) {
            true => fields.push(Field {
                key: field.key.clone(),
                key_span: field.key_span,
                node: entries::section(&field.key, &field.node, notes),
            }),
            false => notes.lost(&field.key, field.key_span),
        }
    }
    fields
}

#[cfg(test)]
mod tests;
