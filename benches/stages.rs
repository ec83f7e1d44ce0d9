//! The stages of the pipeline, each alone: `cargo bench --bench stages`.

mod profiles;

use curricle::backends::{Backend, Options, Request, find};
use curricle::document::{Asked, View, compose};
use curricle::profile::{CONTACT, Filters, Limits, Output, Redaction};
use curricle::readers;
use curricle::tailor::{tailored, write};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use profiles::{REAL, SIZES};

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, size: usize) {
    let bytes = profiles::of_size(size);
    bencher
        .counter(ItemsCount::new(size))
        .bench_local(|| readers::read("profile.yaml", black_box(&bytes)));
}

#[divan::bench(args = SIZES)]
fn compose_document(bencher: Bencher<'_, '_>, size: usize) {
    let profile = profiles::read(&profiles::of_size(size));
    bencher
        .counter(ItemsCount::new(size))
        .bench_local(|| compose(black_box(&profile), &View::default()));
}

/// A cut of the shipped profile, written as a profile: what `curricle tailor` does beyond
/// reading.
#[divan::bench]
fn tailor(bencher: Bencher<'_, '_>) {
    let source = readers::read("profile.yaml", REAL);
    let Some(profile) = &source.profile else { return };
    let asked = Asked {
        filters: Filters {
            without: vec!["releases".to_owned()],
            max_highlights: Limits { others: Some(2), ..Limits::default() },
            redact: Redaction(vec![CONTACT.to_owned()]),
            ..Filters::default()
        },
        ..Asked::default()
    };
    let view = View { asked, ..View::default() };
    bencher.bench_local(|| {
        let target = tailored(black_box(profile), &source.map, &view);
        write(&source.map, &target)
    });
}

#[divan::bench(args = SIZES)]
fn readme(bencher: Bencher<'_, '_>, size: usize) {
    render(bencher, "readme", size);
}

#[divan::bench(args = SIZES)]
fn text(bencher: Bencher<'_, '_>, size: usize) {
    render(bencher, "text", size);
}

#[cfg(feature = "pdf")]
#[divan::bench(args = SIZES, sample_size = 1, max_time = 20)]
fn pdf(bencher: Bencher<'_, '_>, size: usize) {
    render(bencher, "pdf", size);
}

/// A backend, with the typesetter's memory of earlier renderings emptied before each: what
/// a process that renders once has to do.
fn render(bencher: Bencher<'_, '_>, id: &str, size: usize) {
    let Some(backend) = find(id) else { return };
    let document = profiles::document(&profiles::of_size(size));
    let options = Options::default();
    bencher
        .counter(ItemsCount::new(size))
        .with_inputs(forget)
        .bench_local_values(|()| run(backend, &Request::new(&document, &options)));
}

fn run(backend: &dyn Backend, request: &Request<'_>) -> usize {
    backend.render(request).map_or(0, |rendered| rendered.bytes.len())
}

#[cfg(feature = "pdf")]
fn forget() {
    typst::comemo::evict(0);
}

#[cfg(not(feature = "pdf"))]
fn forget() {}

/// The stages for the profile of the repository.
mod real {
    use super::*;

    #[divan::bench]
    fn read(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| readers::read("profile.yaml", black_box(REAL)));
    }

    /// The same as a JSON Resume document.
    #[divan::bench]
    fn read_json_resume(bencher: Bencher<'_, '_>) {
        let json =
            curricle::render(&profiles::read(REAL), "json-resume", &Output::default());
        let json = json.map(|made| made.bytes).unwrap_or_default();
        bencher.bench_local(|| readers::read("resume.json", black_box(&json)));
    }

    #[divan::bench]
    fn compose_document(bencher: Bencher<'_, '_>) {
        let profile = profiles::read(REAL);
        bencher.bench_local(|| compose(black_box(&profile), &View::default()));
    }

    #[divan::bench(args = ["readme", "text", "html", "docx", "pdf"], sample_size = 1)]
    fn render(bencher: Bencher<'_, '_>, id: &str) {
        let Some(backend) = find(id) else { return };
        let document = profiles::document(REAL);
        let options = Options::default();
        bencher
            .with_inputs(forget)
            .bench_local_values(|()| run(backend, &Request::new(&document, &options)));
    }
}
