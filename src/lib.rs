//! curricle: one YAML profile, and outputs that always agree.
//!
//! ```text
//!  bytes ─readers─▶ Profile ─document─▶ Document ─backends─▶ Artifacts ─output─▶ files, stdout
//! ```
//!
//! - [`readers`]: bytes into a [`profile::Profile`] and the place of everything in it.
//! - [`document`]: a profile and a [`document::View`] into a [`document::Document`]:
//!   ordered, filtered, dated, in one language.
//! - [`backends`]: a Document into bytes.
//! - [`tailor`]: a version of a profile as a profile.
//! - [`compare`]: what one Document has and another has not.
//! - [`output`]: bytes onto the disk, whole or not at all.
//! - [`import`]: a README that somebody wrote into a profile that makes it again.
//! - [`lint`]: what GitHub would do to a README.
//! - [`bounds`]: how much a profile may ask of the machine.
//! - [`diagnostics`]: what is wrong, where, and what to do.

pub mod backends;
pub mod bounds;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod diagnostics;
pub mod document;
pub mod fingerprint;
pub mod import;
pub mod lint;
pub mod output;
pub mod profile;
pub mod readers;
mod render;
pub mod richtext;
pub mod schema;
pub mod tailor;
pub mod tree;

pub use render::render;
