//! Versions of one profile: what filters and audiences leave out, and that they never add.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod command;
mod cuts;
mod differences;
mod everywhere;
mod facts;
mod files;
mod made;
mod never_adds;
mod stands;
mod tailored;
