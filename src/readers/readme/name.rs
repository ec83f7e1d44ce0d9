//! Who a page is about.

use crate::richtext::{Block, SourceBlock, SourceKind, inline_text};

/// What stands before a name in a greeting.
const BEFORE: [&str; 9] = [
    "I'm ", "I’m ", "I am ", "i'm ", "i’m ", "i am ", "name is ", "This is ", "this is ",
];

/// Words of a heading that greets or says what follows, and is no name.
const NO_NAMES: [&str; 28] = [
    "a",
    "about",
    "an",
    "awesome",
    "coder",
    "connect",
    "contact",
    "developer",
    "engineer",
    "for",
    "github",
    "hello",
    "hey",
    "hi",
    "hola",
    "i",
    "in",
    "me",
    "my",
    "profile",
    "readme",
    "stats",
    "tech",
    "the",
    "there",
    "to",
    "welcome",
    "world",
];

/// How many blocks of a page are looked at: people introduce themselves at the top.
const FIRST: usize = 8;

/// The name that a heading near the top greets with, as in `Hi, I'm Ada Example 👋`, or a
/// paragraph, or that the first heading is.
pub(super) fn find(page: &str, source: &[SourceBlock]) -> Option<String> {
    let top: Vec<Said> =
        source.iter().filter_map(|block| said(page, block)).take(FIRST).collect();
    let headings = || top.iter().filter(|said| said.level.is_some());
    let first = || headings().find(|said| said.level == Some(1));
    headings()
        .find_map(|said| greeted(&said.words, 1))
        .or_else(|| top.iter().find_map(|said| greeted(&said.words, 2)))
        .or_else(|| title(&first()?.words))
}

/// The words of a block.
struct Said {
    words: String,
    /// The level of a heading.
    level: Option<u8>,
}

fn said(page: &str, block: &SourceBlock) -> Option<Said> {
    let (words, level) = match &block.kind {
        SourceKind::Heading { level, content } => (inline_text(content), Some(*level)),
        SourceKind::Block(Block::Paragraph { content }) => (inline_text(content), None),
        SourceKind::Foreign => {
            let html = page.get(block.span.clone()).unwrap_or_default();
            (without_markup(html), level(html))
        }
        SourceKind::Block(_) | SourceKind::Unseen => return None,
    };
    (!words.is_empty()).then_some(Said { words, level })
}

/// The level of a heading, in Markdown or in HTML.
fn level(html: &str) -> Option<u8> {
    let hashes = html.len() - html.trim_start_matches('#').len();
    let tag = (1..=6).find(|level| html.contains(&format!("<h{level}")));
    u8::try_from(hashes).ok().filter(|level| *level > 0).or(tag)
}

/// The words between tags, without the marks of Markdown. A line ends where a tag begins
/// that is no part of one.
fn without_markup(html: &str) -> String {
    let mut words = String::new();
    for (index, piece) in html.split('<').enumerate() {
        let (tag, shown) = match index {
            0 => ("", piece),
            _ => piece.split_once('>').unwrap_or((piece, "")),
        };
        let name = tag.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let is_inline = matches!(name, "" | "b" | "i" | "em" | "strong" | "a" | "code");
        words.push(if is_inline { ' ' } else { '\n' });
        words.push_str(shown);
    }
    let words = words.replace(['#', '*', '_'], " ").replace("&nbsp;", " ");
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    words.lines().map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The name of at least so many words behind a greeting.
fn greeted(words: &str, least: usize) -> Option<String> {
    let rest = BEFORE.iter().find_map(|before| Some(words.split_once(before)?.1))?;
    name(rest).filter(|name| name.split(' ').count() >= least)
}

/// The name that a heading begins with, if no word goes on with it.
fn title(words: &str) -> Option<String> {
    let words = words.lines().next()?.trim_start();
    let name = name(words)?;
    let rest = words.strip_prefix(name.as_str())?.trim_start();
    let is_whole = name.contains(' ') && !rest.starts_with(char::is_alphanumeric);
    is_whole.then_some(name)
}

/// The name at the start of `text`: up to four words in capitals.
fn name(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_alphabetic() || " .-'’".contains(c); // no line break
    let text = text.trim_start();
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let mut words: Vec<&str> = Vec::new();
    for word in text[..end].split_whitespace() {
        let ends_sentence = words.last().is_some_and(|last| ends_sentence(last));
        let is_no_name = NO_NAMES.contains(&word.to_lowercase().as_str());
        if ends_sentence || is_no_name || !word.starts_with(char::is_uppercase) {
            break;
        }
        words.push(word);
    }
    let fits = (1..=4).contains(&words.len());
    let name = words.join(" ").trim_end_matches(['.', '-', '\'', '’']).to_owned();
    (fits && !name.is_empty()).then_some(name)
}

/// A full stop behind more than an initial.
fn ends_sentence(word: &str) -> bool {
    word.ends_with('.') && word.chars().count() > 2
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::richtext::outline;

    #[test]
    fn a_page_says_who_it_is_about() {
        for (page, name) in [
            ("# Ada Example", Some("Ada Example")),
            ("## Hi there, I'm Ada 👋", Some("Ada")),
            (
                "<h1 align=\"center\">Hi 👋, I'm <b>Ada Example</b></h1>",
                Some("Ada Example"),
            ),
            (
                "# Hello <img src=\"a.gif\"> I am Ada Example, an engineer",
                Some("Ada Example"),
            ),
            ("# Hi there 👋\n\nMy name is Ada Example. I build.", Some("Ada Example")),
            ("# Ada Example - engineer", Some("Ada Example")),
            ("<h1>I'm Ada Example</h1>\n<h3>Engineer</h3>", Some("Ada Example")),
            ("# Hi There", None),
            ("## Recent Posts", None),
            ("# About Me", None),
            ("## I'm a developer", None),
            ("Text\n\nI'm Currently learning", None),
            ("# Contributions to Things of Others", None),
            ("", None),
        ] {
            assert_eq!(find(page, &outline(page).unwrap()).as_deref(), name, "{page}");
        }
    }
}
