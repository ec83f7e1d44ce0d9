//! How much all outputs together may show. A profile may have any number of outputs, and each
//! is held in memory until it is written.

use crate::bounds::{Bound, Bounds};
use crate::cli::plan::Target;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap};
use crate::document::Document;
use std::io::{self, Write};

/// A profile below that many bytes needs no counting, unless it has more outputs than any
/// person reads.
const SMALL: usize = 64 * 1024;

/// How many outputs are few.
const FEW: usize = 32;

/// The room that is left.
pub(super) struct Room {
    bounds: Bounds,
    left: usize,
    is_counted: bool,
}

impl Room {
    /// The room for so many outputs of the profile in `map`.
    pub(super) fn new(map: &SourceMap, outputs: usize, bounds: Bounds) -> Self {
        let bytes: usize = map.sources().map(|source| source.text.len()).sum();
        let is_counted = bytes > SMALL || outputs > FEW;
        Self { bounds, left: bounds.count(Bound::Shown), is_counted }
    }

    /// Takes the room of a Document.
    ///
    /// # Errors
    /// If there is none left for it.
    pub(super) fn take(
        &mut self,
        document: &Document,
        target: &Target,
    ) -> Result<(), Diagnostic> {
        if !self.is_counted {
            return Ok(());
        }
        match self.left.checked_sub(size(document)) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(self.full(target)),
        }
    }

    fn full(&self, target: &Target) -> Diagnostic {
        let most = Bound::Shown.amount(self.bounds.of(Bound::Shown));
        let message = format!("all outputs together show more than {most}");
        Diagnostic::error(Code::TooLarge, message)
            .at(Place::Key(target.options.origin().clone()), "the limit is reached here")
            .help("make fewer outputs at once with `-t`, or leave something out of them")
            .help(Bound::Shown.help(&self.bounds))
    }
}

/// The bytes of a Document as JSON, which is about a third of what it takes in memory.
fn size(document: &Document) -> usize {
    let mut count = Count(0);
    match serde_json::to_writer(&mut count, document) {
        Ok(()) => count.0,
        Err(_) => usize::MAX,
    }
}

struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
