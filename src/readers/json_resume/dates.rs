//! Dates in the forms that other tools write.

use crate::profile::Date;

/// What a text that is no date of ours is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::readers) enum Meant {
    /// This date.
    Date(Date),
    /// This year, among other words.
    Within(Date),
    /// No date at all: empty, or a word for it.
    Nothing,
    /// It can't be told.
    Unknown,
}

/// The date that a text means: an ISO 8601 time (its day counts), other separators, months
/// in English words, a day or a month that no calendar has.
pub(in crate::readers) fn meant(text: &str) -> Meant {
    let text = text.trim();
    let lower = text.to_lowercase();
    match lower.as_str() {
        "" | "-" | "–" | "n/a" | "null" | "none" | "invalid date" => Meant::Nothing,
        "current" | "currently" | "now" | "today" | "ongoing" | "to date" | "present" => {
            Meant::Date(Date::Present)
        }
        _ => match (spelled(&lower), only_year(&lower)) {
            (Some(date), _) => Meant::Date(date),
            (None, Some(year)) => Meant::Within(Date::Year(year)),
            (None, None) => Meant::Unknown,
        },
    }
}

fn spelled(text: &str) -> Option<Date> {
    numbers(without_time(text)).or_else(|| month_in_words(text))
}

/// The day before a time: `2014-06-29t00:00:00z`.
fn without_time(text: &str) -> &str {
    match text.split_once(['t', ' ']) {
        Some((day, time)) if time.contains(':') => day,
        Some(_) | None => text,
    }
}

/// `2014/6/29`, `2014.06`, `06/2014`, and `2014-02-31` without its day.
fn numbers(text: &str) -> Option<Date> {
    let parts: Option<Vec<u16>> =
        text.split(['-', '/', '.']).map(|part| part.trim().parse().ok()).collect();
    let parts = parts?;
    match *parts.as_slice() {
        [year] => whole_year(year).map(Date::Year),
        [year, month] if year > 999 => month_of(year, month),
        [month, year] if year > 999 => month_of(year, month),
        [year, month, day] if year > 999 => {
            let text = format!("{year:04}-{month:02}-{day:02}");
            text.parse().ok().or_else(|| month_of(year, month))
        }
        _ => None,
    }
}

fn whole_year(year: u16) -> Option<u16> {
    (1000..=9999).contains(&year).then_some(year)
}

/// A month, or the year alone where it has no such month.
fn month_of(year: u16, month: u16) -> Option<Date> {
    let year = whole_year(year)?;
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    Some(month.map_or(Date::Year(year), |month| Date::Month(year, month)))
}

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

/// `June 2014`, `Jun. 2014`, and `Jun 29, 2014` without its day.
fn month_in_words(text: &str) -> Option<Date> {
    let (word, year) = text.split_once(|c: char| " ,.-/".contains(c))?;
    let is_month = |month: &&str| {
        word.len() >= 3
            && (month.starts_with(word) || (word == "sept" && **month == *"september"))
    };
    let month = MONTHS.iter().position(is_month)?;
    let year = only_year(year)?;
    Some(Date::Month(year, u8::try_from(month + 1).ok()?))
}

/// The one number of four digits in a text.
fn only_year(text: &str) -> Option<u16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() == 4);
    let years: Vec<u16> = numbers.filter_map(|n| n.parse().ok()).collect();
    match *years.as_slice() {
        [year] => whole_year(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_other_tools_are_understood() {
        let dates = [
            ("2014-06-29T00:00:00Z", "2014-06-29"),
            ("2014-06-29 12:00", "2014-06-29"),
            ("2014-6", "2014-06"),
            ("2014/06/29", "2014-06-29"),
            ("06/2014", "2014-06"),
            ("June 2014", "2014-06"),
            ("Sept. 2014", "2014-09"),
            ("Sep 1, 2016", "2016-09"),
            ("2014-02-31", "2014-02"),
            ("2014-19", "2014"),
            ("Current", "present"),
        ];
        for (text, date) in dates {
            assert_eq!(meant(text), Meant::Date(date.parse().unwrap()), "{text}");
        }
        assert_eq!(meant("summer of 2014"), Meant::Within(Date::Year(2014)));
        for text in ["", "  ", "N/A"] {
            assert_eq!(meant(text), Meant::Nothing, "{text}");
        }
        for text in ["soon", "12/11/10", "2010 or 2011", "99999"] {
            assert_eq!(meant(text), Meant::Unknown, "{text}");
        }
    }
}
