//! JSON values as YAML that a person would write: block style, plain words where they can
//! be plain, literal blocks for prose.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

/// How wide a line may be before a text goes on in the next.
const WIDTH: usize = 100;

/// Writes a map, a blank line between its keys that hold much.
pub fn to_yaml(map: &Map<String, Value>) -> String {
    let mut out = String::new();
    for (key, value) in map {
        if !out.is_empty() {
            out.push('\n');
        }
        entry(&mut out, key, value, 0);
    }
    out
}

fn entry(out: &mut String, key: &str, value: &Value, indent: usize) {
    let pad = " ".repeat(indent);
    let key = match !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) {
        true => key.to_owned(), // a key is text, whatever it looks like
        false => scalar(key),
    };
    match value {
        Value::Object(map) if map.is_empty() => {
            out.push_str(&format!("{pad}{key}: {{}}\n"))
        }
        Value::Array(list) if list.is_empty() => {
            out.push_str(&format!("{pad}{key}: []\n"))
        }
        Value::Object(map) => {
            out.push_str(&format!("{pad}{key}:\n"));
            fields(out, map, indent + 2);
        }
        Value::Array(list) => {
            out.push_str(&format!("{pad}{key}:\n"));
            items(out, list, indent + 2);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            let head = format!("{pad}{key}: ");
            let text = leaf(value, indent + 2, head.width());
            out.push_str(&format!("{}{text}\n", head));
        }
    }
}

fn fields(out: &mut String, map: &Map<String, Value>, indent: usize) {
    for (key, value) in map {
        entry(out, key, value, indent);
    }
}

/// Items that hold lists themselves stand apart.
fn items(out: &mut String, list: &[Value], indent: usize) {
    let pad = " ".repeat(indent);
    let is_long = |value: &Value| match value {
        Value::Object(map) => map.contains_key("title") || map.contains_key("raw"),
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_) => false,
    };
    for (index, value) in list.iter().enumerate() {
        if index > 0 && (is_long(value) || is_long(&list[index - 1])) {
            out.push('\n');
        }
        match value {
            Value::Object(map) if !map.is_empty() => {
                let mut inner = String::new();
                fields(&mut inner, map, indent + 2);
                out.push_str(&format!("{pad}- {}", &inner[indent + 2..]));
            }
            value => {
                let text = leaf(value, indent + 2, indent + 2);
                out.push_str(&format!("{pad}- {text}\n"));
            }
        }
    }
}

/// A value without keys, which begins at `column` and goes on at `indent`.
fn leaf(value: &Value, indent: usize, column: usize) -> String {
    match value {
        Value::String(text) if text.contains('\n') => literal(text, indent),
        Value::String(text) => folded(&scalar(text), indent, column),
        other => other.to_string(),
    }
}

/// A literal block, if the text is one that a block can hold as it is.
fn literal(text: &str, indent: usize) -> String {
    let is_plain = |c: char| c == '\n' || c == '\t' || !needs_escape(c);
    let starts_blank = text.starts_with([' ', '\t', '\n']);
    if starts_blank
        || text.lines().any(|line| line.ends_with(' ') && line.trim().is_empty())
        || !text.chars().all(is_plain)
    {
        return quoted(text);
    }
    let body = text.trim_end_matches('\n');
    let chomp = match text.len() - body.len() {
        0 => "|-",
        1 => "|",
        _ => return quoted(text),
    };
    let pad = " ".repeat(indent);
    let lines = body.split('\n').map(|line| match line.is_empty() {
        true => "\n".to_owned(),
        false => format!("\n{pad}{line}"),
    });
    format!("{chomp}{}", lines.collect::<String>())
}

/// A scalar over several lines; a line break in it is read as a space. It breaks only
/// between a word and a letter, so that no line looks like anything but text.
fn folded(text: &str, indent: usize, column: usize) -> String {
    if text.width() + column <= WIDTH {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut line = column;
    let mut before = "";
    let mut held = Held::default();
    for (index, word) in text.split(' ').enumerate() {
        let may_break = index > 0
            && !held.is_open()
            && !before.is_empty()
            && (word.starts_with(char::is_alphabetic)
                || word.starts_with('[') && indent + word.width() <= WIDTH)
            && !before.ends_with(['\\', ':']);
        if may_break && line + 1 + word.width() > WIDTH {
            out.push_str(&format!("\n{}{word}", " ".repeat(indent)));
            line = indent + word.width();
        } else {
            if index > 0 {
                out.push(' ');
                line += 1;
            }
            out.push_str(word);
            line += word.width();
        }
        held.pass(word);
        before = word;
    }
    out
}

/// Whether code or the label of a link is open, which is easier to read on one line.
#[derive(Default)]
struct Held {
    is_code: bool,
    brackets: usize,
}

impl Held {
    fn pass(&mut self, word: &str) {
        for byte in word.bytes() {
            match byte {
                b'`' => self.is_code = !self.is_code,
                b'[' => self.brackets += 1,
                b']' => self.brackets = self.brackets.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn is_open(&self) -> bool {
        self.is_code || self.brackets > 0
    }
}

/// A text as it is, or in quotes where it would be read as something else.
fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let is_single = !text.contains('\'') && text.contains(['"', '\\']);
    match is_single && !text.chars().any(needs_escape) {
        true => format!("'{text}'"),
        false => quoted(text),
    }
}

/// Whether a text may stand without quotes (YAML 1.2.2, section 7.3.3), with room to spare.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let starts_well =
        first.is_some_and(|c| c.is_alphanumeric() || !c.is_ascii() || "(_".contains(c));
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    let is_word = !words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let is_figure = text.chars().all(|c| c.is_ascii_digit() || "+-.:_exo".contains(c));
    let is_number = is_figure && text.matches('.').count() < 2;
    let is_date = text.len() >= 4 && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    starts_well
        && is_word
        && !is_number
        && !is_date
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.chars().any(|c| c == '\n' || needs_escape(c))
}

fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}')
        || c == '\u{FFFF}'
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if needs_escape(c) => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
