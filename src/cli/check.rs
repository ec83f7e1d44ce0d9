//! `curricle check`: say everything that is wrong with a profile.

use super::args::{Args, Check};
use super::{Failure, input, prepare, render, report};
use crate::diagnostics::Code;
use crate::document::untranslated;

/// Runs the command.
pub(super) fn run(check: &Check, args: &Args) -> Result<(), Failure> {
    let mut source = input::read(&check.input, args)?;
    let asked = check.version.asked();
    let mut missing = None;
    if let Some(locale) = &check.locale {
        render::language(locale)?;
        let profile = source.profile.iter();
        let found = profile.flat_map(|profile| untranslated(profile, locale, &asked));
        let found: Vec<_> = found.collect();
        let texts = found.iter().filter(|found| found.code == Code::Untranslated);
        missing = Some((locale, texts.count()));
        source.problems.extend(found);
    }
    let (jobs, map) = prepare::jobs(source, &asked, args, Ok)?;
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
