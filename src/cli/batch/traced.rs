//! Reading that is noted, so that a later run knows what a profile was made of.

use super::record::Trace;
use crate::backends::{AssetError, Assets};
use crate::diagnostics::Diagnostic;
use crate::readers::{Library, Opened};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A library that notes which files were read.
pub(super) struct TracedLibrary<'a, L> {
    pub(super) library: L,
    pub(super) trace: &'a Trace,
}

impl<L: Library> Library for TracedLibrary<'_, L> {
    fn open(&self, path: &str, from: &Path) -> Result<Opened, Diagnostic> {
        let opened = self.library.open(path, from)?;
        self.trace.file(&opened.path, &opened.bytes);
        Ok(opened)
    }
}

/// A folder that notes which files were looked for in it, and in vain.
#[derive(Debug)]
pub(super) struct TracedAssets {
    pub(super) assets: Arc<dyn Assets>,
    pub(super) trace: Arc<Trace>,
}

impl Assets for TracedAssets {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        let read = self.assets.read(path);
        self.trace.asset(path, read.as_deref().ok());
        read
    }

    fn folder(&self, path: &str) -> Result<PathBuf, AssetError> {
        self.assets.folder(path)
    }
}
