//! The looks: what a profile's outputs have a place for.

use crate::profile::is_language_tag;
use crate::readers::notes::Notes;
use crate::readers::taking::Taking;
use crate::tree::{Field, Node};

/// The outputs that keep the paper and the language.
pub(super) fn of(
    design: Option<&Node>,
    locale: Option<&Node>,
    notes: &mut Notes,
) -> Option<Field> {
    let mut paper = None;
    if let Some(design) = design {
        let mut design = Taking::of(design);
        if let Some(theme) = design.take("theme") {
            let name = theme.as_text().unwrap_or_default();
            if name != "classic" {
                notes.add(format!("the theme `{name}` is read as `classic`"), theme.span);
            }
        }
        if let Some(page) = design.take("page") {
            let mut page = Taking::of(page);
            paper = page.take("size");
            page.finish(notes);
        }
        design.finish(notes);
    }
    let mut language = None;
    if let Some(locale) = locale {
        let mut locale = Taking::of(locale);
        let named = locale.take("language");
        language =
            named.and_then(|node| Some(Node::text(tag(node.as_text()?)?, node.span)));
        if let (Some(named), None) = (named, &language) {
            notes.add("the language is not known, and is left out", named.span);
        }
        locale.finish(notes);
    }
    field(paper, language)
}

/// The key `outputs`, where there is anything to say.
pub(crate) fn field(paper: Option<&Node>, language: Option<Node>) -> Option<Field> {
    let language = language.filter(|node| node.as_text() != Some("en"));
    let paper = paper.filter(|node| {
        let size = node.as_text().unwrap_or_default();
        size.contains("letter")
    });
    let span = paper.map(|node| node.span).or(language.as_ref().map(|node| node.span))?;
    let output = |name: &str| {
        let mut fields = Vec::new();
        if let (Some(paper), "pdf") = (paper, name) {
            fields.push(Field::new("paper", Node::text("us-letter", paper.span)));
        }
        fields.extend(language.iter().map(|tag| Field::new("locale", tag.clone())));
        Field::new(name, Node::map(fields, span))
    };
    let outputs = ["readme", "pdf", "text"].map(output);
    Some(Field::new("outputs", Node::map(outputs.into(), span)))
}

/// The tag of a language that RenderCV names in English words (2.x) or by its code (1.x).
fn tag(name: &str) -> Option<&str> {
    const NAMES: [(&str, &str); 23] = [
        ("arabic", "ar"),
        ("danish", "da"),
        ("dutch", "nl"),
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("hebrew", "he"),
        ("hindi", "hi"),
        ("hungarian", "hu"),
        ("indonesian", "id"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("mandarin_chinese", "zh"),
        ("norwegian_bokmål", "nb"),
        ("norwegian_nynorsk", "nn"),
        ("persian", "fa"),
        ("polish", "pl"),
        ("portuguese", "pt"),
        ("russian", "ru"),
        ("spanish", "es"),
        ("turkish", "tr"),
        ("vietnamese", "vi"),
    ];
    let named = NAMES.iter().find(|(english, _)| *english == name);
    named.map(|(_, tag)| *tag).or_else(|| is_language_tag(name).then_some(name))
}
