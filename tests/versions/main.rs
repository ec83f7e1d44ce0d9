//! Versions of one profile: what filters and audiences leave out, and that they never add.

#![allow(clippy::unwrap_used)]

mod cuts;
mod differences;
mod facts;
mod files;
mod never_adds;
mod tailored;
