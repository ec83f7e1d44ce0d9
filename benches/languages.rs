//! What further languages cost: three of them against one, each as a README, a text and,
//! where this build has it, a PDF.

use curricle::backends::{self, Backend, Options, Request};
use curricle::diagnostics::Pointer;
use curricle::document::{View, compose};
use curricle::profile::Profile;
use curricle::readers;
use std::thread;

const PROFILE: &str = include_str!("../tests/cases/full/profile.yaml");

fn main() {
    divan::main();
}

/// The whole run, from the file's bytes, as the command line does it.
#[divan::bench(args = ["en", "en,de", "en,de,ru", "de,ru,cs"])]
fn outputs(bencher: divan::Bencher<'_, '_>, locales: &str) {
    bencher.bench(|| {
        let source = readers::read("profile.yaml", PROFILE.as_bytes());
        let profile = source.profile.unwrap_or_default();
        let jobs: Vec<_> = locales.split(',').flat_map(in_each_output).collect();
        thread::scope(|scope| {
            for (backend, locale) in jobs {
                let profile = &profile;
                scope.spawn(move || render(backend, profile, locale));
            }
        });
    });
}

fn in_each_output(locale: &str) -> impl Iterator<Item = (&'static dyn Backend, &str)> {
    let usual = backends::USUAL.into_iter().filter_map(backends::find);
    usual.map(move |backend| (backend, locale))
}

fn render(backend: &dyn Backend, profile: &Profile, locale: &str) {
    let view = View { locale: Some(locale.to_owned()), ..View::default() };
    let document = compose(profile, &view).document;
    let options = Options::new(serde_json::Map::new(), Pointer::root());
    let rendered = backend.render(&Request::new(&document, &options));
    divan::black_box(rendered).ok();
}
