//! Lines of any length in bounded memory.

use std::io::{self, BufRead, Read};

/// The lines of a source that hold something, with their numbers from 1, until it can't be
/// read. Of a line beyond the limit of a profile comes one byte more than that, at which the
/// reader complains.
pub(super) struct Lines<S> {
    source: S,
    most: u64,
    number: usize,
    is_broken: bool,
}

impl<S: BufRead> Lines<S> {
    /// The lines of `source`, a profile in each, that may have `most` bytes.
    pub(super) fn of(source: S, most: u64) -> Self {
        Self { source, most, number: 0, is_broken: false }
    }

    /// The next line, with its end; without anything in it there is none.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        let most = self.most + 1;
        self.source.by_ref().take(most).read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') && line.len() as u64 == most {
            self.source.skip_until(b'\n')?;
        }
        Ok(line)
    }
}

impl<S: BufRead> Iterator for Lines<S> {
    type Item = (usize, io::Result<Vec<u8>>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_broken {
            let line = self.line();
            self.number += 1;
            match line {
                Ok(line) if line.is_empty() => return None,
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) => return Some((self.number, Ok(line))),
                Err(error) => {
                    self.is_broken = true;
                    return Some((self.number, Err(error)));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_count_and_are_left_out() {
        let lines = Lines::of(&b"a\n\n \r\nb"[..], 10);
        let found: Vec<_> = lines.map(|(n, line)| (n, line.unwrap())).collect();
        assert_eq!(found, [(1, b"a\n".to_vec()), (4, b"b".to_vec())]);
    }

    #[test]
    fn of_a_line_without_end_no_more_is_kept_than_says_so() {
        let endless = std::io::repeat(b'x').take(300);
        let source = std::io::BufReader::new(endless.chain(&b"\nnext\n"[..]));
        let lines = Lines::of(source, 100).map(|(n, line)| (n, line.unwrap().len()));
        let found: Vec<_> = lines.collect();
        assert_eq!(found, [(1, 101), (2, 5)]);
    }

    #[test]
    fn a_source_that_breaks_says_so_once() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::UnexpectedEof.into())
            }
        }
        let source = io::BufReader::new(b"a\n".chain(Broken));
        let found: Vec<_> =
            Lines::of(source, 100).map(|(n, line)| (n, line.is_ok())).collect();
        assert_eq!(found, [(1, true), (2, false)]);
    }
}
