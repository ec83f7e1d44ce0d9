//! The themes: what a page looks like, a Typst file each.

use crate::backends::Options;
use crate::diagnostics::{Code, Diagnostic, Place, nearest};

/// A look for the page.
#[derive(Debug)]
pub(super) struct Theme {
    /// The name by which an output asks for it.
    pub(super) name: &'static str,
    /// The name of its file, as the typesetter's messages give it.
    pub(super) file: &'static str,
    /// Its Typst source.
    pub(super) source: &'static str,
}

/// What every theme imports: the walk over rich text, and line breaks between words.
pub(super) const SHARED: [(&str, &str); 2] = [
    ("rich.typ", include_str!("../../../templates/cv/rich.typ")),
    ("words.typ", include_str!("../../../templates/cv/words.typ")),
];

/// A new theme is one file under `templates/cv/` and one entry here.
const THEMES: &[Theme] = &[Theme {
    name: "classic",
    file: "classic.typ",
    source: include_str!("../../../templates/cv/classic.typ"),
}];

/// The theme called `name`.
pub(super) fn find(name: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.name == name)
}

/// What is wrong with the theme that an output names, apart from its type.
pub(super) fn check(options: &Options) -> Vec<Diagnostic> {
    let named = options.values().get("theme").and_then(|theme| theme.as_str());
    named
        .filter(|name| find(name).is_none())
        .map(|name| unknown(name, options))
        .into_iter()
        .collect()
}

fn unknown(name: &str, options: &Options) -> Diagnostic {
    let names = THEMES.iter().map(|theme| theme.name);
    let help = match nearest(name, names.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the themes are: {}", names.collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::error(Code::UnknownTheme, format!("there is no theme `{name}`"))
        .at(Place::Value(options.origin().key("theme")), "")
        .help(help)
}
