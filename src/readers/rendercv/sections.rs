//! Sections, whose titles are free and whose kind their entries tell.
//!
//! The first section of jobs becomes `work`, and likewise for the other kinds that JSON
//! Resume has; the rest become sections of one's own. The order is kept.

use super::entries::{self, Kind};
use super::text::Texts;
use crate::tree::{Field, Node};

/// Every section, then the headings and the order that they need.
pub(super) fn all(sections: &Node, texts: &mut Texts) -> Vec<Field> {
    let mut standard: Vec<Field> = Vec::new();
    let mut headings = Vec::new();
    let mut own = Vec::new();
    let mut order = Vec::new();
    for section in sections.fields().iter().filter(|field| !field.node.is_nothing()) {
        let title = title(&section.key);
        let title_node = Node::text(&title, section.key_span);
        let key = standard_key(section, texts);
        match key.filter(|key| standard.iter().all(|field| field.key != *key)) {
            Some(key) => {
                order.push(Node::text(key, section.key_span));
                let list = entries::standard(key, &section.node, texts);
                let key_span = section.key_span;
                standard.push(Field { key: key.to_owned(), key_span, node: list });
                let title = Field::new("title", title_node);
                let heading = Node::map(vec![title], section.key_span);
                headings.push(Field::new(key, heading));
            }
            None => {
                let id = id(&title, own.len());
                order.push(Node::text(&id, section.key_span));
                let mut fields = vec![
                    Field::new("id", Node::text(&id, section.key_span)),
                    Field::new("title", title_node),
                ];
                fields.extend(entries::own(&section.node, texts));
                own.push(Node::map(fields, section.key_span));
            }
        }
    }
    let span = sections.span;
    let mut fields = standard;
    if !own.is_empty() {
        fields.push(Field::new("sections", Node::list(own, span)));
    }
    if !headings.is_empty() {
        fields.push(Field::new("headings", Node::map(headings, span)));
    }
    if !order.is_empty() {
        fields.push(Field::new("order", Node::list(order, span)));
    }
    fields
}

/// The standard section that has a place for everything in this one.
fn standard_key(section: &Field, texts: &Texts) -> Option<&'static str> {
    let list = section.node.elements();
    let is_all = |kind: Kind| list.iter().all(|entry| Kind::of(entry) == kind);
    match Kind::of(list.first()?) {
        Kind::Experience if is_all(Kind::Experience) => Some("work"),
        Kind::Education if is_all(Kind::Education) => Some("education"),
        Kind::Publication if is_all(Kind::Publication) => Some("publications"),
        Kind::Normal
            if is_all(Kind::Normal) && section.key.to_lowercase().contains("project") =>
        {
            Some("projects")
        }
        Kind::OneLine if list.iter().all(|entry| entries::is_group(entry, texts)) => {
            Some("skills")
        }
        Kind::Experience
        | Kind::Education
        | Kind::Publication
        | Kind::Normal
        | Kind::OneLine
        | Kind::Text
        | Kind::Bullet => None,
    }
}

/// Words that stay small in a title (RenderCV's list).
const SMALL: [&str; 30] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "like",
    "near", "nor", "of", "off", "on", "onto", "or", "over", "so", "than", "that", "to",
    "upon", "when", "with", "yet", "the",
];

/// RenderCV's rule: a key with a space or a capital is the title; otherwise its words,
/// which underscores part, get capitals.
fn title(key: &str) -> String {
    if key.contains(' ') || key.chars().any(char::is_uppercase) {
        return key.to_owned();
    }
    let words = key.split('_').map(|word| match SMALL.contains(&word) {
        true => word.to_owned(),
        false => capitalised(word),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The title in lower case with hyphens, or a number where nothing is left of it.
fn id(title: &str, number: usize) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let id = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let is_taken = crate::profile::STANDARD_SECTIONS.contains(&id.as_str());
    match id.is_empty() || is_taken {
        true => format!("section-{}", number + 1),
        false => id,
    }
}
