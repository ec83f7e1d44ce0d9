//! Links that follow a pattern, found in the page: the same shape of label and the same
//! shape of address, at least twice; and labels that lead to one address more than once.

use crate::profile::{Autolink, Url};
use crate::richtext::{
    Autolinks, Block, Inline, Reference, SourceBlock, SourceKind, inline_text,
};
use indexmap::IndexMap;

/// The patterns of a page.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    rules: Vec<Autolink>,
}

/// The links of one shape: the number in each label and the address.
type Group = IndexMap<String, Vec<String>>;

impl Patterns {
    /// Finds them.
    pub(super) fn of(source: &[SourceBlock]) -> Self {
        let found = Found::on(source);
        let mut groups: IndexMap<String, Group> = IndexMap::new();
        let mut names: IndexMap<String, Vec<String>> = IndexMap::new();
        for (label, url) in found.links {
            match shape(&label) {
                Some((prefix, number)) => {
                    let group = groups.entry(prefix.to_owned()).or_default();
                    group.entry(number.to_owned()).or_default().push(url);
                }
                None => names.entry(label).or_default().push(url),
            }
        }
        let rules = groups.iter().filter_map(|(prefix, group)| rule(prefix, group));
        let fits =
            |rule: &Autolink| !rule.prefix.ends_with(' ') || is_free(rule, &found.texts);
        let names = names.iter().filter_map(|(name, urls)| named(name, urls));
        let leads = |rule: &Autolink| Url::new(&rule.url).is_ok();
        Self { rules: rules.filter(fits).chain(names).filter(leads).collect() }
    }

    /// As the rules of a profile.
    pub(super) fn into_rules(self) -> Vec<Autolink> {
        self.rules
    }

    /// As what links references.
    pub(super) fn autolinks(&self) -> Autolinks {
        let rules = self.rules.iter().filter(|rule| rule.name.is_empty());
        let rules = rules.map(reference).collect();
        Autolinks::new(rules, vec![])
            .with_names(self.rules.iter().filter_map(Autolink::named))
    }
}

/// The rule of a label that leads to one address, and more than once: of words and what
/// stands within names.
fn named(name: &str, urls: &[String]) -> Option<Autolink> {
    let (first, rest) = urls.split_first()?;
    let is_one = !rest.is_empty() && rest.iter().all(|url| url == first);
    let is_name = name.trim() == name
        && name.starts_with(char::is_alphanumeric)
        && name.chars().all(|c| c.is_alphanumeric() || " .-+#'".contains(c));
    (is_one && is_name && first.starts_with("http")).then(|| Autolink {
        name: name.to_owned(),
        url: first.clone(),
        ..Autolink::default()
    })
}

fn reference(rule: &Autolink) -> Reference {
    Reference {
        prefix: rule.prefix.clone(),
        url: rule.url.clone(),
        alphanumeric: false,
        ids: rule.ids.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
    }
}

/// Whether no text would become a link by a rule: no escape could keep `RFC 1` from it.
fn is_free(rule: &Autolink, texts: &[String]) -> bool {
    let rules = Autolinks::new(vec![reference(rule)], vec![]);
    texts.iter().all(|text| rules.references(text).is_empty())
}

/// `FLINK-` and `27251`: capitals or a name, a mark, a number; `RFC ` and `9110`.
fn shape(label: &str) -> Option<(&str, &str)> {
    let digits = label.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (prefix, number) = label.split_at(digits);
    let mark = prefix.chars().next_back()?;
    let word = &prefix[..prefix.len() - mark.len_utf8()];
    let is_word = !word.is_empty()
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c))
        && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_number = !number.is_empty() && (number.len() == 1 || !number.starts_with('0'));
    let is_spaced =
        mark == ' ' && word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let is_marked = matches!(mark, '-' | '#') || is_spaced;
    (is_word && is_marked && is_number).then_some((prefix, number))
}

/// The rule of a group: the address has the number, or what stands in its place is an id.
fn rule(prefix: &str, group: &Group) -> Option<Autolink> {
    if group.len() < 2 {
        return None;
    }
    let template = |number: &String, url: &String| {
        let at = url.rfind(number.as_str())?;
        let after = &url[at + number.len()..];
        let is_whole = !url[..at].ends_with(|c: char| c.is_ascii_digit())
            && !after.starts_with(|c: char| c.is_ascii_digit());
        is_whole.then(|| format!("{}<num>{after}", &url[..at]))
    };
    let templates = group.iter().flat_map(|(number, urls)| {
        urls.iter().filter_map(move |url| template(number, url))
    });
    let mut counts: IndexMap<String, usize> = IndexMap::new();
    templates.for_each(|template| *counts.entry(template).or_default() += 1);
    let best = counts.into_iter().max_by_key(|(_, count)| *count);
    let total: usize = group.values().map(Vec::len).sum();
    match best {
        Some((url, count)) if count >= 2 && count * 2 >= total => {
            Some(Autolink { prefix: prefix.to_owned(), url, ..Autolink::default() })
        }
        Some(_) | None => opaque(prefix, group),
    }
}

/// A rule whose addresses differ in one part that does not show the number.
fn opaque(prefix: &str, group: &Group) -> Option<Autolink> {
    let firsts: Vec<(&String, &String)> =
        group.iter().filter_map(|(number, urls)| Some((number, urls.first()?))).collect();
    let urls: Vec<&str> = firsts.iter().map(|(_, url)| url.as_str()).collect();
    let (head, tail) = (common_head(&urls)?, common_tail(&urls));
    let id = |url: &str| {
        let id = url.strip_prefix(head.as_str())?.strip_suffix(tail.as_str())?;
        let is_id = !id.is_empty() && !id.contains(['/', '?', '#', '&', '=']);
        is_id.then(|| id.to_owned())
    };
    let mut ids: IndexMap<String, String> = firsts
        .iter()
        .map(|(number, url)| Some(((*number).clone(), id(url)?)))
        .collect::<Option<_>>()?;
    ids.sort_by(|a, _, b, _| (a.len(), a).cmp(&(b.len(), b)));
    let url = format!("{head}<id>{tail}");
    Some(Autolink { prefix: prefix.to_owned(), url, ids, ..Autolink::default() })
}

/// What all addresses begin with, up to a slash or an equals sign beyond the host.
fn common_head(urls: &[&str]) -> Option<String> {
    let first = urls.first()?;
    let common = first
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|end| urls.iter().all(|url| url.get(..*end) == first.get(..*end)))
        .last()?;
    let end = first[..common].rfind(['/', '='])? + 1;
    let host = first.find("://")? + 3;
    (end > host).then(|| first[..end].to_owned())
}

/// What all addresses end with, from a slash, a question mark or a hash.
fn common_tail(urls: &[&str]) -> String {
    let tail = |url: &str| {
        let last = url.rfind('/').map_or(0, |slash| slash + 1);
        let start = url[last..].find(['?', '#']).map(|at| last + at);
        start.map_or(String::new(), |start| url[start..].to_owned())
    };
    let first = urls.first().map(|url| tail(url)).unwrap_or_default();
    match urls.iter().all(|url| url.ends_with(&first)) {
        true => first,
        false => String::new(),
    }
}

/// What a page says and where it leads.
#[derive(Default)]
struct Found {
    /// Labels and addresses.
    links: Vec<(String, String)>,
    /// Text outside of links.
    texts: Vec<String>,
}

impl Found {
    fn on(source: &[SourceBlock]) -> Self {
        let mut found = Self::default();
        for block in source {
            match &block.kind {
                SourceKind::Heading { content, .. } => found.line(content),
                SourceKind::Block(block) => found.block(block),
                SourceKind::Foreign | SourceKind::Unseen => {}
            }
        }
        found
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content } => self.line(content),
            Block::List { items, .. } => {
                items.iter().flatten().for_each(|block| self.block(block));
            }
            Block::Quote { content } => {
                content.iter().for_each(|block| self.block(block));
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }

    fn line(&mut self, line: &[Inline]) {
        for inline in line {
            match inline {
                Inline::Link { url, content } => {
                    self.links.push((inline_text(content), url.clone()));
                }
                Inline::Text { text } => self.texts.push(text.clone()),
                Inline::Strong { content }
                | Inline::Emphasis { content }
                | Inline::Strikethrough { content } => self.line(content),
                Inline::Code { .. } | Inline::Emoji { .. } | Inline::Break => {}
            }
        }
    }
}
