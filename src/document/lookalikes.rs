//! References that match no rule.

use super::compose::Composer;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::richtext::Autolinks;
use indexmap::IndexMap;

/// Text that looks like a reference and is no link, by what stands before the number.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookalikes {
    by_prefix: IndexMap<String, Seen>,
}

#[derive(Debug, Clone)]
struct Seen {
    first: String,
    origin: Pointer,
    /// Whether there are several of them, which a name with a number in it seldom has.
    several: bool,
}

impl Lookalikes {
    /// Adds what was seen in the text at `origin`.
    pub(super) fn add(&mut self, references: Vec<String>, origin: &Pointer) {
        for reference in references {
            let number = reference.rfind('-').map_or(0, |hyphen| hyphen + 1);
            match self.by_prefix.get_mut(&reference[..number]) {
                Some(seen) => seen.several |= seen.first != reference,
                None => {
                    let prefix = reference[..number].to_owned();
                    let (first, origin) = (reference, origin.clone());
                    self.by_prefix.insert(prefix, Seen { first, origin, several: false });
                }
            }
        }
    }
}

impl Composer<'_> {
    /// Tells each kind once. Without any rule a single one may well be a name.
    pub(super) fn note_lookalikes(&self) {
        let may_be_names = self.autolinks.is_empty();
        for (prefix, seen) in &self.lookalikes.borrow().by_prefix {
            if seen.several || !may_be_names {
                self.note(lookalike(prefix, seen));
            }
        }
    }
}

fn lookalike(prefix: &str, seen: &Seen) -> Diagnostic {
    let reference = &seen.first;
    let help = match Autolinks::ready_for(reference) {
        Some(ready) => {
            format!("`- use: [{}]` under `autolinks` makes it a link", ready.name())
        }
        None => format!(
            "add a rule under `autolinks`: `{{prefix: {prefix}, url: \"https://…/<num>\"}}`"
        ),
    };
    let escaped = reference.replacen('-', "\\-", 1);
    Diagnostic::warning(
        Code::UnmatchedReference,
        format!("`{reference}` looks like a reference, but no rule makes it a link"),
    )
    .at(Place::Within(seen.origin.clone(), reference.clone()), "")
    .help(help)
    .help(format!("if it is none, write `{escaped}`"))
}
