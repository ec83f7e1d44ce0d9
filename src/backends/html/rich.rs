//! Rich text as HTML: each kind of node is a template, so that everything in it is escaped
//! by askama and nothing by hand.

use crate::document::Item;
use crate::richtext::{Block, Inline};
use askama::Template;

/// A line.
#[derive(Template)]
#[template(path = "page/inlines.html")]
pub(super) struct Inlines<'a> {
    inlines: &'a [Inline],
}

impl<'a> Inlines<'a> {
    pub(super) fn of(inlines: &'a [Inline]) -> Self {
        Self { inlines }
    }
}

/// Prose.
#[derive(Template)]
#[template(path = "page/blocks.html")]
pub(super) struct Blocks<'a> {
    blocks: &'a [Block],
}

impl<'a> Blocks<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        Self { blocks }
    }
}

/// Bullets, which nest.
#[derive(Template)]
#[template(path = "page/items.html")]
pub(super) struct Items<'a> {
    items: &'a [Item],
}

impl<'a> Items<'a> {
    pub(super) fn of(items: &'a [Item]) -> Self {
        Self { items }
    }
}

/// Names with a sign between two, each in a microformat class of its own.
#[derive(Template)]
#[template(
    source = "{% for name in names %}<span class=\"{{ class }}\">\
              {{ Inlines::of(name)|safe }}</span>{% if !loop.last %}{{ sign }}{% endif %}\
              {% endfor %}",
    ext = "html"
)]
pub(super) struct Names<'a> {
    names: &'a [Vec<Inline>],
    sign: &'a str,
    class: &'a str,
}

impl<'a> Names<'a> {
    pub(super) fn of(names: &'a [Vec<Inline>], sign: &'a str, class: &'a str) -> Self {
        Self { names, sign, class }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::richtext::parse_prose;

    fn html(markdown: &str) -> String {
        Blocks::of(&parse_prose(markdown).content).render().unwrap()
    }

    #[test]
    fn every_kind_of_markup_has_its_element() {
        let text = "**b** *i* ~~s~~ `c` [l](https://example.org/?a=1&b=2)";
        assert_eq!(
            html(text),
            "\n<p><strong>b</strong> <em>i</em> <s>s</s> <code>c</code> \
             <a href=\"https://example.org/?a=1&#38;b=2\">l</a></p>"
        );
        assert_eq!(
            html("- a\n- b"),
            "\n<ul>\n<li>\n<p>a</p></li>\n<li>\n<p>b</p></li>\n</ul>"
        );
        assert!(html("3. a").starts_with("\n<ol start=\"3\">"));
        assert_eq!(html("> q\n\n---"), "\n<blockquote>\n<p>q</p>\n</blockquote>\n<hr>");
    }

    #[test]
    fn text_is_never_markup() {
        let nasty = "<script>alert(1)</script> &amp; \"quoted\" '";
        let inlines = [Inline::text(nasty), Inline::link("https://e.org/\"x", "<b>")];
        let html = Inlines::of(&inlines).render().unwrap();
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        assert!(html.contains("href=\"https://e.org/&#34;x\""), "{html}");
        assert!(html.contains("&#38;amp;"), "{html}");
    }
}
