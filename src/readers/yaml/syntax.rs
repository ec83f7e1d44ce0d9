//! What is not YAML, in words for somebody who has never read its specification.
//!
//! The parser says what it could not do. What its writer did is mostly one of a few slips:
//! a colon in a text, a text that begins with a sign that YAML keeps for itself, a quote
//! that stays open, a tab, a line that stands too far right.

use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::readers::json_resume::starts_json as is_json;
use granit_parser::{ErrorKind, ScanError};

/// The problem that the parser met in `text`.
pub(super) fn problem(error: &ScanError, text: &str, bounds: &Bounds) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or_default();
    let at = text.floor_char_boundary(at.min(text.len()));
    match error.kind() {
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabAtBlockScalarStart => tab(at),
        ErrorKind::TabInPlainScalar => tab(tab_after(text, at)),
        ErrorKind::RecursionLimitExceeded => too_deep(at, bounds),
        ErrorKind::MappingValueNotAllowed if !is_json(text) => colon(text, at),
        ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar => open_quote(text, at),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => after_quote(text, at),
        ErrorKind::UnknownQuotedScalarEscape => escape(text, at),
        ErrorKind::UnknownAnchor => anchor(text, at),
        ErrorKind::UnexpectedCharacter { character } => {
            let what = format!("a text can't begin with {}", ticked(*character));
            quoted(syntax(what, Span::new(at, at + character.len_utf8())), text, at)
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            let place = Span::new(at, at + 1);
            syntax(format!("`{open}` is never closed"), place)
                .help(format!("end it with `{}`", closing(*open)))
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            let message = format!("`{open}` is closed by `{close}`");
            syntax(message, Span::new(at, at + 1))
                .help(format!("end it with `{}`", closing(*open)))
        }
        ErrorKind::ExpectedFlowMappingSeparator => separator(at, '}'),
        ErrorKind::ExpectedFlowSequenceSeparator => separator(at, ']'),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            syntax("this belongs to nothing above it", Span::new(at, at + 1))
                .help("begin it in the column of what it belongs to")
                .help("or, if it is part of a text, put that text in quotes")
        }
        _ => other(error, text, at), // the parser's enum is open: its own words
    }
}

fn syntax(message: impl Into<String>, place: Span) -> Diagnostic {
    Diagnostic::error(Code::Syntax, message).at(Place::Span(place), "")
}

fn separator(at: usize, closing: char) -> Diagnostic {
    let message = format!("a comma or `{closing}` is missing before this");
    syntax(message, Span::new(at, at + 1))
        .help("put a text with commas, brackets or braces in it in quotes")
}

fn other(error: &ScanError, text: &str, at: usize) -> Diagnostic {
    let language = if is_json(text) { "JSON" } else { "YAML" };
    syntax(format!("not {language}: {}", error.info()), Span::new(at, at + 1))
}

fn tab(at: usize) -> Diagnostic {
    Diagnostic::error(Code::Syntax, "tabs can't indent YAML")
        .at(Place::Span(Span::new(at, at + 1)), "a tab")
        .help("indent by spaces, two a level")
}

/// The first tab of `text` that begins a line at or behind `at`.
fn tab_after(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find("\n\t").map_or(at, |tab| at + tab + 1)
}

fn too_deep(at: usize, bounds: &Bounds) -> Diagnostic {
    let most = bounds.of(Bound::Nesting);
    let message = format!("lists and maps nest deeper than {most} levels");
    Diagnostic::error(Code::TooLarge, message)
        .at(Place::Span(Span::new(at, at + 1)), "the limit is reached here")
        .help("a profile needs about ten; is this the right file?")
        .help(Bound::Nesting.help(bounds))
}

/// A colon where no key may stand: it is in a text, or its line stands too far right, or
/// the line above has no space behind its own colon.
fn colon(text: &str, at: usize) -> Diagnostic {
    let start = line_start(text, at);
    let before = &text[start..at];
    let place = Span::new(at, at + 1);
    if before.contains(": ") || before.trim_start().starts_with("- ") {
        let problem = syntax("a colon and a space in a text without quotes", place);
        let value = before.find(": ").map_or(start, |colon| start + colon + 2);
        return quoted(problem, text, value);
    }
    let key = Span::new(start + before.len() - before.trim_start().len(), at);
    let above = text[..start].trim_end();
    let above = above[line_start(above, above.len())..].trim_start();
    if let Some((name, value)) = unspaced(above) {
        return syntax("the line above is no key, so none can follow", key)
            .help(format!("write a space after its colon: `{name}: {value}`"));
    }
    syntax("this key stands further right than those above it", key)
        .help("begin it in the same column as they do")
        .help("or, if it is part of the text above, put that text in quotes")
}

/// `name:Ada` as its two halves.
fn unspaced(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim_start_matches("- ").split_once(':')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let is_key = !name.is_empty() && name.chars().all(is_word);
    (is_key && !value.is_empty() && !value.starts_with([' ', '/']))
        .then_some((name, value))
}

fn open_quote(text: &str, at: usize) -> Diagnostic {
    let before = &text[..at];
    let opens = |(index, c): &(usize, char)| {
        let previous = before[..*index].chars().next_back();
        matches!(c, '"' | '\'') && previous.is_none_or(|p| " \n[{,(-:".contains(p))
    };
    let opening = before.char_indices().rev().find(opens).map_or(at, |(index, _)| index);
    let quote = text[opening..].chars().next().unwrap_or('"');
    syntax("the quote is opened and not closed", Span::new(opening, opening + 1))
        .help(format!("end the text with {}", ticked(quote)))
}

fn after_quote(text: &str, at: usize) -> Diagnostic {
    let end = line_end(text, at).max(at + 1);
    let problem = syntax("text after the closing quote", Span::new(at, end));
    problem
        .help("put the whole text in quotes, in single ones if it has double ones in it")
}

fn escape(text: &str, at: usize) -> Diagnostic {
    let (at, after) = unknown_escape(text, at).unwrap_or((at, '\\'));
    let message = format!("`\\{after}` means nothing in double quotes");
    syntax(message, Span::new(at, at + 1 + after.len_utf8()))
        .help("write `\\\\` for a backslash, or put the text in single quotes")
}

/// The first backslash behind `at` before a character that YAML gives no meaning there
/// (YAML 1.2.2, section 5.7), with that character.
fn unknown_escape(text: &str, at: usize) -> Option<(usize, char)> {
    let mut rest = text[at..].char_indices();
    while let Some((index, c)) = rest.next() {
        if c == '\\' {
            let (_, after) = rest.next()?;
            if !"0abt\tnvfre \"/\\N_LPxuU\r\n".contains(after) {
                return Some((at + index, after));
            }
        }
    }
    None
}

/// `*name` stands for what `&name` marks; a text in bold begins in the same way.
fn anchor(text: &str, at: usize) -> Diagnostic {
    let word = |c: char| !c.is_whitespace() && !",]}".contains(c);
    let rest = &text[at..];
    let alias = &rest[..rest.find(|c| !word(c)).unwrap_or(rest.len())];
    let place = Span::new(at, at + alias.len());
    match alias.starts_with("**") || line_of(rest).trim_end().ends_with('*') {
        true => quoted(syntax("a text can't begin with `*`", place), text, at),
        false => syntax(format!("`{alias}` stands for nothing"), place)
            .help(format!(
                "mark what it stands for with `&{}`",
                &alias[1.min(alias.len())..]
            ))
            .help("or put the text in quotes, if it is one"),
    }
}

/// Says how the rest of the line, from `start`, is quoted.
fn quoted(problem: Diagnostic, text: &str, start: usize) -> Diagnostic {
    let value = line_of(&text[start..]).trim();
    let value = value.strip_prefix("- ").unwrap_or(value);
    let fits = value.chars().count() <= 60 && !value.contains(['"', '\\']);
    match fits && !value.is_empty() {
        true => problem.help(format!("put the text in quotes: `\"{value}\"`")),
        false => problem.help("put the text in quotes"),
    }
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

/// A character in backticks, or in words if it is one.
fn ticked(c: char) -> String {
    if c == '`' { "a backtick".to_owned() } else { format!("`{c}`") }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    at + line_of(&text[at..]).trim_end().len()
}

fn line_of(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
