//! The looks: what a profile's outputs have a place for.

use super::looks::{self, Looks};
use crate::profile::is_language_tag;
use crate::readers::notes::Notes;
use crate::readers::taking::Taking;
use crate::tree::{Field, Node};

/// What outputs have a place for.
#[derive(Debug, Default)]
pub(crate) struct Settings<'a> {
    /// The paper, by whatever name.
    pub(crate) paper: Option<&'a Node>,
    /// The language's tag.
    pub(crate) language: Option<Node>,
    /// The theme of the PDF.
    pub(crate) theme: Option<Node>,
    /// The colour of its headings and links.
    pub(crate) accent: Option<Node>,
}

/// The outputs that keep the looks, the paper and the language.
pub(super) fn of(
    design: Option<&Node>,
    locale: Option<&Node>,
    notes: &mut Notes,
) -> Option<Field> {
    let mut settings = Settings::default();
    if let Some(design) = design {
        let mut design = Taking::of(design);
        let Looks { theme, accent } = looks::of(&mut design, notes);
        settings = Settings { theme, accent, ..settings };
        if let Some(page) = design.take("page") {
            let mut page = Taking::of(page);
            settings.paper = page.take("size");
            page.finish(notes);
        }
        design.finish(notes);
    }
    if let Some(locale) = locale {
        let mut locale = Taking::of(locale);
        let named = locale.take("language");
        settings.language =
            named.and_then(|node| Some(Node::text(tag(node.as_text()?)?, node.span)));
        if let (Some(named), None) = (named, &settings.language) {
            notes.add("the language is not known, and is left out", named.span);
        }
        locale.finish(notes);
    }
    field(settings)
}

/// The key `outputs`, where there is anything to say.
pub(crate) fn field(settings: Settings<'_>) -> Option<Field> {
    let Settings { paper, language, theme, accent } = settings;
    let language = language.filter(|node| node.as_text() != Some("en"));
    let paper = paper.filter(|node| {
        let size = node.as_text().unwrap_or_default();
        size.contains("letter")
    });
    let paper = paper.map(|node| Node::text("us-letter", node.span));
    let of_pdf = [("theme", theme), ("paper", paper), ("accent", accent)];
    let of_pdf =
        of_pdf.into_iter().filter_map(|(key, node)| Some(Field::new(key, node?)));
    let of_pdf: Vec<Field> = of_pdf.collect();
    let first = of_pdf.first().map(|field| field.node.span);
    let span = first.or(language.as_ref().map(|node| node.span))?;
    let output = |name: &str| {
        let mut fields = if name == "pdf" { of_pdf.clone() } else { vec![] };
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
