//! Which outputs are made, by which backend, into which file.

mod editions;
pub(super) mod languages;
mod pages;
mod regions;
mod relative;

use crate::backends::{self, Options, Resolved, external};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, nearest};
use crate::document::{Asked, Translation, View};
use crate::profile::{Output, Profile};
use std::path::{Component, Path, PathBuf};

/// An output to be made.
#[derive(Clone)]
pub(super) struct Target {
    /// Its name in the profile, or the backend's.
    pub(super) name: String,
    /// What makes it.
    pub(super) backend: Resolved,
    /// The file: within the output folder, or for a region beside the profile.
    pub(super) path: PathBuf,
    /// The region of that file, if it is somebody else's.
    pub(super) region: Option<String>,
    /// The file as the profile has it, with a place for the language or without.
    pub(super) pattern: PathBuf,
    /// The same output in each of its languages, where it has several.
    pub(super) translations: Vec<Translation>,
    /// What it shows.
    pub(super) view: View,
    /// How.
    pub(super) options: Options,
}

/// Every output of the profile, or the usual ones, in the version that is asked for, and what
/// is wrong with them.
pub(super) fn all(profile: &Profile, asked: &Asked) -> (Vec<Target>, Vec<Diagnostic>) {
    if profile.outputs.is_empty() {
        let found = backends::USUAL.iter().filter_map(|id| backends::find(id));
        return (found.map(|one| usual(Resolved::BuiltIn(one))).collect(), vec![]);
    }
    let mut targets = Vec::new();
    let mut problems = Vec::new();
    for (name, output) in &profile.outputs {
        match target(name, output, &mut problems) {
            Some(mut target) => {
                let edition = editions::of(profile, output, asked);
                target.pattern = editions::path(&target.pattern, edition);
                target.path.clone_from(&target.pattern);
                targets.extend(languages::each(target, &output.view, profile));
            }
            None => continue,
        }
    }
    problems.extend(regions::same_places(&targets));
    pages::resolve(&mut targets);
    for target in &targets {
        problems.extend(target.backend.check_options(&target.options));
    }
    (targets, problems)
}

/// A backend's output without anything set.
pub(super) fn usual(backend: Resolved) -> Target {
    let name = backend.id().to_owned();
    let path = PathBuf::from(backend.default_path());
    Target {
        options: Options::new(
            serde_json::Map::new(),
            Pointer::root().key("outputs").key(&name),
        ),
        name,
        backend,
        pattern: path.clone(),
        path,
        region: None,
        translations: vec![],
        view: View::default(),
    }
}

fn target(name: &str, output: &Output, problems: &mut Vec<Diagnostic>) -> Option<Target> {
    let origin = Pointer::root().key("outputs").key(name);
    let id = output.backend.as_deref().unwrap_or(name);
    let Some(backend) = backends::resolve(id) else {
        let place = match output.backend {
            Some(_) => Place::Value(origin.key("backend")),
            None => Place::Key(origin),
        };
        problems.push(no_such_backend(id, place));
        return None;
    };
    problems.extend(regions::check(name, output, &*backend));
    let path = match (&output.into, &output.path) {
        (Some(into), _) => PathBuf::from(into),
        (None, None) => PathBuf::from(backend.default_path()),
        (None, Some(path)) => {
            problems.extend(outside(path, origin.key("path")));
            PathBuf::from(path)
        }
    };
    let region = regions::name(name, output);
    problems.extend(languages::check(&output.view, &origin));
    let options = Options::new(output.options.clone(), origin);
    let view = View::from(&output.view);
    let (name, pattern) = (name.to_owned(), path.clone());
    let translations = vec![];
    Some(Target { name, backend, path, region, pattern, translations, view, options })
}

/// The backends of the feature `pdf`, which a build without it lacks. A profile that names
/// one is right all the same, so its other outputs are made.
const OF_THE_FEATURE: [&str; 4] = ["pdf", "png", "svg", "typst"];

fn no_such_backend(id: &str, place: Place) -> Diagnostic {
    if OF_THE_FEATURE.contains(&id) {
        let message = format!("this build of curricle has no backend `{id}`");
        return Diagnostic::warning(Code::UnknownBackend, message)
            .at(place, "is not made")
            .help("build it with the feature `pdf`, which is on by default");
    }
    let problem =
        Diagnostic::error(Code::UnknownBackend, format!("there is no backend `{id}`"))
            .at(place, "");
    let ids = || backends::registry().iter().map(|backend| backend.id());
    match nearest(id, ids()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => {
            let ids: Vec<_> = ids().map(|id| format!("`{id}`")).collect();
            let problem = problem
                .help(format!("there are: {}; set one with `backend:`", ids.join(", ")));
            match external::is_name(id) {
                true => problem.help(format!(
                    "or install a program `curricle-{id}` that is one: see docs/backends.md"
                )),
                false => problem.help("a profile names a backend, never a path"),
            }
        }
    }
}

/// A profile may come from anywhere, so it writes into the output folder and nowhere else.
fn outside(path: &str, at: Pointer) -> Option<Diagnostic> {
    if path.trim().is_empty() {
        let problem = Diagnostic::error(Code::BadValue, "the path is empty");
        return Some(
            problem.at(Place::Value(at), "").help("name a file: `path: cv.txt`"),
        );
    }
    let is_inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (!is_inside).then(|| {
        Diagnostic::error(Code::BadValue, format!("`{path}` is not in the output folder"))
            .at(Place::Value(at), "")
            .help("write a path within it; `-d` and `-o` choose other folders")
    })
}
