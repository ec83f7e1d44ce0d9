//! Links and images that lead nowhere, and images that say nothing.

use super::tags::Tag;
use super::{Page, warning};
use crate::diagnostics::{Code, Diagnostic};
use std::ops::Range;

/// Files that are not there, images without words, the old way to tell dark from light.
pub(super) fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let addresses = addresses(page).into_iter();
    let images = images(page);
    for (url, span) in addresses.chain(images.iter().cloned()) {
        found.extend(file(page, &url, &span));
    }
    for (url, span) in &images {
        if url.ends_with("#gh-dark-mode-only") || url.ends_with("#gh-light-mode-only") {
            let message = "GitHub no longer recommends `#gh-dark-mode-only`";
            let help = "write `<picture>` with a `<source media=\"(prefers-color-scheme: \
                        dark)\" srcset=\"…\">`";
            found.push(warning(Code::Outdated, message, span).help(help));
        }
    }
    found.extend(without_words(page));
    found
}

/// Where the links lead.
pub(super) fn addresses(page: &Page<'_>) -> Vec<(String, Range<usize>)> {
    let links = page.survey.links.iter();
    let mut all: Vec<_> =
        links.map(|link| (link.url.clone(), link.span.clone())).collect();
    all.extend(values(page, "a", "href"));
    all
}

fn images(page: &Page<'_>) -> Vec<(String, Range<usize>)> {
    let images = page.survey.images.iter();
    let mut all: Vec<_> =
        images.map(|image| (image.url.clone(), image.span.clone())).collect();
    all.extend(values(page, "img", "src"));
    for (set, span) in values(page, "source", "srcset") {
        let first = |one: &str| one.split_whitespace().next().map(str::to_owned);
        all.extend(set.split(',').filter_map(first).map(|url| (url, span.clone())));
    }
    all
}

fn values(page: &Page<'_>, name: &str, attribute: &str) -> Vec<(String, Range<usize>)> {
    let tags = page.tags.iter().filter(|tag| tag.name == name);
    let values = tags.filter_map(|tag| tag.get(attribute));
    values.map(|one| (one.value.replace("&amp;", "&"), one.span.clone())).collect()
}

/// A relative path that leads to no file of the repository.
fn file(page: &Page<'_>, url: &str, span: &Range<usize>) -> Option<Diagnostic> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let has_scheme =
        url.find(':').is_some_and(|colon| !url[..colon].contains(['/', '?', '#']));
    if path.is_empty() || has_scheme || url.starts_with("//") {
        return None;
    }
    let path = decoded(path);
    (!(page.exists)(&path)).then(|| {
        warning(Code::BrokenLink, format!("there is no file `{path}`"), span)
            .help("paths are relative to the page; `/` is the root of the repository")
    })
}

fn without_words(page: &Page<'_>) -> Vec<Diagnostic> {
    let message = "an image without alternative text";
    let help = "say what it shows, for those who can't see it: `![a chart](chart.svg)`";
    let images = page.survey.images.iter().filter(|image| image.text.trim().is_empty());
    let mut spans: Vec<&Range<usize>> = images.map(|image| &image.span).collect();
    let is_silent = |tag: &&Tag| tag.name == "img" && tag.get("alt").is_none();
    spans.extend(page.tags.iter().filter(is_silent).map(|tag| &tag.span));
    spans
        .into_iter()
        .map(|span| warning(Code::MissingAlt, message, span).help(help))
        .collect()
}

/// An address with its percent-encoded characters as themselves.
pub(super) fn decoded(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = url.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
