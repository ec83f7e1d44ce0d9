//! Icons beside contacts, as SVG in the current colour.

use crate::document::{Contact, ContactKind, Document};
use std::collections::BTreeMap;

/// An icon file of this repository.
macro_rules! icon {
    ($file:literal) => {
        include_str!(concat!("../../../templates/icons/", $file, ".svg"))
    };
}

/// The icons that a Document's contacts need: by kind, and by network for profiles.
pub(super) fn of(document: &Document) -> BTreeMap<&str, &'static str> {
    let contacts = document.header.iter().flat_map(|header| &header.contacts);
    contacts.map(|contact| (key(contact), svg(contact))).collect()
}

/// What a theme looks the icon up by.
fn key(contact: &Contact) -> &str {
    match contact.kind {
        ContactKind::Location => "location",
        ContactKind::Email => "email",
        ContactKind::Phone => "phone",
        ContactKind::Url => "url",
        ContactKind::Profile => contact.network.as_deref().unwrap_or("profile"),
    }
}

fn svg(contact: &Contact) -> &'static str {
    match contact.kind {
        ContactKind::Location => icon!("lucide/map-pin"),
        ContactKind::Email => icon!("lucide/mail"),
        ContactKind::Phone => icon!("lucide/phone"),
        ContactKind::Url => icon!("lucide/globe"),
        ContactKind::Profile => brand(contact.network.as_deref().unwrap_or_default()),
    }
}

/// The mark of a network, or a person where there is no free one.
fn brand(network: &str) -> &'static str {
    let name = network.replace([' ', '.', '-'], "");
    let found = BRANDS.iter().find(|(known, _)| *known == name);
    found.map_or(icon!("lucide/user-round"), |(_, svg)| svg)
}

/// The networks whose addresses follow from a name, as far as their marks are free; the
/// owners of the others (CodePen, LinkedIn) have asked not to be in Simple Icons.
const BRANDS: [(&str, &str); 26] = [
    ("bitbucket", icon!("simple-icons/bitbucket")),
    ("bluesky", icon!("simple-icons/bluesky")),
    ("codeberg", icon!("simple-icons/codeberg")),
    ("devto", icon!("simple-icons/devdotto")),
    ("dribbble", icon!("simple-icons/dribbble")),
    ("facebook", icon!("simple-icons/facebook")),
    ("github", icon!("simple-icons/github")),
    ("gitlab", icon!("simple-icons/gitlab")),
    ("googlescholar", icon!("simple-icons/googlescholar")),
    ("hackernews", icon!("simple-icons/ycombinator")),
    ("huggingface", icon!("simple-icons/huggingface")),
    ("instagram", icon!("simple-icons/instagram")),
    ("kaggle", icon!("simple-icons/kaggle")),
    ("keybase", icon!("simple-icons/keybase")),
    ("leetcode", icon!("simple-icons/leetcode")),
    ("mastodon", icon!("simple-icons/mastodon")),
    ("matrix", icon!("lucide/at-sign")),
    ("medium", icon!("simple-icons/medium")),
    ("npm", icon!("simple-icons/npm")),
    ("orcid", icon!("simple-icons/orcid")),
    ("reddit", icon!("simple-icons/reddit")),
    ("stackoverflow", icon!("simple-icons/stackoverflow")),
    ("telegram", icon!("simple-icons/telegram")),
    ("twitter", icon!("lucide/at-sign")),
    ("x", icon!("simple-icons/x")),
    ("youtube", icon!("simple-icons/youtube")),
];

#[cfg(test)]
mod tests {
    use super::{BRANDS, brand};

    #[test]
    fn every_icon_takes_the_colour_that_it_is_given() {
        for (name, svg) in BRANDS {
            assert!(svg.contains("currentColor"), "{name}");
            assert!(!svg.contains("<title>"), "{name}");
        }
    }

    #[test]
    fn names_are_as_people_write_them_and_unknown_ones_have_an_icon_too() {
        assert_eq!(brand("stack overflow"), brand("stackoverflow"));
        assert_eq!(brand("linkedin"), brand("nowhere"));
        assert_ne!(brand("github"), brand("nowhere"));
    }
}
