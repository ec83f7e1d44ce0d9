//! The HTML comments of a Markdown text.

use super::github_options;
use super::places::Places;
use comrak::Arena;
use comrak::nodes::NodeValue;
use std::ops::Range;

/// The bytes of every HTML comment that GitHub would read as one, in order. What stands in
/// a code block or a code span only looks like a comment.
pub fn html_comments(text: &str) -> Vec<Range<usize>> {
    if !text.contains("<!--") {
        return vec![];
    }
    let places = Places::of(text);
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &github_options());
    let mut found = Vec::new();
    for node in root.descendants() {
        let node = node.data.borrow();
        match &node.value {
            NodeValue::HtmlInline(html) if html.starts_with("<!--") => {
                found.extend(places.find(html, node.sourcepos));
            }
            NodeValue::HtmlBlock(_) => {
                let lines = places.lines(node.sourcepos);
                found.extend(comments_in(text, lines));
            }
            _ => {}
        }
    }
    found.sort_by_key(|comment: &Range<usize>| comment.start);
    found.dedup();
    found
}

/// The comments between two bytes of HTML. A comment may not close on these lines: then it
/// is none for us.
fn comments_in(text: &str, lines: Range<usize>) -> Vec<Range<usize>> {
    let html = &text[lines.clone()];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find("<!--").map(|open| at + open) {
        let Some(close) = html[open + 4..].find("-->") else {
            break;
        };
        at = open + 4 + close + 3;
        found.push(lines.start + open..lines.start + at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::html_comments;

    fn comments(text: &str) -> Vec<&str> {
        html_comments(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn comments_stand_where_html_is_read() {
        let text = "a <!-- 1 --> b `<!-- no -->` <!-- 2 -->\n\n```\n<!-- no -->\n```\n\n    \
                    <!-- no -->\n\n<div><!-- 3 -->\n<!-- 4\n4 --></div>\n\n- x\n\n  <!-- 5 -->\n\n\
                    > <!-- 6 -->\r\n\r\n<!-- never closed";
        assert_eq!(
            comments(text),
            [
                "<!-- 1 -->",
                "<!-- 2 -->",
                "<!-- 3 -->",
                "<!-- 4\n4 -->",
                "<!-- 5 -->",
                "<!-- 6 -->"
            ]
        );
    }

    #[test]
    fn the_same_words_in_code_before_are_no_comment() {
        let text = "`<!-- x -->` <!-- x -->";
        assert_eq!(html_comments(text), std::iter::once(13..23).collect::<Vec<_>>());
    }
}
