//! The words of the page, and how many there are.

use super::{GITHUB_LIMIT, Page, warning};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::richtext::Emoji;
use std::ops::Range;

/// GitHub's pictures that are no emoji of Unicode.
const OWN: &[&str] = &[
    "accessibility",
    "atom",
    "basecamp",
    "basecampy",
    "bowtie",
    "copilot",
    "dependabot",
    "electron",
    "feelsgood",
    "finnadie",
    "fishsticks",
    "goberserk",
    "godmode",
    "hurtrealbad",
    "neckbeard",
    "octocat",
    "rage1",
    "rage2",
    "rage3",
    "rage4",
    "shipit",
    "suspect",
    "trollface",
];

/// Shortcodes that are none, and bytes that are never shown.
pub(super) fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    let texts = page.survey.texts.iter();
    let mut found: Vec<Diagnostic> =
        texts.flat_map(|(text, span)| shortcodes(page, text, span)).collect();
    if page.text.len() > GITHUB_LIMIT {
        let cut = page.text.floor_char_boundary(GITHUB_LIMIT);
        let message =
            format!("GitHub shows only the first {GITHUB_LIMIT} bytes of a page");
        let at = cut..page.text.ceil_char_boundary(cut + 1);
        let help = "spread it over several pages";
        found.push(warning(Code::TooLarge, message, &at).help(help));
    }
    found
}

fn shortcodes(page: &Page<'_>, text: &str, span: &Range<usize>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for name in names(text) {
        if Emoji::of_shortcode(name).is_none() && !OWN.contains(&name) {
            let code = format!(":{name}:");
            let source = page.text.get(span.clone()).unwrap_or_default();
            let at = source
                .find(&code)
                .map_or(span.clone(), |at| span.start + at..span.start + at + code.len());
            let message = format!("`{code}` is no emoji, and stays as it is");
            let problem = warning(Code::UnknownShortcode, message, &at);
            let known = emojis::iter().flat_map(|emoji| emoji.shortcodes());
            found.push(match nearest(name, known) {
                Some(near) => problem.help(format!("did you mean `:{near}:`?")),
                None => problem.help("write the emoji itself"),
            });
        }
    }
    found
}

/// What looks like the name of an emoji: between colons, apart from other words.
fn names(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_+-".contains(c);
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(colon) = rest.find(':') {
        let is_apart =
            !rest[..colon].ends_with(|c: char| c.is_alphanumeric() || c == ':');
        let after = &rest[colon + 1..];
        let length = after.find(|c| !is_part(c)).unwrap_or(after.len());
        let (name, tail) = after.split_at(length);
        let closes = tail.starts_with(':')
            && !tail[1..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
        if is_apart && closes && name.starts_with(|c: char| c.is_ascii_lowercase()) {
            names.push(name);
            rest = &tail[1..];
        } else {
            rest = after;
        }
    }
    names
}
