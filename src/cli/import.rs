//! `curricle import`: what is there already into a profile.

mod damage;

use super::args::{Args, Import};
use super::{Failure, convert, input, report, saved, written};
use crate::diagnostics::{Code, Diagnostic, Lines, Place, SourceMap, Span};
use crate::import::{self, Attempt};
use crate::readers::{self, Opened};
use crate::tree::Node;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

/// Runs the command.
pub(super) fn run(options: &Import, args: &Args) -> Result<(), Failure> {
    let file = input::file(&options.input, args)?;
    refuse_existing(options, args)?;
    if is_data(&file, args) {
        let source = input::read_file(file, args.bounds());
        return convert::save(&source, &options.output, options.force, args);
    }
    let page = input::page_of(file, args)?;
    let text = damage::mended(&page.name, &page.text, options, args);
    let map = SourceMap::new(&page.name, &text, Node::default());
    let attempt = import::best(&text).map_err(|too_deep| {
        report::problems(&[too_deep.into()], &map, args);
        Failure::Problem
    })?;
    report::problems(&notices(&attempt, &map), &map, args);
    save(&attempt, options, args)?;
    report::done(&summary(&attempt, options, &map), args);
    Ok(())
}

/// Whether a file has fields, rather than being a page: by its content, or by its name where
/// something in it is so wrong that its content does not tell.
fn is_data(file: &Opened, args: &Args) -> bool {
    let extension = Path::new(&file.name).extension().and_then(|name| name.to_str());
    readers::format_of(&file.bytes, &args.bounds()).is_some()
        || matches!(extension, Some("yaml" | "yml" | "json" | "pdf"))
}

fn refuse_existing(import: &Import, args: &Args) -> Result<(), Failure> {
    let path = &import.output;
    if path == Path::new("-") || import.force || !path.exists() {
        return Ok(());
    }
    let message = format!("`{}` is there already", path.display());
    let problem = Diagnostic::error(Code::NotOurs, message)
        .help("it is untouched; `--force` replaces it")
        .help("or write another file with `-o FILE`");
    report::about(path, problem, args);
    Err(Failure::Problem)
}

/// Everything that the profile does not have as the page had it.
fn notices(attempt: &Attempt, map: &SourceMap) -> Vec<Diagnostic> {
    let mut notices = damage::lost(map.text());
    let lines = map.lines();
    for span in &attempt.different {
        let notice = Diagnostic::warning(
            Code::UnsupportedMarkup,
            format!("{} will not look the same", named(&lines, map.text(), span)),
        );
        notices.push(notice.at(place(span), "").help("look at this part of the page"));
    }
    if !attempt.is_named {
        let notice = Diagnostic::warning(Code::Missing, "the page names nobody")
            .at(Place::File, "")
            .help("write your name in the profile, in place of `Your Name`");
        notices.push(notice);
    }
    notices
}

fn save(attempt: &Attempt, import: &Import, args: &Args) -> Result<(), Failure> {
    if import.output == Path::new("-") {
        return written(std::io::stdout().lock().write_all(attempt.yaml.as_bytes()));
    }
    saved(&import.output, attempt.yaml.as_bytes(), args).map(|_| ())
}

fn summary(attempt: &Attempt, import: &Import, map: &SourceMap) -> String {
    let file = match import.output == Path::new("-") {
        true => "the profile".to_owned(),
        false => format!("wrote {}", import.output.display()),
    };
    let equal = match attempt.different.is_empty() {
        true => "it makes the same page again",
        false => "it makes nearly the same page again",
    };
    let raw = match attempt.raw.as_slice() {
        [] => String::new(),
        spans => {
            let (lines, text) = (map.lines(), map.text());
            let places: Vec<_> =
                spans.iter().map(|span| numbers(&lines, text, span)).collect();
            format!("; kept as raw Markdown: lines {}", places.join(", "))
        }
    };
    format!("{file}: {equal}{raw}")
}

/// `line 3` or `lines 3–5`
fn named(lines: &Lines<'_>, text: &str, span: &Range<usize>) -> String {
    let numbers = numbers(lines, text, span);
    match numbers.contains('–') {
        true => format!("lines {numbers}"),
        false => format!("line {numbers}"),
    }
}

fn numbers(lines: &Lines<'_>, text: &str, span: &Range<usize>) -> String {
    let words = text.get(span.clone()).unwrap_or_default().trim_end();
    let first = lines.number(span.start);
    let last = lines.number(span.start + words.len());
    match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    }
}

fn place(span: &Range<usize>) -> Place {
    Place::Span(Span::new(span.start, span.end))
}
