//! What the Markdown writer writes parses back, with GitHub's options, to what went in.

use comrak::nodes::NodeValue;
use curricle::richtext::{
    Autolinks, Block, EmojiStyle, Inline, Unlinked, inline_text, parse_github,
    parse_line, parse_prose, write_blocks, write_heading, write_line,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces of text that look like markup of every kind.
const POISON: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[x](y)",
    "![i](j)",
    "!",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!-- c -->",
    "&",
    "&amp;",
    "&#35;",
    "\\",
    "#",
    "# ",
    "## h",
    "- ",
    "-",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "|",
    "| a | b |\n|---|---|\n",
    "---",
    "===",
    "***",
    "```\n",
    "~~~\n",
    "    ",
    "\t",
    "[^1]",
    "[^1]: f",
    "[a]: b",
    "[ ] ",
    "[x] ",
    "[!NOTE]",
    ":smile:",
    ":",
    "🌱",
    "👩\u{200D}💻",
    "é",
    "龍",
    "C#",
    "a_b_c",
    " https://a.org/b_c ",
    " www.a.org ",
    " a@b.org ",
    "$x$",
    "#read(\"/etc/passwd\")",
    "#teamflink",
    "{{ x }}",
    "<script>",
    "]]>",
    "FOO_BAR",
    "~5",
    "\"",
    "'",
    "^",
    "%",
    "@ada",
    "\u{A0}",
    "\u{2003}",
    "1.",
    "0",
    "9)",
    "=",
    "\u{200B}",
];

fn poison() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(POISON), 0..12).prop_map(|p| p.concat())
}

/// The Markdown holds nothing that GitHub would read as more than our tree has.
fn is_plain_markdown(markdown: &str) -> Result<(), TestCaseError> {
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
        prop_assert!(!is_foreign, "{value:?} in {markdown:?}");
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
    let mut out: Vec<Inline> = Vec::new();
    for inline in line {
        let inline = match inline {
            Inline::Link { url, content } => unlinked_link(url, unlinked_line(content)),
            Inline::Strong { content } => {
                Inline::Strong { content: unlinked_line(content) }
            }
            Inline::Emphasis { content } => {
                Inline::Emphasis { content: unlinked_line(content) }
            }
            Inline::Strikethrough { content } => {
                Inline::Strikethrough { content: unlinked_line(content) }
            }
            Inline::Emoji { emoji } => Inline::text(emoji.glyph),
            other => other,
        };
        match (out.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => {
                text.push_str(&more)
            }
            (_, inline) => out.push(inline),
        }
    }
    out
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

/// A heading in prose is read as a bold paragraph, in which bold says nothing.
fn without_strong(line: Vec<Inline>) -> Vec<Inline> {
    let inner = |inline| match inline {
        Inline::Strong { content } => without_strong(content),
        Inline::Emphasis { content } => {
            vec![Inline::Emphasis { content: without_strong(content) }]
        }
        Inline::Strikethrough { content } => {
            vec![Inline::Strikethrough { content: without_strong(content) }]
        }
        Inline::Link { url, content } => {
            vec![Inline::Link { url, content: without_strong(content) }]
        }
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => {
            vec![inline]
        }
    };
    line.into_iter().flat_map(inner).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, rng_seed: RngSeed::Fixed(0x_c0ffee), ..ProptestConfig::default() })]

    #[test]
    fn lines_come_back(text in poison()) {
        let line = parse_line(&text).content;
        let markdown = write_line(&line, EmojiStyle::Unicode);
        prop_assert!(!markdown.contains('\n'), "{markdown:?}");
        is_plain_markdown(&markdown)?;
        prop_assert_eq!(unlinked(parse_github(&markdown).content), unlinked(paragraph(line)), "{:?} from {:?}", markdown, text);
    }

    #[test]
    fn lines_come_back_from_lists_and_quotes(text in poison()) {
        let line = parse_line(&text).content;
        if line.is_empty() {
            return Ok(());
        }
        let item = vec![Block::bullets(vec![paragraph(line)])];
        let blocks = vec![Block::Quote { content: item }];
        let markdown = write_blocks(&blocks, EmojiStyle::Unicode);
        is_plain_markdown(&markdown)?;
        prop_assert_eq!(unlinked(parse_github(&markdown).content), unlinked(blocks), "{:?} from {:?}", markdown, text);
    }

    #[test]
    fn headings_come_back(text in poison()) {
        let line = without_strong(parse_line(&text).content);
        let markdown = format!("## {}", write_heading(&line, EmojiStyle::Unicode));
        is_plain_markdown(&markdown)?;
        let expected = match line.is_empty() {
            true => vec![],
            false => paragraph(vec![Inline::Strong { content: line }]),
        };
        let parsed = parse_github(&markdown).content;
        prop_assert_eq!(unlinked(parsed), unlinked(expected), "{:?} from {:?}", markdown, text);
    }

    #[test]
    fn prose_comes_back(text in poison()) {
        let blocks = parse_prose(&text).content;
        let markdown = write_blocks(&blocks, EmojiStyle::Unicode);
        is_plain_markdown(&markdown)?;
        prop_assert_eq!(unlinked(parse_github(&markdown).content), unlinked(blocks), "{:?} from {:?}", markdown, text);
    }

    #[test]
    fn linking_no_references_changes_nothing(text in poison()) {
        let rules = Autolinks::default();
        let line = rules.parse_line(&text, &mut Unlinked::default()).content;
        prop_assert_eq!(line, parse_line(&text).content);
        let blocks = rules.parse_prose(&text, &mut Unlinked::default()).content;
        prop_assert_eq!(blocks, parse_prose(&text).content);
    }

    #[test]
    fn any_text_comes_back(text in "\\PC{0,40}") {
        let line = parse_line(&text).content;
        let markdown = write_line(&line, EmojiStyle::Shortcode);
        is_plain_markdown(&markdown)?;
        let unicode = write_line(&line, EmojiStyle::Unicode);
        prop_assert_eq!(unlinked(parse_github(&unicode).content), unlinked(paragraph(line)), "{:?} from {:?}", unicode, text);
    }
}

#[test]
fn what_needs_no_escape_has_none() {
    for text in [
        "C# and F#, FOO_BAR, a_b_c, Hello! 5 * 3 = 15; 2 < 3 & 4 > 1.",
        "~5 minutes, 50 % of [all], (really) + more - less",
        "C:\\dir, snake_case_name, #hashtag, 1.20.0 (LTS)",
        "It's \"quoted\" — and {braced} | piped",
    ] {
        assert_eq!(write_line(&parse_line(text).content, EmojiStyle::Unicode), text);
    }
}
