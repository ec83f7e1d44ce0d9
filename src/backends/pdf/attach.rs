//! The profile as a file in the PDF, for whoever wants the data and not the pages.

use super::options::{Attach, PdfOptions, Standard};
use crate::backends::{Options, Request, json_resume};
use crate::diagnostics::{Code, Diagnostic, Place};

/// The name of the file in the PDF, by which it is found again.
pub(super) const FILE: &str = "resume.json";

/// The Typst call that attaches `data`, an expression of bytes.
pub(super) fn call(data: &str) -> String {
    format!(
        "\n#pdf.attach(\"{FILE}\", {data}, relationship: \"source\", mime-type: \
         \"application/json\", description: \"The data of this CV: JSON Resume\")\n"
    )
}

/// What `options` let the PDF carry.
///
/// # Errors
/// If there is no profile to carry, or the standard that is asked for lets no file be.
pub(super) fn of(
    request: &Request<'_>,
    options: &PdfOptions,
) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
    match options.attach {
        Attach::None => Ok(None),
        Attach::JsonResume => {
            let Some((profile, view)) = request.profile else {
                let message = "`attach: json-resume` needs the profile";
                return Err(vec![Diagnostic::error(Code::Missing, message)]);
            };
            let bytes = json_resume::bytes(profile, view, &request.document.lang);
            bytes.map(Some).map_err(|problem| vec![problem])
        }
    }
}

/// The standard that is held: PDF/A-3a for a file with another in it, unless one is named.
pub(super) fn standard(options: &PdfOptions) -> Option<Standard> {
    match options.attach {
        Attach::None => options.standard,
        Attach::JsonResume => options.standard.or(Some(Standard::A3a)),
    }
}

/// What is wrong with the standard beside an attached file.
pub(super) fn check(set: &PdfOptions, options: &Options) -> Option<Diagnostic> {
    let is_wrong = match (set.attach, standard(set)) {
        (Attach::None, _) | (Attach::JsonResume, None) => false,
        (Attach::JsonResume, Some(standard)) => !takes_files(standard),
    };
    is_wrong.then(|| {
        let message = "this standard lets no file be attached";
        Diagnostic::error(Code::BadValue, message)
            .at(Place::Value(options.origin().key("standard")), "")
            .help("`a-3a`, `a-3b`, `a-3u` and `a-4f` do; left out, it is `a-3a`")
    })
}

/// PDF/A-3 and PDF/A-4f let a file be of any kind; the others none, or PDF/A alone.
fn takes_files(standard: Standard) -> bool {
    match standard {
        Standard::A3a | Standard::A3b | Standard::A3u | Standard::A4f => true,
        Standard::A1a
        | Standard::A1b
        | Standard::A2a
        | Standard::A2b
        | Standard::A2u
        | Standard::A4
        | Standard::A4e => false,
    }
}
