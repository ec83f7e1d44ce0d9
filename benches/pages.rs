//! Pages that somebody else wrote: `cargo bench --bench pages`.

use curricle::import;
use curricle::lint::lint;
use curricle::output::regions::{find, splice};
use curricle::richtext::html_comments;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

/// Kibibytes of a page: a usual one, a large one, the most that GitHub shows.
const SIZES: [usize; 3] = [4, 60, 500];

fn main() {
    divan::main();
}

/// A page of `kib` kibibytes with one region at its end.
fn page(kib: usize) -> String {
    const PART: &str = "## Part 🎤\n\nWords with **markup** and `code`.\n\n\
        - Closed [PROJ-12](https://issues.example.org/browse/PROJ-12)\n  - and more\n\n\
        > A remark.\n\n<p align=\"center\"><img alt=\"a\" src=\"a.svg\"></p>\n\n";
    let mut page = PART.repeat(kib * 1024 / PART.len());
    page.push_str("<!-- x starts -->\n<!-- x ends -->\n");
    page
}

#[divan::bench(args = SIZES)]
fn region(bencher: Bencher<'_, '_>, kib: usize) {
    let text = page(kib);
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let comments = html_comments(black_box(&text));
        let region = find(&text, &comments, "x");
        region.map(|region| splice(&text, &[(region, "## Mine\n")]))
    });
}

#[divan::bench(args = SIZES)]
fn imported(bencher: Bencher<'_, '_>, kib: usize) {
    let text = page(kib);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| import::best(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn linted(bencher: Bencher<'_, '_>, kib: usize) {
    let text = page(kib);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| lint(black_box(&text), &|_| true));
}
