//! Text of a profile into rich text, with what is noticed on the way.

use super::compose::Composer;
use super::language::{isolate_code, isolate_code_in, isolated};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{Line, Name, Prose, Raw, Text, scheme_help};
use crate::richtext::{
    Block, Inline, MOST_LEVELS, TextProblem, Unlinked, first_control, inline_text,
    parse_name, shown,
};

impl Composer<'_> {
    /// A name in the output's language: plain text.
    pub(super) fn name(&self, name: &Name, origin: &Pointer) -> Vec<Inline> {
        let (text, _) = self.clean(&name.0, origin);
        self.isolated(parse_name(&text))
    }

    /// A name as a string.
    pub(super) fn plain(&self, name: &Name, origin: &Pointer) -> String {
        let (text, _) = self.clean(&name.0, origin);
        as_shown(&text)
    }

    /// A string that is the same in every language and no name, such as a number.
    pub(super) fn string(&self, text: &str, origin: &Pointer) -> String {
        as_shown(&self.without_controls(text, origin))
    }

    /// A line in the output's language, its references linked.
    pub(super) fn line(&self, line: &Line, origin: &Pointer) -> Vec<Inline> {
        let (text, origin) = self.clean(&line.0, origin);
        let mut unlinked = Unlinked::default();
        let parsed = self.autolinks.parse_line(&text, &mut unlinked);
        self.note_all(parsed.problems, &origin);
        self.note_unlinked(unlinked, &origin);
        let mut content = parsed.content;
        isolate_code(&mut content, self.dir);
        self.isolated(content)
    }

    /// A text without markup, in its own order whatever the direction of the page.
    fn isolated(&self, mut content: Vec<Inline>) -> Vec<Inline> {
        if let [Inline::Text { text }] = content.as_mut_slice() {
            *text = isolated(std::mem::take(text), self.dir);
        }
        content
    }

    /// Prose in the output's language, its references linked.
    pub(super) fn prose(&self, prose: &Prose, origin: &Pointer) -> Vec<Block> {
        let (text, origin) = self.clean(&prose.0, origin);
        let mut unlinked = Unlinked::default();
        let parsed = self.autolinks.parse_prose(&text, &mut unlinked);
        self.note_all(parsed.problems, &origin);
        self.note_unlinked(unlinked, &origin);
        let mut content = parsed.content;
        isolate_code_in(&mut content, self.dir);
        content
    }

    /// Raw Markdown in the output's language, without blank lines around it.
    pub(super) fn raw(&self, raw: &Raw, origin: &Pointer) -> String {
        let (text, _) = self.clean(&raw.0, origin);
        let text = text.trim_end();
        let first = text.split('\n').take_while(|line| line.trim().is_empty());
        let blank: usize = first.map(|line| line.len() + 1).sum();
        text.get(blank..).unwrap_or_default().to_owned()
    }

    /// The text in the output's language without control characters, and its pointer;
    /// empty if it is cut.
    fn clean(&self, from: &Text, origin: &Pointer) -> (String, Pointer) {
        if !self.cut.keeps(origin) {
            return (String::new(), origin.clone());
        }
        let (language, text) = from.in_language(&self.lang);
        if let Some(shown) = language.filter(|_| !from.is_in_language(&self.lang)) {
            self.note_fallback(origin, shown);
        }
        let origin = language.map_or_else(|| origin.clone(), |tag| origin.key(tag));
        (self.without_controls(text, &origin), origin)
    }

    fn without_controls(&self, text: &str, origin: &Pointer) -> String {
        match first_control(text) {
            None => text.to_owned(),
            Some(control) => {
                self.note(control_character(control, origin));
                text.chars().map(shown).collect()
            }
        }
    }

    fn note_all(&self, problems: Vec<TextProblem>, origin: &Pointer) {
        for problem in problems {
            self.note(text_problem(problem, origin));
        }
    }

    fn note_unlinked(&self, unlinked: Unlinked, origin: &Pointer) {
        self.lookalikes.borrow_mut().add(unlinked.without_rule, origin);
        for reference in unlinked.without_id {
            let place = Place::Within(origin.clone(), reference.clone());
            self.note(
                Diagnostic::warning(
                    Code::UnknownReference,
                    format!("`{reference}` has no id in its `autolinks` rule"),
                )
                .at(place, "stays without a link")
                .help("add it to the rule's `ids`"),
            );
        }
    }
}

/// Plain text with its `:shortcodes:` as emoji, which GitHub makes of them in any case.
fn as_shown(text: &str) -> String {
    let name = inline_text(&parse_name(text));
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn control_character(c: char, origin: &Pointer) -> Diagnostic {
    Diagnostic::warning(
        Code::ControlCharacter,
        format!("the control character U+{:04X} is shown as `\u{FFFD}`", u32::from(c)),
    )
    .at(Place::Within(origin.clone(), c.to_string()), "")
    .help("remove it: it can't be seen, and may act on a terminal")
}

fn text_problem(problem: TextProblem, origin: &Pointer) -> Diagnostic {
    match problem {
        TextProblem::ForbiddenLink(url) => {
            let scheme = url.split(':').next().unwrap_or_default().to_owned();
            let help = scheme_help(&scheme);
            Diagnostic::error(
                Code::BadUrl,
                format!("links of the scheme `{scheme}:` are not allowed"),
            )
            .at(Place::Within(origin.clone(), url), "")
            .help(help)
        }
        TextProblem::ControlCharacter(c) => control_character(c, origin),
        TextProblem::TooDeep => {
            let message = format!("a text nests deeper than {MOST_LEVELS} levels");
            Diagnostic::error(Code::TooLarge, message)
                .at(Place::Value(origin.clone()), "")
                .help("take some of its `>`, `-`, `*` or `[` away")
        }
        TextProblem::Image(url) => Diagnostic::warning(
            Code::UnsupportedMarkup,
            "an image in text is shown as a link",
        )
        .at(Place::Within(origin.clone(), url), ""),
    }
}
