//! The themes beside each other: `cargo bench --bench themes`, on the CV of two pages in
//! `tests/themes/showcase`, without its photo.
//!
//! A theme should take at most 1.5 times as long as `classic`; `pages: 1` at most 5 times as
//! long as one rendering; a second rendering in the same process, after a word was changed,
//! at most 20 ms. All are set by turns, so that a busy machine slows all.

use curricle::backends::{Options, Request, find, themes};
use curricle::diagnostics::Pointer;
use curricle::document::{Document, View, compose};
use curricle::readers;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use typst::comemo;

const ROUNDS: usize = 30;

const SHOWCASE: &str = include_str!("../tests/themes/showcase/profile.yaml");

/// What is timed of a theme.
#[derive(Default)]
struct Times {
    once: Vec<Duration>,
    fitted: Vec<Duration>,
    again: Vec<Duration>,
}

fn main() {
    let document = composed(SHOWCASE);
    let changed = composed(&SHOWCASE.replace("Halved the time", "Quartered the time"));
    let names: Vec<&str> = themes::list().map(|(name, _)| name).collect();
    let mut times: Vec<Times> = names.iter().map(|_| Times::default()).collect();
    for _ in 0..ROUNDS {
        for (name, times) in names.iter().zip(&mut times) {
            comemo::evict(0);
            times.once.push(timed(&document, json!({"theme": name})));
            times.again.push(timed(&changed, json!({"theme": name})));
            comemo::evict(0);
            times.fitted.push(timed(&document, json!({"theme": name, "pages": 1})));
        }
    }
    report(&names, times);
}

fn composed(yaml: &str) -> Document {
    let profile = readers::read("profile.yaml", yaml.as_bytes()).profile;
    compose(&profile.unwrap_or_default(), &View::default()).document
}

fn report(names: &[&str], times: Vec<Times>) {
    println!(
        "{:<12}{:>10}{:>12}{:>12}{:>10}{:>14}",
        "median", "once", "to classic", "pages: 1", "to once", "after a word"
    );
    let mut classic = None;
    for (name, times) in names.iter().zip(times) {
        let [once, fitted, again] = [times.once, times.fitted, times.again].map(median);
        let classic = *classic.get_or_insert(once);
        println!(
            "{name:<12}{once:>10.1?}{:>12.2}{fitted:>12.1?}{:>10.2}{again:>14.1?}",
            ratio(once, classic),
            ratio(fitted, once),
        );
    }
}

fn timed(document: &Document, options: Value) -> Duration {
    let Value::Object(values) = options else { return Duration::MAX };
    let options = Options::new(values, Pointer::root());
    let request = Request::new(document, &options);
    let start = Instant::now();
    let made = find("pdf").map(|pdf| pdf.render(&request));
    assert!(matches!(std::hint::black_box(made), Some(Ok(_))), "no PDF");
    start.elapsed()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
