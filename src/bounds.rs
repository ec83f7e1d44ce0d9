//! How much a profile may ask of the machine. It may come from anywhere, so what it may ask
//! is never in its own hands: whoever runs the program raises a bound, by `--limit`.

use std::fmt;
use std::str::FromStr;

/// Something of which there may be too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The bytes of all files of a profile together.
    Input,
    /// The bytes that anchors and aliases copy.
    Aliases,
    /// How deep lists and maps stand in each other.
    Nesting,
    /// The values of a profile, aliases expanded: every text, list and map.
    Items,
    /// The bytes of one text, or of a page that is imported or linted.
    Text,
    /// The bytes of what all outputs show, as JSON.
    Shown,
    /// The pages of a PDF.
    Pages,
    /// The bytes of a file beside the profile: a photo, a theme, a font.
    File,
    /// The pixels of a picture.
    Pixels,
    /// The seconds that a program which is a backend may take.
    Time,
}

/// Every bound, in the order in which they are told.
pub const BOUNDS: [Bound; 10] = [
    Bound::Input,
    Bound::Aliases,
    Bound::Nesting,
    Bound::Items,
    Bound::Text,
    Bound::Shown,
    Bound::Pages,
    Bound::File,
    Bound::Pixels,
    Bound::Time,
];

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

impl Bound {
    /// The name by which `--limit` raises it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Aliases => "aliases",
            Self::Nesting => "nesting",
            Self::Items => "items",
            Self::Text => "text",
            Self::Shown => "shown",
            Self::Pages => "pages",
            Self::File => "file",
            Self::Pixels => "pixels",
            Self::Time => "time",
        }
    }

    /// What it is unless somebody raises it: ten times what anybody needs, and little
    /// enough that the worst of it stays below 512 MiB of memory. The largest résumé seen
    /// has under 100 KiB; 10,000 bullets have 1 MiB and some 20,000 values.
    pub fn usual(self) -> u64 {
        match self {
            Self::Input => 2 * MIB,
            Self::Aliases => 2 * MIB,
            Self::Nesting => 64,
            Self::Items => 100_000,
            Self::Text => 512 * KIB,
            Self::Shown => 32 * MIB,
            Self::Pages => 300,
            Self::File => 10 * MIB,
            Self::Pixels => 25_000_000,
            Self::Time => 600,
        }
    }

    /// How far it may be raised. Nesting takes room on the stack, of which a thread has a
    /// fixed part.
    pub fn most(self) -> u64 {
        match self {
            Self::Nesting => 256,
            Self::Input
            | Self::Aliases
            | Self::Items
            | Self::Text
            | Self::Shown
            | Self::Pages
            | Self::File
            | Self::Pixels
            | Self::Time => u64::from(u32::MAX),
        }
    }

    /// An amount of it in words: `2 MiB`, `64`, `600 s`.
    pub fn amount(self, value: u64) -> String {
        match self {
            Self::Input | Self::Aliases | Self::Text | Self::Shown | Self::File => {
                bytes(value)
            }
            Self::Time => format!("{value} s"),
            Self::Nesting | Self::Items | Self::Pages | Self::Pixels => grouped(value),
        }
    }

    /// What to do about too much of it.
    pub fn help(self, bounds: &Bounds) -> String {
        let (name, twice) = (self.name(), bounds.of(self).saturating_mul(2));
        let value = self.amount(twice.min(self.most())).replace([' ', ','], "");
        format!("if you trust it, allow more: `--limit {name}={value}`")
    }
}

fn bytes(value: u64) -> String {
    match value {
        0 => "0 bytes".to_owned(),
        _ if value.is_multiple_of(MIB) => format!("{} MiB", value / MIB),
        _ if value.is_multiple_of(KIB) => format!("{} KiB", value / KIB),
        _ => format!("{} bytes", grouped(value)),
    }
}

/// `25,000,000`
fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How much there may be of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds([u64; BOUNDS.len()]);

impl Default for Bounds {
    fn default() -> Self {
        Self(BOUNDS.map(Bound::usual))
    }
}

impl Bounds {
    /// How much there may be of `bound`.
    pub fn of(&self, bound: Bound) -> u64 {
        self.0[bound as usize]
    }

    /// The same as a count.
    pub fn count(&self, bound: Bound) -> usize {
        usize::try_from(self.of(bound)).unwrap_or(usize::MAX)
    }

    /// As far as each may be raised, for what has been read once already.
    pub fn widest() -> Self {
        Self(BOUNDS.map(Bound::most))
    }

    /// With each of `raised` as it says.
    #[must_use]
    pub fn with(mut self, raised: &[Raised]) -> Self {
        raised.iter().for_each(|one| self.0[one.bound as usize] = one.value);
        self
    }
}

/// A bound that somebody sets: `input=20MiB`, `items=1,000,000`, `time=90s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    bound: Bound,
    value: u64,
}

/// Why a text sets no bound.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RaisedError {
    /// It names none.
    #[error("there is no limit `{0}`; there are: {names}", names = names())]
    Unknown(String),
    /// It has no value, or not one of its kind.
    #[error("`{0}` is no amount; write it as in `{example}`", example = example(.1))]
    NoAmount(String, Bound),
    /// It goes too far.
    #[error("`{0}` may be 1 to {most}", most = most(.0))]
    TooFar(Bound),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn names() -> String {
    BOUNDS.map(Bound::name).join(", ")
}

fn most(bound: &Bound) -> String {
    bound.amount(bound.most())
}

fn example(bound: &Bound) -> String {
    format!("{bound}={}", bound.amount(bound.usual()).replace([' ', ','], ""))
}

impl FromStr for Raised {
    type Err = RaisedError;

    fn from_str(text: &str) -> Result<Self, RaisedError> {
        let (name, value) = text.split_once('=').unwrap_or((text, ""));
        let bound = BOUNDS.into_iter().find(|bound| bound.name() == name);
        let bound = bound.ok_or_else(|| RaisedError::Unknown(name.to_owned()))?;
        let amount = parsed(bound, value);
        let value =
            amount.ok_or_else(|| RaisedError::NoAmount(value.to_owned(), bound))?;
        match (1..=bound.most()).contains(&value) {
            true => Ok(Self { bound, value }),
            false => Err(RaisedError::TooFar(bound)),
        }
    }
}

fn parsed(bound: Bound, value: &str) -> Option<u64> {
    let units: &[(&str, u64)] = match bound {
        Bound::Input | Bound::Aliases | Bound::Text | Bound::Shown | Bound::File => {
            &[("GiB", 1024 * MIB), ("MiB", MIB), ("KiB", KIB), ("bytes", 1)]
        }
        Bound::Time => &[("min", 60), ("s", 1)],
        Bound::Nesting | Bound::Items | Bound::Pages | Bound::Pixels => &[],
    };
    let unit =
        units.iter().find_map(|(unit, size)| Some((value.strip_suffix(unit)?, *size)));
    let (number, size) = unit.unwrap_or((value, 1));
    let number = number.trim().replace([',', '_'], "");
    number.parse::<u64>().ok()?.checked_mul(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bound_is_at_its_place_and_is_read_as_it_is_told() {
        let bounds = Bounds::default();
        for bound in BOUNDS {
            assert_eq!(bounds.of(bound), bound.usual(), "{bound}");
            let raised: Raised = example(&bound).parse().unwrap();
            assert_eq!(bounds.with(&[raised]), bounds);
            let help = bound.help(&bounds);
            let (_, set) = help.split_once("--limit ").unwrap();
            let raised: Raised = set.trim_end_matches('`').parse().unwrap();
            assert_eq!(bounds.with(&[raised]).of(bound), 2 * bound.usual(), "{help}");
        }
    }

    #[test]
    fn amounts_have_units_and_bounds() {
        let value = |text: &str| text.parse::<Raised>().map(|raised| raised.value);
        assert_eq!(value("input=3MiB"), Ok(3 * MIB));
        assert_eq!(value("file=512"), Ok(512));
        assert_eq!(value("time=2min"), Ok(120));
        assert_eq!(value("items=1,000_000"), Ok(1_000_000));
        let error = |text: &str| value(text).map_err(|error| error.to_string());
        assert_eq!(
            error("size=1").unwrap_err(),
            "there is no limit `size`; there are: input, aliases, nesting, items, text, \
             shown, pages, file, pixels, time"
        );
        assert_eq!(
            error("input=much").unwrap_err(),
            "`much` is no amount; write it as in `input=2MiB`"
        );
        assert_eq!(error("nesting=1000").unwrap_err(), "`nesting` may be 1 to 256");
        assert!(value("pages=0").is_err() && value("pages").is_err());
    }
}
