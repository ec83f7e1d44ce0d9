//! The dialects of markers.

use super::find::Edge;

/// What a comment says if it is a marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) edge: Edge,
    pub(super) name: String,
    /// Whether it is of our own dialect, which has room for a hash.
    pub(super) is_own: bool,
    pub(super) hash: Option<String>,
}

/// Reads a comment, its `<!--` and `-->` included.
///
/// Our own is `<!-- curricle:start NAME -->` and `<!-- curricle:end NAME -->`. The others
/// are those that are met in README files, in capitals or not: `NAME:START`,
/// `START_SECTION:NAME`, `NAME starts`, `START NAME` and `BEGIN NAME`, each with its end. An
/// end stands in one line: the content before it might leave a second one outside of the
/// quotation that both were in.
pub(super) fn read(comment: &str) -> Option<Words> {
    let inside = comment.strip_prefix("<!--")?.strip_suffix("-->")?;
    let inside = inside.trim_matches('-');
    if inside.contains("--") {
        return None; // where it ends, parsers see in two ways
    }
    let words: Vec<&str> = inside.split_whitespace().collect();
    let is_one_line = !inside.contains(['\n', '\r']);
    own(&words)
        .or_else(|| foreign(&words))
        .filter(|words| is_one_line || words.edge == Edge::Start)
}

fn own(words: &[&str]) -> Option<Words> {
    let edge = match *words.first()? {
        "curricle:start" => Edge::Start,
        "curricle:end" => Edge::End,
        _ => return None,
    };
    let name = (*words.get(1)?).to_owned();
    let hash = words.get(2).map(|hash| (*hash).to_owned());
    Some(Words { edge, name, is_own: true, hash })
}

fn foreign(words: &[&str]) -> Option<Words> {
    let (edge, name) = section(words)
        .or_else(|| suffix(words))
        .or_else(|| verb_last(words))
        .or_else(|| verb_first(words))?;
    Some(Words { edge, name: name.to_owned(), is_own: false, hash: None })
}

/// `START_SECTION:x`
fn section<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let [word] = words else { return None };
    let (edge, name) = word.split_once(':')?;
    let edge = edge_of(edge, &["start_section"], &["end_section"])?;
    named(edge, name)
}

/// `X:START`, perhaps with a remark behind it.
fn suffix<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let (name, edge) = words.first()?.rsplit_once(':')?;
    named(edge_of(edge, &["start", "begin"], &["end"])?, name)
}

/// `x starts`
fn verb_last<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let [name, verb] = words else { return None };
    let starts = ["start", "starts", "begin", "begins"];
    named(edge_of(verb, &starts, &["end", "ends"])?, name)
}

/// `START x`, perhaps with a remark behind it.
fn verb_first<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let edge = edge_of(words.first()?, &["start", "begin"], &["end"])?;
    named(edge, words.get(1)?)
}

/// The edge that a word says, in capitals or not.
fn edge_of(word: &str, starts: &[&str], ends: &[&str]) -> Option<Edge> {
    let is_one = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    match (is_one(starts), is_one(ends)) {
        (true, _) => Some(Edge::Start),
        (false, true) => Some(Edge::End),
        (false, false) => None,
    }
}

fn named(edge: Edge, name: &str) -> Option<(Edge, &str)> {
    (!name.is_empty()).then_some((edge, name))
}
