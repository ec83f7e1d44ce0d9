//! What a profile does not say in a language.

use super::{Asked, Fallback, View, compose};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::profile::Profile;

/// A warning for each text that is written in several languages and not in `locale`,
/// of the version that is asked for, whatever outputs show of it. A text that is written once is the same in every language.
pub fn untranslated(profile: &Profile, locale: &str, asked: &Asked) -> Vec<Diagnostic> {
    let (locale_of, asked) = (Some(locale.to_owned()), asked.clone());
    let view = View { locale: locale_of, asked, ..View::default() };
    let composed = compose(profile, &view);
    let unknown = composed.problems.into_iter();
    let mut problems: Vec<_> =
        unknown.filter(|problem| problem.code == Code::UnknownLocale).collect();
    problems.extend(composed.fallbacks.iter().map(|text| missing(text, locale)));
    problems
}

fn missing(text: &Fallback, locale: &str) -> Diagnostic {
    let shown = &text.shown;
    Diagnostic::warning(
        Code::Untranslated,
        format!("this text is not there in `{locale}`"),
    )
    .at(Place::Value(text.origin.clone()), format!("shown in `{shown}`"))
    .help(format!("add `{locale}:` beside `{shown}:`"))
}
