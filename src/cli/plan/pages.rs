//! Links among outputs.

use super::Target;
use serde_json::Value;
use std::path::{Component, Path, PathBuf};

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

/// The path from the folder of `from` to `to`, with slashes as in an address.
fn relative(from: &Path, to: &Path) -> String {
    let parts = |path: &Path| -> Vec<String> {
        let normal = path.components().filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
            Component::Prefix(_)
            | Component::RootDir
            | Component::CurDir
            | Component::ParentDir => None,
        });
        normal.collect()
    };
    let (from, to) = (parts(from.parent().unwrap_or(Path::new(""))), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    let down = to.iter().skip(common).map(|part| part.replace(' ', "%20"));
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::Path;

    #[test]
    fn paths_lead_from_page_to_page() {
        for (from, to, path) in [
            ("README.md", "cv.pdf", "cv.pdf"),
            ("README.md", "./docs/cv.pdf", "docs/cv.pdf"),
            ("docs/a/README.md", "docs/my cv.pdf", "../my%20cv.pdf"),
            ("docs/README.md", "cv.pdf", "../cv.pdf"),
        ] {
            assert_eq!(relative(Path::new(from), Path::new(to)), path);
        }
    }
}
