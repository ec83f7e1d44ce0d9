//! From a theme and its data to pages.

use super::attach;
use super::diagnose::{refused, warned};
use super::input::Input;
use super::photo::Photo;
use super::themes::Theme;
use super::world::World;
use crate::backends::Request;
use crate::diagnostics::Diagnostic;
use rayon_core::ThreadPoolBuilder;
use std::sync::atomic::{AtomicUsize, Ordering};
use typst::diag::Warned;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_layout::PagedDocument;

/// How many rounds of forgetting Typst's memory of earlier work outlives if nothing used it
/// meanwhile. What is in every page, such as the theme, is always used.
const MEMORY: usize = 1;

/// How many pages are set from one round to the next: forgetting stops every thread that
/// typesets, and what is not forgotten takes some megabytes a page.
const ROUND: usize = 8;

static SET: AtomicUsize = AtomicUsize::new(0);

/// Forgets earlier work now and then, so that a process which renders often stays small. One
/// that renders once spends no time on it.
fn forget() {
    if SET.fetch_add(1, Ordering::Relaxed) % ROUND == ROUND - 1 {
        comemo::evict(MEMORY);
    }
}

/// Lets this thread typeset without help of others, for as long as what is returned lives:
/// where each has a page of its own they would only wait for each other. If it can't be, it
/// is only slower.
pub fn alone() -> impl Sized {
    ThreadPoolBuilder::new().num_threads(1).use_current_thread().build()
}

/// Pages, set.
pub(super) struct Pages {
    /// As the typesetter has them.
    pub(super) document: PagedDocument,
    /// What it found strange.
    pub(super) warnings: Vec<Diagnostic>,
}

impl Pages {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.document.pages().len()
    }
}

/// A theme with everything that it needs but the data.
pub(super) struct Press<'a> {
    theme: &'a Theme,
    fonts: Vec<Font>,
    photo: Option<(&'static str, Bytes)>,
    attachment: Option<(&'static str, Bytes)>,
    date: Option<&'a str>,
    request: &'a Request<'a>,
}

impl<'a> Press<'a> {
    /// A press that can set the same Document several times.
    pub(super) fn new(
        theme: &'a Theme,
        fonts: Vec<Font>,
        photo: Option<Photo>,
        request: &'a Request<'a>,
    ) -> Self {
        let photo = photo.map(|photo| (photo.file, Bytes::new(photo.bytes)));
        Self { theme, fonts, photo, attachment: None, date: None, request }
    }

    /// With a file that the PDF carries.
    pub(super) fn attaching(self, file: Option<Vec<u8>>) -> Self {
        let attachment = file.map(|bytes| (attach::FILE, Bytes::new(bytes)));
        Self { attachment, ..self }
    }

    /// With the day of the document.
    pub(super) fn dated(self, date: Option<&'a str>) -> Self {
        Self { date, ..self }
    }

    /// Sets the pages.
    ///
    /// # Errors
    /// What Typst says is wrong.
    pub(super) fn set(&self, input: &Input<'_>) -> Result<Pages, Vec<Diagnostic>> {
        let attached = self.attachment.as_ref().map(|(file, _)| file);
        let call = attached
            .map(|file| attach::call(&format!("read(\"{file}\", encoding: none)")));
        let mut world = World::new(self.theme, call, &self.fonts)?
            .with_folder(self.request.assets, &self.request.bounds)
            .on(self.date)
            .with_file(Input::FILE, Bytes::new(input.to_json()?))?;
        for (file, bytes) in self.photo.iter().chain(&self.attachment) {
            world = world.with_file(file, bytes.clone())?;
        }
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        forget();
        let document = output.map_err(|found| refused(&found, self.theme))?;
        Ok(Pages { document, warnings: warned(&warnings, self.theme) })
    }
}
