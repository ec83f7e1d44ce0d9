//! Words that lead somewhere as a whole.

use super::{Inline, has_link};

/// Words as a link, unless there are links in them, which can't nest: every backend
/// decides it in the same way, so that all have the same links.
pub fn linked(words: &[Inline], url: Option<&str>) -> Vec<Inline> {
    match url {
        Some(url) if !has_link(words) => {
            vec![Inline::Link { url: url.to_owned(), content: words.to_vec() }]
        }
        Some(_) | None => words.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_inside_keeps_its_own_address() {
        let plain = [Inline::text("a")];
        let linked_whole = linked(&plain, Some("https://example.org"));
        assert_eq!(linked_whole, [Inline::link("https://example.org", "a")]);
        assert_eq!(linked(&plain, None), plain);
        let inner = [Inline::Strong { content: vec![Inline::link("mailto:a@b.c", "x")] }];
        assert_eq!(linked(&inner, Some("https://example.org")), inner);
    }
}
