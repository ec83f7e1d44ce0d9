//! What is the same for every profile of a batch.

use crate::bounds::Bounds;
use crate::cli::args::{Args, Batch, Render};
use crate::cli::times::Times;
use crate::cli::{Failure, input};
use crate::document::Asked;
use crate::fingerprint;
use crate::readers::Opened;
use std::path::PathBuf;

/// What every profile is made by.
pub(super) struct Plan {
    pub(super) out_dir: PathBuf,
    /// What `curricle render` would be asked for one of them.
    pub(super) render: Render,
    pub(super) asked: Asked,
    /// The files that go over each profile.
    pub(super) over: Vec<Opened>,
    pub(super) set: Vec<String>,
    pub(super) resume: bool,
    pub(super) bounds: Bounds,
    pub(super) times: Times,
    command: String,
}

impl Plan {
    /// Reads what goes over each profile.
    pub(super) fn new(batch: &Batch, args: &Args) -> Result<Self, Failure> {
        let over = input::all(&batch.files, args)?;
        let render = Render {
            to: batch.to.clone(),
            force: batch.force,
            style: batch.style.clone(),
            ..Render::default()
        };
        let asked = batch.version.asked();
        let command = command(batch, &asked, &over);
        Ok(Self {
            out_dir: batch.out_dir.clone(),
            render,
            asked,
            over,
            set: batch.set.clone(),
            resume: batch.resume,
            bounds: args.bounds(),
            times: Times::default(),
            command,
        })
    }

    /// The checksum of all that decides about an output beside the files that are read for
    /// it: this version of curricle, the command line, and `line`, a profile that is no file.
    pub(super) fn command(&self, line: &[u8]) -> String {
        fingerprint::of_bytes(&[self.command.as_bytes(), line].concat())
    }
}

/// Where the outputs go and how many are made at once decides about none of them.
fn command(batch: &Batch, asked: &Asked, over: &[Opened]) -> String {
    let Batch { to, style, set, .. } = batch;
    let version = env!("CARGO_PKG_VERSION");
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok();
    format!("{version} {to:?} {style:?} {set:?} {epoch:?} {asked:?} {over:?}")
}
