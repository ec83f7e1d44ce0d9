//! New content for regions.

use super::find::Region;
use crate::fingerprint::fingerprint;
use std::ops::Range;

/// Who wrote what stands in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// Nobody: it is empty.
    Nobody,
    /// This program, and nobody has changed it since.
    Ours,
    /// This program, and then somebody else changed it.
    Edited,
    /// Somebody else.
    Foreign,
}

const OPEN: &str = "<!-- curricle ";
const CLOSE: &str = " -->";

impl Region {
    /// Who wrote what stands in this region of `text`.
    pub fn writer(&self, text: &str) -> Writer {
        let inside = text.get(self.inside()).unwrap_or_default();
        let words = words(inside, &self.prefix(text));
        let (content, hash) = match self.end.is_own {
            true => (words.as_str(), self.end.hash.as_deref()),
            false => signed(&words),
        };
        match hash {
            Some(hash) if fingerprint(content) == hash => Writer::Ours,
            Some(_) => Writer::Edited,
            None if content.is_empty() => Writer::Nobody,
            None => Writer::Foreign,
        }
    }

    /// The bytes to be replaced and what comes in their place.
    fn edit(&self, text: &str, page: &str) -> (Range<usize>, String) {
        let hash = fingerprint(page);
        let ending = line_ending(text, self.start.span.end);
        let before = self.prefix(text);
        let after = self.prefix_before_end(text).unwrap_or(&before);
        let mut lines = vec![String::new()];
        lines.extend(trimmed(page).lines().map(str::to_owned));
        if !self.end.is_own {
            lines.extend([String::new(), format!("{OPEN}{hash}{CLOSE}")]);
        }
        lines.push(String::new());
        let mut new = String::new();
        for line in &lines {
            new.push_str(ending);
            match line.is_empty() {
                true => new.push_str(before.trim_end()),
                false => new.extend([before.as_str(), line.as_str()]),
            }
        }
        // The last line break stands before the marker, behind what stood there before.
        new.push_str(ending);
        new.push_str(after);
        match self.end.is_own {
            false => (self.inside(), new),
            true => {
                let name = &self.end.name;
                new.push_str(&format!("<!-- curricle:end {name} {hash} -->"));
                (self.start.span.end..self.end.span.end, new)
            }
        }
    }

    /// What the lines of a quotation or of a list item begin with, as the first line of the
    /// marker's block shows it: further ones may be indented as far as they please, and
    /// behind a blank line that would be code.
    fn prefix(&self, text: &str) -> String {
        let line = line_start(text, self.start.block);
        let before = beside_bullets(&text[line..self.start.block]);
        before
            .or_else(|| self.prefix_before_end(text).map(str::to_owned))
            .unwrap_or_default()
    }

    fn prefix_before_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        let line = line_start(text, self.end.span.start);
        let begins_there = line >= self.start.span.end && self.end.block >= line;
        begins_there.then(|| container(&text[line..self.end.span.start])).flatten()
    }
}

/// `text` with new pages in its regions, and everything else as it was.
pub fn splice(text: &str, pages: &[(Region, &str)]) -> String {
    let mut edits: Vec<_> =
        pages.iter().map(|(region, page)| region.edit(text, page)).collect();
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, new) in edits {
        out.push_str(&text[done..range.start]);
        out.push_str(&new);
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// A region's words without the signature on their last line, and the signature.
fn signed(words: &str) -> (&str, Option<&str>) {
    let (content, last) = words.rsplit_once('\n').unwrap_or(("", words));
    match last.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE)) {
        Some(hash) => (content, Some(hash)),
        None => (words, None),
    }
}

/// The content without the indentation or `>` that a list or a quotation around it has.
fn words(content: &str, prefix: &str) -> String {
    let content = content.replace("\r\n", "\n").replace('\r', "\n");
    let bare = content.lines().map(|line| {
        line.strip_prefix(prefix)
            .or_else(|| line.strip_prefix(prefix.trim_end()))
            .unwrap_or(line)
    });
    let joined = bare.collect::<Vec<_>>().join("\n");
    // The line of the end marker has the container's mark and nothing else.
    match joined.rsplit_once('\n') {
        Some((words, rest)) if container(rest).is_some() => trimmed(words).to_owned(),
        Some(_) | None => trimmed(&joined).to_owned(),
    }
}

/// Without blank lines around it. What its first line is indented by may be code.
fn trimmed(page: &str) -> &str {
    let page = page.trim_end();
    let blank = page.len() - page.trim_start().len();
    let line = page[..blank].rfind('\n').map_or(0, |end| end + 1);
    &page[line..]
}

/// The whole of `before`, if nothing but a container's mark is in it.
fn container(before: &str) -> Option<&str> {
    before.chars().all(|c| matches!(c, ' ' | '\t' | '>')).then_some(before)
}

/// What the next lines of a container begin with whose first line begins with `before`:
/// white space in the place of a bullet.
fn beside_bullets(before: &str) -> Option<String> {
    let mut out = String::new();
    for part in before.split_inclusive([' ', '\t']) {
        let word = part.trim_end_matches([' ', '\t']);
        let number = word.strip_suffix(['.', ')']).unwrap_or_default();
        let is_number =
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_bullet = matches!(word, "-" | "+" | "*") || is_number;
        match is_bullet && word.len() < part.len() {
            true => out.extend([&" ".repeat(word.len()), &part[word.len()..]]),
            false => out.push_str(container(part)?),
        }
    }
    Some(out)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The line ending that the file uses at this place, or anywhere.
fn line_ending(text: &str, at: usize) -> &'static str {
    let next = text[at..].find('\n').map(|end| at + end);
    match next.or_else(|| text[..at].rfind('\n')) {
        Some(end) if text[..end].ends_with('\r') => "\r\n",
        None if text.contains('\r') => "\r",
        Some(_) | None => "\n",
    }
}
