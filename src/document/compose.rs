//! Profile and View into a Document.

use super::dates::{Dates, Durations};
use super::lookalikes::Lookalikes;
use super::{
    Cut, DOCUMENT_VERSION, Direction, Document, Header, Item, Section, View, Wording,
    Words, breaks, order,
};
use crate::diagnostics::{Code, Diagnostic, Pointer};
use crate::profile::{self, Audience, Autolink, Profile, is_language_tag};
use crate::richtext::{Autolinks, Emoji, Reference};
use std::cell::RefCell;

/// A Document and what was noticed while it was composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What the output shows.
    pub document: Document,
    /// Problems in the texts and the view, in the order in which they were met.
    pub problems: Vec<Diagnostic>,
    /// The texts that are not in the language of the Document, in the same order.
    pub fallbacks: Vec<Fallback>,
}

/// A text that is written in several languages, but not in the one that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallback {
    /// Where the text is.
    pub origin: Pointer,
    /// The language that is shown instead.
    pub shown: String,
}

/// Composes what `view` shows of `profile`.
pub fn compose(profile: &Profile, view: &View) -> Composed {
    let composer = Composer::new(profile, view);
    composer.check_words();
    let document = composer.document();
    composer.note_lookalikes();
    let (problems, fallbacks) = (composer.problems, composer.fallbacks);
    Composed {
        document,
        problems: problems.into_inner(),
        fallbacks: fallbacks.into_inner(),
    }
}

/// What every part of the composition shares.
pub(super) struct Composer<'a> {
    pub(super) profile: &'a Profile,
    pub(super) view: &'a View,
    pub(super) cut: Cut,
    pub(super) audience: Option<(&'a Audience, Pointer)>,
    pub(super) lang: String,
    pub(super) dir: Direction,
    pub(super) words: Words,
    pub(super) dates: Dates,
    pub(super) autolinks: Autolinks,
    problems: RefCell<Vec<Diagnostic>>,
    pub(super) lookalikes: RefCell<Lookalikes>,
    fallbacks: RefCell<Vec<Fallback>>,
}

impl<'a> Composer<'a> {
    fn new(profile: &'a Profile, view: &'a View) -> Self {
        let mut cut = Cut::of(profile, view);
        let problems = RefCell::new(cut.take_problems());
        let audience = view.audience_of(profile);
        let lang = view.locale.clone().unwrap_or_else(|| {
            first_language(profile, &cut, audience.as_ref().map(|(one, _)| *one))
        });
        let dir = Direction::of(&lang);
        let words = Words::of(&lang).unwrap_or_default();
        let dates = dates(profile, view, &lang, &words);
        let autolinks = autolinks(profile);
        Self {
            profile,
            view,
            cut,
            audience,
            lang,
            dir,
            words,
            dates,
            autolinks,
            problems,
            lookalikes: RefCell::default(),
            fallbacks: RefCell::default(),
        }
    }

    fn document(&self) -> Document {
        let basics = Pointer::root().key("basics");
        Document {
            version: DOCUMENT_VERSION,
            lang: self.lang.clone(),
            dir: self.dir,
            edition: self.view.edition(self.profile).map(str::to_owned),
            wording: Wording {
                figures: self.dates.figures(),
                ..Wording::from(&self.words).turned(self.dir)
            },
            translations: vec![],
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
            image: basics.image.clone().filter(|_| self.cut.keeps(&origin.key("image"))),
            contacts: self.contacts(origin),
            origin: origin.to_string(),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let wanted = self.audience.as_ref().and_then(|(one, _)| one.wanted_order());
        let order = wanted.unwrap_or(&self.profile.order);
        let mut sections = Vec::new();
        for chosen in order::ordered(self.profile, self.view, order) {
            sections.extend(match chosen {
                order::Chosen::Standard(key) => self.standard(key, sections.len()),
                order::Chosen::Own(section, origin) => self.own(section, &origin),
            });
        }
        sections.into_iter().map(breaks::before_heading).collect()
    }

    /// Bullets, without those that are cut. One that says nothing leaves its place to the
    /// bullets under it.
    pub(super) fn items(&self, items: &[profile::Item], origin: &Pointer) -> Vec<Item> {
        if !self.cut.keeps(origin) {
            return vec![];
        }
        items
            .iter()
            .enumerate()
            .map(|(index, item)| (item, origin.index(index)))
            .filter(|(_, origin)| self.cut.keeps(origin))
            .map(|(item, origin)| self.item(item, &origin))
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

    /// Remembers a text that is not in the language of the Document, once.
    pub(super) fn note_fallback(&self, origin: &Pointer, shown: &str) {
        let fallback = Fallback { origin: origin.clone(), shown: shown.to_owned() };
        let mut all = self.fallbacks.borrow_mut();
        if !all.contains(&fallback) {
            all.push(fallback);
        }
    }

    fn check_words(&self) {
        // what is no tag at all is an error by itself
        if is_language_tag(&self.lang) && Words::of(&self.lang).is_none() {
            self.note(
                Diagnostic::warning(
                    Code::UnknownLocale,
                    format!(
                        "no words for `{}`: dates and usual titles are English",
                        self.lang
                    ),
                )
                .help("set titles under `headings`")
                .help(format!(
                    "there are words for: {}",
                    Words::languages().collect::<Vec<_>>().join(", ")
                )),
            );
        }
    }
}

/// The language of what `view` shows: its own, or the profile's.
pub fn language(profile: &Profile, view: &View) -> String {
    view.locale.clone().unwrap_or_else(|| {
        let audience = view.audience_of(profile);
        let cut = Cut::of(profile, view);
        first_language(profile, &cut, audience.as_ref().map(|(one, _)| *one))
    })
}

/// How the output writes dates: as the view says, else as the profile does.
fn dates(profile: &Profile, view: &View, lang: &str, words: &Words) -> Dates {
    let style = view.date_style.or(profile.date_style).unwrap_or_default();
    let durations = match view.durations.or(profile.durations) {
        Some(true) => Durations::Shown,
        Some(false) | None => Durations::Hidden,
    };
    Dates::new(lang, words, style, durations)
}

/// The language that the profile is written in: the first that the header's texts name.
fn first_language(profile: &Profile, cut: &Cut, audience: Option<&Audience>) -> String {
    let basics = &profile.basics;
    let origin = Pointer::root().key("basics");
    let summary = audience.map(|audience| &audience.summary);
    let summary = summary.filter(|summary| !summary.is_empty());
    let summary = summary.unwrap_or(&basics.summary);
    [("name", &basics.name.0), ("label", &basics.label.0), ("summary", &summary.0)]
        .into_iter()
        .filter(|(key, _)| cut.keeps(&origin.key(key)))
        .find_map(|(_, text)| text.languages().next())
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
        .with_names(profile.autolinks.iter().filter_map(Autolink::named))
}
