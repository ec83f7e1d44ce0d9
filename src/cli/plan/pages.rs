//! Links among outputs.

use super::Target;
use super::relative::relative;
use serde_json::Value;
use std::path::PathBuf;

/// In every output's `pages` and in the images of its `badges`, the names of outputs become
/// paths from one to the other.
pub(super) fn resolve(targets: &mut [Target]) {
    let paths: Vec<(String, PathBuf)> =
        targets.iter().map(|target| (target.name.clone(), target.path.clone())).collect();
    for target in targets {
        let from = target.path.clone();
        let resolve = |named: &mut Value| {
            let found = paths.iter().find(|(name, _)| named.as_str() == Some(name));
            if let Some((_, path)) = found {
                *named = Value::from(relative(&from, path));
            }
        };
        let option = |name: &str| target.options.values().get(name).cloned();
        let (pages, badges) = (option("pages"), option("badges"));
        if let Some(Value::Object(mut pages)) = pages {
            pages.values_mut().for_each(resolve);
            target.options.set("pages", pages);
        }
        if let Some(Value::Array(mut badges)) = badges {
            let images = badges.iter_mut().filter_map(|badge| badge.get_mut("image"));
            images.for_each(resolve);
            target.options.set("badges", badges);
        }
    }
}
