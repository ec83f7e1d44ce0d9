//! What GitHub's sanitizer keeps: the allowlist of its HTML pipeline, `sanitization_filter`.

use super::tags::{Attribute, Tag};
use super::{Page, warning};
use crate::diagnostics::{Code, Diagnostic};

const ELEMENTS: &[&str] = &[
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "h7",
    "h8",
    "br",
    "b",
    "i",
    "strong",
    "em",
    "a",
    "pre",
    "code",
    "img",
    "tt",
    "div",
    "ins",
    "del",
    "sup",
    "sub",
    "p",
    "picture",
    "ol",
    "ul",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "kbd",
    "q",
    "samp",
    "var",
    "hr",
    "ruby",
    "rt",
    "rp",
    "li",
    "tr",
    "td",
    "th",
    "s",
    "strike",
    "summary",
    "details",
    "caption",
    "figure",
    "figcaption",
    "abbr",
    "bdo",
    "cite",
    "dfn",
    "mark",
    "small",
    "source",
    "span",
    "time",
    "wbr",
];

/// Elements whose tags GitHub shows as text (GFM, section 6.11) or removes with all that is
/// in them.
const DANGEROUS: &[&str] = &[
    "title",
    "textarea",
    "style",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "script",
    "plaintext",
    "math",
    "svg",
];

/// Attributes of every element.
const ATTRIBUTES: &[&str] = &[
    "abbr",
    "accept",
    "accept-charset",
    "accesskey",
    "action",
    "align",
    "alt",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "axis",
    "border",
    "char",
    "charoff",
    "charset",
    "checked",
    "clear",
    "color",
    "cols",
    "colspan",
    "compact",
    "coords",
    "datetime",
    "dir",
    "disabled",
    "enctype",
    "for",
    "frame",
    "headers",
    "height",
    "hreflang",
    "hspace",
    "id",
    "ismap",
    "itemprop",
    "label",
    "lang",
    "maxlength",
    "media",
    "method",
    "multiple",
    "name",
    "nohref",
    "noshade",
    "nowrap",
    "open",
    "progress",
    "prompt",
    "readonly",
    "rel",
    "rev",
    "role",
    "rows",
    "rowspan",
    "rules",
    "scope",
    "selected",
    "shape",
    "size",
    "span",
    "start",
    "summary",
    "tabindex",
    "title",
    "type",
    "usemap",
    "valign",
    "value",
    "width",
];

/// Attributes of some elements.
const OF_ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("img", &["src", "longdesc", "loading"]),
    ("div", &["itemscope", "itemtype"]),
    ("blockquote", &["cite"]),
    ("del", &["cite"]),
    ("ins", &["cite"]),
    ("q", &["cite"]),
    ("source", &["srcset"]),
];

/// Every tag and attribute that would not be there.
pub(super) fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    page.tags.iter().flat_map(tag).collect()
}

fn tag(tag: &Tag) -> Vec<Diagnostic> {
    let name = tag.name.as_str();
    if DANGEROUS.contains(&name) {
        let message = format!("GitHub does not let `<{name}>` through");
        return vec![
            warning(Code::Sanitized, message, &tag.span).help("leave it out of the page"),
        ];
    }
    if !ELEMENTS.contains(&name) {
        let message =
            format!("GitHub removes the tag `<{name}>` and keeps what is in it");
        return vec![warning(Code::Sanitized, message, &tag.span).help(instead(name))];
    }
    let removed = tag.attributes.iter().filter(|one| !is_kept(name, one));
    removed.map(|one| attribute(name, one)).collect()
}

fn is_kept(element: &str, attribute: &Attribute) -> bool {
    let name = attribute.name.as_str();
    name.is_empty()
        || ATTRIBUTES.contains(&name)
        || OF_ELEMENTS.iter().any(|(of, names)| *of == element && names.contains(&name))
}

fn attribute(element: &str, attribute: &Attribute) -> Diagnostic {
    let name = &attribute.name;
    let message = format!("GitHub removes the attribute `{name}` of `<{element}>`");
    let help = match name.as_str() {
        "style" => "use `align`, `width` and `height`, which stay",
        "srcset" => "put it into a `<source>` in a `<picture>`",
        _ => "the page will look as if it were not there",
    };
    warning(Code::Sanitized, message, &attribute.span).help(help)
}

fn instead(name: &str) -> &'static str {
    match name {
        "center" => "write `<div align=\"center\">`",
        "font" | "big" | "u" => "write `**bold**` or a heading",
        _ => "the page will look as if it were not there",
    }
}
