//! English dates without a look at CLDR's data: its months for `en`, in the order that it
//! has for the world (`en-001`).

use super::super::Words;
use super::duration::{self, Length};
use crate::profile::{Date, DateStyle};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The letters of a short name.
const SHORT: usize = 3;

/// A date that is not the present.
pub(super) fn spelled(date: Date, style: DateStyle) -> String {
    match (date, style) {
        (Date::Month(year, month), DateStyle::Numeric) => format!("{month:02}/{year}"),
        (Date::Day(year, month, day), DateStyle::Numeric) => {
            format!("{day:02}/{month:02}/{year}")
        }
        (Date::Month(year, month), _) => format!("{} {year}", name(month, style)),
        (Date::Day(year, month, day), _) => {
            format!("{day} {} {year}", name(month, style))
        }
        (Date::Year(_) | Date::Present, _) => date.to_string(),
    }
}

/// `2 years 3 months`
pub(super) fn duration(length: Length) -> String {
    let words = Words::default();
    let unit = |unit: &str, count: u32| {
        let category = if count == 1 { "one" } else { "other" };
        let pattern = words.find(&format!("{unit}-{category}"))?;
        Some(pattern.replace("{n}", &count.to_string()))
    };
    duration::spelled(length, &words, unit).unwrap_or_default()
}

fn name(month: u8, style: DateStyle) -> &'static str {
    let index = usize::from(month).checked_sub(1);
    let name = index.and_then(|index| MONTHS.get(index)).copied().unwrap_or_default();
    match style {
        DateStyle::Long => name,
        DateStyle::Short | DateStyle::Year | DateStyle::Numeric | DateStyle::Iso => {
            name.get(..SHORT).unwrap_or_default()
        }
    }
}
