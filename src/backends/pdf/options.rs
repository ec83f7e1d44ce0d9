//! What an output with `backend: pdf` can set.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The options of the `pdf` backend. Serialised, they are what a theme reads as `options`;
/// what is left out is the theme's own choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PdfOptions {
    /// What the pages look like: a theme's name (`curricle themes` lists them), or the path
    /// of one's own beside the profile, `./mine.typ`.
    pub(super) theme: String,
    /// The size of the paper.
    pub(super) paper: Paper,
    /// The colour of headings and links, as `#1d3f66`.
    #[schemars(regex(pattern = "^#[0-9a-fA-F]{6}$"))]
    pub(super) accent: Option<String>,
    /// The family of the text: `Libertinus Serif`, `Source Serif 4`, `Source Sans 3` or
    /// `Inter`.
    pub(super) font: Option<String>,
    /// A folder with further fonts, relative to the profile, for characters that the built-in
    /// ones lack; the system's come after it.
    pub(super) font_path: Option<String>,
    /// The size of the text in points, 7 to 16.
    #[schemars(range(min = 7, max = 16))]
    pub(super) font_size: Option<f64>,
    /// How far apart lines and entries stand: 1 is as usual, 0.7 dense, 1.3 airy.
    #[schemars(range(min = 0.5, max = 2))]
    pub(super) density: Option<f64>,
    /// The margins on all sides in millimetres, 5 to 50.
    #[schemars(range(min = 5, max = 50))]
    pub(super) margins: Option<f64>,
    /// Whether contacts have icons. Their text is in full either way.
    pub(super) icons: Option<bool>,
    /// Whether the photo is shown, where the profile has one.
    pub(super) photo: Option<bool>,
    /// How links look.
    pub(super) link_style: Option<LinkStyle>,
    /// Where pages are numbered.
    pub(super) page_numbers: PageNumbers,
    /// How many pages there may be: type and gaps shrink together, down to 8.5 points and
    /// a density of 0.7, until it fits.
    #[schemars(range(min = 1, max = 99))]
    pub(super) pages: Option<usize>,
    /// How emoji in text are shown.
    pub(super) emoji: TextEmoji,
    /// Where the emoji of a heading stands.
    pub(super) heading_emoji: HeadingEmoji,
    /// A standard to hold beside PDF/UA-1.
    pub(super) standard: Option<Standard>,
    /// What the file carries for machines beside the pages.
    pub(super) attach: Attach,
    /// The date in the metadata, as `2024-05-31`; left out, there is none.
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub(super) date: Option<String>,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self {
            theme: "classic".to_owned(),
            paper: Paper::default(),
            accent: None,
            font: None,
            font_path: None,
            font_size: None,
            density: None,
            margins: None,
            icons: None,
            photo: None,
            link_style: None,
            page_numbers: PageNumbers::default(),
            pages: None,
            emoji: TextEmoji::default(),
            heading_emoji: HeadingEmoji::default(),
            standard: None,
            attach: Attach::default(),
            date: None,
        }
    }
}

/// The sizes of paper, by Typst's names for them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

/// How links look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum LinkStyle {
    /// In the accent colour.
    Accent,
    /// With a thin line under them.
    Underline,
    /// As the text around them.
    Plain,
}

/// Where pages are numbered.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PageNumbers {
    /// At the head with the name, from the second page on.
    #[default]
    Head,
    /// At the foot of every page, with how many there are.
    Foot,
    /// Nowhere.
    None,
}

/// How emoji in text are shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum TextEmoji {
    /// As pictures, over an outline that can be copied and found.
    #[default]
    Color,
    /// As outlines in the colour of the text.
    Mono,
    /// Not at all.
    None,
}

/// Where the emoji of a heading stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HeadingEmoji {
    /// Nowhere.
    #[default]
    None,
    /// Before the words.
    Before,
    /// After the words.
    After,
}

/// What a PDF carries beside its pages.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Attach {
    /// Nothing.
    #[default]
    None,
    /// What the output shows of the profile, as a JSON Resume document: `curricle import`
    /// reads it back. The file is then PDF/A-3, and has a date.
    JsonResume,
}

/// Standards of PDF that the typesetter can hold to. Those of PDF 1.4 and 2.0
/// are without PDF/UA-1, which is one of PDF 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standard {
    #[serde(rename = "a-1a")]
    A1a,
    #[serde(rename = "a-1b")]
    A1b,
    #[serde(rename = "a-2a")]
    A2a,
    #[serde(rename = "a-2b")]
    A2b,
    #[serde(rename = "a-2u")]
    A2u,
    #[serde(rename = "a-3a")]
    A3a,
    #[serde(rename = "a-3b")]
    A3b,
    #[serde(rename = "a-3u")]
    A3u,
    #[serde(rename = "a-4")]
    A4,
    #[serde(rename = "a-4e")]
    A4e,
    #[serde(rename = "a-4f")]
    A4f,
}
