//! From a theme and its data to pages.

use super::diagnose::{refused, warned};
use super::input::Input;
use super::photo::Photo;
use super::pixels;
use super::themes::{SHARED, Theme};
use crate::backends::{Assets, Request};
use crate::bounds::Bounds;
use crate::diagnostics::Diagnostic;
use std::borrow::Cow;
use std::sync::Arc;
use typst::diag::{FileError, FileResult, Warned};
use typst::foundations::Bytes;
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::Font;
use typst_as_lib::TypstEngine;
use typst_as_lib::file_resolver::FileResolver;
use typst_layout::PagedDocument;

/// How many renderings Typst's memory of earlier work outlives: a process that renders once
/// spends no time on forgetting, one that renders often stays small.
const MEMORY: usize = 1;

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
        Self { theme, fonts, photo, assets, bounds }
    }

    /// Sets the pages.
    ///
    /// # Errors
    /// What Typst says is wrong.
    pub(super) fn set(&self, input: &Input<'_>) -> Result<Pages, Vec<Diagnostic>> {
        let folder = self.theme.folder();
        let beside = |file: &str| format!("{folder}{file}");
        let data = Bytes::new(input.to_json()?);
        let files = self.photo.clone().into_iter().chain([(Input::FILE, data)]);
        let files = files.map(|(file, bytes)| (beside(file), bytes));
        let shared = SHARED.map(|(file, source)| (beside(file), source.to_owned()));
        let main = [(self.theme.file.to_string(), self.theme.source.to_string())];
        let mut builder = TypstEngine::builder()
            .with_static_file_resolver(
                files
                    .collect::<Vec<_>>()
                    .iter()
                    .map(|(file, bytes)| (file.as_str(), bytes.clone())),
            )
            .with_static_source_file_resolver(
                main.iter().map(|(file, source)| (file.as_str(), source.clone())),
            );
        if let Some(assets) = self.assets {
            let (assets, bounds) = (Arc::clone(assets), self.bounds);
            builder = builder.add_file_resolver(Beside { assets, bounds });
        }
        builder = builder.with_static_source_file_resolver(
            shared.iter().map(|(file, source)| (file.as_str(), source.clone())),
        );
        // Whoever is asked last says why there is no such file.
        if let Some(assets) = self.assets {
            let (assets, bounds) = (Arc::clone(assets), self.bounds);
            builder = builder.add_file_resolver(Beside { assets, bounds });
        }
        let engine =
            builder.fonts(self.fonts.clone()).comemo_evict_max_age(Some(MEMORY)).build();
        let Warned { output, warnings } =
            engine.compile::<_, PagedDocument>(&*self.theme.file);
        let document = output.map_err(refused)?;
        Ok(Pages { document, warnings: warned(&warnings) })
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
