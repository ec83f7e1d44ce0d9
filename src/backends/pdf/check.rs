//! What is wrong with an output's options beyond their types.

use super::attach;
use super::fonts::Family;
use super::options::PdfOptions;
use super::themes;
use crate::backends::{AssetError, Options};
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::profile::Date;
use std::path::{Component, Path};

/// The families that text can be set in.
pub(super) const TEXT: [Family; 4] =
    [Family::Libertinus, Family::SourceSerif, Family::SourceSans, Family::Inter];

/// Every problem with `options`.
pub(super) fn check(options: &Options) -> Vec<Diagnostic> {
    let (decoded, mut problems) = options.decode_rest::<PdfOptions>();
    problems.extend(decoded.iter().flat_map(|decoded| values(decoded, options)));
    problems.extend(themes::check(options));
    problems.extend(decoded.as_ref().and_then(|decoded| fonts(decoded, options)));
    problems
}

/// A profile's folder of fonts is beside it, as its path tells before anything is read.
fn fonts(set: &PdfOptions, options: &Options) -> Option<Diagnostic> {
    let path = set.font_path.as_deref().filter(|_| !options.is_set("font_path"))?;
    let is_inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (!is_inside).then(|| unread_fonts(path, &AssetError::Outside, options))
}

/// Why a profile's folder of fonts is not read.
pub(super) fn unread_fonts(
    path: &str,
    reason: &AssetError,
    options: &Options,
) -> Diagnostic {
    Diagnostic::error(Code::Outside, format!("`font_path: {path}` is not read: {reason}"))
        .at(Place::Value(options.origin().key("font_path")), "")
        .help("name a folder beside the profile, or give `--font-path`")
}

fn values(set: &PdfOptions, options: &Options) -> Vec<Diagnostic> {
    let problem = |key: &str, message: String, help: String| {
        Diagnostic::error(Code::BadValue, message)
            .at(Place::Value(options.origin().key(key)), "")
            .help(help)
    };
    let mut problems = Vec::new();
    for (key, value, least, most) in [
        ("font_size", set.font_size, 7.0, 16.0),
        ("density", set.density, 0.5, 2.0),
        ("margins", set.margins, 5.0, 50.0),
        ("pages", set.pages.map(|pages| pages as f64), 1.0, 99.0),
    ] {
        let wrong = value.filter(|value| !(least..=most).contains(value));
        problems.extend(wrong.map(|value| {
            let message = format!("`{key}: {value}` is too much or too little");
            problem(key, message, format!("it may be {least} to {most}"))
        }));
    }
    problems.extend(attach::check(set, options));
    let accent = set.accent.as_ref().filter(|accent| !is_colour(accent));
    problems.extend(accent.map(|accent| {
        let help = "write six hexadecimal digits, as in `#1d3f66`, in quotes";
        problem("accent", format!("`{accent}` is no colour"), help.to_owned())
    }));
    let date = set.date.as_ref().filter(|date| !is_day(date));
    problems.extend(date.map(|date| {
        let help = "write year, month and day, as in `2024-05-31`";
        problem("date", format!("`{date}` is no day"), help.to_owned())
    }));
    let font = set.font.as_ref().filter(|font| !is_text_font(font));
    problems.extend(font.map(|font| {
        problem("font", format!("there is no font `{font}`"), fonts_like(font))
    }));
    problems
}

fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit())
}

fn is_day(date: &str) -> bool {
    date.len() == 10 && date.parse::<Date>().is_ok()
}

fn is_text_font(name: &str) -> bool {
    Family::named(name).is_some_and(|family| TEXT.contains(&family))
}

fn fonts_like(name: &str) -> String {
    let names = TEXT.map(Family::name);
    let near = near(name, &names).map(|near| format!("`{near}`")).collect::<Vec<_>>();
    let all = format!("there are: {}", names.join(", "));
    if near.is_empty() {
        all
    } else {
        format!("did you mean {}? {all}", near.join(" or "))
    }
}

/// The name that is a slip away, or else those whose first word is.
fn near<'a>(name: &str, names: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let whole = nearest(name, names.iter().copied());
    let first = name.split_whitespace().next().unwrap_or_default().to_owned();
    let by_word = names.iter().copied().filter(move |family| {
        nearest(&first, family.split(' ').next()).is_some() && whole.is_none()
    });
    whole.into_iter().chain(by_word)
}
