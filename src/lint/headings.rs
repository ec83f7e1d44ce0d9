//! Headings and the links to them.

use super::{Page, warning};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::richtext::Anchors;
use std::ops::Range;

/// Names that lead somewhere on every page of GitHub.
const ALWAYS: [&str; 2] = ["top", "readme"];

struct Heading {
    level: u8,
    words: String,
    span: Range<usize>,
}

/// Levels that are left out, and links to headings that are not there.
pub(super) fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    let headings = headings(page);
    let mut found = jumps(&headings);
    let targets = targets(page, &headings);
    let known = |name: &str| {
        ALWAYS.contains(&name) || targets.iter().any(|target| target == name)
    };
    for (url, span) in super::links::addresses(page) {
        let Some(name) = url.strip_prefix('#').filter(|name| !name.is_empty()) else {
            continue;
        };
        let name = super::links::decoded(name);
        // The prefix is in the page that GitHub makes, and leads to the same place.
        let name = name.strip_prefix("user-content-").unwrap_or(&name).to_owned();
        if !known(&name) {
            found.push(missing(&name, &targets, &span));
        }
    }
    found
}

/// Those in Markdown and those in HTML, in the order of the page.
fn headings(page: &Page<'_>) -> Vec<Heading> {
    let written = page.survey.headings.iter().map(|heading| Heading {
        level: heading.level,
        words: heading.text.clone(),
        span: heading.span.clone(),
    });
    let mut all: Vec<Heading> = written.collect();
    for tag in &page.tags {
        let level = tag.name.strip_prefix('h').and_then(|level| level.parse().ok());
        if let Some(level @ 1..=6) = level {
            let rest = page.text.get(tag.span.end..).unwrap_or_default();
            let words = rest.find(&format!("</{}", tag.name)).map(|end| &rest[..end]);
            let words = without_tags(words.unwrap_or_default());
            all.push(Heading { level, words, span: tag.span.clone() });
        }
    }
    all.sort_by_key(|heading| heading.span.start);
    all
}

fn without_tags(html: &str) -> String {
    let mut depth = 0_usize;
    let shown = html.chars().filter(|c| match c {
        '<' => {
            depth += 1;
            false
        }
        '>' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    shown.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn jumps(headings: &[Heading]) -> Vec<Diagnostic> {
    let jump = |pair: &[Heading]| match pair {
        [above, below] if below.level > above.level + 1 => {
            let message = format!(
                "this heading jumps from level {} to level {}",
                above.level, below.level
            );
            let help = "screen readers read the levels as an outline; leave none out";
            Some(warning(Code::HeadingJump, message, &below.span).help(help))
        }
        _ => None,
    };
    headings.windows(2).filter_map(jump).collect()
}

/// Everything on the page that a link can lead to.
fn targets(page: &Page<'_>, headings: &[Heading]) -> Vec<String> {
    let mut anchors = Anchors::default();
    let mut targets: Vec<String> =
        headings.iter().map(|heading| anchors.next(&heading.words)).collect();
    for tag in &page.tags {
        let names = ["id", "name"].into_iter().filter_map(|name| tag.get(name));
        targets.extend(names.map(|name| name.value.clone()));
    }
    targets
}

fn missing(name: &str, targets: &[String], span: &Range<usize>) -> Diagnostic {
    let message = format!("there is no heading with the anchor `#{name}`");
    let problem = warning(Code::BrokenLink, message, span);
    match nearest(name, targets.iter().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `#{near}`?")),
        None => problem.help(
            "an anchor is the heading in lower case, spaces as hyphens, without emoji",
        ),
    }
}
