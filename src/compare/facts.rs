//! What a section or an entry says, fact by fact.

use super::Change;

/// Something that is said, with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// How alike two texts of one kind must be to be one that was reworded, as normalised
/// Damerau-Levenshtein similarity: about half of the characters.
const ALIKE: f64 = 0.5;

/// What is there once, so that another text is always another wording.
const SINGLE: [&str; 8] =
    ["name", "label", "photo", "title", "emoji", "dates", "place", "level"];

/// What is different between two lists of facts.
pub(super) fn compare(first: &[Fact], second: &[Fact]) -> Vec<Change> {
    let mut new: Vec<&Fact> = second.iter().collect();
    let mut gone: Vec<&Fact> = Vec::new();
    for fact in first {
        match new.iter().position(|other| *other == fact) {
            Some(at) => {
                new.remove(at);
            }
            None => gone.push(fact),
        }
    }
    let mut changes = Vec::new();
    for fact in gone {
        match new.iter().position(|other| is_reworded(fact, other)) {
            Some(at) => changes.push(Change::Reworded {
                kind: fact.kind,
                first: fact.text.clone(),
                second: new.remove(at).text.clone(),
            }),
            None => changes.push(Change::Gone(fact.into())),
        }
    }
    changes.extend(new.into_iter().map(|fact| Change::New(fact.into())));
    changes
}

fn is_reworded(one: &Fact, other: &Fact) -> bool {
    one.kind == other.kind
        && (SINGLE.contains(&one.kind)
            || strsim::normalized_damerau_levenshtein(&one.text, &other.text) >= ALIKE)
}
