//! The words of an HTML page of ours, by a scanner that refuses everything else: an element,
//! an attribute or an address that the backend does not write would be the profile's.

#![allow(unreachable_pub, dead_code, reason = "shared with the fuzz targets")]

use curricle::profile::is_allowed_address;
use serde_json::Value;

/// What a page is made of. None of it acts.
const ELEMENTS: &str = " html head meta title link style script body main header footer nav \
     section article h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd div span a strong em s code pre \
     blockquote hr br img time ";

/// What elements say about themselves.
const ATTRIBUTES: &str = " lang dir charset name content property http-equiv rel href type \
     class id src alt start datetime style hreflang aria-label aria-labelledby role title ";

/// Elements that are within a line of text.
const INLINE: &str = " span a strong em s code time ";

/// The text of a page as a reader sees it, or what in it should not be there.
pub fn words(page: &str) -> Result<String, String> {
    let mut reader = Reader::default();
    let mut rest = page.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    while let Some(open) = rest.find('<') {
        reader.text(&rest[..open])?;
        let tag = &rest[open + 1..];
        let close = end_of(tag).ok_or_else(|| format!("`<{tag}` does not end"))?;
        rest = &tag[close + 1..];
        rest = reader.tag(&tag[..close], rest)?;
    }
    reader.text(rest)?;
    Ok(reader.out)
}

/// Where a tag ends: a `>` that is in no value.
fn end_of(tag: &str) -> Option<usize> {
    let mut is_quoted = false;
    tag.char_indices().find_map(|(at, c)| {
        is_quoted ^= c == '"';
        (c == '>' && !is_quoted).then_some(at)
    })
}

#[derive(Default)]
struct Reader {
    out: String,
    /// The number of the next item of each list that is open; nothing for bullets.
    lists: Vec<Option<u64>>,
    in_head: bool,
}

impl Reader {
    fn text(&mut self, text: &str) -> Result<(), String> {
        let text = unescaped(text)?;
        if !self.in_head {
            self.out.push_str(&text);
        }
        Ok(())
    }

    /// Takes a tag, and what of `rest` is its raw text.
    fn tag<'a>(&mut self, tag: &str, rest: &'a str) -> Result<&'a str, String> {
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let bare = name.trim_start_matches('/');
        if bare.is_empty() || !ELEMENTS.contains(&format!(" {bare} ")) {
            return Err(format!("the element `<{tag}>`"));
        }
        let attributes = checked(attributes)?;
        if !INLINE.contains(&format!(" {bare} ")) {
            self.out.push('\n');
        }
        match name {
            "head" => self.in_head = true,
            "/head" => self.in_head = false,
            "ul" => self.lists.push(None),
            "ol" => {
                let start = attributes.iter().find(|(name, _)| *name == "start");
                let start = start.and_then(|(_, value)| value.parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            "/ul" | "/ol" => drop(self.lists.pop()),
            "li" => self.number(),
            "style" => return after(rest, "</style>", |_| Ok(())),
            "script" => return after(rest, "</script>", is_data),
            _ => {}
        }
        Ok(rest)
    }

    fn number(&mut self) {
        if let Some(Some(number)) = self.lists.last_mut() {
            self.out.push_str(&format!("{number}. "));
            *number = number.saturating_add(1);
        }
    }
}

fn is_data(script: &str) -> Result<(), String> {
    let data = serde_json::from_str::<Value>(script);
    data.map(drop).map_err(|error| format!("the script {script}: {error}"))
}

fn after<'a>(
    rest: &'a str,
    end: &str,
    check: impl Fn(&str) -> Result<(), String>,
) -> Result<&'a str, String> {
    let (raw, rest) = rest.split_once(end).ok_or_else(|| format!("no `{end}`"))?;
    check(raw)?;
    Ok(rest)
}

/// The attributes of a tag, each with its value.
fn checked(mut attributes: &str) -> Result<Vec<(&str, String)>, String> {
    let mut found = Vec::new();
    while let Some((name, rest)) = attributes.split_once("=\"") {
        let (value, rest) = rest.split_once('"').ok_or("a value that does not end")?;
        let (name, value) = (name.trim(), unescaped(value)?);
        let is_known = ATTRIBUTES.contains(&format!(" {name} "));
        let is_safe = match name {
            "href" => value == "data:," || leads(&value),
            "src" => value.starts_with("data:image/"),
            "type" => value == "application/ld+json",
            _ => true,
        };
        if !is_known || !is_safe {
            return Err(format!("the attribute `{name}` with `{value}`"));
        }
        found.push((name, value));
        attributes = rest;
    }
    match attributes.trim() {
        "" => Ok(found),
        other => Err(format!("the attributes `{other}`")),
    }
}

/// Whether an address is of an allowed scheme or beside the page, also to a browser, which
/// looks past white space.
fn leads(address: &str) -> bool {
    is_allowed_address(address) && !address.contains(|c: char| c.is_control() || c == ' ')
}

/// Text with its references replaced; a lone `&` would be a way around the escapes.
fn unescaped(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').ok_or("a lone `&`")?;
        out.push(match name {
            "#38" | "amp" => '&',
            "#60" | "lt" => '<',
            "#62" | "gt" => '>',
            "#34" | "quot" => '"',
            "#39" => '\'',
            other => return Err(format!("the reference `&{other};`")),
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}
