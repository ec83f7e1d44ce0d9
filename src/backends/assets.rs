//! Files beside the profile: a photo, a theme of one's own.
//!
//! A backend never touches the disk, so whoever calls it says how such a file is read, and
//! answers for what may be read: a profile may come from anywhere.

use std::fmt;

/// A folder that a backend may read from.
pub trait Assets: fmt::Debug + Send + Sync {
    /// The bytes of the file at `path`, relative to the folder.
    ///
    /// # Errors
    /// If there is none, if it is not within the folder, or if it is too large.
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError>;
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
    #[error("it has more than {} MiB", .0 >> 20)]
    TooLarge(u64),
    /// The system says why.
    #[error("{0}")]
    Unreadable(String),
}
