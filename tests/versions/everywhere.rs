//! `tailor | render` is `render`, in every backend, whatever the profile and the cut.

use super::made;
use curricle::backends::{self, Options, Request};
use curricle::diagnostics::Pointer;
use curricle::document::{Asked, Document, View, compose};
use curricle::profile::Profile;
use curricle::readers::{self, Source};
use curricle::tailor::{tailored, version, write};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn read(text: &str) -> Result<Source, TestCaseError> {
    let source = readers::read("profile.yaml", text.as_bytes());
    prop_assert!(!source.has_errors(), "{:?}\n{}", source.problems, text);
    Ok(source)
}

/// What an output makes, or why it makes nothing.
type Made = Result<Vec<u8>, String>;

/// Every output of a profile, as the command line makes it: what is asked is cut from the
/// Document, unless the output sets something or gives the data back.
fn outputs(source: &Source, asked: &Asked) -> BTreeMap<String, Made> {
    let profile = source.profile.as_ref().unwrap();
    let made = profile.outputs.iter().map(|(name, output)| {
        let mut view = View::from(&output.view);
        let set;
        let profile = match output.set.is_empty() && name != "json-resume" {
            true => {
                view.asked = asked.clone();
                profile
            }
            false => {
                view.audience = view.audience.filter(|_| asked.audience.is_none());
                set = version(Some(name), profile, &source.map, asked).profile.unwrap();
                &set
            }
        };
        (name.clone(), rendered(name, profile, &view))
    });
    made.collect()
}

fn rendered(backend: &str, profile: &Profile, view: &View) -> Made {
    let document = compose(profile, view).document;
    let options = Options::new(serde_json::Map::new(), Pointer::root());
    let request = Request::new(&document, &options).of(profile, view);
    let made = backends::find(backend).unwrap().render(&request);
    made.map(|rendered| rendered.bytes).map_err(|error| error.to_string())
}

fn tailor(source: &Source, asked: &Asked) -> String {
    let view = View { asked: asked.clone(), ..View::default() };
    write(&source.map, &tailored(source.profile.as_ref().unwrap(), &source.map, &view))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, rng_seed: proptest::test_runner::RngSeed::Fixed(0x_c0ffee), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tailor_then_render_is_render(profile in made::profile(), asked in made::asked()) {
        let whole = read(&profile)?;
        let cut = tailor(&whole, &asked);
        let expected = outputs(&whole, &asked);
        let found = outputs(&read(&cut)?, &Asked::default());
        for (name, expected) in expected {
            let found = &found[&name];
            prop_assert!(
                *found == expected,
                "{}\n{}\n--- cut\n{}\n--- {}\n{}\n--- instead of\n{}",
                profile, serde_json::to_string(&asked.filters).unwrap(), cut, name,
                shown(found), shown(&expected)
            );
        }
    }

    /// A cut takes away: every word of a version is there as often in the whole.
    #[test]
    fn a_cut_never_adds_a_word(profile in made::profile(), asked in made::asked()) {
        let source = read(&profile)?;
        let profile = source.profile.as_ref().unwrap();
        let asked = Asked { audience: None, ..asked };
        let whole = words(&compose(profile, &View::default()).document);
        let part = compose(profile, &View { asked, ..View::default() }).document;
        for (word, count) in words(&part) {
            let had = whole.get(&word).copied().unwrap_or_default();
            prop_assert!(count <= had, "`{}` stands {} times, not {}", word, count, had);
        }
    }
}

fn shown(made: &Made) -> String {
    match made {
        Ok(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Err(why) => why.clone(),
    }
}

fn words(document: &Document) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in super::facts::texts(document) {
        for word in text.split(|c: char| c.is_whitespace() || c == ',') {
            *counts.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    counts.remove("");
    counts
}
