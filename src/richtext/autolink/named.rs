//! Words in brackets that lead somewhere: `[Example Streams]`, as Markdown has it for
//! addresses that are written once and elsewhere.

use super::{ESCAPED, Hit, OWN};
use crate::richtext::encoded;
use std::collections::HashMap;

/// Addresses by the words that lead there.
pub(super) type Names = HashMap<String, String>;

/// Where a text has such words in brackets.
pub(super) fn hits(names: &Names, text: &str) -> Vec<Hit> {
    let is_open = |(start, _): &(usize, &str)| !text[..*start].ends_with(ESCAPED);
    let bracket = |(start, _): (usize, &str)| {
        let length = text[start + 1..].find([']', '['])?;
        let label = start + 1..start + 1 + length;
        let url = names.get(text.get(label.clone())?)?;
        let end = label.end + 1;
        let is_closed = text[label.end..].starts_with(']');
        is_closed.then(|| Hit { start, end, label, rank: OWN, url: Some(encoded(url)) })
    };
    match names.is_empty() {
        true => vec![],
        false => text.match_indices('[').filter(is_open).filter_map(bracket).collect(),
    }
}
