//! The source of the PDF as one Typst file, to go on by hand: the theme, its parts and the
//! data. Any Typst compiler sets it, with whatever fonts that finds.

use super::options::PdfOptions;
use super::pages::{self, Proof, Set};
use super::themes::SHARED;
use super::{attach, check};
use crate::backends::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic, Place};
use schemars::{Schema, schema_for};
use std::fmt::Write;

/// The backend that writes Typst.
pub(in crate::backends) struct Typst;

impl Backend for Typst {
    fn id(&self) -> &'static str {
        "typst"
    }

    fn about(&self) -> &'static str {
        "the source of the PDF as one Typst file, to edit by hand"
    }

    fn default_path(&self) -> &'static str {
        "cv.typ"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(PdfOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        check::check(options)
    }

    fn takes_long(&self) -> bool {
        true
    }

    /// Sets the pages, too: a problem is said here and not when the file is compiled, and
    /// `pages` needs to know how far the type shrinks.
    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let set =
            pages::set_as(request, |proof| written(&proof)).map_err(BackendError)?;
        let Set { pages: source, mut warnings, notes, options } = set;
        let foreign = foreign(&source).into_iter();
        warnings
            .extend(foreign.map(|file| beside(&options.theme, file, request.options)));
        Ok(Rendered { bytes: source.into_bytes(), pages: None, warnings, notes })
    }
}

fn written(proof: &Proof<'_, '_>) -> Result<String, Vec<Diagnostic>> {
    let data = String::from_utf8_lossy(&proof.input.to_pretty_json()?).into_owned();
    let mut out = format!(
        "// A CV by curricle in one file: what it says first, then what it looks like.\n\n\
         #let data = json({})",
        literal(&data)
    );
    if let Some(photo) = proof.photo {
        let _ = write!(out, " + (photo: {})", numbers(&photo.bytes));
    }
    out.push('\n');
    for (file, source) in SHARED {
        section(&mut out, file, source);
    }
    section(&mut out, &proof.theme.file, &proof.theme.source);
    if let Some(file) = proof.attachment {
        out.push_str(&attach::call(&literal(&String::from_utf8_lossy(file))));
    }
    Ok(out)
}

/// A file without the imports of the others, which stand above it.
fn section(out: &mut String, file: &str, source: &str) {
    let _ = write!(out, "\n// ===== {file} =====\n\n");
    let is_own = |line: &&str| {
        let name =
            line.strip_prefix("#import \"").and_then(|rest| rest.split('"').next());
        let is_shared = |name| SHARED.iter().any(|(file, _)| *file == name);
        !name.is_some_and(is_shared) || line.contains(" as ")
    };
    for line in source.lines().filter(is_own) {
        out.push_str(&line.replace("json(\"input.json\")", "data"));
        out.push('\n');
    }
}

/// JSON as an expression of bytes that stays readable: a raw block, whose fence is longer
/// than any in it. Raw text takes more line ends for its own than JSON does; in JSON, where
/// they can only stand in strings, they are written as numbers.
fn literal(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("bytes({fence}json\n{}\n{fence}.text)", text.trim_end())
}

/// The files that a theme of one's own imports beside the parts.
fn foreign(source: &str) -> Vec<&str> {
    let is_import =
        |line: &&str| line.starts_with("#import \"") || line.starts_with("#include \"");
    let lines = source.lines().filter(is_import);
    lines.filter_map(|line| line.split('"').nth(1)).collect()
}

fn beside(theme: &str, file: &str, options: &Options) -> Diagnostic {
    let message =
        format!("the theme `{theme}` imports `{file}`, which is not in the source");
    Diagnostic::warning(Code::NotShown, message)
        .at(Place::Value(options.origin().key("theme")), "")
        .help(format!("put `{file}` beside the source, or what is in it into the theme"))
}

fn numbers(bytes: &[u8]) -> String {
    let numbers: Vec<String> = bytes.iter().map(u8::to_string).collect();
    format!("bytes(({},))", numbers.join(","))
}

#[cfg(test)]
mod tests {
    use super::{literal, section};

    #[test]
    fn text_ends_no_fence_and_no_line() {
        assert_eq!(
            literal("{\"a\": \"````\u{2028}\"}"),
            "bytes(`````json\n{\"a\": \"````\\u2028\"}\n`````.text)"
        );
    }

    #[test]
    fn what_stands_above_is_not_imported() {
        let mut out = String::new();
        section(&mut out, "mine.typ", "#import \"parts.typ\": *\n#import \"own.typ\": a");
        assert_eq!(out, "\n// ===== mine.typ =====\n\n#import \"own.typ\": a\n");
    }
}
