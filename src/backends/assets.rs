//! Files beside the profile: a photo, a theme of one's own.
//!
//! A backend never touches the disk, so whoever calls it says how such a file is read, and
//! answers for what may be read: a profile may come from anywhere.

use crate::bounds::Bound;
use std::fmt;
use std::path::PathBuf;

/// A folder that a backend may read from.
pub trait Assets: fmt::Debug + Send + Sync {
    /// The bytes of the file at `path`, relative to the folder.
    ///
    /// # Errors
    /// If there is none, if it is not within the folder, or if it is too large.
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError>;

    /// The folder at `path`, relative to this one, in which no link leads anywhere.
    ///
    /// # Errors
    /// If there is none, or if it is not within the folder.
    fn folder(&self, path: &str) -> Result<PathBuf, AssetError> {
        let _ = path;
        Err(AssetError::Missing)
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AssetError {
    /// It is elsewhere.
    #[error("it is not in the profile's folder")]
    Outside,
    /// There is none.
    #[error("there is no such file")]
    Missing,
    /// It has more bytes than this.
    #[error("it has more than {}", amount(.0))]
    TooLarge(u64),
    /// It has a link in it, which may lead anywhere.
    #[error("it has a link in it: `{0}`")]
    Linked(String),
    /// The system says why.
    #[error("{0}")]
    Unreadable(String),
}

fn amount(bytes: &u64) -> String {
    Bound::File.amount(*bytes)
}
