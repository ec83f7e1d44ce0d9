//! Dates as words, in the forms of a language.

mod cldr;
mod duration;
mod english;
#[cfg(test)]
mod tests;

use super::Words;
use crate::profile::{Date, DateStyle};
use cldr::Cldr;

/// Keeps the parts of a date, and a dash and what stands before it, on one line.
const JOINED: char = '\u{A0}';

/// How one output writes dates.
pub(super) struct Dates {
    style: DateStyle,
    durations: Durations,
    form: Form,
    present: &'static str,
    range: &'static str,
    brackets: [&'static str; 2],
}

/// Whether a range says how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durations {
    /// `Mar 2020 – May 2022 (2 years 3 months)`
    Shown,
    /// `Mar 2020 – May 2022`
    Hidden,
}

/// Where the forms of dates come from.
enum Form {
    /// Plain English, which needs no data: a run in English is as quick as it was.
    English,
    /// Any other language.
    Cldr(Box<Cldr>),
}

impl Dates {
    /// Dates for the language `tag`, with the words that CLDR lacks. English without a
    /// country has the order of most of the world: `4 Mar 2020`.
    pub(super) fn new(
        tag: &str,
        words: &Words,
        style: DateStyle,
        durations: Durations,
    ) -> Self {
        let is_english = tag == "en" || tag.split('-').next() != Some("en");
        let form = match words.lang() {
            "en" if is_english => Form::English,
            _ => Cldr::new(tag, words, style)
                .map_or(Form::English, |cldr| Form::Cldr(Box::new(cldr))),
        };
        let (present, range) = (words.get("present"), words.get("range"));
        let brackets = [words.open(), words.close()];
        Self { style, durations, form, present, range, brackets }
    }

    /// The ten figures that the language writes instead of European ones, if it does.
    pub(super) fn figures(&self) -> Option<String> {
        match &self.form {
            Form::English => None,
            Form::Cldr(cldr) => cldr.figures(),
        }
    }

    /// A single date: `4 Mar 2020`, `Mar 2020`, `2020`.
    pub(super) fn date(&self, date: Date) -> String {
        if date == Date::Present {
            return self.present.to_owned();
        }
        let date = self.as_precise_as_wanted(date);
        let spelled = match &self.form {
            _ if self.style == DateStyle::Iso => date.to_string(),
            Form::English => english::spelled(date, self.style),
            Form::Cldr(cldr) => cldr.spelled(date).unwrap_or_else(|| date.to_string()),
        };
        spelled.replace([' ', '\u{202F}', '\u{2009}'], "\u{A0}")
    }

    /// A range: `Mar 2020 – present`. What has begun and has no end goes on (JSON Resume
    /// 1.0.0 has no other way to say so); what has only an end shows that.
    pub(super) fn range(&self, start: Option<Date>, end: Option<Date>) -> Option<String> {
        let (start, end) = match (start, end) {
            (None, None) => return None,
            (None, Some(end)) => return Some(self.date(end)),
            (Some(start), end) => (start, end.unwrap_or(Date::Present)),
        };
        let (from, to) = (self.date(start), self.date(end));
        let range = match from == to {
            true => from,
            false => self.joined(&from, &to),
        };
        Some(self.with_duration(range, start, end))
    }

    fn as_precise_as_wanted(&self, date: Date) -> Date {
        match date {
            Date::Month(year, _) | Date::Day(year, _, _)
                if self.style == DateStyle::Year =>
            {
                Date::Year(year)
            }
            Date::Year(_) | Date::Month(..) | Date::Day(..) | Date::Present => date,
        }
    }

    /// The range's sign stays with the start: no line begins with a dash.
    fn joined(&self, start: &str, end: &str) -> String {
        let range = self.range.replacen("{start} ", &format!("{{start}}{JOINED}"), 1);
        range.replace("{start}", start).replace("{end}", end)
    }

    fn with_duration(&self, range: String, start: Date, end: Date) -> String {
        let length = match self.durations {
            Durations::Hidden => None,
            Durations::Shown => duration::between(start, end),
        };
        let spelled = length.and_then(|length| match &self.form {
            Form::English => Some(english::duration(length)),
            Form::Cldr(cldr) => cldr.duration(length),
        });
        match spelled {
            None => range,
            Some(spelled) => {
                let [open, close] = self.brackets;
                format!("{range}{open}{}{close}", spelled.replace(' ', "\u{A0}"))
            }
        }
    }
}
