//! The language, the paper, and the order and names of sections.

use crate::readers::notes::Notes;
use crate::readers::rendercv::outputs::{self, Settings};
use crate::readers::taking::Taking;
use crate::tree::{Field, Node};

/// What of `layouts` and `locale` a profile has a place for.
pub(super) fn extras(
    layouts: Option<&Node>,
    locale: Option<&Node>,
    content: &[Field],
    notes: &mut Notes,
) -> Vec<Field> {
    let is_there = |id: &str| match id {
        "summary" => content.iter().any(|field| field.node.get("summary").is_some()),
        _ => content.iter().any(|field| field.key == id),
    };
    let mut fields = Vec::new();
    let layouts = layouts.map(Node::elements).unwrap_or_default();
    let mut paper = None;
    for layout in layouts {
        let mut layout = Taking::of(layout);
        layout.take("engine");
        if let Some(page) = layout.take("page") {
            let mut page = Taking::of(page);
            paper = paper.or(page.take("paperSize"));
            page.finish(notes);
        }
        if let Some(sections) = layout.take("sections") {
            let mut sections = Taking::of(sections);
            if fields.is_empty() {
                fields.extend(order(&mut sections, &is_there));
            }
            sections.finish(notes);
        }
        layout.finish(notes);
    }
    let language = locale.and_then(|locale| locale.get("language"));
    let language = language.map(|field| field.node.clone());
    fields.extend(outputs::field(Settings { paper, language, ..Settings::default() }));
    fields
}

fn order(sections: &mut Taking<'_>, is_there: &dyn Fn(&str) -> bool) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(aliases) = sections.take("aliases") {
        let heading = |field: &Field| {
            let title = Field::new("title", field.node.clone());
            let key = if field.key == "basics" { "summary" } else { &field.key };
            Field::new(key, Node::map(vec![title], field.node.span))
        };
        let all = aliases.fields().iter().map(heading);
        let all = all.filter(|field| is_there(&field.key)).collect();
        fields.push(Field::new("headings", Node::map(all, aliases.span)));
    }
    if let Some(order) = sections.take("order") {
        let id = |node: &Node| match node.as_text() {
            Some("basics") => Node::text("summary", node.span),
            Some(_) | None => node.clone(),
        };
        let ids = order.elements().iter().map(id);
        let ids = ids.filter(|id| id.as_text().is_some_and(is_there)).collect();
        fields.push(Field::new("order", Node::list(ids, order.span)));
    }
    fields
}
