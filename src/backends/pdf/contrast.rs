//! Whether an accent can be read on paper.

use super::options::PdfOptions;
use crate::backends::Options;
use crate::diagnostics::{Code, Diagnostic, Place, Severity};

/// The least contrast of text with what it stands on (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;

/// A warning, if the accent is too pale for text on white paper.
pub(super) fn check(set: &PdfOptions, options: &Options) -> Option<Diagnostic> {
    let accent = set.accent.as_ref()?;
    let contrast = with_white(accent)?;
    (contrast < LEAST).then(|| {
        let message = format!(
            "`{accent}` is pale: headings and links have a contrast of {contrast:.1} to the paper"
        );
        let place = Place::Value(options.origin().key("accent"));
        let problem = Diagnostic::error(Code::BadValue, message).at(place, "");
        let problem = Diagnostic { severity: Severity::Warning, ..problem };
        problem.help(format!("text is read well from {LEAST}: take a darker colour"))
    })
}

/// The contrast of `#rrggbb` with white, from 1 to 21.
fn with_white(colour: &str) -> Option<f64> {
    let number = u32::from_str_radix(colour.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes().map(linear);
    Some(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05))
}

/// How bright a part of a colour is (IEC 61966-2-1), from 0 to 1.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::with_white;

    #[test]
    fn contrast_is_that_of_wcag() {
        for (colour, contrast) in
            [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#ff0000", 4.0)]
        {
            let found = with_white(colour).unwrap();
            assert!((found - contrast).abs() < 0.01, "{colour}: {found}");
        }
        assert_eq!(with_white("red"), None);
    }
}
