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
/// are those that are met in README files: `NAME:START`, `START_SECTION:NAME`,
/// `NAME starts`, `START NAME` and `BEGIN NAME`, each with its end.
pub(super) fn read(comment: &str) -> Option<Words> {
    let inside = comment.strip_prefix("<!--")?.strip_suffix("-->")?;
    if inside.contains("--") {
        return None; // where it ends, parsers see in two ways
    }
    let words: Vec<&str> = inside.split_whitespace().collect();
    own(&words).or_else(|| foreign(&words))
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
    let edge = match edge {
        "START_SECTION" => Edge::Start,
        "END_SECTION" => Edge::End,
        _ => return None,
    };
    named(edge, name)
}

/// `X:START`, perhaps with a remark behind it.
fn suffix<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let (name, edge) = words.first()?.rsplit_once(':')?;
    let edge = match edge {
        "START" | "start" | "BEGIN" | "begin" => Edge::Start,
        "END" | "end" => Edge::End,
        _ => return None,
    };
    named(edge, name)
}

/// `x starts`
fn verb_last<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let [name, verb] = words else { return None };
    let edge = match *verb {
        "start" | "starts" | "begin" | "begins" => Edge::Start,
        "end" | "ends" => Edge::End,
        _ => return None,
    };
    named(edge, name)
}

/// `START x`, perhaps with a remark behind it.
fn verb_first<'a>(words: &[&'a str]) -> Option<(Edge, &'a str)> {
    let edge = match *words.first()? {
        "START" | "BEGIN" => Edge::Start,
        "END" => Edge::End,
        _ => return None,
    };
    named(edge, words.get(1)?)
}

fn named(edge: Edge, name: &str) -> Option<(Edge, &str)> {
    (!name.is_empty()).then_some((edge, name))
}
