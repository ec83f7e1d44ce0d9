//! A profile's own fonts, which lie beside it.

use super::Target;
use crate::diagnostics::{Code, Diagnostic, Place};
use serde_json::Value;
use std::path::Path;

/// The option that names a folder to read.
const OPTION: &str = "font_path";

/// Makes the `font_path` of every output one from `folder`, the profile's: a profile may
/// come from anywhere, so it names nothing outside of that.
pub(super) fn beside(targets: &mut [Target], folder: &Path) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for target in targets {
        let Some(Value::String(path)) = target.options.values().get(OPTION) else {
            continue;
        };
        match within(folder, path) {
            Some(found) => target.options.set(OPTION, found),
            None => {
                let message = format!("`{path}` is not in the profile's folder");
                let place = Place::Value(target.options.origin().key(OPTION));
                problems.push(
                    Diagnostic::error(Code::Outside, message).at(place, "").help(
                        format!("to read it all the same, name it: `--font-path {path}`"),
                    ),
                );
            }
        }
    }
    problems
}

/// The path of what is really in `folder`, or would be.
fn within(folder: &Path, path: &str) -> Option<String> {
    super::outside(path, Default::default()).is_none().then_some(())?;
    let here = if folder == Path::new("") { Path::new(".") } else { folder };
    let there = here.join(path);
    let is_inside = match (here.canonicalize(), there.canonicalize()) {
        (Ok(root), Ok(found)) => found.starts_with(root),
        (Err(_), _) | (_, Err(_)) => true, // nothing is there to be read
    };
    is_inside.then(|| folder.join(path).display().to_string())
}
