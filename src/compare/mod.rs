//! What one Document has and another has not.
//!
//! Documents are compared as a reader would: sections by their ids, entries by their
//! titles, and what they say by kind, so that a bullet that was reworded is one change and
//! not a loss and a gain.

mod facts;
mod thing;
mod words;

pub use words::in_words;

use crate::document::Document;
use facts::Fact;
use thing::Thing;

/// One difference between two Documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The titles of what it is in, outermost first; empty for the page itself.
    pub place: Vec<String>,
    /// What is different.
    pub change: Change,
}

/// What is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the first has it.
    Gone(What),
    /// Only the second has it.
    New(What),
    /// Both have it, in other words.
    Reworded {
        /// What it is: `highlight`, `dates`.
        kind: &'static str,
        /// The words of the first.
        first: String,
        /// The words of the second.
        second: String,
    },
    /// Both have these, and the second has them in this order.
    Reordered {
        /// What they are: `sections`, `entries`.
        kind: &'static str,
        /// Their titles, as the second has them.
        names: Vec<String>,
    },
}

/// Something that one has and the other has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    /// What it is: `section`, `entry`, `highlight`.
    pub kind: &'static str,
    /// What it says, or its title.
    pub text: String,
    /// How many entries and facts go with it.
    pub contents: usize,
}

/// Every difference between two Documents, in the order of the first.
pub fn differences(first: &Document, second: &Document) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&Thing::of(first), &Thing::of(second), &[], &mut found);
    found
}

fn compare(first: &Thing, second: &Thing, place: &[String], found: &mut Vec<Difference>) {
    let here = |change| Difference { place: place.to_vec(), change };
    found.extend(facts::compare(&first.facts, &second.facts).into_iter().map(here));
    let pairs = paired(&first.inner, &second.inner);
    for (index, one) in first.inner.iter().enumerate() {
        match pairs.iter().find(|(of_first, _)| *of_first == index) {
            Some((_, other)) => {
                let mut inner = place.to_vec();
                inner.push(one.title());
                compare(one, &second.inner[*other], &inner, found);
            }
            None => found.push(here(Change::Gone(one.what()))),
        }
    }
    let is_new = |index: &usize| pairs.iter().all(|(_, other)| other != index);
    let new = (0..second.inner.len()).filter(is_new);
    found.extend(new.map(|index| here(Change::New(second.inner[index].what()))));
    found.extend(reordered(&pairs, second).map(here));
}

/// Which of the second's things each of the first's is.
fn paired(first: &[Thing], second: &[Thing]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (index, one) in first.iter().enumerate() {
        let is_free = |other: usize| pairs.iter().all(|(_, taken)| *taken != other);
        let found = (0..second.len())
            .find(|other| is_free(*other) && second[*other].key == one.key);
        pairs.extend(found.map(|other| (index, other)));
    }
    pairs
}

fn reordered(pairs: &[(usize, usize)], second: &Thing) -> Option<Change> {
    if pairs.is_sorted_by_key(|(_, other)| *other) {
        return None;
    }
    let mut order: Vec<usize> = pairs.iter().map(|(_, other)| *other).collect();
    order.sort_unstable();
    let kind = match order.first().map(|index| second.inner[*index].kind) {
        Some("section") => "sections",
        Some(_) | None => "entries",
    };
    let names = order.iter().map(|index| second.inner[*index].title());
    Some(Change::Reordered { kind, names: names.collect() })
}

impl From<&Fact> for What {
    fn from(fact: &Fact) -> Self {
        Self { kind: fact.kind, text: fact.text.clone(), contents: 0 }
    }
}
