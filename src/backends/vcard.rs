//! A vCard 4.0 (RFC 6350): the header, for an address book.

use super::{Backend, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic};
use crate::document::{Contact, ContactKind, Document, Header};
use crate::richtext::inline_text;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

/// The most octets of a line, without its break (RFC 6350, section 3.2).
const LINE: usize = 75;

/// The `vcard` backend.
#[derive(Debug)]
pub(super) struct Vcard;

/// It has none: an address book leaves no choice.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct NoOptions {}

impl Backend for Vcard {
    fn id(&self) -> &str {
        "vcard"
    }

    fn about(&self) -> &str {
        "a vCard 4.0 with the header, for address books"
    }

    fn default_path(&self) -> &str {
        "me.vcf"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(NoOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        options.check::<NoOptions>()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let NoOptions {} = request.options.decode().map_err(BackendError)?;
        let Some(header) = &request.document.header else {
            let problem = Diagnostic::error(Code::EmptyOutput, "a card is its header");
            return Err(problem.help("leave out `header: false`").into());
        };
        let card = card(request.document, header);
        Ok(Rendered { bytes: card.into_bytes(), ..Rendered::default() })
    }
}

fn card(document: &Document, header: &Header) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned()];
    lines.push(format!("FN:{}", escaped(&document.author)));
    let label = inline_text(&header.label);
    if !label.is_empty() {
        let lang = document.lang_tag();
        lines.push(format!("TITLE;LANGUAGE={lang}:{}", escaped(&label)));
    }
    lines.extend(header.contacts.iter().map(property));
    if let Some(edition) = &document.edition {
        lines.push(format!("X-EDITION:{}", escaped(edition)));
    }
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn property(contact: &Contact) -> String {
    let text = contact.text.replace('\u{A0}', " ");
    let url = contact.url.as_deref();
    match contact.kind {
        // The parts are not known here; the label is the address in one line.
        ContactKind::Location => {
            let label = text.replace(['"', '\n', '\r'], " ");
            format!("ADR;LABEL=\"{label}\":;;;;;;")
        }
        ContactKind::Email => format!("EMAIL:{}", escaped(&text)),
        ContactKind::Phone => match url {
            Some(url) => format!("TEL;VALUE=uri:{url}"),
            None => format!("TEL:{}", escaped(&text)),
        },
        ContactKind::Url => format!("URL:{}", url.unwrap_or(&text)),
        ContactKind::Profile => match url {
            Some(url) => format!("URL:{url}"),
            None => format!("NOTE:{}", escaped(&text)),
        },
    }
}

/// Text as a value (RFC 6350, section 3.4).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// A line in pieces of at most [`LINE`] octets, none within a character; each further one
/// begins with a space.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out + "\r\n"
}
