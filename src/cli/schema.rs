//! `curricle schema`: the JSON Schema of a profile, or of what an external backend gets.

use super::args::SchemaOf;
use super::{Failure, written};
use crate::schema;
use std::io::Write;

/// Runs the command.
pub(super) fn run(of: SchemaOf) -> Result<(), Failure> {
    let schema = match of {
        SchemaOf::Profile => schema::profile(),
        SchemaOf::Request => schema::request(),
    };
    let json = format!("{schema:#}\n");
    written(std::io::stdout().lock().write_all(json.as_bytes()))
}
