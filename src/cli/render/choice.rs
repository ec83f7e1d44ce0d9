//! Which of the outputs the command line asks for, and what it sets in them.

use super::epoch;
use crate::backends::{self, Backend, Resolved};
use crate::cli::args::{Render, Stage, Style};
use crate::cli::plan::{Target, languages, usual};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::profile::is_language_tag;
use serde_json::Value;
use std::path::Path;

/// The outputs that are asked for, with what the command line sets.
///
/// # Errors
/// What the command line asks and the profile has not.
pub(in crate::cli) fn chosen(
    targets: Vec<Target>,
    render: &Render,
) -> Result<Vec<Target>, Diagnostic> {
    let spoken = languages::common(&targets);
    let mut chosen = match render.to.is_empty() {
        true => by_file(targets, render)?,
        false => by_name(targets, &render.to)?,
    };
    if let Some(locale) = &render.style.locale {
        language(locale)?;
        chosen = languages::only(chosen, locale);
    }
    for target in &mut chosen {
        let view = &mut target.view;
        view.locale = view.locale.take().or_else(|| spoken.clone());
        view.date_style = render.style.date_style.or(view.date_style);
        view.durations = render.style.durations.then_some(true).or(view.durations);
    }
    if let Some(Stage::Document) = render.emit {
        chosen.truncate(1);
    }
    if render.output.is_some() && chosen.len() > 1 {
        let names: Vec<_> = chosen.iter().map(named).collect();
        let message =
            format!("`-o` takes one output, but {} were asked for", names.join(", "));
        let help = "choose one with `-t` or `--locale`, or a folder with `-d`";
        return Err(wrong(message).help(help));
    }
    set_options(&mut chosen, &render.style)?;
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
///
/// # Errors
/// What it could have been.
pub(in crate::cli) fn language(tag: &str) -> Result<(), Diagnostic> {
    match is_language_tag(tag) {
        true => Ok(()),
        false => {
            let message = format!("`{tag}` is not a language tag");
            Err(wrong(message).help(languages::way_out(tag)))
        }
    }
}

/// What is wrong with a value on the command line.
fn wrong(message: String) -> Diagnostic {
    Diagnostic::error(Code::BadValue, message)
}

/// Without names: what the extension of `-o` says, or everything.
fn by_file(mut targets: Vec<Target>, render: &Render) -> Result<Vec<Target>, Diagnostic> {
    let Some(file) = render.output.as_deref().filter(|_| render.emit.is_none()) else {
        return Ok(targets);
    };
    if file == Path::new("-") {
        return match targets.len() {
            1 => Ok(targets),
            _ => Err(wrong("`-o -` takes one output".to_owned())
                .help("choose it with `-t`, as in `-t text -o -`")),
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

fn no_backend(file: &Path) -> Diagnostic {
    let name = file.display();
    match file.is_dir() {
        true => wrong(format!("`{name}` is a folder"))
            .help(format!("`-d {name}` writes the outputs into it")),
        false => {
            let help = format!(
                "choose one with `-t`, or end the name in {}",
                extensions().join(", ")
            );
            Diagnostic::error(Code::UnknownBackend, format!("no backend makes `{name}`"))
                .help(help)
        }
    }
}

/// What the names of the backends' files end in, each once.
fn extensions() -> Vec<String> {
    let mut all = Vec::new();
    let paths = backends::registry().iter().map(|one| Path::new(one.default_path()));
    for extension in paths.filter_map(extension).map(|one| format!("`.{one}`")) {
        if !all.contains(&extension) {
            all.push(extension);
        }
    }
    all
}

fn extension(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase())
}

/// With names: outputs of the profile by name, else by backend, else the backend as usual.
fn by_name(
    mut targets: Vec<Target>,
    names: &[String],
) -> Result<Vec<Target>, Diagnostic> {
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

fn unknown(name: &str, targets: &[Target]) -> Diagnostic {
    let known: Vec<&str> = targets
        .iter()
        .map(|target| target.name.as_str())
        .chain(backends::registry().iter().map(|backend| backend.id()))
        .collect();
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`curricle backends` lists them".to_owned(),
    };
    let message = format!("there is no output or backend `{name}`");
    Diagnostic::error(Code::UnknownOutput, message).help(hint)
}

fn takes(backend: &dyn Backend, option: &str) -> bool {
    let schema = backend.options_schema();
    schema.get("properties").is_some_and(|known| known.get(option).is_some())
}

fn not_taken(option: &str) -> Diagnostic {
    let backends = backends::registry().iter().filter(|one| takes(**one, option));
    let ids: Vec<_> = backends.map(|backend| format!("`{}`", backend.id())).collect();
    let whose = match ids.is_empty() {
        true => "nor does any backend in this build".to_owned(),
        false => format!("it is an option of {}", ids.join(", ")),
    };
    let option = option.replace('_', "-");
    wrong(format!("no chosen output takes `--{option}`")).help(whose)
}

/// Sets each option in every chosen output that takes it.
fn set_options(targets: &mut [Target], style: &Style) -> Result<(), Diagnostic> {
    let text = |value: &Option<String>| value.clone().map(Value::from);
    let options = [
        ("width", style.width.map(Value::from)),
        ("links", text(&style.links)),
        ("flat", style.flat.then_some(Value::Bool(true))),
        ("theme", text(&style.theme)),
        ("paper", text(&style.paper)),
        ("pages", style.pages.map(Value::from)),
        ("font_path", text(&style.font_path)),
        ("date", text(&style.date)),
    ];
    for (name, value) in options {
        let Some(value) = value else { continue };
        let mut taken = false;
        for target in targets.iter_mut().filter(|target| takes(&*target.backend, name)) {
            target.options.set(name, value.clone());
            let found = target.backend.check_options(&target.options);
            if let Some(problem) = found.first() {
                let option = name.replace('_', "-");
                let message = format!("--{option}: {}", problem.message);
                return Err(Diagnostic {
                    helps: problem.helps.clone(),
                    ..wrong(message)
                });
            }
            taken = true;
        }
        if !taken {
            return Err(not_taken(name));
        }
    }
    Ok(())
}
