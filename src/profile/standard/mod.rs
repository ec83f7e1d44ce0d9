//! The entries of the JSON Resume sections, under that standard's field names.
//!
//! Each takes a few fields that the standard lacks and people need: `location`, `summary`,
//! `highlights` and `tags` everywhere; `authors`, `doi` and `venue` on publications.

mod award;
mod certificate;
mod education;
mod interest;
mod language;
mod project;
mod publication;
mod reference;
mod skill;
mod volunteer;
mod work;

pub use award::Award;
pub use certificate::Certificate;
pub use education::Education;
pub use interest::Interest;
pub use language::Language;
pub use project::Project;
pub use publication::Publication;
pub use reference::Reference;
pub use skill::Skill;
pub use volunteer::Volunteer;
pub use work::Work;

/// What carries tags, by which an output's `include` and `exclude` pick.
pub trait Tagged {
    /// The tags.
    fn tags(&self) -> &[String];
}

macro_rules! tagged {
    ($($entry:ident)+) => {$(
        impl Tagged for $entry {
            fn tags(&self) -> &[String] {
                &self.tags
            }
        }
    )+};
}

tagged!(
    Award Certificate Education Interest Language Project Publication Reference Skill
    Volunteer Work
);
