//! How long something went on.

use super::super::Words;
use crate::profile::Date;

/// A length of time, as people say it of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// Whole years.
    pub(super) years: u32,
    /// The months beyond them, under 12.
    pub(super) months: u32,
}

/// The time between two dates, the first and the last month counted whole: from March to
/// May is three months. Where only a year is known, the years are counted. Nothing for
/// what goes on, since no output depends on the day it was made, nor for less than is known.
pub(super) fn between(start: Date, end: Date) -> Option<Length> {
    let (from, to) = (year(start)?, year(end)?);
    let months = match (month(start), month(end)) {
        (Some(first), Some(last)) => {
            (to * 12 + last).checked_sub(from * 12 + first)?.checked_add(1)?
        }
        (Some(_), None) | (None, Some(_)) | (None, None) => to.checked_sub(from)? * 12,
    };
    (months > 0).then_some(Length { years: months / 12, months: months % 12 })
}

/// A length in words: `unit` gives a number of `years` or `months` of them.
pub(super) fn spelled(
    length: Length,
    words: &Words,
    unit: impl Fn(&str, u32) -> Option<String>,
) -> Option<String> {
    match (length.years, length.months) {
        (0, months) => unit("months", months),
        (years, 0) => unit("years", years),
        (years, months) => {
            let (years, months) = (unit("years", years)?, unit("months", months)?);
            let word = || words.find("duration-word");
            let is_word = months.starts_with(char::is_alphabetic);
            let pattern = if is_word { word() } else { None };
            let pattern = pattern.unwrap_or_else(|| words.get("duration"));
            Some(pattern.replace("{years}", &years).replace("{months}", &months))
        }
    }
}

fn year(date: Date) -> Option<u32> {
    match date {
        Date::Year(year) | Date::Month(year, _) | Date::Day(year, _, _) => {
            Some(year.into())
        }
        Date::Present => None,
    }
}

fn month(date: Date) -> Option<u32> {
    match date {
        Date::Month(_, month) | Date::Day(_, month, _) => Some(month.into()),
        Date::Year(_) | Date::Present => None,
    }
}
