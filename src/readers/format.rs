//! The formats that are read, known by their content.

use super::{bytes, json_resume, pdf, rendercv, yaml, yamlresume};
use crate::bounds::Bounds;
use crate::diagnostics::Diagnostic;
use crate::tree::{Node, Value};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A profile of our own, in YAML.
    #[default]
    Profile,
    /// A JSON Resume document, or a profile in JSON.
    JsonResume,
    /// A RenderCV file: everything under `cv`.
    RenderCv,
    /// A YAMLResume file: everything under `content`.
    YamlResume,
    /// A PDF that carries a JSON Resume document.
    Pdf,
}

impl Format {
    /// The format of a tree. Both others have one key that a profile has not, and no
    /// `basics`.
    pub(super) fn of(root: &Node) -> Self {
        let is_map = |key: &str| {
            let found = root.get(key).map(|field| &field.node.value);
            matches!(found, Some(Value::Map(_)))
        };
        match root.get("basics") {
            None if is_map("cv") => Self::RenderCv,
            None if is_map("content") => Self::YamlResume,
            Some(_) | None => Self::Profile,
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "a profile",
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV",
            Self::YamlResume => "YAMLResume",
            Self::Pdf => "a PDF",
        }
    }
}

/// The tree of one file as a profile has it, whatever the format of the file.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) root: Node,
    pub(super) format: Format,
    pub(super) problems: Vec<Diagnostic>,
}

impl Parsed {
    /// The same, out of a PDF.
    pub(super) fn of_pdf(self) -> Self {
        Self { format: Format::Pdf, ..self }
    }
}

/// The format of a file, if it is one that becomes a profile: a PDF, JSON, or YAML with the
/// key under which a format has everything. A page of Markdown may be YAML by chance, and
/// then has no such key.
pub(super) fn known(bytes: &[u8], bounds: &Bounds) -> Option<Format> {
    if pdf::is_pdf(bytes) {
        return Some(Format::Pdf);
    }
    let text = bytes::text(bytes).ok()?;
    if json_resume::starts_json(text) {
        return Some(Format::JsonResume);
    }
    let (root, _) = yaml::parse(text, bounds).ok()?;
    match Format::of(&root) {
        Format::Profile if root.get("basics").is_none() => None,
        found => Some(found),
    }
}

/// Reads a text of any format.
///
/// # Errors
/// The first place at which it is neither YAML nor JSON.
pub(super) fn parse(text: &str, bounds: &Bounds) -> Result<Parsed, Diagnostic> {
    if json_resume::starts_json(text) {
        return json(text, bounds);
    }
    let (root, mut problems) = yaml::parse(text, bounds)?;
    let format = Format::of(&root);
    let root = match format {
        Format::Profile | Format::JsonResume | Format::Pdf => root,
        Format::RenderCv => rendercv::rewrite(&root, &mut problems),
        Format::YamlResume => yamlresume::rewrite(&root, &mut problems),
    };
    Ok(Parsed { root, format, problems })
}

/// A document in JSON: what it plainly means is read, with warnings where it is not what
/// the standard has.
fn json(text: &str, bounds: &Bounds) -> Result<Parsed, Diagnostic> {
    let relaxed = json_resume::relaxed(text);
    let (mut root, duplicates) = yaml::parse(&relaxed.text, bounds)?;
    let mut problems = relaxed.problems;
    problems.extend(json_resume::rewrite(&mut root));
    problems.extend(duplicates);
    Ok(Parsed { root, format: Format::JsonResume, problems })
}
