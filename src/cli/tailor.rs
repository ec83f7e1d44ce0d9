//! `curricle tailor`: a version of a profile as a profile.

use super::args::{Args, Tailor};
use super::input::{self, identity};
use super::{Failure, prepare, report, written};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::document::{View, compose};
use crate::profile::Profile;
use crate::readers::Source;
use crate::tailor;
use std::io::Write;
use std::path::Path;

/// Runs the command.
pub(super) fn run(tailor: &Tailor, args: &Args) -> Result<(), Failure> {
    let Source { profile, format: _, map, mut problems } =
        input::read(&tailor.input, args)?;
    let text = match &profile {
        None => String::new(),
        Some(profile) => {
            let asked = tailor.version.asked();
            problems.extend(prepare::checked(profile, &asked, args)?);
            let view = View { asked, ..view(profile, tailor)? };
            problems.extend(compose(profile, &view).problems);
            tailor::write(&map, &tailor::tailored(profile, &map, &view))
        }
    };
    prepare::say(&map, problems, args)?;
    match tailor.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => written(std::io::stdout().lock().write_all(text.as_bytes())),
        Some(path) => save(path, &text, tailor, args),
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
    match super::write(path, text.as_bytes()) {
        Ok(_) => {
            report::done(&format!("wrote {name}"), args);
            Ok(())
        }
        Err(error) => {
            report::about(path, report::io_problem(Code::Unwritable, path, &error), args);
            Err(Failure::Problem)
        }
    }
}
