//! Which of the outputs the command line asks for, and what it sets in them.

use super::epoch;
use crate::backends::{self, Backend, Resolved};
use crate::cli::args::{Render, Stage};
use crate::cli::plan::{Target, languages, usual};
use crate::cli::{Failure, report};
use crate::diagnostics::nearest;
use crate::profile::is_language_tag;
use serde_json::Value;
use std::path::Path;

/// The outputs that are asked for, with what the command line sets.
pub(super) fn chosen(
    targets: Vec<Target>,
    render: &Render,
) -> Result<Vec<Target>, Failure> {
    let mut chosen = match render.to.is_empty() {
        true => by_file(targets, render)?,
        false => by_name(targets, &render.to)?,
    };
    if let Some(locale) = &render.locale {
        language(locale)?;
        chosen = languages::only(chosen, locale);
    }
    for target in &mut chosen {
        let view = &mut target.view;
        view.date_style = render.date_style.or(view.date_style);
        view.durations = render.durations.then_some(true).or(view.durations);
    }
    if let Some(Stage::Document) = render.emit {
        chosen.truncate(1);
    }
    if render.output.is_some() && chosen.len() > 1 {
        let names: Vec<_> = chosen.iter().map(named).collect();
        return Err(report::usage(&format!(
            "`-o` takes one output, but {} were asked for\n  choose one with `-t` or `--locale`, or a \
             folder with `-d`",
            names.join(", ")
        )));
    }
    set_options(&mut chosen, render)?;
    epoch::date_from_environment(&mut chosen)?;
    Ok(chosen)
}

/// An output by its name, with its language where it has several.
fn named(target: &Target) -> String {
    match target.view.locale.as_deref().filter(|_| !target.translations.is_empty()) {
        Some(locale) => format!("`{}` in `{locale}`", target.name),
        None => format!("`{}`", target.name),
    }
}

/// Refuses what names no language.
pub(in crate::cli) fn language(tag: &str) -> Result<(), Failure> {
    match is_language_tag(tag) {
        true => Ok(()),
        false => Err(report::usage(&format!(
            "`{tag}` is not a language tag\n  {}",
            languages::way_out(tag)
        ))),
    }
}

/// Without names: what the extension of `-o` says, or everything.
fn by_file(mut targets: Vec<Target>, render: &Render) -> Result<Vec<Target>, Failure> {
    let Some(file) = render.output.as_deref().filter(|_| render.emit.is_none()) else {
        return Ok(targets);
    };
    if file == Path::new("-") {
        return match targets.len() {
            1 => Ok(targets),
            _ => Err(report::usage(
                "`-o -` takes one output\n  choose it with `-t`, as in `-t text -o -`",
            )),
        };
    }
    let makes = |target: &Target| {
        extension(Path::new(target.backend.default_path())) == extension(file)
    };
    let named = targets.iter().position(|target| target.path == file);
    if let Some(index) = named.or_else(|| targets.iter().position(makes)) {
        return Ok(vec![targets.swap_remove(index)]);
    }
    let known = backends::registry().iter();
    let found = known.map(|one| usual(Resolved::BuiltIn(*one))).find(makes);
    found.map(|target| vec![target]).ok_or_else(|| no_backend(file))
}

fn no_backend(file: &Path) -> Failure {
    let name = file.display();
    report::usage(&match file.is_dir() {
        true => format!("`{name}` is a folder\n  `-d {name}` writes the outputs into it"),
        false => format!(
            "no backend makes `{name}`\n  choose one with `-t`; `curricle backends` lists \
             them"
        ),
    })
}

fn extension(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase())
}

/// With names: outputs of the profile by name, else by backend, else the backend as usual.
fn by_name(mut targets: Vec<Target>, names: &[String]) -> Result<Vec<Target>, Failure> {
    let mut chosen = Vec::new();
    for name in names {
        let mut found: Vec<Target> =
            targets.extract_if(.., |target| target.name == *name).collect();
        if found.is_empty() {
            found =
                targets.extract_if(.., |target| target.backend.id() == name).collect();
        }
        if found.is_empty() {
            let backend =
                backends::resolve(name).ok_or_else(|| unknown(name, &targets))?;
            found.push(usual(backend));
        }
        chosen.append(&mut found);
    }
    Ok(chosen)
}

fn unknown(name: &str, targets: &[Target]) -> Failure {
    let known: Vec<&str> = targets
        .iter()
        .map(|target| target.name.as_str())
        .chain(backends::registry().iter().map(|backend| backend.id()))
        .collect();
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`curricle backends` lists them".to_owned(),
    };
    report::usage(&format!("there is no output or backend `{name}`\n  {hint}"))
}

fn takes(backend: &dyn Backend, option: &str) -> bool {
    let schema = backend.options_schema();
    schema.get("properties").is_some_and(|known| known.get(option).is_some())
}

fn not_taken(option: &str) -> Failure {
    let backends = backends::registry().iter().filter(|one| takes(**one, option));
    let ids: Vec<_> = backends.map(|backend| format!("`{}`", backend.id())).collect();
    let whose = match ids.is_empty() {
        true => "nor does any backend in this build".to_owned(),
        false => format!("it is an option of {}", ids.join(", ")),
    };
    report::usage(&format!(
        "no chosen output takes `--{}`\n  {whose}",
        option.replace('_', "-")
    ))
}

/// Sets each option in every chosen output that takes it.
fn set_options(targets: &mut [Target], render: &Render) -> Result<(), Failure> {
    let text = |value: &Option<String>| value.clone().map(Value::from);
    let options = [
        ("width", render.width.map(Value::from)),
        ("links", text(&render.links)),
        ("flat", render.flat.then_some(Value::Bool(true))),
        ("theme", text(&render.theme)),
        ("paper", text(&render.paper)),
        ("pages", render.pages.map(Value::from)),
        ("font_path", text(&render.font_path)),
        ("date", text(&render.date)),
    ];
    for (name, value) in options {
        let Some(value) = value else { continue };
        let mut taken = false;
        for target in targets.iter_mut().filter(|target| takes(&*target.backend, name)) {
            target.options.set(name, value.clone());
            let wrong = target.backend.check_options(&target.options);
            if let Some(problem) = wrong.first() {
                let help = problem.helps.iter().map(|help| format!("\n  {help}"));
                let help: String = help.collect();
                return Err(report::usage(&format!(
                    "--{}: {}{help}",
                    name.replace('_', "-"),
                    problem.message
                )));
            }
            taken = true;
        }
        if !taken {
            return Err(not_taken(name));
        }
    }
    Ok(())
}
