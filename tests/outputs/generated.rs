//! Profiles of every shape: whatever is in one, and whichever part of it a view shows, all
//! outputs say the same, and what is written is read again as it was.

use crate::pages::is_imported;
use crate::properties::{agree_in_every_field, documents_agree};
use crate::reading::{comes_back, is_told_in_place, json_is_yaml};
use crate::strategies::{TAGS, profile};
use curricle::backends::{self, Options, Request};
use curricle::diagnostics::Pointer;
use curricle::document::{Document, View, compose};
use curricle::import::best;
use curricle::profile::Profile;
use curricle::readers;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2000,
        rng_seed: RngSeed::Fixed(0x7072_6f66),
        ..ProptestConfig::default()
    }
}

fn told<T>(result: Result<T, String>) -> Result<T, TestCaseError> {
    result.map_err(TestCaseError::fail)
}

/// The profile, in which nothing may be an error.
fn read(json: &Value) -> Result<Profile, TestCaseError> {
    let source = readers::read("profile.json", json.to_string().as_bytes());
    let errors: Vec<_> = source.problems.iter().filter(|one| one.is_error()).collect();
    prop_assert!(errors.is_empty(), "{errors:#?}\n{json:#}");
    source.profile.ok_or_else(|| TestCaseError::fail("no profile"))
}

fn views() -> Vec<View> {
    let mut views = vec![View::default()];
    for locale in ["de", "zh"] {
        views.push(View { locale: Some(locale.to_owned()), ..View::default() });
    }
    for tag in TAGS {
        let mut with = View::default();
        with.filters.include = vec![tag.to_owned()];
        let mut without = View::default();
        without.filters.exclude = vec![tag.to_owned()];
        views.extend([with, without]);
    }
    views
}

fn shown(profile: &Profile, view: &View) -> Document {
    compose(profile, view).document
}

fn readme(document: &Document) -> String {
    let options = Options::new(Default::default(), Pointer::root());
    let backend = backends::find("readme").unwrap();
    let made = backend.render(&Request::new(document, &options)).unwrap();
    backend.as_region(&made.bytes).unwrap().to_owned()
}

proptest! {
    #![proptest_config(settings(96))]

    #[test]
    fn every_view_of_every_profile_says_the_same_everywhere(json in profile()) {
        let profile = read(&json)?;
        for view in views() {
            told(documents_agree(&shown(&profile, &view)))?;
        }
    }

    #[test]
    fn every_profile_comes_back_from_yaml_and_from_json(json in profile()) {
        let bytes = json.to_string();
        told(is_told_in_place(bytes.as_bytes()))?;
        told(json_is_yaml(bytes.as_bytes()))?;
        told(comes_back(bytes.as_bytes()))?;
    }

    #[test]
    fn a_readme_that_is_imported_makes_itself_again(json in profile()) {
        let page = readme(&shown(&read(&json)?, &View::default()));
        told(is_imported(&page))?;
        let once = best(&page).unwrap();
        let twice = best(&once.page).unwrap();
        prop_assert!(once.different.is_empty(), "{:?} in {}", once.different, page);
        prop_assert_eq!(once.yaml, twice.yaml, "{}", page);
    }
}

/// Each was found by a fuzzer, and cut to what it takes.
#[test]
fn what_was_found_once_is_the_same_everywhere() {
    let code_of_a_space = [[""; 7].as_slice(), &["` `"], &[""; 34]].concat();
    for texts in [code_of_a_space, vec!["", "", ", "]] {
        let texts: Vec<_> = texts.into_iter().map(str::to_owned).collect();
        assert_eq!(agree_in_every_field(&texts), Ok(()), "{texts:?}");
    }
}

#[cfg(feature = "pdf")]
proptest! {
    #![proptest_config(settings(4))]

    #[test]
    fn the_pdf_of_every_profile_says_the_same(json in profile()) {
        let document = shown(&read(&json)?, &View::default());
        let words = told(crate::properties::readme_holds(&document))?;
        crate::hostile::pdf_spells(&document, words)?;
    }
}
