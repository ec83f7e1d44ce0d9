//! Links to the same page in its other languages.

use super::{Chunk, Page};
use crate::document::Translation;
use crate::richtext::{Inline, write_line};

impl Page<'_> {
    /// `English · [Deutsch](README.de.md)`: each language by its own name, in one order on
    /// every page. The language of this page leads nowhere.
    pub(super) fn languages(&mut self, translations: &[Translation]) {
        let mut line = Vec::new();
        for translation in translations {
            if !line.is_empty() {
                line.push(Inline::text(" · "));
            }
            line.push(match &translation.url {
                Some(url) => Inline::link(url, &translation.name),
                None => Inline::text(&translation.name),
            });
        }
        if !line.is_empty() {
            self.push(Chunk::Text(write_line(&line, self.style)));
        }
    }
}
