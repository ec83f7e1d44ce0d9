//! The only code that writes to the disk.
//!
//! It knows bytes and paths. A file is written beside its target and renamed over it, so
//! that whoever looks sees the old file or the new one, and never half of either.

pub mod regions;
mod temporary;

pub use temporary::{Stillness, still};

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What became of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was written.
    Written,
    /// It held these bytes already, and was left alone, its time of change too.
    Unchanged,
}

/// The bytes at `path`, or nothing if there is no file, or a device or a pipe.
///
/// # Errors
/// A file that is there and can't be read.
pub fn existing(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if is_special(path) {
        return Ok(None); // what it holds is not what was written to it
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes `bytes` to `path`, whole or not at all, making its folder where there is none.
/// What a killed process left behind in the folder is removed.
///
/// # Errors
/// A folder or a file that can't be written; what was at `path` is untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<Outcome> {
    if is_special(path) {
        File::options().write(true).open(path)?.write_all(bytes)?;
        return Ok(Outcome::Written);
    }
    let target = followed(path);
    let folder = folder_of(&target);
    temporary::sweep(folder);
    if existing(path)?.is_some_and(|existing| existing == bytes) {
        return Ok(Outcome::Unchanged);
    }
    fs::create_dir_all(folder)?;
    temporary::replace(&target, folder, bytes)?;
    Ok(Outcome::Written)
}

/// Removes what a killed process left behind beside `path`, as [`write()`] does.
pub fn tidy(path: &Path) {
    if !is_special(path) {
        temporary::sweep(folder_of(&followed(path)));
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Whether `path`, which begins with `folder`, is in it once links are followed.
pub fn is_within(folder: &Path, path: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(root) = fs::canonicalize(folder) else {
        return true; // nothing is there yet that could lead out
    };
    let real = path.ancestors().find_map(|part| fs::canonicalize(part).ok());
    real.is_none_or(|real| real.starts_with(&root))
}

/// Whether something is there that is neither a file nor a folder: a device such as
/// `/dev/null`, a pipe. It is written to; a file renamed over it would take its place, and
/// with the superuser's rights that breaks the machine.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// Where a symbolic link leads, so that the link stays one.
fn followed(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_whole_files_and_leaves_equal_ones_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/c.txt");
        assert_eq!(write(&path, b"one").unwrap(), Outcome::Written);
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(write(&path, b"one").unwrap(), Outcome::Unchanged);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), time);
        assert_eq!(write(&path, b"two").unwrap(), Outcome::Written);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let names = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(names, 1, "no temporary file stays behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_seen() {
        use std::os::unix::fs::symlink;
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("out");
        assert!(is_within(&folder, &folder.join("cv.txt")), "nothing is there");
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(outer.path().join("secret"), "s").unwrap();
        symlink("../secret", folder.join("file")).unwrap();
        symlink("..", folder.join("folder")).unwrap();
        symlink("inner", folder.join("near")).unwrap();
        for inside in ["cv.txt", "a/b/cv.txt", "inner/x", "near/x", "near"] {
            assert!(is_within(&folder, &folder.join(inside)), "{inside}");
        }
        for outside in ["file", "folder", "folder/x", "folder/a/b"] {
            assert!(!is_within(&folder, &folder.join(outside)), "{outside}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        write(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}
