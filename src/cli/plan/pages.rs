//! Links among outputs.

use super::Target;
use super::relative::relative;
use serde_json::Value;
use std::path::PathBuf;

/// In every output's `pages`, the names of outputs become paths from one to the other.
pub(super) fn resolve(targets: &mut [Target]) {
    let paths: Vec<(String, PathBuf)> =
        targets.iter().map(|target| (target.name.clone(), target.path.clone())).collect();
    for target in targets {
        let Some(Value::Object(pages)) = target.options.values().get("pages") else {
            continue;
        };
        let mut pages = pages.clone();
        for page in pages.values_mut() {
            let named = paths.iter().find(|(name, _)| page.as_str() == Some(name));
            if let Some((_, path)) = named {
                *page = Value::from(relative(&target.path, path));
            }
        }
        target.options.set("pages", pages);
    }
}
