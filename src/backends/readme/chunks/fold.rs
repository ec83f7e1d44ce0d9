//! Long parts, folded away.

use super::{Chunk, Page};

impl Page<'_> {
    /// Where the next chunk will stand.
    pub(super) fn start(&mut self) -> usize {
        self.flush();
        self.chunks.len()
    }

    /// Folds the section that began at `start`, if it is long, under its heading. Blank
    /// lines around the heading make it one in HTML too (CommonMark 0.31, section 4.6).
    pub(super) fn fold(&mut self, start: usize) {
        let end = self.start();
        let Some(most) = self.options.fold else { return };
        let Some((Chunk::Heading { .. }, body)) = self.chunks[start..].split_first()
        else {
            return;
        };
        let lines: usize = body.iter().map(lines).sum();
        if lines <= most {
            return;
        }
        let html = |text: &str| Chunk::Text(text.to_owned());
        self.chunks.insert(end, html("</details>"));
        self.chunks.insert(start + 1, html("</summary>"));
        self.chunks.insert(start, html("<details>\n<summary>"));
    }
}

fn lines(chunk: &Chunk) -> usize {
    match chunk {
        Chunk::Text(text) => text.lines().count(),
        Chunk::Name(_)
        | Chunk::Label(_)
        | Chunk::Contacts(_)
        | Chunk::Heading { .. }
        | Chunk::WhereAndWhen(_) => 1,
        Chunk::Contents => 0,
    }
}
