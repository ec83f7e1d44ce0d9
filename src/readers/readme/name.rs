//! Who a page is about.

use crate::richtext::{SourceBlock, SourceKind, inline_text};

/// What stands before a name in a greeting.
const BEFORE: [&str; 7] =
    ["I'm ", "I’m ", "I am ", "i'm ", "i am ", "name is ", "This is "];

/// The name that the first heading greets with, as in `Hi, I'm Ada Example 👋`, or is.
pub(super) fn find(source: &[SourceBlock]) -> Option<String> {
    let first = source.iter().find_map(|block| match &block.kind {
        SourceKind::Heading { level: 1, content } => Some(inline_text(content)),
        SourceKind::Heading { .. }
        | SourceKind::Block(_)
        | SourceKind::Foreign
        | SourceKind::Unseen => None,
    })?;
    let greeted = BEFORE.iter().find_map(|before| first.split_once(before));
    let rest = match greeted {
        Some((_, name)) => name,
        None => first.as_str(),
    };
    let is_part = |c: char| c.is_alphabetic() || " .-'’".contains(c);
    let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let name = rest[..end].trim().trim_end_matches(['.', '-']).trim();
    let words = name.split_whitespace().count();
    let is_name = (1..=4).contains(&words)
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (is_name && (greeted.is_some() || words >= 2)).then(|| name.to_owned())
}
