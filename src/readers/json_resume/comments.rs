//! What the text of a document has that JSON has not: comments, trailing commas, halves of
//! surrogate pairs.
//!
//! They are overwritten byte for byte, so that every place behind them stays where it is.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::readers::notes::warning;
use std::borrow::Cow;

/// Whether a text is JSON: its first character, after comments, opens an object. Block YAML
/// never starts so.
pub(crate) fn starts_json(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
            Some(b'/') => match comment_end(text, at) {
                Some(end) => at = end,
                None => return false,
            },
            Some(byte) => return *byte == b'{',
            None => return false,
        }
    }
}

/// A text that the parser takes, and what had to be overlooked for it.
#[derive(Debug)]
pub(crate) struct Relaxed<'a> {
    /// The text, with every byte where it was.
    pub(crate) text: Cow<'a, str>,
    /// A warning for each kind of liberty.
    pub(crate) problems: Vec<Diagnostic>,
}

/// Overwrites what is not JSON.
pub(crate) fn relaxed(text: &str) -> Relaxed<'_> {
    let mut scan = Scan::default();
    scan.run(text);
    let problems = [
        ("comments are passed over; JSON has none", &scan.comments),
        ("a comma before a closing bracket is passed over", &scan.commas),
        ("half of a surrogate pair is read as `\u{FFFD}`", &scan.surrogates),
    ];
    let problems = problems.iter().filter(|(_, spans)| !spans.is_empty());
    Relaxed {
        problems: problems
            .map(|(what, spans)| warning(Code::ReadAs, what, spans))
            .collect(),
        text: scan.overwritten(text),
    }
}

#[derive(Default)]
struct Scan {
    comments: Vec<Span>,
    commas: Vec<Span>,
    surrogates: Vec<Span>,
    /// A comma after which nothing but space has come yet.
    open_comma: Option<usize>,
}

impl Scan {
    fn run(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            at = match byte {
                b'"' => self.string(bytes, at),
                b'\'' if is_apart(bytes, at) => single_quoted(bytes, at),
                b'#' if is_apart(bytes, at) => line_end(bytes, at),
                b'/' if is_apart(bytes, at) => self.comment(text, at),
                byte => self.other(*byte, at),
            };
        }
    }

    fn other(&mut self, byte: u8, at: usize) -> usize {
        match byte {
            b',' => self.open_comma = Some(at),
            b'}' | b']' => {
                let comma = self.open_comma.take();
                self.commas.extend(comma.map(|comma| Span::new(comma, comma + 1)));
            }
            b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => self.open_comma = None,
        }
        at + 1
    }

    fn comment(&mut self, text: &str, at: usize) -> usize {
        match comment_end(text, at) {
            Some(end) => {
                self.comments.push(Span::new(at, end));
                end
            }
            None => self.other(b'/', at),
        }
    }

    /// A string from its opening quote to behind its closing one.
    fn string(&mut self, bytes: &[u8], open: usize) -> usize {
        self.open_comma = None;
        let mut at = open + 1;
        while let Some(byte) = bytes.get(at) {
            at = match byte {
                b'"' => return at + 1,
                b'\\' => self.escape(bytes, at),
                _ => at + 1,
            };
        }
        at
    }

    fn escape(&mut self, bytes: &[u8], at: usize) -> usize {
        match unit(bytes, at) {
            Some(0xD800..=0xDBFF) => match unit(bytes, at + 6) {
                Some(0xDC00..=0xDFFF) => at + 12,
                Some(_) | None => self.half(at),
            },
            Some(0xDC00..=0xDFFF) => self.half(at),
            Some(_) => at + 6,
            None => at + 2,
        }
    }

    fn half(&mut self, at: usize) -> usize {
        self.surrogates.push(Span::new(at, at + 6));
        at + 6
    }

    fn overwritten<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.comments.is_empty() && self.surrogates.is_empty() {
            return Cow::Borrowed(text); // YAML takes trailing commas
        }
        let mut bytes = text.as_bytes().to_vec();
        for span in &self.comments {
            let inside = bytes.get_mut(span.start..span.end).into_iter().flatten();
            inside.filter(|byte| !b"\r\n".contains(byte)).for_each(|byte| *byte = b' ');
        }
        for span in &self.surrogates {
            if let Some(escape) = bytes.get_mut(span.start..span.end) {
                escape.copy_from_slice(b"\\uFFFD");
            }
        }
        String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
    }
}

/// Whether a character can begin something, rather than stand inside a bare word such as
/// `https://example.org`.
fn is_apart(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before
        .is_none_or(|before| before.is_ascii_whitespace() || b",{}[]\"".contains(before))
}

/// Where the comment ends that begins at `at`, if one does.
fn comment_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    match rest.strip_prefix("/*") {
        Some(inner) => inner.find("*/").map(|end| at + 2 + end + 2),
        None => rest.starts_with("//").then(|| line_end(text.as_bytes(), at)),
    }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())
}

fn single_quoted(bytes: &[u8], open: usize) -> usize {
    let rest = bytes.get(open + 1..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\'').map_or(open + 1, |end| open + end + 2)
}

/// The UTF-16 unit of the escape `\uXXXX` at `at`.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
