//! Outputs that go into regions of somebody else's files.

use super::{Target, outside};
use crate::backends::Backend;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::Output;
use std::collections::HashMap;
use std::path::{Component, PathBuf};

/// The name of the region that an output goes into, if it goes into one.
pub(super) fn name(name: &str, output: &Output) -> Option<String> {
    output.into.as_ref()?;
    Some(output.region.clone().unwrap_or_else(|| name.to_owned()))
}

/// What is wrong with `into` and `region`.
pub(super) fn check(
    name: &str,
    output: &Output,
    backend: &dyn Backend,
) -> Vec<Diagnostic> {
    let origin = Pointer::root().key("outputs").key(name);
    let key = |key: &str| Place::Key(origin.key(key));
    let mut problems = Vec::new();
    match &output.into {
        None if output.region.is_some() => problems.push(
            Diagnostic::error(Code::BadValue, "`region` without `into`")
                .at(key("region"), "")
                .help("name the file that has the region: `into: README.md`"),
        ),
        None => {}
        Some(_) if !backend.has_regions() => problems.push(
            Diagnostic::error(
                Code::BadValue,
                format!("`{}` can't go into a region of a file", backend.id()),
            )
            .at(key("into"), "")
            .help("write it into a file of its own with `path`"),
        ),
        Some(into) => {
            problems.extend(bad_name(name, output, &origin));
            problems.extend(outside(into, origin.key("into")));
            if output.path.is_some() {
                problems.push(
                    Diagnostic::error(Code::BadValue, "both `path` and `into`")
                        .at(key("path"), "a file of its own")
                        .at(key("into"), "a region of somebody's file")
                        .help("leave one out"),
                );
            }
        }
    }
    problems
}

/// A name that a marker can't have, in which it ends at a space.
fn bad_name(name: &str, output: &Output, origin: &Pointer) -> Option<Diagnostic> {
    let (name, key) = match &output.region {
        Some(region) => (region.as_str(), "region"),
        None => (name, "into"),
    };
    let is_word = !name.is_empty()
        && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '>')
        && !name.contains("--");
    let message = format!("`{name}` can't be the name of a region");
    (!is_word).then(|| {
        Diagnostic::error(Code::BadValue, message)
            .at(Place::Value(origin.key(key)), "")
            .help("give it a `region` of one word, as it stands in the markers")
    })
}

/// Outputs that would overwrite each other.
pub(super) fn same_places(targets: &[Target]) -> Vec<Diagnostic> {
    let mut seen: HashMap<(PathBuf, Option<String>), &Target> = HashMap::new();
    let mut problems = Vec::new();
    for target in targets {
        let region = target.region.as_ref().map(|region| region.to_lowercase());
        let parts = target.path.components().filter(|part| *part != Component::CurDir);
        let place = (parts.collect(), region);
        if let Some(first) = seen.get(&place) {
            problems.push(same_place(first, target));
        } else {
            seen.insert(place, target);
        }
    }
    problems
}

fn same_place(first: &Target, second: &Target) -> Diagnostic {
    let path: PathBuf =
        second.path.components().filter(|part| *part != Component::CurDir).collect();
    let path = path.display();
    let (message, help) = match &second.region {
        None => (format!("two outputs go to `{path}`"), "give each a `path` of its own"),
        Some(region) => (
            format!("two outputs go into the region `{region}` of `{path}`"),
            "give each a `region` of its own",
        ),
    };
    Diagnostic::error(Code::SamePath, message)
        .at(Place::Key(second.options.origin().clone()), "this one")
        .at(Place::Key(first.options.origin().clone()), "and this one")
        .help(help)
}
