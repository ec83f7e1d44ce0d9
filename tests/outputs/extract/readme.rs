//! The words and links of a README, by the parser that GitHub's is the family of.

use super::{Extract, Word, words};
use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options};

/// Stands after the label of a link and before its address.
pub(crate) const OPEN: char = '\u{E000}';
/// Stands after the address.
pub(crate) const CLOSE: char = '\u{E001}';
/// Stands at the end of a heading, where another layout may go on with a comma.
const HEADING_END: char = '\u{E002}';

/// The extensions that GitHub has on for a README.
pub(crate) fn github() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options
}

/// What is in a README.
pub(crate) fn extract(markdown: &str) -> Result<Extract, String> {
    extract_by(markdown, &github())
}

/// What is in a page of plain CommonMark.
pub(crate) fn extract_commonmark(markdown: &str) -> Result<Extract, String> {
    extract_by(markdown, &Options::default())
}

fn extract_by(markdown: &str, options: &Options<'_>) -> Result<Extract, String> {
    let (text, links) = marked(markdown, options)?;
    let mut plain = String::new();
    let mut in_address = false;
    for c in text.chars() {
        in_address = (in_address || c == OPEN) && c != CLOSE;
        if !in_address && c != CLOSE {
            plain.push(c);
        }
    }
    Ok(Extract { words: before_commas(words(&plain, &[])), links })
}

/// The words, each link followed by its address unless the label shows it: what `links:
/// notes` of the text backend says with numbers.
pub(crate) fn noted_words(markdown: &str) -> Result<Vec<Word>, String> {
    let (text, _) = marked(markdown, &github())?;
    Ok(before_commas(words(&text, &[])))
}

fn before_commas(mut words: Vec<Word>) -> Vec<Word> {
    for index in 0..words.len() {
        let before_point = words.get(index + 1).is_some_and(|next| next.text == "·");
        let word = &mut words[index];
        let bare = word.text.replace(HEADING_END, "");
        word.before_comma = before_point || bare != word.text;
        word.text = bare;
        if word.text.is_empty() && index > 0 {
            words[index - 1].before_comma = true; // a heading that ends in a space
        }
    }
    words.retain(|word| !word.text.is_empty());
    words
}

fn marked(
    markdown: &str,
    options: &Options<'_>,
) -> Result<(String, Vec<String>), String> {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, markdown, options);
    let mut reader = Reader::default();
    let last = root.last_child();
    for block in root.children() {
        let is_last = last.is_some_and(|last| last.same_node(block));
        match &block.data.borrow().value {
            NodeValue::HtmlBlock(html) if is_last && is_mark(&html.literal) => {}
            _ => reader.block(block)?,
        }
    }
    Ok((reader.text, reader.links))
}

fn is_mark(html: &str) -> bool {
    html.starts_with("<!-- curricle ") && html.trim_end().ends_with(" -->")
}

#[derive(Default)]
struct Reader {
    text: String,
    links: Vec<String>,
}

impl Reader {
    fn block<'a>(&mut self, node: &'a AstNode<'a>) -> Result<(), String> {
        match &node.data.borrow().value {
            NodeValue::Paragraph => self.inlines(node)?,
            NodeValue::Heading(_) => {
                self.inlines(node)?;
                self.text.push(HEADING_END);
            }
            NodeValue::BlockQuote | NodeValue::Item(_) => self.blocks(node)?,
            NodeValue::List(list) => {
                for (number, item) in (list.start..).zip(node.children()) {
                    if list.list_type == ListType::Ordered {
                        self.text.push_str(&format!("{number}. "));
                    }
                    self.block(item)?;
                }
            }
            NodeValue::CodeBlock(code) => self.text.push_str(&code.literal),
            NodeValue::ThematicBreak => {}
            other => return Err(format!("a README should not have {other:?}\n")),
        }
        self.text.push('\n');
        Ok(())
    }

    fn blocks<'a>(&mut self, parent: &'a AstNode<'a>) -> Result<(), String> {
        parent.children().try_for_each(|node| self.block(node))
    }

    fn inlines<'a>(&mut self, parent: &'a AstNode<'a>) -> Result<(), String> {
        parent.children().try_for_each(|node| self.inline(node))
    }

    fn inline<'a>(&mut self, node: &'a AstNode<'a>) -> Result<(), String> {
        match &node.data.borrow().value {
            NodeValue::Text(text) => self.text.push_str(text),
            NodeValue::Code(code) => self.text.push_str(&code.literal),
            NodeValue::SoftBreak => self.text.push(' '),
            NodeValue::LineBreak => self.text.push('\n'),
            NodeValue::Emph | NodeValue::Strong | NodeValue::Strikethrough => {
                self.inlines(node)?;
            }
            // What is struck out, where there is no mark for it.
            NodeValue::HtmlInline(html) if matches!(html.as_str(), "<s>" | "</s>") => {}
            NodeValue::Link(link) => {
                let start = self.text.len();
                self.inlines(node)?;
                if !shows(&self.text[start..], &link.url) {
                    self.text.push_str(&format!("{OPEN}{}{CLOSE}", link.url));
                }
                self.links.push(link.url.clone());
            }
            other => return Err(format!("a README should not have {other:?}\n")),
        }
        Ok(())
    }
}

/// Whether a label says where it leads: the address, or what is left of it without scheme
/// and final slash; of a telephone number its digits.
fn shows(label: &str, url: &str) -> bool {
    let bare = |address: &str| address.trim_end_matches('/').to_owned();
    let digits =
        |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    match url.strip_prefix("tel:") {
        Some(number) => digits(label) == digits(number),
        None => ["", "https://", "http://", "mailto:"]
            .iter()
            .filter_map(|scheme| url.strip_prefix(scheme))
            .any(|rest| bare(rest) == bare(label)),
    }
}
