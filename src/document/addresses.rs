//! Addresses that no words can carry.
//!
//! A link can't hold another link, and a link without words can't be seen. In either case
//! the address becomes a detail of its own, so that every backend shows it and at the same
//! place.

use super::{Detail, Entry, contacts};
use crate::richtext::{Inline, has_link};

/// An entry whose title and organisation each can carry the address that it has.
pub(super) fn settled(mut entry: Entry) -> Entry {
    let carried = [
        (&entry.title, &mut entry.url),
        (&entry.organization, &mut entry.organization_url),
    ];
    let apart = carried
        .into_iter()
        .filter(|(words, _)| words.is_empty() || has_link(words))
        .filter_map(|(_, url)| url.take());
    let details: Vec<_> = apart.map(|url| detail(url, &entry.origin)).collect();
    entry.details.extend(details);
    entry
}

fn detail(url: String, origin: &str) -> Detail {
    let label = contacts::short(&url);
    Detail {
        label: None,
        text: vec![Inline::link(url, label)],
        origin: origin.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_with_words_that_can_carry_it() {
        let entry = Entry {
            title: vec![Inline::text("Talk")],
            url: Some("https://a.org".to_owned()),
            ..Entry::default()
        };
        assert_eq!(settled(entry.clone()), entry);
    }

    #[test]
    fn other_addresses_become_details() {
        let entry = Entry {
            title: vec![Inline::link("https://a.org/1", "PROJ-1")],
            url: Some("https://a.org/talk/".to_owned()),
            organization_url: Some("https://b.org".to_owned()),
            ..Entry::default()
        };
        let settled = settled(entry);
        assert_eq!((settled.url, settled.organization_url), (None, None));
        let texts: Vec<_> = settled.details.into_iter().map(|d| d.text).collect();
        let talk = vec![Inline::link("https://a.org/talk/", "a.org/talk")];
        assert_eq!(texts, [talk, vec![Inline::link("https://b.org", "b.org")]]);
    }
}
