//! The arguments of the command line.

mod batch;
mod diff;
mod input;
mod style;
mod tailor;
mod version;

pub(super) use batch::Batch;
pub(super) use diff::Diff;
pub(super) use input::Input;
pub(super) use style::Style;
pub(super) use tailor::Tailor;
use version::Version;

use crate::bounds::{Bounds, Raised};
use crate::profile::check_scheme;
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A scheme of links that may be added.
fn scheme(text: &str) -> Result<String, String> {
    check_scheme(text).map(|()| text.to_owned())
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  curricle new                              write a profile.yaml to start from
  curricle render                           make the README, the PDF and the text
  curricle render -o cv.pdf                 make the PDF alone
  curricle render -t text -o - | less       read the text
  curricle render -t text --flat -o - | grep -i rust
  curricle render -t readme -d . --check    in CI: is the README up to date?";

/// Under what the options of every command stand in the help, after those of its own.
const GLOBAL: &str = "Options of every command";

/// One YAML profile; a GitHub README, a typeset PDF CV and plain text that always agree.
#[derive(Debug, Parser)]
#[command(
    name = "curricle",
    version,
    long_version = VERSION,
    styles = STYLES,
    before_help = EXAMPLES,
    arg_required_else_help = true,
    max_term_width = 100
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// How problems are written.
    #[arg(long, global = true, help_heading = GLOBAL)]
    #[arg(value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,

    /// Say nothing but problems.
    #[arg(long, short, global = true, help_heading = GLOBAL)]
    pub quiet: bool,

    /// Allow more of something than a profile from anywhere may ask for: `input`, `aliases`,
    /// `nesting`, `items`, `text`, `shown`, `pages`, `file`, `pixels`, `time`; as in `input=20MiB`.
    #[arg(long = "limit", global = true, help_heading = GLOBAL)]
    #[arg(value_name = "NAME=VALUE")]
    pub limits: Vec<Raised>,

    /// Allow links of a further scheme, as in `gemini`.
    #[arg(long = "link-scheme", global = true, help_heading = GLOBAL)]
    #[arg(value_name = "SCHEME", value_parser = scheme)]
    pub link_schemes: Vec<String>,
}

impl Args {
    /// How much a profile may ask of the machine.
    pub fn bounds(&self) -> Bounds {
        Bounds::default().with(&self.limits)
    }
}

#[cfg(feature = "pdf")]
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (typst 0.15.1)");
#[cfg(not(feature = "pdf"))]
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (without pdf)");

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people: the source line, underlined.
    #[default]
    Human,
    /// For programs: a JSON object a line.
    Json,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
#[command(defer = true)] // the arguments of one alone are made: half of a start
pub enum Command {
    /// Make the outputs of a profile.
    Render(Box<Render>),
    /// Make the outputs of many profiles.
    Batch(Box<Batch>),
    /// Say everything that is wrong with a profile, and make nothing.
    Check(Check),
    /// Make a file of one format from a file of another.
    Convert(Convert),
    /// Make a profile of what is there already: a README, a RenderCV or YAMLResume file, a
    /// JSON Resume document, a PDF.
    Import(Import),
    /// Say what GitHub would do to a README.
    Lint(Lint),
    /// Write a version of the profile as a profile.
    Tailor(Tailor),
    /// Say in words what one version has and another has not.
    Diff(Diff),
    /// Write a commented profile to start from.
    New(New),
    /// Print the JSON Schema of a profile, for editors.
    Schema {
        /// Of what.
        #[arg(value_enum, default_value_t)]
        of: SchemaOf,
    },
    /// List what outputs can be made, with their options.
    Backends,
    /// List the themes of the PDF.
    #[cfg(feature = "pdf")]
    Themes,
    /// Make a theme of one's own.
    #[cfg(feature = "pdf")]
    #[command(subcommand)]
    Theme(ThemeCommand),
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// What `curricle schema` prints the schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SchemaOf {
    /// A profile.
    #[default]
    Profile,
    /// What an external backend gets, the Document in it.
    Request,
}

const RENDER_EXAMPLES: &str = "\
Examples:
  curricle render                           every output, into out/
  curricle render -d .                      every output, here
  curricle render me.yaml -o cv.pdf         the PDF, by its file name
  curricle render -t text --width 60 -o -   the text, to standard output
  cat me.json | curricle render - -t readme -o -";

/// Make the outputs of a profile.
#[derive(Debug, Default, Arguments)]
#[command(before_help = RENDER_EXAMPLES)]
pub struct Render {
    /// Where the profile comes from.
    #[command(flatten)]
    pub input: Input,

    /// Make these: outputs of the profile by name, or backends. Left out: all the outputs
    /// of the profile, or what `-o` is called.
    #[arg(short, long = "to", value_name = "NAME", value_delimiter = ',')]
    pub to: Vec<String>,

    /// Write one output to this file; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Write the outputs into this folder.
    #[arg(short = 'd', long, value_name = "DIR", default_value = "out")]
    pub out_dir: PathBuf,

    /// Write nothing; exit with 1 and name each output that would change.
    #[arg(long)]
    pub check: bool,

    /// Write nothing; show what would change, line by line.
    #[arg(long)]
    pub diff: bool,

    /// Replace files and regions that somebody else wrote or changed.
    #[arg(long)]
    pub force: bool,

    /// Write this stage of the work instead of an output.
    #[arg(long, value_enum, value_name = "STAGE")]
    pub emit: Option<Stage>,

    /// Say how long each stage took.
    #[arg(short, long)]
    pub verbose: bool,

    /// What the outputs look like.
    #[command(flatten)]
    pub style: Style,

    /// Which version of the profile.
    #[command(flatten)]
    pub version: Version,
}

/// The styles by the names that a profile has for them.
const CONVERT_EXAMPLES: &str = "\
Examples:
  curricle convert resume.json -o profile.yaml    a profile of a JSON Resume document
  curricle convert rendercv.yaml -o profile.yaml  of a RenderCV or YAMLResume file
  curricle convert profile.yaml -o resume.json    a JSON Resume document of a profile
  curricle convert resume.json -o cv.html         a page, without a profile";

/// Make a file of one format from a file of another.
#[derive(Debug, Arguments)]
#[command(before_help = CONVERT_EXAMPLES)]
pub struct Convert {
    /// A profile, a JSON Resume document, a RenderCV or a YAMLResume file, a PDF that carries
    /// a profile, known by its content; `-` is standard input.
    pub input: PathBuf,

    /// The file to write, its format by its extension; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,

    /// What the input must be.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub from: Option<InputFormat>,

    /// What to make, whatever the file is called: `profile`, or a backend.
    #[arg(short, long, value_name = "FORMAT")]
    pub to: Option<String>,

    /// Replace the file if it is there.
    #[arg(long)]
    pub force: bool,
}

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// A profile of curricle.
    Profile,
    /// A JSON Resume document.
    JsonResume,
    /// A RenderCV file.
    Rendercv,
    /// A YAMLResume file.
    Yamlresume,
    /// A PDF that carries a profile.
    Pdf,
}

/// Make a theme of one's own.
#[cfg(feature = "pdf")]
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// Write a commented theme to start from.
    New(NewTheme),
}

/// Write a commented theme to start from.
#[cfg(feature = "pdf")]
#[derive(Debug, Arguments)]
pub struct NewTheme {
    /// The file, beside the profile; `-` is standard output.
    #[arg(default_value = "theme.typ")]
    pub file: PathBuf,
}

/// The stages that `--emit` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The Document, as JSON: what every backend gets.
    Document,
}

/// Say everything that is wrong with a profile, and make nothing.
#[derive(Debug, Arguments)]
pub struct Check {
    /// Where the profile comes from.
    #[command(flatten)]
    pub input: Input,

    /// Which version of the profile.
    #[command(flatten)]
    pub version: Version,

    /// List the texts that have no translation into this language.
    #[arg(long, value_name = "TAG")]
    pub locale: Option<String>,
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  curricle import README.md                 write profile.yaml
  curricle import cv.yaml                   of a RenderCV or YAMLResume file
  curricle import resume.json -o me.yaml    of a JSON Resume document
  curricle import cv.pdf                    of the profile that a PDF carries
  curricle import README.md -o - --repair   restore text that was encoded twice";

/// Make a profile of what is there already: a README, a RenderCV or YAMLResume file, a JSON
/// Resume document, or a PDF of curricle that carries one (`attach: json-resume`).
#[derive(Debug, Arguments)]
#[command(before_help = IMPORT_EXAMPLES)]
pub struct Import {
    /// The file, known by its content; `-` is standard input.
    pub input: PathBuf,

    /// The profile to write; `-` is standard output.
    #[arg(short, long, value_name = "FILE", default_value = "profile.yaml")]
    pub output: PathBuf,

    /// Restore text of a README that was encoded twice, such as `ðŸ˜„` for `😄`.
    #[arg(long)]
    pub repair: bool,

    /// Replace the profile if it is there.
    #[arg(long)]
    pub force: bool,
}

/// Say what GitHub would do to a README, offline: what its sanitizer removes, links and
/// images that lead nowhere, what a reader would miss. Exits with 1 if there is anything.
#[derive(Debug, Arguments)]
pub struct Lint {
    /// The pages; `-` is standard input.
    #[arg(required = true)]
    pub pages: Vec<PathBuf>,
}

/// Write a commented profile to start from.
#[derive(Debug, Arguments)]
pub struct New {
    /// The file; `-` is standard output.
    #[arg(default_value = "profile.yaml")]
    pub file: PathBuf,
}
