//! Which characters need a backslash.

use super::pieces::Piece;
use super::url::starts_entity;

/// What can begin where a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineStart {
    /// A block: a list, a heading, a quotation.
    Block,
    /// Only inline markup.
    Inline,
}

/// What a line has more than one of, or beside markup of the same kind: a lone `*` or `[`
/// has no partner and stays as it is.
#[derive(Debug, Default)]
pub(super) struct Partners {
    stars: usize,
    underscores: usize,
    tildes: usize,
    backticks: usize,
    links: bool,
    /// Whether anything is emphasized.
    pub(super) emphasis: bool,
}

impl Partners {
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut partners = Self::default();
        for (index, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Char(c @ ('*' | '_' | '~' | '`' | ']')) => {
                    let (before, after) = (&pieces[..index], pieces.get(index + 1));
                    let previous = before.last().and_then(Piece::last);
                    partners.count(*c, previous, after.and_then(Piece::first));
                }
                Piece::Char(_) => {}
                Piece::Open(mark) | Piece::Close(mark) => partners.count_mark(mark),
                Piece::Raw(raw) if raw.starts_with('`') => partners.backticks += 2,
                Piece::Raw(_) | Piece::OpenLink | Piece::CloseLink(_) | Piece::Break => {}
            }
        }
        partners
    }

    fn count_mark(&mut self, mark: &str) {
        self.emphasis = true;
        if mark.starts_with('~') {
            self.tildes += 2;
        } else {
            self.stars += 2;
            self.underscores += 2;
        }
    }

    fn count(&mut self, c: char, previous: Option<char>, next: Option<char>) {
        let starts_run = previous != Some(c);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '*' if starts_run => self.stars += 1,
            '_' if starts_run && is_word(previous) && is_word(next) => {}
            '_' if starts_run => self.underscores += 1,
            '~' if starts_run => self.tildes += 1,
            '`' if starts_run => self.backticks += 1,
            ']' if next == Some('(') => self.links = true,
            _ => {}
        }
    }
}

/// A character of text with what stands around it in the output.
pub(super) struct Context<'a> {
    /// Every piece of the line.
    pub(super) pieces: &'a [Piece],
    /// Which one the character is.
    pub(super) index: usize,
    /// Whether it stands in a link's label.
    pub(super) in_label: bool,
    /// What the line has more than one of.
    pub(super) partners: &'a Partners,
}

impl Context<'_> {
    fn next(&self) -> Option<char> {
        self.pieces.get(self.index + 1).and_then(Piece::first)
    }

    fn previous(&self) -> Option<char> {
        self.index.checked_sub(1).and_then(|i| self.pieces[i].last())
    }

    /// Whether `c` needs a backslash to stay text.
    pub(super) fn needs_escape(&self, c: char) -> bool {
        let partners = self.partners;
        if c.is_ascii_alphanumeric() || c == ' ' {
            return false; // as nearly always
        }
        match c {
            '\\' => !self.is_before_word(),
            '`' => partners.backticks > 1,
            '*' => partners.stars > 1 && !self.stands_alone(),
            '_' => {
                partners.underscores > 1 && !self.stands_alone() && !self.is_inside_word()
            }
            '~' => partners.tildes > 1 && !self.stands_alone(),
            '[' => self.in_label || partners.links || self.next() == Some('^'),
            ']' => self.in_label,
            '^' => self.opens_label(), // or it is a footnote
            '!' => matches!(self.pieces.get(self.index + 1), Some(Piece::OpenLink)),
            '<' => {
                self.next().is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c))
                    || self.begins_address()
            }
            '&' => starts_entity(&self.word()),
            '/' if self.next() == Some('/') => self.ends(&["http:", "https:", "ftp:"]),
            '.' => self.ends(&["www"]),
            _ => false,
        }
    }

    /// Whether what stands before would begin a bare address, of which GitHub makes a link
    /// but our tree has none. In a label it does not.
    fn ends(&self, beginnings: &[&str]) -> bool {
        let before = |length: usize| {
            let start = self.index.checked_sub(length)?;
            let pieces = &self.pieces[start..self.index];
            pieces.iter().map(Piece::character).collect::<Option<String>>()
        };
        !self.in_label
            && beginnings.iter().any(|beginning| {
                before(beginning.len())
                    .is_some_and(|text| text.eq_ignore_ascii_case(beginning))
            })
    }

    /// The text from here to the next marker, no longer than any entity's name.
    fn word(&self) -> String {
        self.pieces[self.index..].iter().take(40).map_while(Piece::character).collect()
    }

    /// Whether an angle bracket here opens what reads as a mail address: `<a@b>`.
    fn begins_address(&self) -> bool {
        let inside =
            self.pieces[self.index + 1..].iter().map_while(|piece| match piece {
                Piece::Char(c) => Some(*c).filter(|c| !c.is_whitespace() && *c != '<'),
                Piece::Open(mark) | Piece::Close(mark) => mark.chars().next(),
                Piece::Raw(_) | Piece::OpenLink | Piece::CloseLink(_) | Piece::Break => {
                    None
                }
            });
        let inside: String = inside.take_while(|c| *c != '>').collect();
        inside.contains('@')
    }

    /// Whether this is the first character of a link's label.
    fn opens_label(&self) -> bool {
        let before = self.index.checked_sub(1).map(|index| &self.pieces[index]);
        matches!(before, Some(Piece::OpenLink))
    }

    /// Whether a backslash here escapes nothing: what follows is written as it is.
    fn is_before_word(&self) -> bool {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
        self.next().is_some_and(is_plain)
            && !matches!(self.pieces.get(self.index + 2), Some(Piece::Open(_)))
    }

    fn stands_alone(&self) -> bool {
        self.previous().is_none_or(char::is_whitespace)
            && self.next().is_none_or(char::is_whitespace)
    }

    fn is_inside_word(&self) -> bool {
        self.previous().is_some_and(char::is_alphanumeric)
            && self.next().is_some_and(char::is_alphanumeric)
    }
}

/// Where the first line of what is left of a paragraph needs a backslash so as not to begin
/// a block: the byte before which it goes.
pub(super) fn block_start(rest: &str) -> Option<usize> {
    let line = rest.split('\n').next()?;
    let is_only = |set: &str| line.chars().all(|c| set.contains(c));
    let before_space =
        |at: usize| line[at..].is_empty() || line[at..].starts_with([' ', '\t', '\n']);
    let begins = match line.chars().next()? {
        '#' => {
            let hashes = line.len() - line.trim_start_matches('#').len();
            hashes <= 6 && before_space(hashes)
        }
        '>' => true,
        '-' => before_space(1) || is_only("- |:"),
        '+' => before_space(1),
        '*' => before_space(1) || is_only("* "),
        '_' => is_only("_ "),
        '=' => is_only("= "),
        '`' => line.starts_with("```") && !line.trim_start_matches('`').contains('`'),
        '~' => line.starts_with("~~~"),
        '|' | ':' => is_only("|:- ") && line.contains('-'),
        '[' if begins_with_label(rest) => true,
        '[' if line.starts_with("[!") => return Some(1), // an alert: `[!NOTE]`
        '0'..='9' => return numbered(line),
        _ => false,
    };
    begins.then_some(0)
}

/// Whether the brackets at the start of a text make it a definition (`[a]: b`), whose label
/// may go on over lines, or a task (`[x] a`).
fn begins_with_label(text: &str) -> bool {
    let mut is_escaped = false;
    let next = text.char_indices().skip(1).find(|(_, c)| {
        let is_bracket = matches!(c, '[' | ']') && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_bracket
    });
    // No label has an opening bracket in it (CommonMark 0.31, section 6.3).
    let Some((close, ']')) = next else {
        return false;
    };
    let after = &text[close + 1..];
    let is_task = matches!(&text[1..close], " " | "x" | "X") && !after.starts_with('(');
    is_task || after.starts_with(':')
}

/// The byte of the full stop or parenthesis of `1. ` at the start of a line.
fn numbered(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let is_item = digits <= 9
        && rest.starts_with(['.', ')'])
        && (rest.len() == 1 || rest[1..].starts_with([' ', '\t', '\n']));
    is_item.then_some(digits)
}

/// Keeps hashes at the end from closing a heading (CommonMark 0.31, section 4.2).
pub(in crate::richtext) fn open_end(text: &str) -> String {
    let start = text.trim_end_matches('#').len();
    let is_closing = start < text.len() && (start == 0 || text[..start].ends_with(' '));
    match is_closing {
        true => format!("{}\\{}", &text[..start], &text[start..]),
        false => text.to_owned(),
    }
}
