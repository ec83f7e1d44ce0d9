//! What the typesetter asks for while it sets pages: its library, fonts and files.

use super::diagnose::problem;
use super::fonts::Family;
use super::pixels;
use super::themes::{SHARED, Theme};
use crate::backends::Assets;
use crate::bounds::Bounds;
use crate::diagnostics::Diagnostic;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use std::thread;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Regex};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, hash128};
use typst::{Library, LibraryExt};

/// Typst's own library, the same for every page.
static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::default()));

/// Everything that one setting of the pages can see.
pub(super) struct World<'a> {
    main: Source,
    /// Where the theme is: the files that it imports are there.
    folder: &'a str,
    files: Vec<(FileId, Bytes)>,
    fonts: &'a [Font],
    book: LazyHash<FontBook>,
    beside: Option<Beside<'a>>,
    date: Option<Datetime>,
}

impl<'a> World<'a> {
    /// A world whose main file is the theme with `more` after it, and nothing beside it yet.
    ///
    /// # Errors
    /// If the theme's name is none that a file can have.
    pub(super) fn new(
        theme: &'a Theme,
        more: Option<String>,
        fonts: &'a [Font],
    ) -> Result<Self, Vec<Diagnostic>> {
        let id = named(&theme.file)?;
        let main = match more {
            None if theme.is_built_in() => parsed(id, &theme.source),
            None => Source::new(id, theme.source.to_string()),
            Some(more) => Source::new(id, format!("{}{more}", theme.source)),
        };
        let book = LazyHash::new(FontBook::from_fonts(fonts));
        let folder = theme.folder();
        Ok(Self {
            main,
            folder,
            files: Vec::new(),
            fonts,
            book,
            beside: None,
            date: None,
        })
    }

    /// With a file beside the theme.
    ///
    /// # Errors
    /// If that is no name of a file.
    pub(super) fn with_file(
        mut self,
        name: &str,
        bytes: Bytes,
    ) -> Result<Self, Vec<Diagnostic>> {
        self.files.push((named(&format!("{}{name}", self.folder))?, bytes));
        Ok(self)
    }

    /// With the files of the profile's folder, for a theme of one's own.
    pub(super) fn with_folder(
        self,
        assets: Option<&'a Arc<dyn Assets>>,
        bounds: &'a Bounds,
    ) -> Self {
        Self { beside: assets.map(|assets| Beside { assets, bounds }), ..self }
    }

    /// With the only day that a theme gets to know: the date of the document, so that the
    /// same profile gives the same pages on any other.
    pub(super) fn on(self, date: Option<&str>) -> Self {
        Self { date: date.and_then(day), ..self }
    }

    /// The text of a file that every theme imports.
    fn shared(&self, id: FileId) -> Option<&'static str> {
        let name = id.vpath().get_without_slash().strip_prefix(self.folder)?;
        let (_, text) = SHARED.iter().find(|(file, _)| *file == name)?;
        matches!(id.root(), VirtualRoot::Project).then_some(*text)
    }
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        if let Some(text) = self.shared(id) {
            return Ok(parsed(id, text));
        }
        let text = String::from_utf8(self.file(id)?.to_vec());
        text.map(|text| Source::new(id, text)).map_err(|_| FileError::InvalidUtf8)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let held = self.files.iter().find(|(file, _)| *file == id);
        match (held, &self.beside) {
            (Some((_, bytes)), _) => Ok(bytes.clone()),
            (None, Some(beside)) => beside.read(id),
            (None, None) => {
                Err(FileError::NotFound(id.vpath().get_without_slash().into()))
            }
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.date
    }
}

/// What a theme of one's own imports: files in the profile's folder.
struct Beside<'a> {
    assets: &'a Arc<dyn Assets>,
    bounds: &'a Bounds,
}

impl Beside<'_> {
    fn read(&self, id: FileId) -> FileResult<Bytes> {
        let no = |why: String| FileError::Other(Some(why.into()));
        if let VirtualRoot::Package(package) = id.root() {
            let why = format!("`{package}` is a package, and nothing is fetched");
            return Err(no(format!("{why}; put its files beside the profile")));
        }
        let path = id.vpath().get_without_slash();
        let bytes = self.assets.read(path).map_err(|error| no(error.to_string()))?;
        pixels::check(&bytes, self.bounds).map_err(no)?;
        Ok(Bytes::new(bytes))
    }
}

fn named(file: &str) -> Result<FileId, Vec<Diagnostic>> {
    let path = VirtualPath::new(file)
        .map_err(|error| vec![problem(&format!("`{file}` is no file here: {error}"))])?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn day(date: &str) -> Option<Datetime> {
    let mut parts = date.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    Datetime::from_ymd(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

/// A file of ours, parsed once; who asks for one that another thread is at waits for it.
fn parsed(id: FileId, text: &str) -> Source {
    type Parsed = HashMap<FileId, Arc<OnceLock<Source>>>;
    static PARSED: LazyLock<Mutex<Parsed>> = LazyLock::new(Mutex::default);
    let mut parsed = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    let source = Arc::clone(parsed.entry(id).or_default());
    drop(parsed);
    source.get_or_init(|| Source::new(id, text.to_owned())).clone()
}

/// Hashes fonts on another thread: whoever sets text in one has to, and is not there yet.
pub(super) fn hash_meanwhile(fonts: Vec<Font>) {
    if !fonts.is_empty() {
        let _ = thread::Builder::new().spawn(move || hash128(&fonts));
    }
}

/// Begins on other threads what the pages of a theme take whatever is on them: Typst's
/// library, the theme's fonts, the shared files, and the hashes by which Typst knows them.
/// That is a sixth of the instructions for two pages. Without a thread it is made when it is
/// needed.
pub(super) fn begin(theme: &Theme) {
    let families: Vec<Family> = theme.families().collect();
    let _ = thread::Builder::new().spawn(move || {
        hash128(&*LIBRARY);
        families.iter().for_each(|family| {
            hash128(family.faces());
        });
        // At the first one its library reads how many processors there are from four files.
        let _ = Regex::new("-");
    });
    let _ = thread::Builder::new().spawn(|| {
        for (file, text) in SHARED {
            let _ = named(file).map(|id| hash128(&parsed(id, text)));
        }
    });
}
