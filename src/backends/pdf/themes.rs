//! The themes: what a page looks like, a Typst file each.

use super::fonts::Family;
use super::options::PdfOptions;
use crate::backends::{AssetError, Assets, Options, Request};
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use std::borrow::Cow;
use std::sync::Arc;

/// A look for the page.
#[derive(Debug, Clone)]
pub(super) struct Theme {
    /// The name by which an output asks for it.
    pub(super) name: Cow<'static, str>,
    /// What it looks like, in a line.
    pub(super) about: &'static str,
    /// The name of its file, as the typesetter's messages give it.
    pub(super) file: Cow<'static, str>,
    /// Its Typst source.
    pub(super) source: Cow<'static, str>,
}

/// A file of this repository under `templates/cv/`.
macro_rules! source {
    ($($file:tt)+) => {
        include_str!(concat!("../../../templates/cv/", $($file)+))
    };
}

/// What every theme imports: its parts, and what they are made of; each builds on those
/// before it.
pub(super) const SHARED: [(&str, &str); 8] = [
    ("words.typ", source!("words.typ")),
    ("rich.typ", source!("rich.typ")),
    ("look.typ", source!("look.typ")),
    ("parts-page.typ", source!("parts-page.typ")),
    ("parts-head.typ", source!("parts-head.typ")),
    ("parts-entries.typ", source!("parts-entries.typ")),
    ("parts-sections.typ", source!("parts-sections.typ")),
    ("parts.typ", source!("parts.typ")),
];

/// A commented theme to start from, for `curricle theme new`.
pub const START: &str = source!("start.typ");

macro_rules! theme {
    ($name:literal, $about:literal) => {
        Theme {
            name: Cow::Borrowed($name),
            about: $about,
            file: Cow::Borrowed(concat!($name, ".typ")),
            source: Cow::Borrowed(source!(concat!($name, ".typ"))),
        }
    };
}

/// A new theme is one file under `templates/cv/` and one entry here.
pub(super) const THEMES: &[Theme] = &[
    theme!("classic", "one column, a serif, quiet rules"),
    theme!("modern", "a sans, dates in a column at the left"),
    theme!("sidebar", "contacts, skills and languages beside the story"),
    theme!("compact", "an engineer's page: dense, a sans, small capitals"),
    theme!("academic", "a serif, numbered publications, as long as it takes"),
    theme!("banner", "a coloured head, with the photo if there is one"),
];

/// The built-in themes: their names, and what each looks like in a line.
pub fn list() -> impl Iterator<Item = (&'static str, &'static str)> {
    THEMES.iter().map(|theme| (&*theme.name, theme.about))
}

/// The built-in theme called `name`.
fn built_in(name: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.name == name)
}

/// The built-in theme that an output asks for, if it is one.
pub(super) fn asked(options: &Options) -> Option<&'static Theme> {
    let named = options.values().get("theme").map(|theme| theme.as_str());
    built_in(named.unwrap_or(Some(&PdfOptions::default().theme))?)
}

/// Whether `name` is a file's.
fn is_file(name: &str) -> bool {
    name.ends_with(".typ")
}

/// The theme called `name`, or the file of that name beside the profile.
///
/// # Errors
/// If there is none, or the file can't be read.
pub(super) fn find(name: &str, request: &Request<'_>) -> Result<Theme, Vec<Diagnostic>> {
    if let Some(theme) = built_in(name) {
        return Ok(theme.clone());
    }
    let own = request.assets.filter(|_| is_file(name));
    let source = own.map(|assets| read(name, assets));
    match source {
        Some(Ok(source)) => Ok(Theme {
            name: Cow::Owned(name.to_owned()),
            about: "a theme of one's own",
            file: Cow::Owned(name.trim_start_matches("./").to_owned()),
            source: Cow::Owned(source),
        }),
        Some(Err(reason)) => Err(vec![unreadable(name, &reason, request.options)]),
        None => Err(vec![unknown(name, request.options)]),
    }
}

fn read(path: &str, assets: &Arc<dyn Assets>) -> Result<String, AssetError> {
    let bytes = assets.read(path)?;
    String::from_utf8(bytes).map_err(|error| AssetError::Unreadable(error.to_string()))
}

impl Theme {
    /// Whether it is one of ours.
    pub(super) fn is_built_in(&self) -> bool {
        matches!(self.source, Cow::Borrowed(_))
    }

    /// The folder of its file, with a slash, or nothing: what it imports is there.
    pub(super) fn folder(&self) -> &str {
        self.file.rfind('/').map_or("", |slash| &self.file[..=slash])
    }

    /// The families that it names.
    pub(super) fn families(&self) -> impl Iterator<Item = Family> {
        let named =
            |family: &Family| self.source.contains(&format!("\"{}\"", family.name()));
        super::fonts::FAMILIES.into_iter().filter(named)
    }
}

/// What is wrong with the theme that an output names, apart from its type. A file is not
/// looked for until it is needed.
pub(super) fn check(options: &Options) -> Vec<Diagnostic> {
    let named = options.values().get("theme").and_then(|theme| theme.as_str());
    named
        .filter(|name| built_in(name).is_none() && !is_file(name))
        .map(|name| unknown(name, options))
        .into_iter()
        .collect()
}

fn unreadable(name: &str, reason: &AssetError, options: &Options) -> Diagnostic {
    let message = format!("the theme `{name}` can't be read: {reason}");
    Diagnostic::error(Code::UnknownTheme, message)
        .at(Place::Value(options.origin().key("theme")), "")
        .help("a path is relative to the profile and stays within its folder")
        .help("`curricle theme new mine.typ` writes one to start from")
}

fn unknown(name: &str, options: &Options) -> Diagnostic {
    let names = THEMES.iter().map(|theme| &*theme.name);
    let help = match nearest(name, names.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the themes are: {}", names.collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::error(Code::UnknownTheme, format!("there is no theme `{name}`"))
        .at(Place::Value(options.origin().key("theme")), "")
        .help(help)
}
