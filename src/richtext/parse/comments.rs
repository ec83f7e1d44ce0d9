//! The HTML comments of a Markdown text.

use super::github_options;
use super::places::Places;
use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue, Sourcepos};
use std::ops::Range;

/// An HTML comment in a Markdown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlComment {
    /// Its bytes.
    pub span: Range<usize>,
    /// The byte at which the paragraph or the HTML begins that it is a part of, behind the
    /// marks of lists and quotations around.
    pub block: usize,
}

/// Every HTML comment that GitHub would read as one, in order. What stands in a code block
/// or a code span only looks like a comment.
pub fn html_comments(text: &str) -> Vec<HtmlComment> {
    if !text.contains("<!--") {
        return vec![];
    }
    let places = Places::of(text);
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &github_options());
    let mut found: Vec<HtmlComment> = Vec::new();
    for node in root.descendants() {
        let data = node.data.borrow();
        let spans = match &data.value {
            NodeValue::HtmlInline(html) if html.starts_with("<!--") => {
                places.find(html, data.sourcepos).into_iter().collect()
            }
            NodeValue::HtmlBlock(_) => comments_in(text, places.lines(data.sourcepos)),
            _ => continue,
        };
        let block = places.exact(block_of(node)).start;
        found.extend(spans.into_iter().map(|span| HtmlComment { span, block }));
    }
    found.sort_by_key(|comment| comment.span.start);
    found.dedup_by(|next, one| next.span == one.span);
    found
}

/// Where the block is that a node is or is a part of.
fn block_of<'a>(node: &'a AstNode<'a>) -> Sourcepos {
    let blocks = node.ancestors().map(|node| node.data.borrow());
    let mut places = blocks.filter(|data| data.value.block()).map(|data| data.sourcepos);
    places.next().unwrap_or(node.data.borrow().sourcepos)
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
    use super::{HtmlComment, html_comments};

    fn comments(text: &str) -> Vec<&str> {
        html_comments(text).into_iter().map(|comment| &text[comment.span]).collect()
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
        assert_eq!(html_comments(text), [HtmlComment { span: 13..23, block: 0 }]);
    }

    #[test]
    fn a_comment_is_a_part_of_its_paragraph_or_its_html() {
        for (text, block) in [
            ("a\n      <!-- x -->", "a"),
            ("> - a\n      b <!-- x -->", "a"),
            ("  <div>\n    <!-- x -->\n  </div>", "<div>"),
            ("- a\n  <!-- x -->", "<!-- x -->"),
            ("# a <!-- x -->", "# a"),
        ] {
            let comments = html_comments(text);
            assert!(text[comments[0].block..].starts_with(block), "{text}");
        }
    }
}
