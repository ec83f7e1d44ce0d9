//! `curricle schema`: the JSON Schema of a profile.

use super::{Failure, written};
use crate::schema;
use std::io::Write;

/// Runs the command.
pub(super) fn run() -> Result<(), Failure> {
    let json = format!("{:#}\n", schema::profile());
    written(std::io::stdout().lock().write_all(json.as_bytes()))
}
