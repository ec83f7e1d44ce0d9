//! Links from one output to another.

use crate::richtext::encoded;
use std::path::{Component, Path};

/// The path from the folder of `from` to `to`, as a link in a page has it: with slashes,
/// and with what an address gives a sense of its own percent-encoded.
pub(super) fn relative(from: &Path, to: &Path) -> String {
    let (from, to) = (parts(from.parent().unwrap_or(Path::new(""))), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    let down = to.into_iter().skip(common);
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    encoded(&path.replace('%', "%25").replace('#', "%23").replace('?', "%3F"))
}

/// The folders and the file; an output's path is within the output folder.
fn parts(path: &Path) -> Vec<String> {
    let normal = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        Component::Prefix(_)
        | Component::RootDir
        | Component::CurDir
        | Component::ParentDir => None,
    });
    normal.collect()
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
            ("./docs/a.md", "docs/b c.md", "b%20c.md"),
            ("docs/a/README.md", "docs/my cv.pdf", "../my%20cv.pdf"),
            ("docs/README.md", "cv.pdf", "../cv.pdf"),
            ("en/README.md", "de/README.md", "../de/README.md"),
            ("a/b/c.md", "a.md", "../../a.md"),
            ("README.md", "C#, 100 %?.md", "C%23,%20100%20%25%3F.md"),
        ] {
            assert_eq!(relative(Path::new(from), Path::new(to)), path);
        }
    }
}
