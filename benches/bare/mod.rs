//! The least that Typst needs to set a Document with a theme, without anything of ours.

use curricle::backends::find;
use curricle::document::Document;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;
use twemoji_assets::svg::SvgTwemojiAsset;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let emoji: &[u8] =
        include_bytes!("../../templates/fonts/noto-emoji/NotoEmoji-Regular.ttf");
    let shipped = typst_assets::fonts().enumerate();
    let used = shipped.filter(|(place, _)| [0, 2, 4, 5, 13, 14, 15, 16].contains(place));
    let used = used.map(|(_, data)| data).chain([emoji]);
    used.flat_map(|data| Font::iter(Bytes::new(data))).collect()
});

/// A theme and its data, as they lie on a disk.
pub(crate) struct Input {
    files: Vec<(FileId, String)>,
    data: Bytes,
}

impl Input {
    /// What `classic` needs for a Document.
    pub(crate) fn of(document: &Document) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/cv");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let read = |path: &Path| {
            let name = path.file_name()?.to_string_lossy();
            Some((file(&name), std::fs::read_to_string(path).ok()?))
        };
        Self {
            files: files.filter_map(|entry| read(&entry.path())).collect(),
            data: Bytes::new(data(document).to_string().into_bytes()),
        }
    }
}

/// What Typst asks for.
pub(crate) struct World {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    sources: HashMap<FileId, Source>,
    data: (FileId, Bytes),
}

impl World {
    /// A world that holds a theme, its data and the fonts.
    pub(crate) fn new(input: &Input) -> Self {
        let files = input.files.iter();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&*FONTS)),
            main: file("classic.typ"),
            sources: files
                .map(|(id, text)| (*id, Source::new(*id, text.clone())))
                .collect(),
            data: (file("input.json"), input.data.clone()),
        }
    }

    /// The bytes of the PDF.
    pub(crate) fn pdf(&self) -> Vec<u8> {
        let compiled = typst::compile::<PagedDocument>(self).output;
        let pages = compiled.unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
        let options = PdfOptions { standards, ..PdfOptions::default() };
        typst_pdf::pdf(&pages, &options).unwrap_or_else(|wrong| panic!("{wrong:?}"))
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The Document, the usual options and the emoji pictures, as a theme reads them.
fn data(document: &Document) -> Value {
    let document = serde_json::to_value(document).unwrap_or_default();
    let mut pictures = Map::new();
    add_pictures(&document, &mut pictures);
    json!({"document": document, "options": usual_options(), "pictures": pictures})
}

fn usual_options() -> Map<String, Value> {
    let schema = find("pdf").map(|pdf| pdf.options_schema().to_value());
    let options = schema.as_ref().and_then(|schema| schema["properties"].as_object());
    let options = options.into_iter().flatten();
    options.map(|(name, option)| (name.clone(), option["default"].clone())).collect()
}

fn add_pictures(value: &Value, pictures: &mut Map<String, Value>) {
    match value {
        Value::Object(fields) => {
            let glyph = fields.get("glyph").and_then(Value::as_str);
            let svg = glyph.and_then(SvgTwemojiAsset::from_emoji);
            if let (Some(glyph), Some(svg)) = (glyph, svg) {
                pictures.insert(glyph.to_owned(), svg.data.0.into());
            }
            fields.values().for_each(|inner| add_pictures(inner, pictures));
        }
        Value::Array(items) => items.iter().for_each(|item| add_pictures(item, pictures)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (data, bytes) = &self.data;
        if id == *data { Ok(bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
