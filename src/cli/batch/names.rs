//! What the profiles of a batch are called, and so their folders.

use super::inputs::Origin;
use crate::cli::input::USUAL;
use crate::diagnostics::{Code, Diagnostic};
use serde::Deserialize;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::collections::HashSet;
use std::hash::Hasher;
use std::path::Path;

/// The most bytes of a name: file systems take 255, and programs append to names.
const MOST_BYTES: usize = 200;

/// The names that are given, each as 128 bits of SipHash: 16 bytes a profile, and in ten
/// million no two that differ are taken for one.
#[derive(Default)]
pub(super) struct Names(HashSet<u128>);

impl Names {
    /// What a profile is called.
    ///
    /// # Errors
    /// A name that is no folder's, or that is given already.
    pub(super) fn of(&mut self, origin: &Origin) -> Result<String, Diagnostic> {
        let name = match origin {
            Origin::File(path) => of_file(path),
            Origin::Broken(path, _) => path.display().to_string(),
            Origin::Line(number, line) => id(line).unwrap_or_else(|| number.to_string()),
        };
        check(&name)?;
        let mut hasher = SipHasher13::new();
        hasher.write(name.as_bytes());
        match self.0.insert(hasher.finish128().as_u128()) {
            true => Ok(name),
            false => {
                let message = format!("two profiles of this batch are called `{name}`");
                Err(Diagnostic::error(Code::SamePath, message)
                    .help("this one is left out; rename one, or give it an `id`"))
            }
        }
    }
}

/// Its name without extension; where every profile is called `profile.yaml`, that of its
/// folder.
fn of_file(path: &Path) -> String {
    let is_usual = USUAL.iter().any(|usual| path.ends_with(usual));
    let folder = path.parent().and_then(Path::file_name).filter(|_| is_usual);
    let name = folder.or_else(|| path.file_stem()).unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[derive(Deserialize)]
struct Identified {
    id: Id,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

/// The `id` of a profile in JSON, which is no part of it.
pub(super) fn id(line: &[u8]) -> Option<String> {
    match serde_json::from_slice::<Identified>(line).ok()?.id {
        Id::Text(text) => Some(text),
        Id::Number(number) => Some(number.to_string()),
    }
}

/// A profile may come from anywhere, so its name is a folder's and leads nowhere.
fn check(name: &str) -> Result<(), Diagnostic> {
    let problem = |message: String, help: &str| {
        Err(Diagnostic::error(Code::BadValue, message).help(help))
    };
    let is_bad = |c: char| c == '/' || c == '\\' || c.is_control();
    if name.is_empty() || name.starts_with('.') || name.contains(is_bad) {
        let shown = name.escape_debug();
        let help = "it has letters and digits, no `/` or `\\`, and no `.` at its start";
        return problem(format!("`{shown}` is no name for a folder"), help);
    }
    if name.len() > MOST_BYTES {
        let message = format!("the name has {} bytes", name.len());
        return problem(message, &format!("give it one of at most {MOST_BYTES}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Origin {
        Origin::Line(7, text.as_bytes().to_vec())
    }

    #[test]
    fn files_and_lines_have_names() {
        for (path, expected) in [
            ("people/ada.yaml", "ada"),
            ("people/ada/profile.yaml", "ada"),
            ("profile.yaml", "profile"),
            ("a.b.json", "a.b"),
        ] {
            assert_eq!(of_file(Path::new(path)), expected);
        }
        let name = |text: &str| Names::default().of(&line(text)).unwrap();
        assert_eq!(name(r#"{"id": "ada", "basics": {}}"#), "ada");
        assert_eq!(name(r#"{"id": 12}"#), "12");
        assert_eq!(name(r#"{"basics": {"id": "x"}}"#), "7");
        assert_eq!(name("not json"), "7");
    }

    #[test]
    fn no_name_leads_anywhere_and_none_is_given_twice() {
        let mut names = Names::default();
        for bad in ["", ".", "..", "../x", "a/b", "a\\b", ".curricle", "a\u{0}b"] {
            let id = serde_json::json!({ "id": bad }).to_string();
            let problem = names.of(&line(&id)).unwrap_err();
            assert_eq!(problem.code, Code::BadValue, "{bad:?}");
        }
        assert!(names.of(&line(r#"{"id": "ada"}"#)).is_ok());
        let again = names.of(&Origin::File("x/ada.yaml".into())).unwrap_err();
        assert_eq!(again.code, Code::SamePath);
    }
}
