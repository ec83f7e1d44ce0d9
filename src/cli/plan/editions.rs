//! Which version of the profile an output is, in its path.

use crate::document::{Asked, View};
use crate::profile::{Output, Profile};
use std::path::{Path, PathBuf};

/// Where a version's name goes in a path.
const PLACE: &str = "{edition}";

/// What the version that an output shows is called.
pub(super) fn of(profile: &Profile, output: &Output, asked: &Asked) -> Option<String> {
    let view = View { asked: asked.clone(), ..View::from(&output.view) };
    let set = output.set.get("edition").and_then(|edition| edition.as_str());
    let name = view.audience_name().or(set).or(profile.edition.as_deref());
    name.map(str::to_owned)
}

/// The path with the version's name. Without one the sign that parts it from the rest goes
/// too: `cv-{edition}.pdf` is `cv.pdf`.
pub(super) fn path(pattern: &Path, edition: Option<String>) -> PathBuf {
    let Some(text) = pattern.to_str().filter(|text| text.contains(PLACE)) else {
        return pattern.to_owned();
    };
    if let Some(edition) = edition {
        return PathBuf::from(text.replace(PLACE, &tame(&edition)));
    }
    let mut text = text.to_owned();
    for sign in ["-", "_", ".", " "] {
        text = text.replace(&format!("{sign}{PLACE}"), "");
    }
    for sign in ["-", "_", " ", "/"] {
        text = text.replace(&format!("{PLACE}{sign}"), "");
    }
    PathBuf::from(text.replace(PLACE, ""))
}

/// A name with nothing in it that leads elsewhere.
fn tame(edition: &str) -> String {
    let tame = |c: char| if c.is_alphanumeric() || "-_".contains(c) { c } else { '-' };
    edition.chars().map(tame).collect()
}

#[cfg(test)]
mod tests {
    use super::path;
    use std::path::Path;

    #[test]
    fn a_path_says_which_version_it_is() {
        for (pattern, edition, expected) in [
            ("cv-{edition}.pdf", Some("academic"), "cv-academic.pdf"),
            ("cv-{edition}.pdf", None, "cv.pdf"),
            ("{edition}/cv.pdf", Some("../up"), "---up/cv.pdf"),
            ("{edition}/cv.pdf", None, "cv.pdf"),
            ("cv.{edition}.{locale}.pdf", None, "cv.{locale}.pdf"),
            ("cv.pdf", Some("academic"), "cv.pdf"),
        ] {
            let found = path(Path::new(pattern), edition.map(str::to_owned));
            assert_eq!(found, Path::new(expected));
        }
    }
}
