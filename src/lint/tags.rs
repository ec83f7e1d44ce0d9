//! The tags in a page's HTML.

use std::ops::Range;

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name in lower case.
    pub(super) name: String,
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// Its attributes.
    pub(super) attributes: Vec<Attribute>,
}

/// An attribute of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// Its name in lower case.
    pub(super) name: String,
    /// Its value, empty where it has none.
    pub(super) value: String,
    /// Its bytes, the value included.
    pub(super) span: Range<usize>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// Every opening tag in the HTML of a page.
pub(super) fn all(text: &str, html: &[Range<usize>]) -> Vec<Tag> {
    let mut tags = Vec::new();
    for range in html {
        let mut scanner = Scanner { text, at: range.start, end: range.end };
        while let Some(tag) = scanner.next_tag() {
            tags.push(tag);
        }
    }
    tags
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn next_tag(&mut self) -> Option<Tag> {
        loop {
            let open = self.rest().find('<')?;
            let start = self.at + open;
            self.at = start + 1;
            if self.rest().starts_with("!--") {
                let close =
                    self.rest().find("-->").map_or(self.end, |at| self.at + at + 3);
                self.at = close;
                continue;
            }
            let name = self.take(|c| c.is_ascii_alphanumeric() || c == '-');
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let attributes = self.attributes();
            let name = name.to_ascii_lowercase();
            return Some(Tag { name, span: start..self.at, attributes });
        }
    }

    fn take(&mut self, is_part: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// The attributes up to the end of the tag, which is passed.
    fn attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        loop {
            self.take(|c| c.is_whitespace() || c == '/');
            match self.rest().chars().next() {
                None => return attributes,
                Some('>') => {
                    self.at += 1;
                    return attributes;
                }
                Some(_) => attributes.push(self.attribute()),
            }
        }
    }

    fn attribute(&mut self) -> Attribute {
        let start = self.at;
        let name = self.take(|c| !c.is_whitespace() && !"=>/".contains(c));
        if name.is_empty() {
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
        let end = self.at;
        self.take(char::is_whitespace);
        let value = match self.rest().starts_with('=') {
            true => {
                self.at += 1;
                self.take(char::is_whitespace);
                self.value()
            }
            false => {
                self.at = end;
                ""
            }
        };
        let name = name.to_ascii_lowercase();
        Attribute { name, value: value.to_owned(), span: start..self.at }
    }

    fn value(&mut self) -> &'a str {
        match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => {
                self.at += 1;
                let value = self.take(|c| c != quote);
                self.at = (self.at + 1).min(self.end);
                value
            }
            Some(_) | None => self.take(|c| !c.is_whitespace() && c != '>'),
        }
    }
}
