//! What holds of any text that is read as Markdown and written again. Random tests and
//! fuzzers try the same.

#![allow(unreachable_pub, dead_code, reason = "shared with the fuzz targets")]

use comrak::nodes::NodeValue;
use curricle::richtext::{
    Block, Emoji, EmojiStyle, Inline, TextProblem, inline_text, parse_github, parse_line,
    parse_prose, write_blocks, write_heading, write_line,
};

/// A line that is written parses back, with GitHub's options, to what went in.
pub fn line_comes_back(text: &str) -> Result<(), String> {
    let line = parse_line(text).content;
    let markdown = write_line(&line, EmojiStyle::Unicode);
    if markdown.contains('\n') {
        return Err(format!("a line is several: {markdown:?}"));
    }
    comes_back(&markdown, paragraph(line), text)
}

/// So does one in a list in a quotation.
pub fn line_comes_back_from_within(text: &str) -> Result<(), String> {
    let line = parse_line(text).content;
    if line.is_empty() {
        return Ok(());
    }
    let item = vec![Block::bullets(vec![paragraph(line)])];
    let blocks = vec![Block::Quote { content: item }];
    comes_back(&write_blocks(&blocks, EmojiStyle::Unicode), blocks, text)
}

/// So does a heading, which is read as a bold paragraph: bold in it says nothing.
pub fn heading_comes_back(text: &str) -> Result<(), String> {
    let line = parse_line(text).content;
    let markdown = format!("## {}", write_heading(&line, EmojiStyle::Unicode));
    if hangs_on_an_address(text, &markdown) {
        return Ok(());
    }
    is_plain_markdown(&markdown)?;
    let found = bare(unlinked(parse_github(&markdown).content));
    let expected = bare(unlinked(paragraph(line)));
    match found == expected {
        true => Ok(()),
        false => Err(format!(
            "{markdown:?} from {text:?}\n expected: {expected:?}\n    found: {found:?}"
        )),
    }
}

/// So does prose.
pub fn prose_comes_back(text: &str) -> Result<(), String> {
    let blocks = parse_prose(text).content;
    comes_back(&write_blocks(&blocks, EmojiStyle::Unicode), blocks, text)
}

fn comes_back(markdown: &str, blocks: Vec<Block>, text: &str) -> Result<(), String> {
    if hangs_on_an_address(text, markdown) {
        return Ok(());
    }
    is_plain_markdown(markdown)?;
    let parsed = parse_github(markdown);
    if parsed.problems.contains(&TextProblem::TooDeep) {
        return Ok(()); // within a list or a quotation it is deeper
    }
    let (found, expected) = (unlinked(parsed.content), unlinked(blocks));
    let is_same = match emphases(&expected) > 1 {
        false => found == expected,
        // Emphasis that touches other emphasis can't always be written; words can. What it
        // had cut in two may then be the name of an emoji.
        true => bare(found.clone()) == bare(expected.clone()),
    };
    match is_same {
        true => Ok(()),
        false => Err(format!(
            "{markdown:?} from {text:?}\n expected: {expected:?}\n    found: {found:?}"
        )),
    }
}

/// Whether there is a `:name:` and perhaps a bare address before it: whether that stands
/// within a word, where it is no emoji, hangs on where the address ends.
fn hangs_on_an_address(text: &str, markdown: &str) -> bool {
    text.contains('@')
        && Emoji::shortcodes().any(|name| markdown.contains(&format!(":{name}:")))
}

/// How much emphasis there is.
fn emphases(blocks: &[Block]) -> usize {
    let json = serde_json::to_string(blocks).unwrap_or_default();
    ["strong", "emphasis", "strikethrough"]
        .iter()
        .map(|kind| json.matches(&format!("\"type\":\"{kind}\"")).count())
        .sum()
}

/// The same without emphasis, and with emoji for what may be their names.
fn bare(blocks: Vec<Block>) -> Vec<Block> {
    let each = |block| match block {
        Block::Paragraph { content } => Block::Paragraph { content: bare_line(content) },
        Block::Quote { content } => Block::Quote { content: bare(content) },
        Block::List { start, items, is_loose } => {
            let items = items.into_iter().map(bare).collect();
            Block::List { start, items, is_loose }
        }
        Block::Code { .. } | Block::Rule => block,
    };
    blocks.into_iter().map(each).collect()
}

fn bare_line(line: Vec<Inline>) -> Vec<Inline> {
    let each = |inline| match inline {
        Inline::Strong { content }
        | Inline::Emphasis { content }
        | Inline::Strikethrough { content } => bare_line(content),
        Inline::Link { url, content } => {
            vec![Inline::Link { url, content: bare_line(content) }]
        }
        Inline::Emoji { emoji } => vec![Inline::text(named(&emoji))],
        Inline::Text { .. } | Inline::Code { .. } | Inline::Break => vec![inline],
    };
    let spelled = |inline| match inline {
        Inline::Text { text } => Inline::text(spelled(&text)),
        other => other,
    };
    let line = line.into_iter().flat_map(each).fold(Vec::new(), joined);
    line.into_iter().map(spelled).collect()
}

/// The name of an emoji between colons, of which two may share one.
fn named(emoji: &Emoji) -> String {
    let name = emoji.shortcode.as_ref();
    name.map_or_else(|| emoji.glyph.clone(), |name| format!(":{name}:"))
}

/// A text with an emoji for each `:name:` in it, wherever that stands.
fn spelled(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(':') {
        let name = after.split_once(':');
        let found =
            name.and_then(|(name, rest)| Some((Emoji::of_shortcode(name)?, rest)));
        out.push_str(before);
        match found {
            Some((emoji, behind)) => {
                out.push_str(&emoji.glyph);
                rest = behind;
            }
            None => {
                out.push(':');
                rest = after;
            }
        }
    }
    out + rest
}

/// The Markdown holds nothing that GitHub would read as more than our tree has.
pub fn is_plain_markdown(markdown: &str) -> Result<(), String> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, markdown, &options);
    for node in root.descendants() {
        let value = &node.data.borrow().value;
        let is_foreign = matches!(
            value,
            NodeValue::HtmlBlock(_)
                | NodeValue::HtmlInline(_)
                | NodeValue::Image(_)
                | NodeValue::Table(_)
                | NodeValue::TaskItem(_)
                | NodeValue::FootnoteReference(_)
                | NodeValue::FootnoteDefinition(_)
                | NodeValue::Alert(_)
        );
        if is_foreign {
            return Err(format!("{value:?} in {markdown:?}"));
        }
    }
    Ok(())
}

fn paragraph(content: Vec<Inline>) -> Vec<Block> {
    if content.is_empty() { vec![] } else { vec![Block::Paragraph { content }] }
}

/// A tree with bare addresses as text: whether GitHub makes a link of `a@b.org` depends on
/// what stands around it, and no escape can keep it from doing so.
fn unlinked(blocks: Vec<Block>) -> Vec<Block> {
    let each = |blocks: Vec<Block>| unlinked(blocks);
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph { content } => {
                Block::Paragraph { content: unlinked_line(content) }
            }
            Block::Quote { content } => Block::Quote { content: each(content) },
            Block::List { start, items, is_loose } => {
                let items = items.into_iter().map(each).collect();
                Block::List { start, items, is_loose }
            }
            Block::Code { .. } | Block::Rule => block,
        })
        .collect()
}

fn unlinked_line(line: Vec<Inline>) -> Vec<Inline> {
    let each = |inline| match inline {
        Inline::Link { url, content } => unlinked_link(url, unlinked_line(content)),
        Inline::Strong { content } => Inline::Strong { content: unlinked_line(content) },
        Inline::Emphasis { content } => {
            Inline::Emphasis { content: unlinked_line(content) }
        }
        Inline::Strikethrough { content } => {
            Inline::Strikethrough { content: unlinked_line(content) }
        }
        Inline::Emoji { emoji } => Inline::text(emoji.glyph),
        other => other,
    };
    line.into_iter().map(each).fold(Vec::new(), joined)
}

fn unlinked_link(url: String, content: Vec<Inline>) -> Inline {
    let text = inline_text(&content);
    let is_bare = ["", "http://", "mailto:"]
        .iter()
        .any(|prefix| url == encoded(&format!("{prefix}{text}")));
    if is_bare { Inline::text(text) } else { Inline::Link { url, content } }
}

/// As the parser writes addresses that hold what no address may hold.
fn encoded(url: &str) -> String {
    [("\\", "%5C"), ("`", "%60"), ("<", "%3C"), (">", "%3E"), ("\"", "%22"), (" ", "%20")]
        .iter()
        .fold(url.to_owned(), |url, (from, to)| url.replace(from, to))
}

/// The line with one more inline. No two of a kind stand side by side in a line that was
/// read.
fn joined(mut line: Vec<Inline>, inline: Inline) -> Vec<Inline> {
    match (line.last_mut(), inline) {
        (Some(Inline::Text { text }), Inline::Text { text: more })
        | (Some(Inline::Code { text }), Inline::Code { text: more }) => {
            text.push_str(&more);
        }
        (Some(Inline::Strong { content }), Inline::Strong { content: more })
        | (Some(Inline::Emphasis { content }), Inline::Emphasis { content: more })
        | (
            Some(Inline::Strikethrough { content }),
            Inline::Strikethrough { content: more },
        ) => {
            let all = std::mem::take(content).into_iter().chain(more);
            *content = all.fold(Vec::new(), joined);
        }
        (_, inline) => line.push(inline),
    }
    line
}
