//! What the outputs of a profile say, and that they say the same: one program, because the
//! typesetter takes long to link.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(feature = "pdf")]
mod agreement;
mod cases;
mod contributor;
#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "most compares with the PDF"))]
mod extract;
mod full;
mod generated;
#[cfg(feature = "pdf")]
mod hostile;
#[path = "../properties/html.rs"]
mod html;
#[path = "../properties/page.rs"]
mod pages;
#[path = "../properties/outputs.rs"]
mod properties;
#[path = "../properties/read.rs"]
mod reading;
#[cfg(feature = "pdf")]
mod schema;
mod strategies;
