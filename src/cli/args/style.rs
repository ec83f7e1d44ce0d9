//! The arguments that say what the outputs look like.

use crate::profile::DateStyle;
use clap::Args as Arguments;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What the outputs look like.
#[derive(Debug, Clone, Default, Arguments)]
pub struct Style {
    /// The language, for profiles in several.
    #[arg(long, value_name = "TAG")]
    pub locale: Option<String>,

    /// How dates are written.
    #[arg(long, value_name = "STYLE", value_parser = date_styles())]
    pub date_style: Option<DateStyle>,

    /// Say how long what is over lasted.
    #[arg(long)]
    pub durations: bool,

    /// The width of the text, in columns.
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<u32>,

    /// How the text shows links: `notes`, `inline` or `none`.
    #[arg(long, value_name = "HOW")]
    pub links: Option<String>,

    /// One fact a line: JSON pointer, tab, text.
    #[arg(long)]
    pub flat: bool,

    /// The theme of the PDF: a name that `curricle themes` lists, or a `.typ` file beside
    /// the profile.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// The paper of the PDF: `a4` or `us-letter`.
    #[arg(long, value_name = "SIZE")]
    pub paper: Option<String>,

    /// How many pages the PDF may have; its type shrinks until it fits.
    #[arg(long, value_name = "COUNT")]
    pub pages: Option<u32>,

    /// A folder with further fonts for the PDF.
    #[arg(long, value_name = "DIR")]
    pub font_path: Option<String>,

    /// The date in the PDF's metadata, as 2024-05-31; left out, SOURCE_DATE_EPOCH if it is
    /// set.
    #[arg(long, value_name = "DAY")]
    pub date: Option<String>,
}

fn date_styles() -> impl TypedValueParser<Value = DateStyle> {
    PossibleValuesParser::new(["short", "long", "numeric", "year", "iso"])
        .try_map(|name| serde_json::from_value(name.into()))
}
