//! References such as `PROJ-12` into links.

mod github;
mod lookalike;
mod named;
mod ready;

use super::parse::{ESCAPED, ParsedBlocks, ParsedLine, escaped_line, escaped_prose};
use super::{Block, Inline, encoded};
use crate::profile::ReadyRules;
use std::collections::HashMap;
use std::ops::Range;

/// A rule for references with one prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What every reference begins with.
    pub prefix: String,
    /// The address, with `<num>` or `<id>` in it.
    pub url: String,
    /// Whether letters may follow the prefix too.
    pub alphanumeric: bool,
    /// The id behind each number; empty for addresses that show the number.
    pub ids: HashMap<String, String>,
}

impl Reference {
    /// The length of the number at the start of `rest`, if one stands there that does not
    /// run on into a word.
    fn number_length(&self, rest: &str) -> Option<usize> {
        let is_part = |c: char| match self.alphanumeric {
            true => c.is_ascii_alphanumeric() || c == '-', // as GitHub's documentation has it
            false => c.is_ascii_digit(),
        };
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches('-').len();
        let runs_on = rest[length..].starts_with(is_word);
        (length > 0 && !runs_on).then_some(length)
    }

    fn address(&self, number: &str) -> Option<String> {
        let url = match self.ids.is_empty() {
            true => self.url.clone(),
            false => self.url.replace("<id>", self.ids.get(number)?),
        };
        Some(encoded(&url.replace("<num>", number)))
    }
}

/// The rules of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Autolinks {
    rules: Vec<Reference>,
    names: named::Names,
    ready: Vec<ReadyRules>,
}

/// References that are no links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unlinked {
    /// Those that match a rule which has no id for them.
    pub without_id: Vec<String>,
    /// Those that look like one and match no rule.
    pub without_rule: Vec<String>,
}

/// A reference found in a text.
struct Hit {
    start: usize,
    end: usize,
    /// What of it is shown.
    label: Range<usize>,
    /// Of two that begin at one place, the higher wins.
    rank: usize,
    /// Where it leads, unless its rule has no id for it.
    url: Option<String>,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_word_or_hyphen(c: char) -> bool {
    is_word(c) || c == '-'
}

impl Autolinks {
    /// Rules, in any order: where several fit, the longest prefix wins, and a rule of one's
    /// own before a ready-made one.
    pub fn new(rules: Vec<Reference>, ready: Vec<ReadyRules>) -> Self {
        Self { rules, names: named::Names::new(), ready }
    }

    /// With words that lead to an address where they stand in brackets.
    #[must_use]
    pub fn with_names(self, names: impl Iterator<Item = (String, String)>) -> Self {
        Self { names: names.collect(), ..self }
    }

    /// Whether there is no rule for references.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.ready.is_empty()
    }

    /// The ready-made rules that know a reference such as this one.
    pub fn ready_for(reference: &str) -> Option<ReadyRules> {
        ready::set_of(reference)
    }

    /// Reads a line and links its references. A backslash within one keeps it text:
    /// `PROJ\-12`.
    pub fn parse_line(&self, text: &str, unlinked: &mut Unlinked) -> ParsedLine {
        let parsed = escaped_line(text);
        let content = self.link_line(parsed.content, unlinked);
        ParsedLine { content, problems: parsed.problems }
    }

    /// Reads prose and links its references.
    pub fn parse_prose(&self, text: &str, unlinked: &mut Unlinked) -> ParsedBlocks {
        let parsed = escaped_prose(text);
        let content = self.link_prose(parsed.content, unlinked);
        ParsedBlocks { content, problems: parsed.problems }
    }

    /// The references in plain text, each with its bytes.
    pub fn references(&self, text: &str) -> Vec<Range<usize>> {
        let mut done = 0;
        let mut found = Vec::new();
        for hit in self.hits(text).iter().filter(|hit| hit.url.is_some()) {
            if hit.start >= done {
                found.push(hit.start..hit.end);
                done = hit.end;
            }
        }
        found
    }

    /// Makes links of the references in a line. Code and links stay as they are.
    /// References that stay text are told.
    pub fn link_line(&self, line: Vec<Inline>, unlinked: &mut Unlinked) -> Vec<Inline> {
        let mut out = Vec::with_capacity(line.len());
        for inline in line {
            match inline {
                Inline::Text { text } => self.link_text(text, &mut out, unlinked),
                Inline::Strong { content } => {
                    out.push(Inline::Strong {
                        content: self.link_line(content, unlinked),
                    });
                }
                Inline::Emphasis { content } => {
                    out.push(Inline::Emphasis {
                        content: self.link_line(content, unlinked),
                    });
                }
                Inline::Strikethrough { content } => out.push(Inline::Strikethrough {
                    content: self.link_line(content, unlinked),
                }),
                Inline::Link { url, content } => {
                    out.push(Inline::Link { url, content: unescaped(content) });
                }
                Inline::Code { .. } | Inline::Emoji { .. } | Inline::Break => {
                    out.push(inline);
                }
            }
        }
        out
    }

    /// Makes links of the references in prose.
    pub fn link_prose(&self, blocks: Vec<Block>, unlinked: &mut Unlinked) -> Vec<Block> {
        blocks
            .into_iter()
            .map(|block| match block {
                Block::Paragraph { content } => {
                    Block::Paragraph { content: self.link_line(content, unlinked) }
                }
                Block::List { start, items, is_loose } => Block::List {
                    start,
                    is_loose,
                    items: items
                        .into_iter()
                        .map(|item| self.link_prose(item, unlinked))
                        .collect(),
                },
                Block::Quote { content } => {
                    Block::Quote { content: self.link_prose(content, unlinked) }
                }
                Block::Code { .. } | Block::Rule => block,
            })
            .collect()
    }

    fn link_text(&self, text: String, out: &mut Vec<Inline>, unlinked: &mut Unlinked) {
        let mut done = 0;
        for hit in self.hits(&text) {
            if hit.start < done {
                continue;
            }
            let reference = &text[hit.start..hit.end];
            match hit.url {
                None => unlinked.without_id.push(reference.to_owned()),
                Some(url) => {
                    push_text(out, &text[done..hit.start], unlinked);
                    out.push(Inline::link(url, &text[hit.label]));
                    done = hit.end;
                }
            }
        }
        push_text(out, &text[done..], unlinked);
    }

    /// Every reference, in order; of several at one place the longest prefix first.
    fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for rule in &self.rules {
            for (start, _) in text.match_indices(&rule.prefix) {
                let number = start + rule.prefix.len();
                let begins_a_word = !text[..start].ends_with(is_word_or_hyphen);
                if begins_a_word && let Some(length) = rule.number_length(&text[number..])
                {
                    let end = number + length;
                    let url = rule.address(&text[number..end]);
                    let rank = OWN + rule.prefix.len();
                    hits.push(Hit { start, end, label: start..end, rank, url });
                }
            }
        }
        hits.extend(named::hits(&self.names, text));
        hits.extend(self.ready.iter().flat_map(|set| ready::hits(*set, text)));
        hits.sort_by_key(|hit| (hit.start, usize::MAX - hit.rank));
        hits
    }
}

/// The least rank of a rule of one's own, above that of every ready-made one.
const OWN: usize = 1 << 16;

/// The label of a link, in which nothing else is one.
fn unescaped(line: Vec<Inline>) -> Vec<Inline> {
    let each = |inline| match inline {
        Inline::Text { text } => Inline::Text { text: text.replace(ESCAPED, "") },
        Inline::Strong { content } => Inline::Strong { content: unescaped(content) },
        Inline::Emphasis { content } => Inline::Emphasis { content: unescaped(content) },
        Inline::Strikethrough { content } => {
            Inline::Strikethrough { content: unescaped(content) }
        }
        Inline::Link { url, content } => {
            Inline::Link { url, content: unescaped(content) }
        }
        Inline::Code { .. } | Inline::Emoji { .. } | Inline::Break => inline,
    };
    let is_there =
        |inline: &Inline| !matches!(inline, Inline::Text { text } if text.is_empty());
    line.into_iter().map(each).filter(is_there).collect()
}

/// Pushes text in which no reference is linked, and tells those that stay.
fn push_text(out: &mut Vec<Inline>, text: &str, unlinked: &mut Unlinked) {
    if text.is_empty() {
        return;
    }
    let told = lookalike::all(text).into_iter().map(str::to_owned);
    let told = told.filter(|reference| !unlinked.without_id.contains(reference));
    unlinked.without_rule.extend(told.collect::<Vec<_>>());
    let text = text.replace(ESCAPED, "");
    if !text.is_empty() {
        out.push(Inline::Text { text });
    }
}

#[cfg(test)]
mod tests;
