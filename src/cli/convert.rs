//! `curricle convert`: from any format to any.

use super::args::{Args, Convert, Input, InputFormat, Render};
use super::{Failure, input, render, report, saved, written};
use crate::backends;
use crate::diagnostics::{Code, Diagnostic};
use crate::profile::Profile;
use crate::readers::{Format, Source};
use crate::tree::to_yaml;
use serde_json::{Map, Value};
use std::io::Write;
use std::path::Path;

/// What `--to` calls a profile, which no backend makes.
const PROFILE: &str = "profile";

/// Runs the command.
pub(super) fn run(convert: &Convert, args: &Args) -> Result<(), Failure> {
    let input = Input { profile: Some(convert.input.clone()), ..Input::default() };
    let source = input::read(&input, args)?;
    if let Some(from) = convert.from {
        check_format(from, source.format)?;
    }
    if is_profile(convert) {
        return save(&source, &convert.output, convert.force, args);
    }
    let render = Render {
        input,
        to: convert.to.iter().cloned().chain(by_extension(convert)).take(1).collect(),
        output: Some(convert.output.clone()),
        force: convert.force,
        ..Render::default()
    };
    render::outputs_of(source, &render, args)
}

fn extension(convert: &Convert) -> Option<&str> {
    convert.output.extension()?.to_str()
}

fn is_profile(convert: &Convert) -> bool {
    match &convert.to {
        Some(to) => to == PROFILE,
        None => matches!(extension(convert), Some("yaml" | "yml")),
    }
}

/// The backend whose artifacts have the extension of the file, so that what the profile's
/// `outputs` say has no part in it.
fn by_extension(convert: &Convert) -> Option<String> {
    let wanted = extension(convert)?;
    let makes = |path: &str| Path::new(path).extension().is_some_and(|own| own == wanted);
    let mut known = backends::registry().iter();
    known.find(|one| makes(one.default_path())).map(|one| one.id().to_owned())
}

/// Writes the profile that was read as one of curricle's own.
pub(super) fn save(
    source: &Source,
    path: &Path,
    force: bool,
    args: &Args,
) -> Result<(), Failure> {
    report::problems(&source.problems, &source.map, args);
    let Some(profile) = source.profile.as_ref().filter(|_| !source.has_errors()) else {
        return Err(Failure::Problem);
    };
    let yaml = to_yaml(&ordered(profile));
    if path == Path::new("-") {
        return written(std::io::stdout().lock().write_all(yaml.as_bytes()));
    }
    if !force {
        keep_existing(path, args)?;
    }
    saved(path, yaml.as_bytes(), args)?;
    let from = source.format.name();
    report::done(&format!("wrote {} from {from}", path.display()), args);
    Ok(())
}

fn check_format(from: InputFormat, found: Format) -> Result<(), Failure> {
    match is_format(from, found) {
        true => Ok(()),
        false => Err(report::usage(&format!("`--from`: the file is {}", found.name()))),
    }
}

fn is_format(from: InputFormat, found: Format) -> bool {
    match from {
        InputFormat::Profile => found == Format::Profile,
        InputFormat::JsonResume => found == Format::JsonResume,
        InputFormat::Rendercv => found == Format::RenderCv,
        InputFormat::Yamlresume => found == Format::YamlResume,
        InputFormat::Pdf => found == Format::Pdf,
    }
}

fn keep_existing(path: &Path, args: &Args) -> Result<(), Failure> {
    if !path.exists() {
        return Ok(());
    }
    let message = format!("`{}` is there already", path.display());
    let problem = Diagnostic::error(Code::NotOurs, message)
        .help("it is untouched; `--force` replaces it");
    report::plain(&[problem], args);
    Err(Failure::Problem)
}

/// The profile as a map, its keys in the order of the file.
fn ordered(profile: &Profile) -> Map<String, Value> {
    let Ok(Value::Object(mut rest)) = serde_json::to_value(profile) else {
        return Map::new();
    };
    let keys = profile.file_order.iter();
    let mut map: Map<_, _> =
        keys.filter_map(|key| rest.shift_remove_entry(key)).collect();
    map.extend(rest);
    map
}
