//! The nine kinds of entries.

use super::text::Texts;
use crate::profile::Date;
use crate::readers::json_resume::dates;
use crate::readers::taking::Taking;
use crate::tree::{Field, Node, Value};

/// The kinds of entries, told by the keys that only they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph.
    Text,
    /// `bullet`, `number` or `reversed_number`.
    Bullet,
    /// `label` and `details`.
    OneLine,
    /// `name`.
    Normal,
    /// `company` and `position`.
    Experience,
    /// `institution` and `area`.
    Education,
    /// `title` and `authors`.
    Publication,
}

/// The keys of entries that are one line.
const BULLETS: [&str; 3] = ["bullet", "number", "reversed_number"];

impl Kind {
    pub(super) fn of(entry: &Node) -> Self {
        let has =
            |key: &str| entry.get(key).is_some_and(|field| !field.node.is_nothing());
        match &entry.value {
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => Self::Text,
            Value::Map(_) if BULLETS.iter().any(|key| has(key)) => Self::Bullet,
            Value::Map(_) if has("details") || has("label") => Self::OneLine,
            Value::Map(_) if has("company") || has("position") => Self::Experience,
            Value::Map(_) if has("institution") => Self::Education,
            Value::Map(_) if has("authors") || has("journal") => Self::Publication,
            Value::Map(_) => Self::Normal,
        }
    }
}

/// Whether a line of `label` and `details` is a name and plain keywords.
pub(super) fn is_group(entry: &Node, texts: &Texts) -> bool {
    let is_plain = |key: &str| {
        let text =
            entry.get(key).and_then(|field| field.node.as_text()).unwrap_or_default();
        !text.contains(['*', '_', '`', '[', '\\', '<', '~', '$', '\n'])
            && !texts.bold.iter().any(|word| text.contains(word.as_str()))
    };
    Kind::of(entry) == Kind::OneLine && is_plain("label") && is_plain("details")
}

/// The entries of a standard section.
pub(super) fn standard(key: &str, list: &Node, texts: &mut Texts) -> Node {
    let entries = list.elements().iter().map(|entry| {
        let mut taking = Taking::of(entry);
        let mut out = Out { fields: Vec::new(), texts };
        match key {
            "work" => out.work(&mut taking),
            "education" => out.education(&mut taking),
            "publications" => out.publication(&mut taking),
            "projects" => out.project(&mut taking),
            _ => out.group(&mut taking),
        }
        let fields = out.fields;
        taking.finish(&mut texts.notes);
        Node::map(fields, entry.span)
    });
    Node::list(entries.collect(), list.span)
}

/// What a section of one's own holds: text, items or entries. A section shows them in this
/// order, so paragraphs between entries become entries too.
pub(super) fn own(list: &Node, texts: &mut Texts) -> Vec<Field> {
    let kinds: Vec<Kind> = list.elements().iter().map(Kind::of).collect();
    if kinds.iter().all(|kind| *kind == Kind::Text) {
        return vec![paragraphs(list, texts)];
    }
    if kinds.iter().all(|kind| matches!(kind, Kind::Bullet | Kind::OneLine | Kind::Text))
    {
        let items = list.elements().iter().map(|entry| line(entry, texts)).collect();
        return vec![Field::new("items", Node::list(items, list.span))];
    }
    let entries = list.elements().iter().map(|entry| own_entry(entry, texts)).collect();
    vec![Field::new("entries", Node::list(entries, list.span))]
}

fn paragraphs(list: &Node, texts: &mut Texts) -> Field {
    let all = list.elements().iter().map(|one| texts.markdown(one));
    let all: Vec<String> =
        all.filter_map(|one| one.as_text().map(str::to_owned)).collect();
    Field::new("text", Node::text(all.join("\n\n"), list.span))
}

/// A bullet, or `**label:** details`.
fn line(entry: &Node, texts: &mut Texts) -> Node {
    let mut taking = Taking::of(entry);
    let found = BULLETS.iter().find_map(|key| taking.take(key));
    let label = taking.take("label").map(|label| texts.markdown(label));
    let details = taking.take("details").map(|details| texts.markdown(details));
    taking.finish(&mut texts.notes);
    let text = |node: &Option<Node>| {
        node.as_ref().and_then(Node::as_text).unwrap_or_default().to_owned()
    };
    match found {
        Some(found) => texts.markdown(found),
        None if entry.as_text().is_some() => texts.markdown(entry),
        None => {
            let line = format!("**{}:** {}", text(&label), text(&details));
            Node::text(line.trim(), entry.span)
        }
    }
}

fn own_entry(entry: &Node, texts: &mut Texts) -> Node {
    let mut taking = Taking::of(entry);
    let mut out = Out { fields: Vec::new(), texts };
    match Kind::of(entry) {
        Kind::Text | Kind::Bullet | Kind::OneLine => {
            let line = line(entry, texts);
            return Node::map(vec![Field::new("summary", line)], entry.span);
        }
        Kind::Normal | Kind::Publication => {
            let title = taking.take("name").or_else(|| taking.take("title"));
            out.markdown("title", title);
        }
        Kind::Experience => {
            let position = taking.take("position");
            out.markdown("title", position);
            let company = taking.take("company");
            out.name("organization", company);
        }
        Kind::Education => {
            let parts = [taking.take("degree"), taking.take("area")];
            let words = parts.into_iter().flatten().filter_map(Node::as_text);
            let title = Node::text(words.collect::<Vec<_>>().join(", "), entry.span);
            out.markdown("title", Some(&title));
            let school = taking.take("institution");
            out.name("organization", school);
        }
    }
    let extra = out.own_extras(&mut taking);
    out.common(&mut taking, extra);
    let fields = out.fields;
    taking.finish(&mut texts.notes);
    Node::map(fields, entry.span)
}

/// The fields of an entry being made.
struct Out<'a> {
    fields: Vec<Field>,
    texts: &'a mut Texts,
}

impl Out<'_> {
    fn markdown(&mut self, key: &str, node: Option<&Node>) {
        if let Some(node) = node {
            let text = self.texts.markdown(node);
            self.fields.push(Field::new(key, text));
        }
    }

    /// A plain name; where it led goes to `url`, unless that is there.
    fn name(&mut self, key: &str, node: Option<&Node>) {
        let Some(node) = node else { return };
        let named = self.texts.name(node);
        self.fields.push(Field::new(key, named.name));
        if let Some(url) = named.url
            && !self.fields.iter().any(|field| field.key == "url")
        {
            self.fields.push(Field::new("url", url));
        }
    }

    fn work(&mut self, entry: &mut Taking<'_>) {
        self.name("name", entry.take("company"));
        self.markdown("position", entry.take("position"));
        self.common(entry, vec![]);
    }

    fn education(&mut self, entry: &mut Taking<'_>) {
        self.name("institution", entry.take("institution"));
        self.markdown("studyType", entry.take("degree"));
        self.markdown("area", entry.take("area"));
        self.name("score", entry.take("grade"));
        self.common(entry, vec![]);
    }

    fn project(&mut self, entry: &mut Taking<'_>) {
        self.name("name", entry.take("name"));
        self.common(entry, vec![]);
    }

    fn publication(&mut self, entry: &mut Taking<'_>) {
        self.markdown("name", entry.take("title"));
        if let Some(authors) = entry.take("authors") {
            let names = authors.elements().iter().map(|one| self.texts.name(one).name);
            let names = Node::list(names.collect(), authors.span);
            self.fields.push(Field::new("authors", names));
        }
        self.name("venue", entry.take("journal"));
        for key in ["doi", "url"] {
            self.fields.extend(entry.take(key).map(|node| Field::new(key, node.clone())));
        }
        let mut summary = Vec::new();
        if let Some(date) = entry.take("date") {
            self.date("releaseDate", date, &mut summary);
        }
        self.common(entry, summary);
    }

    /// A name and its keywords.
    fn group(&mut self, entry: &mut Taking<'_>) {
        self.name("name", entry.take("label"));
        if let Some(details) = entry.take("details") {
            let words = details.as_text().unwrap_or_default().split(", ");
            let words = words.map(|word| Node::text(word.trim(), details.span)).collect();
            self.fields.push(Field::new("keywords", Node::list(words, details.span)));
        }
    }

    /// The authors, the journal and the DOI of an entry that is no publication.
    fn own_extras(&mut self, entry: &mut Taking<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(authors) = entry.take("authors") {
            let names = authors.elements().iter().filter_map(Node::as_text);
            lines.push(names.collect::<Vec<_>>().join(", "));
        }
        lines.extend(entry.take("journal").and_then(Node::as_text).map(str::to_owned));
        let doi = entry.take("doi").and_then(Node::as_text);
        lines.extend(doi.map(|doi| format!("[{doi}](https://doi.org/{doi})")));
        if let Some(url) = entry.take("url")
            && !self.fields.iter().any(|field| field.key == "url")
        {
            self.fields.push(Field::new("url", url.clone()));
        }
        lines
    }

    /// Place, dates, summary and bullets, the same everywhere.
    fn common(&mut self, entry: &mut Taking<'_>, mut summary: Vec<String>) {
        self.name("location", entry.take("location"));
        self.dates(entry, &mut summary);
        if let Some(text) = entry.take("summary") {
            let text = self.texts.markdown(text);
            summary.extend(text.as_text().map(str::to_owned));
            self.fields
                .push(Field::new("summary", Node::text(summary.join("\n\n"), text.span)));
        } else if !summary.is_empty() {
            let span =
                self.fields.first().map(|field| field.node.span).unwrap_or_default();
            self.fields
                .push(Field::new("summary", Node::text(summary.join("\n\n"), span)));
        }
        if let Some(list) = entry.take("highlights") {
            let bullets = self.texts.bullets(list);
            self.fields.push(Field::new("highlights", bullets));
        }
    }

    /// A `date` counts before a start and an end. One date is both ends of a range.
    fn dates(&mut self, entry: &mut Taking<'_>, summary: &mut Vec<String>) {
        if let Some(date) = entry.take("date") {
            entry.take("start_date");
            entry.take("end_date");
            if self.date("startDate", date, summary) {
                self.date("endDate", date, summary);
            }
            return;
        }
        if let Some(start) = entry.take("start_date") {
            self.date("startDate", start, summary);
        }
        if let Some(end) = entry.take("end_date") {
            self.date("endDate", end, summary);
        }
    }

    /// A date, or words that are none: they go into the summary, so that they stay.
    fn date(&mut self, key: &str, node: &Node, summary: &mut Vec<String>) -> bool {
        let text = node.as_text().unwrap_or_default().trim();
        let exact = text.parse::<Date>().ok();
        let date = exact.or_else(|| match dates::meant(text) {
            dates::Meant::Date(date) => Some(date),
            dates::Meant::Within(_) | dates::Meant::Nothing | dates::Meant::Unknown => {
                None
            }
        });
        match date {
            Some(date) => {
                if exact.is_none() {
                    self.texts
                        .notes
                        .add(format!("`{text}` is read as `{date}`"), node.span);
                }
                self.fields
                    .push(Field::new(key, Node::text(date.to_string(), node.span)));
                true
            }
            None => {
                let what = format!("`{text}` is no date, and begins the summary");
                self.texts.notes.add(what, node.span);
                summary.push(text.to_owned());
                false
            }
        }
    }
}
