//! `curricle diff`: what one version has and another has not.

use super::args::{Args, Diff, Input};
use super::prepare::{self, Cutting, Whole};
use super::{Failure, input, report, written};
use crate::compare;
use crate::diagnostics::nearest;
use crate::document::{Document, View, compose};
use crate::profile::Profile;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// Runs the command.
pub(super) fn run(diff: &Diff, args: &Args) -> Result<(), Failure> {
    let mut profiles = Profiles { diff, args, here: None };
    let (first, second) = match &diff.second {
        Some(second) => (profiles.version(&diff.first)?, profiles.version(second)?),
        None => (profiles.whole()?, profiles.version(&diff.first)?),
    };
    let found = compare::differences(&first.1, &second.1);
    if found.is_empty() {
        report::done(&format!("{} and {} show the same", first.0, second.0), args);
    }
    let words = compare::in_words(&found, &first.0, &second.0);
    written(std::io::stdout().lock().write_all(words.as_bytes()))
}

/// What is shown of a profile, and the output that shows it, if one does.
#[derive(Default)]
struct Shown {
    output: Option<String>,
    view: View,
}

/// A version and what it is called.
type Version = (String, Document);

/// The profiles that are compared. The one here is read once, and its problems said once.
struct Profiles<'a> {
    diff: &'a Diff,
    args: &'a Args,
    here: Option<Whole>,
}

impl Profiles<'_> {
    /// The version that a name means: a file, else an output, else an audience.
    fn version(&mut self, name: &str) -> Result<Version, Failure> {
        let path = PathBuf::from(name);
        if path.is_file() || name == "-" {
            let input = Input { profile: Some(path), ..Input::default() };
            let whole = self.read(&input)?;
            return Ok((name.to_owned(), self.document(&whole, Shown::default())?));
        }
        self.of_the_one_here(|whole| Ok((name.to_owned(), named(&whole.profile, name)?)))
    }

    /// All of the profile here.
    fn whole(&mut self) -> Result<Version, Failure> {
        self.of_the_one_here(|whole| Ok((whole.map.name().to_owned(), Shown::default())))
    }

    fn of_the_one_here(
        &mut self,
        shown: impl FnOnce(&Whole) -> Result<(String, Shown), Failure>,
    ) -> Result<Version, Failure> {
        let whole = match self.here.take() {
            Some(whole) => whole,
            None => self.read(&self.diff.input())?,
        };
        let (name, shown) = shown(&whole)?;
        let document = self.document(&whole, shown)?;
        self.here = Some(whole);
        Ok((name, document))
    }

    fn read(&self, input: &Input) -> Result<Whole, Failure> {
        let source = input::read(input, self.args)?;
        let mut problems = source.problems;
        if let Some(profile) = &source.profile {
            let asked = self.diff.version.asked();
            problems.extend(prepare::checked(profile, &asked, self.args)?);
        }
        prepare::say(&source.map, problems, self.args)?;
        let profile = source.profile.ok_or(Failure::Problem)?;
        Ok(Whole { profile: Arc::new(profile), map: Arc::new(source.map) })
    }

    fn document(&self, whole: &Whole, shown: Shown) -> Result<Document, Failure> {
        let Shown { output, mut view } = shown;
        let mut problems = Vec::new();
        let asked = self.diff.version.asked();
        let name = output.as_deref();
        let cutting = Cutting::Document;
        let found =
            prepare::in_version(whole, name, cutting, &mut view, &asked, &mut problems);
        prepare::say(&whole.map, problems, self.args)?;
        let Whole { profile, map: _ } = found.ok_or(Failure::Problem)?;
        let locale = self.diff.locale.clone().or(view.locale);
        Ok(compose(&profile, &View { locale, ..view }).document)
    }
}

fn named(profile: &Profile, name: &str) -> Result<Shown, Failure> {
    if let Some(output) = profile.outputs.get(name) {
        let view = View::from(&output.view);
        return Ok(Shown { output: Some(name.to_owned()), view });
    }
    if profile.audiences.contains_key(name) {
        let view = View { audience: Some(name.to_owned()), ..View::default() };
        return Ok(Shown { output: None, view });
    }
    let known = profile.outputs.keys().chain(profile.audiences.keys());
    let hint = match nearest(name, known.map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name a file, or an output or an audience of the profile".to_owned(),
    };
    Err(report::usage(&format!(
        "`{name}` is no file, and the profile has no such output or audience\n  {hint}"
    )))
}
