//! What holds of any Markdown page that is imported, or in which regions are replaced.
//! Random tests and fuzzers try the same.

#![allow(unreachable_pub, dead_code, reason = "shared with the fuzz targets")]

use curricle::bounds::Bounds;
use curricle::import::best;
use curricle::output::regions::{Writer, find, splice};
use curricle::readers;
use curricle::richtext::{html_comments, page_tree};

/// A page becomes a profile without errors; what is not told to be different is the same
/// on the page that the profile makes.
pub fn is_imported(text: &str) -> Result<(), String> {
    let Ok(text) = readers::page("page.md", text.as_bytes(), &Bounds::default()) else {
        return Ok(());
    };
    let Ok(made) = best(&text) else { return Ok(()) };
    let source = readers::read("profile.yaml", made.yaml.as_bytes());
    if source.has_errors() {
        return Err(format!("{text:?} became {}: {:#?}", made.yaml, source.problems));
    }
    for span in made.raw.iter().chain(&made.different) {
        if text.get(span.clone()).is_none() {
            return Err(format!("{span:?} is no place in {text:?}"));
        }
    }
    if !made.different.is_empty() {
        return Ok(());
    }
    let tree = |page: &str| -> Vec<String> {
        page_tree(page).into_iter().map(|block| block.tree).collect()
    };
    match tree(&text) == tree(&made.page) {
        true => Ok(()),
        false => Err(format!("{text:?} became\n{:?} by\n{}", made.page, made.yaml)),
    }
}

/// What is between two markers is replaced, once and for all, and what is around them is
/// left alone.
pub fn is_spliced(text: &str) -> Result<(), String> {
    const PAGE: &str = "- one\n  - two 🌱\n";
    let comments = html_comments(text);
    if comments.iter().any(|one| text.get(one.span.clone()).is_none()) {
        return Err(format!("a comment is at no place of {text:?}"));
    }
    let Ok(region) = find(text, &comments, "x") else { return Ok(()) };
    let new = splice(text, &[(region.clone(), PAGE)]);
    let (before, after) = (&text[..region.start.span.end], &text[region.end.span.end..]);
    if !new.starts_with(before) || !new.ends_with(after) {
        return Err(format!("{text:?} became {new:?}"));
    }
    let again = find(&new, &html_comments(&new), "x")
        .map_err(|problem| format!("{text:?} became {new:?}: {problem:?}"))?;
    if again.writer(&new) != Writer::Ours {
        return Err(format!("{new:?} is {:?}", again.writer(&new)));
    }
    match splice(&new, &[(again, PAGE)]) == new {
        true => Ok(()),
        false => Err(format!("{new:?} changes again")),
    }
}
