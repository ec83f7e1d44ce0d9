//! From a theme and its data to pages.

use super::attach;
use super::diagnose::{refused_theme, warned};
use super::input::Input;
use super::photo::Photo;
use super::pixels;
use super::themes::{SHARED, Theme};
use crate::backends::{Assets, Request};
use crate::bounds::Bounds;
use crate::diagnostics::Diagnostic;
use rayon_core::ThreadPoolBuilder;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use typst::diag::{FileError, FileResult, Warned};
use typst::foundations::Bytes;
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::Font;
use typst_as_lib::TypstEngine;
use typst_as_lib::conversions::IntoSource;
use typst_as_lib::file_resolver::FileResolver;
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

/// A file of ours, parsed once.
fn parsed(file: &'static str, text: &'static str) -> Source {
    static PARSED: Mutex<BTreeMap<&str, Source>> = Mutex::new(BTreeMap::new());
    let mut parsed = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    parsed.entry(file).or_insert_with(|| (file, text).into_source()).clone()
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
    assets: Option<&'a Arc<dyn Assets>>,
    bounds: Bounds,
}

impl<'a> Press<'a> {
    /// A press that can set the same Document several times.
    pub(super) fn new(
        theme: &'a Theme,
        fonts: Vec<Font>,
        photo: Option<Photo>,
        request: &Request<'a>,
    ) -> Self {
        let photo = photo.map(|photo| (photo.file, Bytes::new(photo.bytes)));
        let (assets, bounds) = (request.assets, request.bounds);
        Self { theme, fonts, photo, attachment: None, assets, bounds }
    }

    /// With a file that the PDF carries.
    pub(super) fn attaching(self, file: Option<Vec<u8>>) -> Self {
        let attachment = file.map(|bytes| (attach::FILE, Bytes::new(bytes)));
        Self { attachment, ..self }
    }

    /// Sets the pages.
    ///
    /// # Errors
    /// What Typst says is wrong.
    pub(super) fn set(&self, input: &Input<'_>) -> Result<Pages, Vec<Diagnostic>> {
        let folder = self.theme.folder();
        let beside = |file: &str| format!("{folder}{file}");
        let data = Bytes::new(input.to_json()?);
        let files = self.photo.iter().chain(&self.attachment).cloned();
        let files = files.chain([(Input::FILE, data)]);
        let files = files.map(|(file, bytes)| (beside(file), bytes));
        let shared = SHARED.map(|(file, text)| match folder {
            "" => parsed(file, text),
            _ => (&*beside(file), text).into_source(),
        });
        let main = match (&self.theme.file, &self.theme.source, &self.attachment) {
            (Cow::Borrowed(file), Cow::Borrowed(text), None) => parsed(file, text),
            (file, text, None) => (&**file, &**text).into_source(),
            (file, text, Some((attached, _))) => {
                let call = attach::call(&format!("read(\"{attached}\", encoding: none)"));
                (&**file, format!("{text}{call}").as_str()).into_source()
            }
        };
        let mut builder = TypstEngine::builder()
            .with_static_file_resolver(
                files
                    .collect::<Vec<_>>()
                    .iter()
                    .map(|(file, bytes)| (file.as_str(), bytes.clone())),
            )
            .with_static_source_file_resolver([main]);
        builder = builder.with_static_source_file_resolver(shared);
        // Whoever is asked last says why there is no such file.
        if let Some(assets) = self.assets {
            let (assets, bounds) = (Arc::clone(assets), self.bounds);
            builder = builder.add_file_resolver(Beside { assets, bounds });
        }
        let engine = builder.fonts(self.fonts.clone()).comemo_evict_max_age(None).build();
        let Warned { output, warnings } =
            engine.compile::<_, PagedDocument>(&*self.theme.file);
        forget();
        let document = output.map_err(|error| refused_theme(error, self.theme))?;
        Ok(Pages { document, warnings: warned(&warnings, self.theme) })
    }
}

/// What a theme of one's own imports: files in the profile's folder.
#[derive(Debug)]
struct Beside {
    assets: Arc<dyn Assets>,
    bounds: Bounds,
}

impl Beside {
    fn read(&self, id: FileId) -> FileResult<Vec<u8>> {
        let no = |why: String| FileError::Other(Some(why.into()));
        if let VirtualRoot::Package(package) = id.root() {
            let why = format!("`{package}` is a package, and nothing is fetched");
            return Err(no(format!("{why}; put its files beside the profile")));
        }
        let path = id.vpath().get_without_slash();
        let bytes = self.assets.read(path).map_err(|error| no(error.to_string()))?;
        pixels::check(&bytes, &self.bounds).map_err(no)?;
        Ok(bytes)
    }
}

impl FileResolver for Beside {
    fn resolve_binary(&self, id: FileId) -> FileResult<Cow<'_, Bytes>> {
        Ok(Cow::Owned(Bytes::new(self.read(id)?)))
    }

    fn resolve_source(&self, id: FileId) -> FileResult<Cow<'_, Source>> {
        let text =
            String::from_utf8(self.read(id)?).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Cow::Owned(Source::new(id, text)))
    }
}
