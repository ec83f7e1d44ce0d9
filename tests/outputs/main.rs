//! What the outputs of a profile say, and that they say the same: one program, because the
//! typesetter takes long to link.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(feature = "pdf")]
mod agreement;
mod cases;
mod contributor;
mod extract;
#[cfg(feature = "pdf")]
mod hostile;
#[cfg(feature = "pdf")]
mod schema;
