//! What was made of a profile, so that `--resume` can tell whether it has to be made again.
//!
//! A record lies beside the outputs and is written after them. It says by which command
//! they were made and of what: the files that were read, those beside the profile that were
//! looked for, and the outputs themselves, each with a checksum. A profile is done if all of
//! it is as it was. There is no journal for the whole batch, which would grow with it and
//! which several processes could not share.

use crate::bounds::Bounds;
use crate::cli::input;
use crate::fingerprint;
use crate::output;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of its file.
const FILE: &str = ".curricle.json";

/// An output that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Artifact {
    /// The output's name.
    pub(super) output: String,
    /// Its file, within the profile's folder.
    pub(super) path: String,
    pub(super) bytes: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pages: Option<usize>,
    checksum: String,
}

impl Artifact {
    /// An output of `bytes` at `path`.
    pub(super) fn new(
        output: &str,
        path: &Path,
        bytes: &[u8],
        pages: Option<usize>,
    ) -> Self {
        Self {
            output: output.to_owned(),
            path: path.display().to_string(),
            bytes: bytes.len(),
            pages,
            checksum: fingerprint::of_bytes(bytes),
        }
    }
}

/// What an output is made of: paths with the checksums of what is there, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Sources {
    /// The profile and the files that it extends.
    files: BTreeMap<PathBuf, Option<String>>,
    /// What backends looked for beside it: a photo, a theme.
    assets: BTreeMap<String, Option<String>>,
}

/// Everything that is read for one profile, noted as it is read.
#[derive(Debug, Default)]
pub(super) struct Trace(Mutex<Sources>);

impl Trace {
    /// Notes a file. What has no path is no file.
    pub(super) fn file(&self, path: &Path, bytes: &[u8]) {
        if path != Path::new("") {
            let checksum = Some(fingerprint::of_bytes(bytes));
            self.sources(|sources| sources.files.insert(path.to_owned(), checksum));
        }
    }

    /// Notes what a backend looked for beside the profile.
    pub(super) fn asset(&self, path: &str, bytes: Option<&[u8]>) {
        let checksum = bytes.map(fingerprint::of_bytes);
        self.sources(|sources| sources.assets.insert(path.to_owned(), checksum));
    }

    /// All that was noted.
    pub(super) fn read(&self) -> Sources {
        self.sources(|sources| sources.clone())
    }

    fn sources<T>(&self, change: impl FnOnce(&mut Sources) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What was made of a profile.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The checksum of the command and of what is on its line.
    pub(super) command: String,
    pub(super) read: Sources,
    pub(super) outputs: Vec<Artifact>,
}

impl Record {
    /// The one in a profile's folder, if it has one that can be read.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()
    }

    /// Writes it. If it can't be written the profile is made again another time.
    pub(super) fn write(&self, folder: &Path) {
        if let Ok(mut json) = serde_json::to_vec(self) {
            json.push(b'\n');
            let _ = output::write(&folder.join(FILE), &json);
        }
    }

    /// Whether everything is as it was: made by the same command, of the same files, and
    /// still there. `asset` reads what is beside the profile.
    pub(super) fn holds(
        &self,
        command: &str,
        folder: &Path,
        bounds: &Bounds,
        asset: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> bool {
        let is = |bytes: Option<Vec<u8>>, checksum: &Option<String>| {
            bytes.as_deref().map(fingerprint::of_bytes) == *checksum
        };
        let file = |path: &Path| input::bytes(path, bounds).ok();
        self.command == command
            && self.read.files.iter().all(|(path, sum)| is(file(path), sum))
            && self.read.assets.iter().all(|(path, sum)| is(asset(path), sum))
            && self.outputs.iter().all(|made| {
                let there = output::existing(&folder.join(&made.path)).ok().flatten();
                is(there, &Some(made.checksum.clone()))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_done_while_nothing_has_changed() {
        let here = tempfile::tempdir().unwrap();
        let (profile, cv) = (here.path().join("ada.yaml"), here.path().join("cv.txt"));
        fs::write(&profile, "basics: {name: Ada}").unwrap();
        fs::write(&cv, "Ada").unwrap();
        let trace = Trace::default();
        trace.file(&profile, &fs::read(&profile).unwrap());
        trace.file(Path::new(""), b"of no file");
        trace.asset("photo.png", None);
        let outputs = vec![Artifact::new("text", Path::new("cv.txt"), b"Ada", None)];
        let record = Record { command: "a".to_owned(), read: trace.read(), outputs };
        record.write(here.path());
        let record = Record::of(here.path()).unwrap();
        let holds = |command: &str, photo: Option<&str>| {
            let photo = |_: &str| photo.map(|photo| photo.as_bytes().to_vec());
            record.holds(command, here.path(), &Bounds::default(), photo)
        };
        assert!(holds("a", None));
        assert!(!holds("b", None), "another command");
        assert!(!holds("a", Some("new")), "a photo that was not there");
        fs::write(&cv, "Eve").unwrap();
        assert!(!holds("a", None), "another output");
        fs::write(&cv, "Ada").unwrap();
        fs::write(&profile, "basics: {name: Eve}").unwrap();
        assert!(!holds("a", None), "another profile");
        fs::remove_file(&profile).unwrap();
        assert!(!holds("a", None), "no profile");
    }

    #[test]
    fn half_a_record_is_none() {
        let here = tempfile::tempdir().unwrap();
        assert_eq!(Record::of(here.path()), None);
        fs::write(here.path().join(FILE), "{\"command\": \"a\"").unwrap();
        assert_eq!(Record::of(here.path()), None);
    }
}
