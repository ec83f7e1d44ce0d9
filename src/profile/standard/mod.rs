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

use super::{Date, Item};

/// What a cut asks of an entry, whatever its section: [`ViewOptions`](super::ViewOptions)
/// decide by it what an output shows.
pub trait Dated {
    /// The name that tells the entry from the others of its list.
    fn id(&self) -> Option<&str>;
    /// The tags.
    fn tags(&self) -> &[String];
    /// What was done.
    fn highlights(&self) -> &[Item];
    /// When it was over; nothing for what goes on and for what has no date.
    fn ended(&self) -> Option<Date>;
}

macro_rules! dated {
    ($($entry:ident $(. $ended:ident)?,)+) => {$(
        impl Dated for $entry {
            fn id(&self) -> Option<&str> {
                self.id.as_deref()
            }

            fn tags(&self) -> &[String] {
                &self.tags
            }

            fn highlights(&self) -> &[Item] {
                &self.highlights
            }

            fn ended(&self) -> Option<Date> {
                dated!(@ self $($ended)?)
            }
        }
    )+};
    (@ $entry:ident) => { None };
    (@ $entry:ident $ended:ident) => { $entry.$ended };
}

dated!(
    Award.date,
    Certificate.date,
    Education.end_date,
    Interest,
    Language,
    Project.end_date,
    Publication.release_date,
    Reference,
    Skill,
    Volunteer.end_date,
    Work.end_date,
);
