//! Rich text back into the Markdown of a profile, with bare references.

use crate::richtext::{
    Autolinks, Block, ESCAPED, EmojiStyle, Inline, Unlinked, inline_text, page_tree,
    write_blocks, write_heading,
};

/// How wide the lines of prose are.
const WIDTH: usize = 98;

/// How the text of a profile is written, and read again.
#[derive(Debug, Clone)]
pub(super) struct Writing {
    /// The rules of its references.
    pub(super) rules: Autolinks,
    /// How emoji are written, in the profile and on the page that comes of it.
    pub(super) emoji: EmojiStyle,
}

impl Writing {
    /// A line as a profile will most likely have it: whoever calls this reads the page that
    /// comes of it.
    pub(super) fn hopeful_line(&self, content: &[Inline]) -> String {
        let content = tidy(content);
        let line = guarded(&bare(&content, &self.rules), &content, &self.rules);
        marked(write_heading(&line, self.emoji))
    }

    /// Prose as a profile will most likely have it.
    pub(super) fn hopeful_prose(&self, blocks: &[Block]) -> String {
        let rules = &self.rules;
        let bare = each_line(blocks, &|line| bare(&tidy(line), rules), rules);
        wrapped(&marked(write_blocks(&bare, self.emoji)))
    }

    /// A line as a profile has it, if it is read back as the same.
    pub(super) fn line(&self, content: &[Inline]) -> Option<String> {
        let rules = &self.rules;
        let content = tidy(content);
        let back = |text: &str| rules.parse_line(text, &mut Unlinked::default()).content;
        [bare(&content, rules), content.clone()]
            .iter()
            .map(|line| {
                marked(write_heading(&guarded(line, &content, rules), self.emoji))
            })
            .find(|text| back(text) == content)
    }

    /// Blocks as the prose of a profile, if the page that comes of it has the `trees`.
    pub(super) fn prose(&self, blocks: &[Block], trees: &[&str]) -> Option<String> {
        let rules = &self.rules;
        let back = |text: &str| {
            let parsed = rules.parse_prose(text, &mut Unlinked::default()).content;
            self.makes(&parsed, trees)
        };
        let bare = each_line(blocks, &|line| bare(&tidy(line), rules), rules);
        let plain = each_line(blocks, &|line| tidy(line), rules);
        [bare, plain]
            .iter()
            .flat_map(|blocks| {
                let text = marked(write_blocks(blocks, self.emoji));
                [wrapped(&text), text]
            })
            .find(|text| back(text))
    }

    /// Whether a page of these blocks has the `trees`.
    pub(super) fn makes(&self, blocks: &[Block], trees: &[&str]) -> bool {
        let page = page_tree(&write_blocks(blocks, self.emoji));
        page.iter().map(|block| block.tree.as_str()).eq(trees.iter().copied())
    }
}

fn marked(text: String) -> String {
    text.replace(ESCAPED, "\\")
}

/// Links whose address a rule knows become their label.
fn bare(line: &[Inline], rules: &Autolinks) -> Vec<Inline> {
    let each = |inline: &Inline| match inline {
        Inline::Link { content, .. } => {
            let label = inline_text(content);
            let becomes = |text: &str| {
                let text = vec![Inline::text(text)];
                let linked = rules.link_line(text, &mut Unlinked::default());
                linked.as_slice() == std::slice::from_ref(inline)
            };
            let forms = [format!("[{label}]"), label];
            let bare = forms.into_iter().find(|form| becomes(form));
            bare.map_or_else(|| inline.clone(), Inline::text)
        }
        Inline::Strong { content } => Inline::Strong { content: bare(content, rules) },
        Inline::Emphasis { content } => {
            Inline::Emphasis { content: bare(content, rules) }
        }
        Inline::Strikethrough { content } => {
            Inline::Strikethrough { content: bare(content, rules) }
        }
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Emoji { .. }
        | Inline::Break => inline.clone(),
    };
    line.iter().map(each).collect()
}

/// The line with [`ESCAPED`] in each reference that was text in the `original`.
fn guarded(line: &[Inline], original: &[Inline], rules: &Autolinks) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for (inline, before) in line.iter().zip(original) {
        let inline = match (inline, before) {
            (Inline::Text { text }, Inline::Text { .. }) => {
                Inline::Text { text: guarded_text(text, rules) }
            }
            (Inline::Strong { content }, Inline::Strong { content: before }) => {
                Inline::Strong { content: guarded(content, before, rules) }
            }
            (Inline::Emphasis { content }, Inline::Emphasis { content: before }) => {
                Inline::Emphasis { content: guarded(content, before, rules) }
            }
            (
                Inline::Strikethrough { content },
                Inline::Strikethrough { content: before },
            ) => Inline::Strikethrough { content: guarded(content, before, rules) },
            (inline, _) => inline.clone(),
        };
        match (out.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => {
                text.push_str(&more);
            }
            (_, inline) => out.push(inline),
        }
    }
    out
}

fn guarded_text(text: &str, rules: &Autolinks) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for reference in rules.references(text) {
        let mark = text[reference.clone()].rfind(|c: char| c.is_ascii_punctuation());
        let at = reference.start + mark.unwrap_or_default();
        out.push_str(&text[done..at]);
        out.push(ESCAPED);
        done = at;
    }
    out + &text[done..]
}

/// A line with one space where there were several: the page shows no more.
pub(super) fn tidy(line: &[Inline]) -> Vec<Inline> {
    let each = |inline: &Inline| match inline {
        Inline::Text { text } => Inline::Text { text: one_space(text) },
        Inline::Strong { content } => Inline::Strong { content: tidy(content) },
        Inline::Emphasis { content } => Inline::Emphasis { content: tidy(content) },
        Inline::Strikethrough { content } => {
            Inline::Strikethrough { content: tidy(content) }
        }
        Inline::Link { url, content } => {
            Inline::Link { url: url.clone(), content: tidy(content) }
        }
        Inline::Code { .. } | Inline::Emoji { .. } | Inline::Break => inline.clone(),
    };
    line.iter().map(each).collect()
}

fn one_space(text: &str) -> String {
    if !text.contains("  ") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !(c == ' ' && out.ends_with(' ')) {
            out.push(c);
        }
    }
    out
}

fn each_line(
    blocks: &[Block],
    edit: &dyn Fn(&[Inline]) -> Vec<Inline>,
    rules: &Autolinks,
) -> Vec<Block> {
    let inner = |blocks: &[Block]| each_line(blocks, edit, rules);
    let each = |block: &Block| match block {
        Block::Paragraph { content } => {
            let content = guarded(&edit(content), &tidy(content), rules);
            Block::Paragraph { content }
        }
        Block::List { start, items, is_loose } => Block::List {
            start: *start,
            items: items.iter().map(|item| inner(item)).collect(),
            is_loose: *is_loose,
        },
        Block::Quote { content } => Block::Quote { content: inner(content) },
        Block::Code { .. } | Block::Rule => block.clone(),
    };
    blocks.iter().map(each).collect()
}

/// Prose in lines of a comfortable length. Whoever calls it reads the result back: a word
/// that comes to stand at a line's start may mean something there.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start_matches(['>', ' ']);
        is_code ^= trimmed.starts_with("```") || trimmed.starts_with("~~~");
        let is_prose =
            !is_code && line.starts_with(|c: char| !" >-*+0123456789".contains(c));
        match is_prose {
            true => out.push_str(&filled(line)),
            false => out.push_str(line),
        }
    }
    out
}

/// A space at which no line ends.
const HELD: char = '\u{1}';

/// Keeps code and the labels of links on one line.
fn hold(words: &str) -> String {
    let (mut is_code, mut brackets) = (false, 0_usize);
    let each = |c: char| {
        match c {
            '`' => is_code = !is_code,
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if c == ' ' && (is_code || brackets > 0) { HELD } else { c }
    };
    words.chars().map(each).collect()
}

fn filled(line: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let (words, end) = match line.strip_suffix('\n') {
        Some(words) => (words, "\n"),
        None => (line, ""),
    };
    let held = hold(words);
    let filled = textwrap::fill(&held, options).replace(HELD, " ");
    match filled.lines().skip(1).any(may_begin_block) {
        true => line.to_owned(),
        false => filled + end,
    }
}

/// Whether a line that was none before could be read as the start of something.
fn may_begin_block(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = number.len() < line.len() && number.starts_with(['.', ')']);
    is_numbered
        || line.starts_with(|c: char| c.is_ascii_punctuation() && !"([\"'`".contains(c))
}
