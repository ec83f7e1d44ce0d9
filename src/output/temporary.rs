//! What a file is before it is whole: a file beside its target.
//!
//! While it is written its writer holds a lock on it, which the system takes back when the
//! writer dies, however it dies. A file of this kind without a lock was left behind by one
//! that was killed, and whoever writes into the folder next removes it. Numbers of
//! processes would not do: they are given out again, and differ between containers.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{PoisonError, RwLock, RwLockWriteGuard};
use tempfile::{Builder, NamedTempFile};

const PREFIX: &str = ".curricle-";
const SUFFIX: &str = ".tmp";

/// How often a file is begun that somebody else takes for left behind.
const TRIES: usize = 100;

/// Held by whoever writes, so that the process does not end in the middle.
static WRITING: RwLock<()> = RwLock::new(());

/// The time between two files, for as long as it is held.
#[must_use]
pub struct Stillness(#[expect(dead_code, reason = "held")] RwLockWriteGuard<'static, ()>);

/// Waits for the files that are being written, a moment, and lets none be begun after: the
/// process can end now and leaves neither half a file nor a temporary one.
pub fn still() -> Stillness {
    Stillness(WRITING.write().unwrap_or_else(PoisonError::into_inner))
}

/// Puts a file of `bytes` where `target` is, in one step.
pub(super) fn replace(target: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let _writing = WRITING.read().unwrap_or_else(PoisonError::into_inner);
    let mut file = begun(folder)?;
    file.write_all(bytes)?;
    keep_permissions(target, file.as_file())?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// Removes what was left behind in `folder`. What can't be removed is no reason not to
/// write.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let name = entry.file_name();
        if is_file && name.to_str().is_some_and(is_temporary) {
            remove_if_left_behind(&entry.path());
        }
    }
}

fn is_temporary(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

fn remove_if_left_behind(path: &Path) {
    let Ok(file) = File::open(path) else { return };
    if file.try_lock().is_ok() {
        let _ = fs::remove_file(path);
    }
}

/// A new file that is locked and has its name.
fn begun(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let file = beside(folder)?;
        match file.as_file().try_lock() {
            Ok(()) if file.path().exists() => return Ok(file),
            Ok(()) | Err(TryLockError::WouldBlock) => {} // it was just being swept
            Err(TryLockError::Error(_)) => return Ok(file), // no locks here: none is swept
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

#[cfg(unix)]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let usual = fs::Permissions::from_mode(0o666); // less what the umask takes
    Builder::new().prefix(PREFIX).suffix(SUFFIX).permissions(usual).tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)
}

fn keep_permissions(target: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(target) {
        Ok(metadata) => file.set_permissions(metadata.permissions()),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_left_behind_is_removed_and_nothing_else() {
        let here = tempfile::tempdir().unwrap();
        let at = |name: &str| here.path().join(name);
        fs::write(at(".curricle-abc.tmp"), "half").unwrap();
        fs::write(at(".curricle-abc"), "of somebody").unwrap();
        fs::write(at("cv.txt"), "whole").unwrap();
        fs::create_dir(at(".curricle-dir.tmp")).unwrap();
        let in_use = begun(here.path()).unwrap();
        sweep(here.path());
        let in_use = in_use.path().file_name().unwrap().to_str().unwrap().to_owned();
        let mut left = vec![".curricle-abc", ".curricle-dir.tmp", &in_use, "cv.txt"];
        left.sort_unstable();
        assert_eq!(names(here.path()), left);
    }

    #[test]
    fn a_file_that_is_swept_as_it_is_begun_is_begun_again() {
        let here = tempfile::tempdir().unwrap();
        let stop = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                    sweep(here.path());
                }
            });
            let target = here.path().join("cv.txt");
            for turn in 0..200 {
                let bytes = turn.to_string();
                replace(&target, here.path(), bytes.as_bytes()).unwrap();
                assert_eq!(fs::read_to_string(&target).unwrap(), bytes);
            }
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        });
        assert_eq!(names(here.path()), ["cv.txt"]);
    }

    #[test]
    fn nothing_is_begun_while_it_is_still() {
        let here = tempfile::tempdir().unwrap();
        let target = here.path().join("cv.txt");
        let still = still();
        let (sender, written) = std::sync::mpsc::channel();
        let (folder, path) = (here.path().to_owned(), target.clone());
        let writer = std::thread::spawn(move || {
            sender.send("begins").unwrap();
            replace(&path, &folder, b"new").unwrap();
        });
        written.recv().unwrap();
        assert!(!target.exists());
        drop(still);
        writer.join().unwrap();
        assert!(target.exists());
    }
}
