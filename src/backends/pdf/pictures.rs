//! The same pages as pictures: PNG and SVG, for previews and for people who put a page into
//! their README.

use super::options::PdfOptions;
use super::pages::{self, Set};
use super::{about, check, diagnose};
use crate::backends::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic, Place};
use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use typst::layout::Abs;
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// The space between pages that stand below each other, in points.
const GAP: f64 = 12.0;

const POINTS_AN_INCH: f64 = 72.0;

/// The backend that draws pages as PNG.
pub(in crate::backends) struct Png;

/// The backend that draws pages as SVG.
pub(in crate::backends) struct Svg;

/// What a picture can set beside what a PDF can.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
struct PictureOptions {
    /// The page; left out, all of them below each other.
    #[schemars(range(min = 1))]
    page: Option<usize>,
    /// Pixels per inch, 36 to 600. A vector picture has none.
    #[schemars(range(min = 36, max = 600))]
    resolution: f64,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self { page: None, resolution: 144.0 }
    }
}

/// The keys that are not for the pages.
const OWN: [&str; 2] = ["page", "resolution"];

/// The options of the picture and those of its pages.
fn split(options: &Options) -> (Options, Options) {
    let (own, rest): (Map<_, _>, Map<_, _>) = options
        .values()
        .clone()
        .into_iter()
        .partition(|(key, _)| OWN.contains(&key.as_str()));
    let origin = options.origin();
    (Options::new(own, origin.clone()), Options::new(rest, origin.clone()))
}

fn schema() -> Schema {
    let mut schema = schema_for!(PdfOptions);
    let own = schema_for!(PictureOptions);
    let own = own.get("properties").and_then(Value::as_object).cloned();
    if let Some(all) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        all.extend(own.unwrap_or_default());
    }
    schema
}

fn problems(options: &Options) -> Vec<Diagnostic> {
    let (own, rest) = split(options);
    let mut problems = check::check(&rest);
    match own.decode::<PictureOptions>() {
        Err(found) => problems.extend(found),
        Ok(set) if !(36.0..=600.0).contains(&set.resolution) => {
            let message =
                format!("`resolution: {}` is too much or too little", set.resolution);
            problems.push(
                Diagnostic::error(Code::BadValue, message)
                    .at(Place::Value(options.origin().key("resolution")), "")
                    .help("it may be 36 to 600 pixels per inch"),
            );
        }
        Ok(_) => {}
    }
    problems
}

/// Sets the pages and lets `draw` make a picture of those that are asked for.
fn render(
    request: &Request<'_>,
    draw: impl Fn(&PagedDocument, Option<&Page>, f64) -> Result<Vec<u8>, Diagnostic>,
) -> Result<Rendered, Vec<Diagnostic>> {
    let found = problems(request.options);
    if !found.is_empty() {
        return Err(found);
    }
    let (own, rest) = split(request.options);
    let picture: PictureOptions = own.decode()?;
    let request = Request { options: &rest, ..*request };
    let Set { pages, warnings, notes, options: _ } = pages::set(&request)?;
    let all = pages.document.pages();
    let one = picture.page.map(|number| {
        let page = number.checked_sub(1).and_then(|index| all.get(index));
        page.ok_or_else(|| vec![no_such_page(number, all.len(), request.options)])
    });
    let one = one.transpose()?;
    let drawn = draw(&pages.document, one, picture.resolution);
    let bytes = drawn.map_err(|problem| vec![problem])?;
    let count = if one.is_some() { 1 } else { all.len() };
    Ok(Rendered { bytes, pages: Some(count), warnings, notes })
}

fn no_such_page(page: usize, count: usize, options: &Options) -> Diagnostic {
    Diagnostic::error(Code::BadValue, format!("there is no page {page}"))
        .at(Place::Value(options.origin().key("page")), "")
        .help(format!("the last one is {count}"))
}

fn png(
    document: &PagedDocument,
    page: Option<&Page>,
    resolution: f64,
) -> Result<Vec<u8>, Diagnostic> {
    let drawing = RenderOptions {
        pixel_per_pt: (resolution / POINTS_AN_INCH).into(),
        ..RenderOptions::default()
    };
    let pixels = match page {
        Some(page) => typst_render::render(page, &drawing),
        None => typst_render::render_merged(document, &drawing, Abs::pt(GAP), None),
    };
    pixels.encode_png().map_err(|error| diagnose::problem(&error.to_string()))
}

fn svg(document: &PagedDocument, page: Option<&Page>) -> String {
    let drawing = SvgOptions::default();
    match page {
        Some(page) => typst_svg::svg(page, &drawing),
        None => typst_svg::svg_merged(document, &drawing, Abs::pt(GAP)),
    }
}

impl Backend for Png {
    fn id(&self) -> &'static str {
        "png"
    }

    fn about(&self) -> &'static str {
        "the pages of the PDF as a picture"
    }

    fn default_path(&self) -> &'static str {
        "cv.png"
    }

    fn options_schema(&self) -> Schema {
        schema()
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        problems(options)
    }

    fn takes_long(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let draw = |document: &_, page: Option<&_>, resolution| {
            let drawn = png(document, page, resolution)?;
            Ok(about::png(drawn, request.document))
        };
        render(request, draw).map_err(BackendError)
    }
}

impl Backend for Svg {
    fn id(&self) -> &'static str {
        "svg"
    }

    fn about(&self) -> &'static str {
        "the pages of the PDF as a vector picture"
    }

    fn default_path(&self) -> &'static str {
        "cv.svg"
    }

    fn options_schema(&self) -> Schema {
        schema()
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        problems(options)
    }

    fn takes_long(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let draw = |document: &_, page: Option<&_>, _| {
            Ok(about::svg(svg(document, page), request.document).into_bytes())
        };
        render(request, draw).map_err(BackendError)
    }
}
