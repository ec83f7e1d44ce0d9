//! Dates as precise as they are known.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A date: a year, a month, a day, or the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    /// `2021`
    Year(u16),
    /// `2021-03`
    Month(u16, u8),
    /// `2021-03-04`
    Day(u16, u8, u8),
    /// `present`
    Present,
}

impl Date {
    /// Whether this date certainly lies before `other`: `2021` is not before `2021-03`,
    /// because it may be later in that year. The present is before nothing.
    pub fn is_before(self, other: Self) -> bool {
        match (self.latest(), other.earliest()) {
            (Some(latest), Some(earliest)) => latest < earliest,
            (Some(_), None) => false,
            (None, _) => false,
        }
    }

    fn earliest(self) -> Option<(u16, u8, u8)> {
        match self {
            Self::Year(year) => Some((year, 1, 1)),
            Self::Month(year, month) => Some((year, month, 1)),
            Self::Day(year, month, day) => Some((year, month, day)),
            Self::Present => None,
        }
    }

    fn latest(self) -> Option<(u16, u8, u8)> {
        match self {
            Self::Year(year) => Some((year, 12, 31)),
            Self::Month(year, month) => Some((year, month, days_in(year, month))),
            Self::Day(year, month, day) => Some((year, month, day)),
            Self::Present => None,
        }
    }
}

/// The days of a month in the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4)
            && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Why a text is no [`Date`]; the lines after the first of the message say what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Of another form.
    #[error("{}\n{}", form_message(.0), form_help(.0))]
    Form(String),
    /// A month that the year has not.
    #[error("`{0}` has no month {1}\nmonths are 01 to 12")]
    Month(String, u8),
    /// A day that the month has not.
    #[error("`{0}` has no day {1}\nthat month has {2} days")]
    Day(String, u8, u8),
}

fn form_message(text: &str) -> String {
    match text.trim().is_empty() {
        true => "the date is empty".to_owned(),
        false => format!("`{text}` is not a date"),
    }
}

fn form_help(text: &str) -> String {
    match likely(text) {
        Some(date) => format!("did you mean `{date}`?"),
        None if text.trim().is_empty() => "remove the key where there is none".to_owned(),
        None => "write `2021`, `2021-03`, `2021-03-04` or `present`".to_owned(),
    }
}

/// The date that a text in one of the usual other forms means, if only one can be meant:
/// `2020-3`, `2020/03`, `03/2020`, `March 2020`, `now`.
fn likely(text: &str) -> Option<Date> {
    let lower = text.trim().to_lowercase();
    if ["now", "today", "current", "currently", "ongoing"].contains(&lower.as_str()) {
        return Some(Date::Present);
    }
    let parts: Vec<&str> = lower.split([' ', '/', '.', '-', ',']).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let date = match parts.as_slice() {
        [year, month] if year.len() == 4 => format!("{year}-{:02}", month_of(month)?),
        [month, year] if year.len() == 4 => format!("{year}-{:02}", month_of(month)?),
        [year, month, day] if year.len() == 4 => {
            format!("{year}-{:02}-{:02}", month_of(month)?, day.parse::<u8>().ok()?)
        }
        _ => return None,
    };
    date.parse().ok()
}

/// A month as a number or an English name, whole or short.
fn month_of(part: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named = |month: &&str| part.len() >= 3 && month.starts_with(part);
    let number = || part.parse().ok().filter(|number| (1..=12).contains(number));
    MONTHS.iter().position(named).map(|index| index + 1).or_else(number)
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        if text.eq_ignore_ascii_case("present") {
            return Ok(Self::Present);
        }
        let mut parts = text.trim().split('-');
        let year = number(parts.next(), 4).ok_or_else(form)?;
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year));
        };
        let month = number(Some(month), 2).ok_or_else(form)?.to_le_bytes()[0];
        if !(1..=12).contains(&month) {
            return Err(DateError::Month(text.to_owned(), month));
        }
        let Some(day) = parts.next() else {
            return Ok(Self::Month(year, month));
        };
        let day = number(Some(day), 2).ok_or_else(form)?.to_le_bytes()[0];
        let days = days_in(year, month);
        match parts.next() {
            Some(_) => Err(form()),
            None if (1..=days).contains(&day) => Ok(Self::Day(year, month, day)),
            None => Err(DateError::Day(text.to_owned(), day, days)),
        }
    }
}

/// A part of a date with exactly `digits` digits.
fn number(part: Option<&str>, digits: usize) -> Option<u16> {
    part.filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|part| part.parse().ok())
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Present => f.write_str("present"),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

struct DateVisitor;

impl<'de> Visitor<'de> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, d: D) -> Result<Date, D::Error> {
        d.deserialize_str(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct("Date", DateVisitor)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, a month, a day (`2021`, `2021-03`, `2021-03-04`) or `present`.",
            "anyOf": [
                {
                    "type": "string",
                    "pattern": "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|present)$"
                },
                {"type": "integer", "minimum": 1000, "maximum": 9999}
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_every_precision() {
        for text in ["2021", "2021-03", "2021-03-04", "present"] {
            assert_eq!(
                text.parse::<Date>().map(|date| date.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        assert!(matches!("2021-13".parse::<Date>(), Err(DateError::Month(_, 13))));
        assert!(matches!("2021-02-29".parse::<Date>(), Err(DateError::Day(_, 29, 28))));
        assert!("2024-02-29".parse::<Date>().is_ok());
        for text in
            ["", "21", "2021-3", "2021-03-04-05", "March 2021", "2021/03", "-2021"]
        {
            assert!(matches!(text.parse::<Date>(), Err(DateError::Form(_))), "{text}");
        }
    }

    #[test]
    fn guesses_what_can_only_be_one_date() {
        let meant = |text| likely(text).map(|date| date.to_string());
        for text in ["2020-3", "2020/03", "03/2020", "March 2020", "Mar. 2020"] {
            assert_eq!(meant(text).as_deref(), Some("2020-03"), "{text}");
        }
        assert_eq!(meant("2020/3/4").as_deref(), Some("2020-03-04"));
        assert_eq!(meant("now").as_deref(), Some("present"));
        for text in ["", "20-3", "3/4/2020", "Ma 2020", "2020-13", "soon", "١/2020"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn compares_only_what_is_certain() {
        assert!(Date::Month(2020, 5).is_before(Date::Month(2021, 1)));
        assert!(!Date::Year(2021).is_before(Date::Month(2021, 3)));
        assert!(!Date::Month(2021, 3).is_before(Date::Present));
        assert!(!Date::Present.is_before(Date::Year(1999)));
    }
}
