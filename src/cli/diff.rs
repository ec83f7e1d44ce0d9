//! `curricle diff`: what one version has and another has not.

use super::args::{Args, Diff, Input};
use super::{Failure, input, prepare, report, written};
use crate::compare;
use crate::diagnostics::{SourceMap, nearest};
use crate::document::{Document, View, compose};
use crate::profile::Profile;
use std::io::Write;
use std::path::PathBuf;

/// A profile without errors, and its places.
struct Whole {
    profile: Profile,
    map: SourceMap,
}

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
            return Ok((name.to_owned(), self.document(&whole, View::default())));
        }
        self.of_the_one_here(|whole| Ok((name.to_owned(), named(&whole.profile, name)?)))
    }

    /// All of the profile here.
    fn whole(&mut self) -> Result<Version, Failure> {
        self.of_the_one_here(|whole| Ok((whole.map.name().to_owned(), View::default())))
    }

    fn of_the_one_here(
        &mut self,
        view: impl FnOnce(&Whole) -> Result<(String, View), Failure>,
    ) -> Result<Version, Failure> {
        let whole = match self.here.take() {
            Some(whole) => whole,
            None => self.read(&self.diff.input())?,
        };
        let (name, view) = view(&whole)?;
        let document = self.document(&whole, view);
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
        Ok(Whole { profile, map: source.map })
    }

    fn document(&self, whole: &Whole, view: View) -> Document {
        let locale = self.diff.locale.clone().or_else(|| view.locale.clone());
        let view = View { asked: self.diff.version.asked(), locale, ..view };
        compose(&whole.profile, &view).document
    }
}

fn named(profile: &Profile, name: &str) -> Result<View, Failure> {
    if let Some(output) = profile.outputs.get(name) {
        return Ok(View::from(&output.view));
    }
    if profile.audiences.contains_key(name) {
        return Ok(View { audience: Some(name.to_owned()), ..View::default() });
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
