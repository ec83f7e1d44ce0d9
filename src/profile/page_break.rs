//! Where a page begins.

use super::{
    Award, Certificate, Education, Entry, Project, Publication, Reference, Volunteer,
    Work,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A new page, for outputs that have pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PageBreak {
    /// It begins on a new page.
    Before,
}

/// What may begin on a new page.
pub trait Paged {
    /// Whether it does.
    fn page_break(&self) -> Option<PageBreak>;
}

macro_rules! paged {
    ($($kind:ty),+) => {
        $(impl Paged for $kind {
            fn page_break(&self) -> Option<PageBreak> {
                self.page_break
            }
        })+
    };
}

paged!(
    Award,
    Certificate,
    Education,
    Entry,
    Project,
    Publication,
    Reference,
    Volunteer,
    Work
);
