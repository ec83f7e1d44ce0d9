//! Differences in words.

use super::{Change, Difference, What};
use std::fmt::Write as _;

/// Says what is different between two Documents, called `first` and `second`: a heading
/// for each place, and under it a line for each difference. Nothing if there is none.
pub fn in_words(differences: &[Difference], first: &str, second: &str) -> String {
    let mut out = String::new();
    for at_one_place in differences.chunk_by(|one, other| one.place == other.place) {
        let place = at_one_place.first().map(|one| one.place.join(" › "));
        let place = place.filter(|place| !place.is_empty());
        let _ = writeln!(out, "{}", place.as_deref().unwrap_or("On the page"));
        for difference in at_one_place {
            let _ = writeln!(out, "  {}", sentence(&difference.change, first, second));
        }
    }
    out
}

fn sentence(change: &Change, first: &str, second: &str) -> String {
    match change {
        Change::Gone(what) => format!("only {first} has {}", said(what)),
        Change::New(what) => format!("only {second} has {}", said(what)),
        Change::Reworded { kind, first: one, second: other } => {
            let (one, other) = (quoted(one), quoted(other));
            format!("{first} has the {kind} {one}, {second} {other}")
        }
        Change::Reordered { kind, names } => {
            let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
            format!("{second} has the {kind} in another order: {}", names.join(", "))
        }
    }
}

fn said(what: &What) -> String {
    let text = quoted(&what.text);
    match what.contents {
        0 => format!("the {} {text}", what.kind),
        1 => format!("the {} {text} and a line in it", what.kind),
        contents => format!("the {} {text} and {contents} lines in it", what.kind),
    }
}

fn quoted(text: &str) -> String {
    format!("“{}”", text.split_whitespace().collect::<Vec<_>>().join(" "))
}
