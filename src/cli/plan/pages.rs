//! Links among outputs.

use super::Target;
use serde_json::Value;
use std::path::{Component, Path, PathBuf};

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
