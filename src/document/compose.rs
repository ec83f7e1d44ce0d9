//! Profile and View into a Document.

use super::lookalikes::Lookalikes;
use super::{DOCUMENT_VERSION, Document, Header, Item, Section, View, Words, order};
use crate::diagnostics::{Code, Diagnostic, Pointer};
use crate::profile::{self, Profile};
use crate::richtext::{Autolinks, Emoji, Reference};
use std::cell::RefCell;

/// A Document and what was noticed while it was composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What the output shows.
    pub document: Document,
    /// Problems in the texts and the view, in the order in which they were met.
    pub problems: Vec<Diagnostic>,
}

/// Composes what `view` shows of `profile`.
pub fn compose(profile: &Profile, view: &View) -> Composed {
    let composer = Composer::new(profile, view);
    composer.check_words();
    let document = composer.document();
    composer.note_lookalikes();
    Composed { document, problems: composer.problems.into_inner() }
}

/// What every part of the composition shares.
pub(super) struct Composer<'a> {
    pub(super) profile: &'a Profile,
    pub(super) view: &'a View,
    pub(super) lang: String,
    pub(super) words: Words,
    pub(super) autolinks: Autolinks,
    problems: RefCell<Vec<Diagnostic>>,
    pub(super) lookalikes: RefCell<Lookalikes>,
}

impl<'a> Composer<'a> {
    fn new(profile: &'a Profile, view: &'a View) -> Self {
        let lang = view.locale.clone().unwrap_or_else(|| first_language(profile));
        let words = Words::of(&lang).unwrap_or_default();
        let autolinks = autolinks(profile);
        let (problems, lookalikes) = (RefCell::default(), RefCell::default());
        Self { profile, view, lang, words, autolinks, problems, lookalikes }
    }

    fn document(&self) -> Document {
        let basics = Pointer::root().key("basics");
        Document {
            version: DOCUMENT_VERSION,
            lang: self.lang.clone(),
            author: self.plain(&self.profile.basics.name, &basics.key("name")),
            header: self.view.header.then(|| self.header(&basics)),
            heading_level: self.view.heading_level,
            sections: self.sections(),
        }
    }

    fn header(&self, origin: &Pointer) -> Header {
        let basics = &self.profile.basics;
        Header {
            name: self.name(&basics.name, &origin.key("name")),
            label: self.line(&basics.label, &origin.key("label")),
            image: basics.image.clone(),
            contacts: self.contacts(origin),
            origin: origin.to_string(),
        }
    }

    fn sections(&self) -> Vec<Section> {
        order::ordered(self.profile, self.view)
            .into_iter()
            .enumerate()
            .filter_map(|(position, chosen)| match chosen {
                order::Chosen::Standard(key) => self.standard(key, position),
                order::Chosen::Own(section, origin) => self.own(section, &origin),
            })
            .collect()
    }

    /// Bullets, without those whose tags are not shown. One that says nothing leaves its
    /// place to the bullets under it.
    pub(super) fn items(&self, items: &[profile::Item], origin: &Pointer) -> Vec<Item> {
        items
            .iter()
            .enumerate()
            .filter(|(_, item)| self.view.shows(&item.tags))
            .map(|(index, item)| self.item(item, &origin.index(index)))
            .flat_map(|item| if item.text.is_empty() { item.items } else { vec![item] })
            .collect()
    }

    fn item(&self, item: &profile::Item, origin: &Pointer) -> Item {
        let text = match item.is_map() {
            true => self.line(&item.text, &origin.key("text")),
            false => self.line(&item.text, origin),
        };
        Item {
            text,
            items: self.items(&item.items, &origin.key("items")),
            origin: origin.to_string(),
        }
    }

    /// The emoji beside a heading; one that is none was reported when the profile was read.
    pub(super) fn emoji(&self, emoji: Option<&String>) -> Option<Emoji> {
        emoji.and_then(|emoji| Emoji::named(emoji))
    }

    pub(super) fn note(&self, problem: Diagnostic) {
        self.problems.borrow_mut().push(problem);
    }

    fn check_words(&self) {
        if Words::of(&self.lang).is_none() {
            self.note(
                Diagnostic::warning(
                    Code::UnknownLocale,
                    format!(
                        "no words for `{}`: dates and usual titles are English",
                        self.lang
                    ),
                )
                .help("set titles under `headings`"),
            );
        }
    }
}

/// The language that the profile is written in: the first that the header's texts name.
fn first_language(profile: &Profile) -> String {
    let basics = &profile.basics;
    [&basics.name.0, &basics.label.0, &basics.summary.0]
        .into_iter()
        .find_map(|text| text.languages().next())
        .unwrap_or("en")
        .to_owned()
}

fn autolinks(profile: &Profile) -> Autolinks {
    let rules = profile.autolinks.iter().map(|rule| Reference {
        prefix: rule.prefix.clone(),
        url: rule.url.clone(),
        alphanumeric: rule.alphanumeric,
        ids: rule.ids.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
    });
    let rules = rules.filter(|rule| !rule.prefix.is_empty()).collect();
    let ready = profile.autolinks.iter().flat_map(|rule| rule.ready.iter().copied());
    Autolinks::new(rules, ready.collect())
}
