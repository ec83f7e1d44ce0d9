//! The top of the page: banner, name, contacts, badges, pages beside it, contents.

use super::{Chunk, Page};
use crate::backends::readme::options::{Badge, Banner};
use crate::document::{Contact, Document, Header};
use crate::richtext::{EmojiStyle, Inline, write_heading, write_line};

impl Page<'_> {
    pub(super) fn top(&mut self, document: &Document) {
        let options = self.options;
        if let Some(banner) = &options.banner {
            self.push(Chunk::Text(picture(banner)));
        }
        document.header.iter().for_each(|header| self.header(header));
        self.languages(&document.translations);
        if !options.badges.is_empty() {
            let badges: Vec<_> = options.badges.iter().map(badge).collect();
            self.push(Chunk::Text(badges.join(" ")));
        }
        if !options.pages.is_empty() {
            let pages = options.pages.iter();
            let links = pages.map(|(label, path)| Inline::link(path, label));
            let line = dotted(links, &self.wording.dot);
            let line = write_line(&line, self.style);
            self.push(Chunk::Text(line));
        }
        if options.toc {
            self.push(Chunk::Contents);
        }
    }

    fn header(&mut self, header: &Header) {
        let style = self.style;
        if !header.name.is_empty() {
            self.push(Chunk::Name(write_heading(&header.name, style)));
        }
        if !header.label.is_empty() {
            self.push(Chunk::Label(write_line(&header.label, style)));
        }
        if !header.contacts.is_empty() {
            let line = dotted(header.contacts.iter().map(contact), &self.wording.dot);
            self.push(Chunk::Contacts(write_line(&line, style)));
        }
    }
}

fn contact(contact: &Contact) -> Inline {
    let text = contact.text.replace('\u{A0}', " ");
    match &contact.url {
        Some(url) => Inline::link(url, text),
        None => Inline::text(text),
    }
}

/// Things in a row.
pub(super) fn dotted(things: impl Iterator<Item = Inline>, dot: &str) -> Vec<Inline> {
    let mut line = Vec::new();
    for thing in things {
        if !line.is_empty() {
            line.push(Inline::text(dot));
        }
        line.push(thing);
    }
    line
}

/// A badge: an image, which leads somewhere if it has a `url`.
fn badge(badge: &Badge) -> String {
    let label = write_line(&[Inline::text(&badge.alt)], EmojiStyle::default());
    let label = label.replace('[', "\\[").replace(']', "\\]");
    let image = format!("![{label}]({})", destination(&badge.image));
    match &badge.url {
        Some(url) => format!("[{image}]({})", destination(url)),
        None => image,
    }
}

/// An address in angle brackets, which may hold anything but these and line breaks.
fn destination(address: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/:.-_~%?=&#+,@".contains(c);
    match !address.is_empty() && address.chars().all(is_plain) {
        true => address.to_owned(),
        false => {
            let safe = address.replace('<', "%3C").replace('>', "%3E");
            format!("<{}>", safe.replace('\\', "%5C").replace(['\n', '\r'], ""))
        }
    }
}

/// An image for light pages and one for dark ones, in the way that GitHub's documentation
/// names; `#gh-dark-mode-only` is the old one.
fn picture(banner: &Banner) -> String {
    let (alt, light) = (attribute(&banner.alt), attribute(&banner.light));
    match &banner.dark {
        None => format!("<img alt=\"{alt}\" src=\"{light}\">"),
        Some(dark) => format!(
            "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">\n  \
             <img alt=\"{alt}\" src=\"{light}\">\n</picture>",
            attribute(dark)
        ),
    }
}

fn attribute(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    let text = text.replace('<', "&lt;").replace('>', "&gt;");
    text.replace(['\n', '\r'], " ")
}
