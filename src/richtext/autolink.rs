//! References such as `PROJ-12` into links.

use super::{Block, Inline, encoded};
use std::collections::HashMap;

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
        let is_part = |c: char| {
            if self.alphanumeric { c.is_ascii_alphanumeric() } else { c.is_ascii_digit() }
        };
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let runs_on =
            rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
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
}

/// A reference found in a text.
struct Hit<'a> {
    start: usize,
    end: usize,
    rule: &'a Reference,
}

impl Autolinks {
    /// Rules, in any order: where several fit, the longest prefix wins.
    pub fn new(rules: Vec<Reference>) -> Self {
        Self { rules }
    }

    /// Makes links of the references in a line. Code and links stay as they are.
    /// References that match a rule but have no id are pushed to `unknown`.
    pub fn link_line(&self, line: Vec<Inline>, unknown: &mut Vec<String>) -> Vec<Inline> {
        if self.rules.is_empty() {
            return line;
        }
        let mut out = Vec::with_capacity(line.len());
        for inline in line {
            match inline {
                Inline::Text { text } => self.link_text(text, &mut out, unknown),
                Inline::Strong { content } => {
                    out.push(Inline::Strong {
                        content: self.link_line(content, unknown),
                    });
                }
                Inline::Emphasis { content } => {
                    out.push(Inline::Emphasis {
                        content: self.link_line(content, unknown),
                    });
                }
                Inline::Strikethrough { content } => out.push(Inline::Strikethrough {
                    content: self.link_line(content, unknown),
                }),
                Inline::Code { .. }
                | Inline::Link { .. }
                | Inline::Emoji { .. }
                | Inline::Break => out.push(inline),
            }
        }
        out
    }

    /// Makes links of the references in prose.
    pub fn link_prose(
        &self,
        blocks: Vec<Block>,
        unknown: &mut Vec<String>,
    ) -> Vec<Block> {
        blocks
            .into_iter()
            .map(|block| match block {
                Block::Paragraph { content } => {
                    Block::Paragraph { content: self.link_line(content, unknown) }
                }
                Block::List { start, items } => Block::List {
                    start,
                    items: items
                        .into_iter()
                        .map(|item| self.link_prose(item, unknown))
                        .collect(),
                },
                Block::Quote { content } => {
                    Block::Quote { content: self.link_prose(content, unknown) }
                }
                Block::Code { .. } | Block::Rule => block,
            })
            .collect()
    }

    fn link_text(&self, text: String, out: &mut Vec<Inline>, unknown: &mut Vec<String>) {
        let mut done = 0;
        for hit in self.hits(&text) {
            if hit.start < done {
                continue;
            }
            let reference = &text[hit.start..hit.end];
            match hit.rule.address(&reference[hit.rule.prefix.len()..]) {
                None => unknown.push(reference.to_owned()),
                Some(url) => {
                    push_text(out, &text[done..hit.start]);
                    out.push(Inline::link(url, reference));
                    done = hit.end;
                }
            }
        }
        match done {
            0 => out.push(Inline::Text { text }),
            _ => push_text(out, &text[done..]),
        }
    }

    /// Every reference, in order; of several at one place the longest prefix first.
    fn hits<'a>(&'a self, text: &str) -> Vec<Hit<'a>> {
        let mut hits: Vec<Hit<'a>> = Vec::new();
        for rule in &self.rules {
            for (start, _) in text.match_indices(&rule.prefix) {
                let number = start + rule.prefix.len();
                let begins_a_word = !text[..start]
                    .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
                if begins_a_word && let Some(length) = rule.number_length(&text[number..])
                {
                    hits.push(Hit { start, end: number + length, rule });
                }
            }
        }
        hits.sort_by_key(|hit| (hit.start, usize::MAX - hit.rule.prefix.len()));
        hits
    }
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        out.push(Inline::text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Autolinks {
        let rule = |prefix: &str, url: &str, ids: &[(&str, &str)]| Reference {
            prefix: prefix.into(),
            url: url.into(),
            alphanumeric: false,
            ids: ids.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
        };
        Autolinks::new(vec![
            rule("PROJ-", "https://x.org/<num>", &[]),
            rule("PROJ-SUB-", "https://sub.org/<num>", &[]),
            rule("RFC-", "https://w.org/<id>", &[("12", "aB3d")]),
        ])
    }

    fn linked(text: &str) -> (Vec<Inline>, Vec<String>) {
        let mut unknown = vec![];
        (rules().link_line(vec![Inline::text(text)], &mut unknown), unknown)
    }

    #[test]
    fn references_become_links_between_the_words() {
        let (line, unknown) = linked("Fix PROJ-1, (RFC-12).");
        assert_eq!(
            line,
            [
                Inline::text("Fix "),
                Inline::link("https://x.org/1", "PROJ-1"),
                Inline::text(", ("),
                Inline::link("https://w.org/aB3d", "RFC-12"),
                Inline::text(")."),
            ]
        );
        assert!(unknown.is_empty());
    }

    #[test]
    fn parts_of_other_words_stay() {
        for text in ["XPROJ-1", "PROJ-1x", "PROJ-", "MY-PROJ-1", "PROJ-1_2"] {
            assert_eq!(linked(text).0, [Inline::text(text)], "{text}");
        }
    }

    #[test]
    fn the_longest_prefix_wins_and_a_missing_id_is_told() {
        assert_eq!(
            linked("PROJ-SUB-3").0,
            [Inline::link("https://sub.org/3", "PROJ-SUB-3")]
        );
        assert_eq!(
            linked("RFC-99"),
            (vec![Inline::text("RFC-99")], vec!["RFC-99".into()])
        );
    }
}
