//! The profile's folder, from which a backend may read a photo or a theme.

use crate::backends::{AssetError, Assets};
use crate::bounds::{Bound, Bounds};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A folder, and nothing outside of it.
#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// The most bytes of one file.
    most: u64,
}

/// The folder of the profile called `name`; for standard input, the current one.
pub(super) fn beside(name: &str, bounds: &Bounds) -> Arc<dyn Assets> {
    let folder = Path::new(name).parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Arc::new(Folder { path: folder.to_owned(), most: bounds.of(Bound::File) })
}

impl Assets for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        let path = self.within(Path::new(path))?;
        let file = File::open(path).map_err(unreadable)?;
        if !file.metadata().map_err(unreadable)?.is_file() {
            return Err(AssetError::Unreadable("it is no file".to_owned()));
        }
        let mut bytes = Vec::new();
        file.take(self.most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        match bytes.len() as u64 > self.most {
            true => Err(AssetError::TooLarge(self.most)),
            false => Ok(bytes),
        }
    }

    fn folder(&self, path: &str) -> Result<PathBuf, AssetError> {
        let folder = self.within(Path::new(path))?;
        without_links(&folder, 0)?;
        Ok(folder)
    }
}

/// How deep folders are looked into.
const DEEPEST: usize = 16;

fn without_links(folder: &Path, depth: usize) -> Result<(), AssetError> {
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        let name = || entry.file_name().to_string_lossy().into_owned();
        match kind.is_dir() {
            _ if kind.is_symlink() => return Err(AssetError::Linked(name())),
            true if depth == DEEPEST => return Err(AssetError::Outside),
            true => without_links(&entry.path(), depth + 1)?,
            false => {}
        }
    }
    Ok(())
}

impl Folder {
    /// The real path, which no `..` and no link leads out of the folder.
    fn within(&self, path: &Path) -> Result<PathBuf, AssetError> {
        let plain = |part| matches!(part, Component::Normal(_) | Component::CurDir);
        if !path.components().all(plain) {
            return Err(AssetError::Outside);
        }
        let root = self.path.canonicalize().map_err(unreadable)?;
        let path = root.join(path).canonicalize().map_err(unreadable)?;
        match path.starts_with(&root) {
            true => Ok(path),
            false => Err(AssetError::Outside),
        }
    }
}

fn unreadable(error: io::Error) -> AssetError {
    match error.kind() {
        io::ErrorKind::NotFound => AssetError::Missing,
        _ => AssetError::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::backends::AssetError;
    use crate::bounds::Bounds;
    use std::fs;

    #[test]
    fn a_file_in_the_folder_is_read_and_nothing_else() {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::write(outer.path().join("secret"), "s").unwrap();
        fs::write(inner.join("photo.png"), "p").unwrap();
        let name = inner.join("profile.yaml").display().to_string();
        let assets = beside(&name, &Bounds::default());
        assert_eq!(assets.read("./photo.png"), Ok(b"p".to_vec()));
        assert_eq!(assets.read("../secret"), Err(AssetError::Outside));
        assert_eq!(assets.read("/etc/passwd"), Err(AssetError::Outside));
        assert_eq!(assets.read("other.png"), Err(AssetError::Missing));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../secret", inner.join("link")).unwrap();
            assert_eq!(assets.read("link"), Err(AssetError::Outside));
            assert_eq!(assets.folder("."), Err(AssetError::Linked("link".to_owned())));
            fs::remove_file(inner.join("link")).unwrap();
        }
        assert_eq!(assets.folder("."), Ok(inner.canonicalize().unwrap()));
        assert_eq!(assets.folder(".."), Err(AssetError::Outside));
        assert_eq!(assets.folder("/"), Err(AssetError::Outside));
    }
}
