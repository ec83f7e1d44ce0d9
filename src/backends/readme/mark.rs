//! The mark by which a README is known again as one that curricle wrote.
//!
//! A comment on the last line, which GitHub does not show, with a hash of everything above
//! it: as long as the two agree nobody has edited the page, and it may be replaced.

use crate::backends::Authorship;
use crate::fingerprint::fingerprint;

const OPEN: &str = "<!-- curricle ";
const CLOSE: &str = " -->";

/// A page with its mark, in which stands what there is to say `about` the page.
pub(super) fn marked(page: &str, about: &[&str]) -> String {
    let mut mark = fingerprint(page);
    about.iter().for_each(|word| mark.extend([" ", &tame(word)]));
    format!("{page}\n\n{OPEN}{mark}{CLOSE}\n")
}

/// Text that can't end a comment, nor the line that it is on.
fn tame(text: &str) -> String {
    let words: Vec<_> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    words.join(" ").replace('>', "›").replace("--", "–")
}

/// Who wrote an existing page. Line ends may have been changed by Git on the way.
pub(super) fn authorship(existing: &[u8]) -> Authorship {
    let Ok(text) = std::str::from_utf8(existing) else {
        return Authorship::Foreign;
    };
    let text = text.replace("\r\n", "\n");
    let Some((page, mark)) = text.trim_end().rsplit_once('\n') else {
        return Authorship::Foreign;
    };
    match mark.strip_prefix(OPEN).and_then(|mark| mark.strip_suffix(CLOSE)) {
        Some(written) if hash(written) == fingerprint(page) => Authorship::Ours,
        Some(_) => Authorship::Edited,
        None if text.contains(OPEN) => Authorship::Edited,
        None => Authorship::Foreign,
    }
}

/// The hash in a mark, which comes first.
fn hash(mark: &str) -> &str {
    mark.split(' ').next().unwrap_or_default()
}

/// A page without its mark.
pub(super) fn unmarked(page: &[u8]) -> Option<&str> {
    let page = std::str::from_utf8(page).ok()?.trim_end();
    let (above, mark) = page.rsplit_once('\n')?;
    (mark.starts_with(OPEN) && mark.ends_with(CLOSE)).then(|| above.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_again_until_somebody_edits_it() {
        let page = marked("# Ada\n\nText", &["de", "a --> b\nc"]);
        assert!(page.ends_with(" de a –› b c -->\n"), "{page}");
        assert_eq!(authorship(page.as_bytes()), Authorship::Ours);
        let checked_out = page.replace('\n', "\r\n");
        assert_eq!(authorship(checked_out.as_bytes()), Authorship::Ours);
        assert_eq!(
            authorship(page.replace("Text", "Test").as_bytes()),
            Authorship::Edited
        );
        assert_eq!(authorship(format!("{page}\nMore\n").as_bytes()), Authorship::Edited);
        assert_eq!(authorship(b"# Somebody else's\n\nPage\n"), Authorship::Foreign);
        assert_eq!(authorship(b"\xFF\xFE"), Authorship::Foreign);
        assert_eq!(authorship(b""), Authorship::Foreign);
    }
}
