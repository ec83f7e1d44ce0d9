//! One output in several languages.

use super::Target;
use super::relative::relative;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::document::{Translation, Words, language};
use crate::profile::{Profile, ViewOptions, is_language_tag};
use std::path::{Path, PathBuf};

/// Where an output's language goes in its path.
const PLACE: &str = "{locale}";

/// The output in each of its languages, or in the one that it has.
pub(super) fn each(target: Target, view: &ViewOptions, profile: &Profile) -> Vec<Target> {
    if view.locales.is_empty() {
        if !target.pattern.to_string_lossy().contains(PLACE) {
            return vec![target];
        }
        let path = with_language(&target.pattern, &language(profile, &target.view));
        return vec![Target { path, ..target }];
    }
    let pages: Vec<(&str, PathBuf)> = view
        .locales
        .iter()
        .enumerate()
        .map(|(place, tag)| (tag.as_str(), path(&target.path, tag, place)))
        .collect();
    let in_language = |(tag, path): &(&str, PathBuf)| {
        let mut target = target.clone();
        target.view.locale = Some((*tag).to_owned());
        target.path.clone_from(path);
        target.translations = translations(&pages, path);
        target
    };
    pages.iter().map(in_language).collect()
}

/// The language that all outputs have, if they have one: an output that the profile does not
/// list has it, too.
pub(in crate::cli) fn common(targets: &[Target]) -> Option<String> {
    let (first, rest) = targets.split_first()?;
    let locale = first.view.locale.as_ref()?;
    rest.iter()
        .all(|one| one.view.locale.as_ref() == Some(locale))
        .then(|| locale.clone())
}

/// What is wrong with an output's languages.
pub(super) fn check(view: &ViewOptions, origin: &Pointer) -> Vec<Diagnostic> {
    let list = origin.key("locales");
    let one = view.locale.iter().map(|tag| (tag, origin.key("locale")));
    let several = view.locales.iter().enumerate().map(|(i, tag)| (tag, list.index(i)));
    let mut problems: Vec<_> =
        one.chain(several).filter_map(|(tag, at)| no_tag(tag, at)).collect();
    for (place, tag) in view.locales.iter().enumerate() {
        if view.locales[..place].contains(tag) {
            let message = format!("`{tag}` is there twice");
            let at = Place::Value(list.index(place));
            problems.push(
                Diagnostic::error(Code::BadValue, message).at(at, "").help("remove one"),
            );
        }
    }
    if view.locale.is_some() && !view.locales.is_empty() {
        let message = "an output has a `locale` or `locales`, not both";
        let problem = Diagnostic::error(Code::BadValue, message)
            .at(Place::Key(origin.key("locale")), "")
            .help("`locales` makes one output for each language");
        problems.push(problem);
    }
    problems
}

fn no_tag(tag: &str, at: Pointer) -> Option<Diagnostic> {
    (!is_language_tag(tag)).then(|| {
        Diagnostic::error(Code::BadValue, format!("`{tag}` is not a language tag"))
            .at(Place::Value(at), "")
            .help(way_out(tag))
    })
}

/// What to write instead of what is no language tag.
pub(in crate::cli) fn way_out(tag: &str) -> String {
    let hyphened = tag.replace('_', "-");
    match is_language_tag(&hyphened) {
        true => format!("did you mean `{hyphened}`?"),
        false => "write one such as `de`, `pt-BR` or `zh-Hant`".to_owned(),
    }
}

/// Of each output the one in the language `tag`: that which has it, or else its first in
/// that language.
pub(in crate::cli) fn only(targets: Vec<Target>, tag: &str) -> Vec<Target> {
    let mut chosen: Vec<Target> = Vec::new();
    for mut target in targets {
        let is_asked = target.view.locale.as_deref() == Some(tag);
        let earlier = chosen.iter_mut().find(|one| {
            !target.translations.is_empty()
                && one.options.origin() == target.options.origin()
        });
        match earlier {
            Some(earlier) if is_asked => *earlier = target,
            Some(_) => {}
            None => {
                if !is_asked {
                    target.path = with_language(&target.pattern, tag);
                    target.view.locale = Some(tag.to_owned());
                }
                chosen.push(target);
            }
        }
    }
    chosen
}

/// The path of an output's language: where it says, or before the extension of all but the
/// first, as in `README.de.md`.
fn path(pattern: &Path, tag: &str, place: usize) -> PathBuf {
    let named = with_language(pattern, tag);
    if place == 0 || named != pattern {
        return named;
    }
    let stem = pattern.file_stem().unwrap_or_default().to_string_lossy();
    let extension = pattern.extension().map(|extension| extension.to_string_lossy());
    let extension = extension.map(|extension| format!(".{extension}"));
    pattern.with_file_name(format!("{stem}.{tag}{}", extension.unwrap_or_default()))
}

fn with_language(pattern: &Path, tag: &str) -> PathBuf {
    match pattern.to_str() {
        Some(pattern) => PathBuf::from(pattern.replace(PLACE, tag)),
        None => pattern.to_owned(),
    }
}

fn translations(pages: &[(&str, PathBuf)], own: &Path) -> Vec<Translation> {
    let translation = |(tag, path): &(&str, PathBuf)| Translation {
        lang: (*tag).to_owned(),
        name: name(tag, pages),
        url: (path != own).then(|| relative(own, path)),
    };
    pages.iter().map(translation).collect()
}

/// A language by its own name; with its tag where another has the same name.
fn name(tag: &str, pages: &[(&str, PathBuf)]) -> String {
    let own = |tag: &str| Words::of(tag).map(|words| words.get("name"));
    let same = pages.iter().filter(|(other, _)| own(other) == own(tag)).count();
    match own(tag) {
        Some(name) if same == 1 => name.to_owned(),
        Some(name) => format!("{name} ({tag})"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_its_language() {
        let named = |pattern, place| path(Path::new(pattern), "de", place);
        assert_eq!(named("README.md", 0), Path::new("README.md"));
        assert_eq!(named("README.md", 1), Path::new("README.de.md"));
        assert_eq!(named("a.b/cv", 1), Path::new("a.b/cv.de"));
        assert_eq!(named("{locale}/README.md", 0), Path::new("de/README.md"));
        assert_eq!(named("cv.{locale}.pdf", 2), Path::new("cv.de.pdf"));
    }

    #[test]
    fn languages_have_their_own_names() {
        let pages = ["de", "pt-BR", "pt-PT", "tlh"].map(|tag| (tag, PathBuf::from(tag)));
        let names: Vec<_> = pages.iter().map(|(tag, _)| name(tag, &pages)).collect();
        assert_eq!(names, ["Deutsch", "Português (pt-BR)", "Português (pt-PT)", "tlh"]);
    }
}
