//! Links in Markdown.

use crate::richtext::Inline;

/// `<address>`, if the label is the address itself.
pub(super) fn as_autolink(url: &str, content: &[Inline]) -> Option<String> {
    let [Inline::Text { text }] = content else {
        return None;
    };
    let is_plain = || {
        !url.contains(|c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | '\\' | '`' | '&')
        })
    };
    let is_web =
        url == text && (url.starts_with("https://") || url.starts_with("http://"));
    let is_mail = url.strip_prefix("mailto:") == Some(text) && is_simple_address(text);
    ((is_web || is_mail) && is_plain()).then(|| format!("<{text}>"))
}

/// The longest part of a host's name.
const LONGEST_LABEL: usize = 63;

/// An address that Markdown reads as one between angle brackets (CommonMark 0.31,
/// section 6.5), without the rarer characters.
fn is_simple_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        let is_word = |part: &str, extra: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c))
        };
        is_word(user, "._+-")
            && host.split('.').all(|label| {
                is_word(label, "-")
                    && label.len() <= LONGEST_LABEL
                    && !label.starts_with('-')
                    && !label.ends_with('-')
            })
    })
}

/// A link's destination, in angle brackets only where it needs them (CommonMark 0.31,
/// section 6.3).
pub(super) fn destination(url: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\\<>`&()".contains(&byte);
    if !url.is_empty() && url.bytes().all(is_plain) {
        return url.to_owned(); // as nearly always
    }
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '\\' if is_punctuation(url[at + 1..].chars().next()) => out.push_str("\\\\"),
            '<' => out.push_str("\\<"),
            '>' => out.push_str("\\>"),
            '`' => out.push_str("%60"),
            '\n' | '\r' => out.push_str("%0A"),
            '&' if starts_entity(&url[at..]) => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    let is_spaced =
        url.contains(|c: char| c.is_ascii_whitespace() || c.is_ascii_control());
    match url.is_empty() || is_spaced || !has_balanced_parentheses(url) {
        true => format!("<{out}>"),
        false => out,
    }
}

fn is_punctuation(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_punctuation())
}

/// Whether `text`, which begins with `&`, could be read as a character reference.
pub(super) fn starts_entity(text: &str) -> bool {
    let name = &text[1..];
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'));
    end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
}

fn has_balanced_parentheses(url: &str) -> bool {
    let mut depth = 0_i32;
    for c in url.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if !(0..32).contains(&depth) {
            return false;
        }
    }
    depth == 0
}
