//! `curricle check`: say everything that is wrong with a profile.

use super::args::{Args, Check};
use super::prepare::Job;
use super::render::in_place;
use super::{Failure, input, lint, prepare, render, report};
use crate::backends::Request;
use crate::diagnostics::{Code, Diagnostic, SourceMap};
use crate::document::untranslated;
use crate::output;
use crate::tree::Node;
use std::path::{Path, PathBuf};

/// Runs the command.
pub(super) fn run(check: &Check, args: &Args) -> Result<(), Failure> {
    let mut source = input::read(&check.input, args)?;
    let asked = check.version.asked();
    let mut missing = None;
    if let Some(locale) = &check.locale {
        render::language(locale).map_err(|wrong| report::wrong(&wrong))?;
        let profile = source.profile.iter();
        let found = profile.flat_map(|profile| untranslated(profile, locale, &asked));
        let found: Vec<_> = found.collect();
        let texts = found.iter().filter(|found| found.code == Code::Untranslated);
        missing = Some((locale, texts.count()));
        source.problems.extend(found);
    }
    let (jobs, map) = prepare::jobs(source, &asked, args, Ok)?;
    let folder = input::folder(&check.input);
    let mut result = Ok(());
    for job in jobs.iter().filter(|job| job.target.backend.has_regions()) {
        result = result.and(page(job, &jobs, &folder, args));
    }
    result?;
    let mut outputs: Vec<_> =
        jobs.iter().map(|job| format!("`{}`", job.target.name)).collect();
    outputs.dedup(); // an output in several languages is one output
    report::done(
        &format!("{} is fine; it makes {}", map.name(), outputs.join(", ")),
        args,
    );
    if let Some((locale, count)) = missing {
        report::done(&translated(locale, count), args);
    }
    Ok(())
}

fn translated(locale: &str, count: usize) -> String {
    match count {
        0 => format!("every text in several languages is there in `{locale}`"),
        1 => format!("one text is not there in `{locale}`"),
        count => format!("{count} texts are not there in `{locale}`"),
    }
}

/// Says what GitHub would do to a page, as if it stood beside the profile.
fn page(job: &Job, jobs: &[Job], folder: &Path, args: &Args) -> Result<(), Failure> {
    let target = &job.target;
    let request = Request::new(&job.document, &target.options);
    let rendered = target.backend.render(&request).map_err(|error| {
        report::problems(&error.0, &job.map, args);
        Failure::Problem
    })?;
    report::problems(&rendered.warnings, &job.map, args);
    let page = target.backend.as_region(&rendered.bytes).unwrap_or_default();
    let path = folder.join(&target.path);
    let name = path.display().to_string();
    let whole = match &target.region {
        None => page.to_owned(),
        Some(region) => in_file(region, page, &path).map_err(|(text, problems)| {
            let map = SourceMap::new(&name, text, Node::default());
            report::problems(&problems, &map, args);
            Failure::Problem
        })?,
    };
    let beside = path.parent().unwrap_or(Path::new(""));
    let made: Vec<PathBuf> =
        jobs.iter().map(|job| folder.join(&job.target.path)).collect();
    let found = crate::lint::lint(&whole, &|file| lint::is_file(beside, file, &made));
    lint::say(&name, &whole, &found, args);
    Ok(())
}

/// The whole file with the page in its region. A file that can't be read is for `render` to
/// say.
fn in_file(
    region: &str,
    page: &str,
    path: &Path,
) -> Result<String, (String, Vec<Diagnostic>)> {
    let bytes = output::existing(path).ok().flatten();
    let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return Ok(page.to_owned());
    };
    let (_, text) = in_place::without_bom(&text);
    match in_place::filled(&[(region, page)], text) {
        Ok(filled) => Ok(filled.text),
        Err(problems) => Err((text.to_owned(), problems)),
    }
}
