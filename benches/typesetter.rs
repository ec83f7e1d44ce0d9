//! The PDF beside the bare typesetter, from the same Document and theme: `cargo bench
//! --bench typesetter`. The one should take at most 1.25 times as long as the other.
//!
//! Both run in one process and by turns, so that a busy machine slows both.

mod bare;
mod profiles;

use bare::{Input, World};
use curricle::backends::{Options, Request, find};
use curricle::document::Document;
use std::time::{Duration, Instant};
use typst::comemo;

const ROUNDS: usize = 60;

fn main() {
    if std::env::args().any(|argument| argument == "--once") {
        once(); // how `scripts/bench` times a process that does nothing else
        return;
    }
    println!("{:<22}{:>12}{:>12}{:>8}", "median of 60", "bare", "curricle", "ratio");
    compare("profile.yaml", &profiles::document(profiles::REAL));
    for size in profiles::SIZES.into_iter().filter(|size| *size <= 1_000) {
        let document = profiles::document(&profiles::of_size(size));
        compare(&format!("{size} items"), &document);
    }
}

fn once() {
    let input = Input::of(&profiles::document(profiles::REAL));
    std::hint::black_box(World::new(&input).pdf());
}

fn compare(name: &str, document: &Document) {
    let input = Input::of(document);
    let options = Options::default();
    let request = Request::new(document, &options);
    let Some(pdf) = find("pdf") else { return };
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(timed(|| World::new(&input).pdf().len()));
        ours.push(timed(|| pdf.render(&request).map_or(0, |made| made.bytes.len())));
    }
    let (bare, ours) = (median(bare), median(ours));
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    println!("{name:<22}{bare:>12.1?}{ours:>12.1?}{ratio:>8.2}");
}

/// How long `work` takes when the typesetter remembers nothing of earlier work.
fn timed(work: impl FnOnce() -> usize) -> Duration {
    comemo::evict(0);
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
