//! Links to the same page in its other languages.

use super::top::dotted;
use super::{Chunk, Page};
use crate::document::Translation;
use crate::richtext::{Inline, write_line};

impl Page<'_> {
    /// `English · [Deutsch](README.de.md)`: each language by its own name, in one order on
    /// every page. The language of this page leads nowhere.
    pub(super) fn languages(&mut self, translations: &[Translation]) {
        if translations.is_empty() {
            return;
        }
        let names = translations.iter().map(|one| match &one.url {
            Some(url) => Inline::link(url, apart(&one.name)),
            None => Inline::text(apart(&one.name)),
        });
        let line = dotted(names, &self.wording.dot);
        self.push(Chunk::Text(write_line(&line, self.style)));
    }
}

/// A name that is written from the right, apart from the next one: without isolates (UAX #9)
/// two of them in a row would change places on a page from the left.
fn apart(name: &str) -> String {
    let is_from_the_right = name.chars().any(|c| ('\u{590}'..='\u{8FF}').contains(&c));
    match is_from_the_right {
        true => format!("\u{2067}{name}\u{2069}"),
        false => name.to_owned(),
    }
}
