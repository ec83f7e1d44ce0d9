//! `curricle tailor`: a version of a profile as a profile.

use super::args::{Args, Tailor};
use super::input::{self, identity};
use super::prepare::{self, Cutting, Whole};
use super::{Failure, report, saved, written};
use crate::backends::{self, Options, Request};
use crate::diagnostics::{Code, Diagnostic, SourceMap, nearest};
use crate::document::{View, compose};
use crate::profile::Profile;
use crate::readers::{self, Source};
use crate::tailor;
use crate::tree::Node;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// Runs the command.
pub(super) fn run(tailor: &Tailor, args: &Args) -> Result<(), Failure> {
    let Source { profile, format: _, map, mut problems } =
        input::read(&tailor.input, args)?;
    let profile = match profile {
        Some(profile) => profile,
        None => return prepare::say(&map, problems, args),
    };
    let asked = tailor.version.asked();
    problems.extend(prepare::checked(&profile, &asked, args)?);
    let whole = Whole { profile: Arc::new(profile), map: Arc::new(map) };
    let mut view = view(&whole.profile, tailor)?;
    let name = tailor.to.as_deref();
    let Some(Whole { profile, map }) =
        prepare::in_version(&whole, name, CUTTING, &mut view, &asked, &mut problems)
    else {
        return prepare::say(&whole.map, problems, args);
    };
    let found = compose(&profile, &view).problems.into_iter();
    problems.extend(found.map(|problem| map.pinned(problem)));
    prepare::say(&map, problems, args)?;
    let target = tailor::tailored(&profile, &map, &view);
    let text = match is_json(tailor, &map) {
        true => as_json_resume(&map, target, args)?,
        false => tailor::write(&map, &target),
    };
    match tailor.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => written(std::io::stdout().lock().write_all(text.as_bytes())),
        Some(path) => save(path, &text, tailor, args),
    }
}

/// What is asked is cut together with what the output leaves out.
const CUTTING: Cutting = Cutting::Document;

/// Whether a JSON Resume document is asked for. A profile in JSON stays one by itself.
fn is_json(tailor: &Tailor, map: &SourceMap) -> bool {
    let file = tailor.output.as_deref().and_then(Path::extension);
    tailor.json
        || (file.is_some_and(|extension| extension == "json")
            && !map.text().trim_start().starts_with('{'))
}

/// The profile that `target` is, as a JSON Resume document.
fn as_json_resume(map: &SourceMap, target: Node, args: &Args) -> Result<String, Failure> {
    let Source { profile, map, problems, format: _ } = readers::set(map, target, &[]);
    let Some(profile) = profile else {
        prepare::say(&map, problems, args)?;
        return Err(Failure::Problem);
    };
    let view = View::default();
    let document = compose(&profile, &view).document;
    let options = Options::default();
    let request = Request::new(&document, &options).of(&profile, &view);
    match backends::JSON_RESUME.render(&request) {
        Ok(rendered) => Ok(String::from_utf8_lossy(&rendered.bytes).into_owned()),
        Err(error) => {
            report::problems(&error.0, &map, args);
            Err(Failure::Problem)
        }
    }
}

fn view(profile: &Profile, tailor: &Tailor) -> Result<View, Failure> {
    let Some(name) = &tailor.to else {
        return Ok(View::default());
    };
    match profile.outputs.get(name) {
        Some(output) => {
            let mut view = View::from(&output.view);
            view.filters.only = view.filters.only.or_else(|| view.sections.clone());
            Ok(view)
        }
        None => {
            let names = profile.outputs.keys().map(String::as_str);
            let hint = nearest(name, names)
                .map_or_else(String::new, |near| format!("\n  did you mean `{near}`?"));
            Err(report::usage(&format!("the profile has no output `{name}`{hint}")))
        }
    }
}

/// Writes the version, but never over the profile that it is a version of.
fn save(path: &Path, text: &str, tailor: &Tailor, args: &Args) -> Result<(), Failure> {
    let name = path.display().to_string();
    let inputs = tailor.input.profile.iter().chain(&tailor.input.files);
    let is_input = inputs.map(|input| identity(input)).any(|one| one == identity(path))
        || (tailor.input.is_left_out() && input::is_usual(path));
    if is_input {
        let message = format!("`{name}` is the profile itself");
        let problem = Diagnostic::error(Code::NotOurs, message)
            .help("what is cut would be lost; write to another file");
        report::plain(&[problem], args);
        return Err(Failure::Problem);
    }
    saved(path, text.as_bytes(), args)?;
    report::done(&format!("wrote {name}"), args);
    Ok(())
}
