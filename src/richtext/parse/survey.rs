//! What GitHub would find in a Markdown page: headings, links, images, HTML.

use super::depth::{TooDeep, page_root};
use super::places::Places;
use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use std::ops::Range;

/// Everything on a page that leads somewhere or can be led to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// The headings written in Markdown.
    pub headings: Vec<PageHeading>,
    /// The links.
    pub links: Vec<PageLink>,
    /// The images.
    pub images: Vec<PageLink>,
    /// The bytes of the HTML, in order.
    pub html: Vec<Range<usize>>,
    /// Running text, without code.
    pub texts: Vec<(String, Range<usize>)>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHeading {
    /// 1 to 6.
    pub level: u8,
    /// Its words, code included, images and HTML left out.
    pub text: String,
    /// Its bytes.
    pub span: Range<usize>,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// Where it leads.
    pub url: String,
    /// Its label or its alternative text.
    pub text: String,
    /// Its bytes.
    pub span: Range<usize>,
}

/// Surveys a page.
///
/// # Errors
/// A page that nests too deep.
pub fn survey(text: &str) -> Result<Survey, TooDeep> {
    let places = Places::of(text);
    let arena = Arena::new();
    let root = page_root(&arena, text)?;
    let mut survey = Survey::default();
    for node in root.descendants() {
        let data = node.data.borrow();
        let span = || places.exact(data.sourcepos);
        let link =
            |url: &str| PageLink { url: url.to_owned(), text: words(node), span: span() };
        match &data.value {
            NodeValue::Heading(heading) => survey.headings.push(PageHeading {
                level: heading.level,
                text: words(node),
                span: span(),
            }),
            NodeValue::Link(to) => survey.links.push(link(&to.url)),
            NodeValue::Image(to) => survey.images.push(link(&to.url)),
            NodeValue::HtmlBlock(_) => survey.html.push(places.lines(data.sourcepos)),
            NodeValue::HtmlInline(html) => {
                survey.html.extend(places.find(html, data.sourcepos));
            }
            NodeValue::Text(text) => survey.texts.push((text.to_string(), span())),
            _ => {}
        }
    }
    Ok(survey)
}

/// The words under a node.
pub(super) fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut out = String::new();
    for inner in node.descendants().skip(1) {
        match &inner.data.borrow().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    out
}
