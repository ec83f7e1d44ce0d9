//! Dates as words.

use super::Words;
use crate::profile::Date;

/// Keeps the parts of a date, and a dash and what stands before it, on one line.
const JOINED: char = '\u{A0}';

/// A single date: `4 Mar 2020`, `Mar 2020`, `2020`.
pub(super) fn date(date: Date, words: &Words) -> String {
    match date {
        Date::Year(year) => year.to_string(),
        Date::Month(year, month) => format!("{}{JOINED}{year}", name(month, words)),
        Date::Day(year, month, day) => {
            format!("{day}{JOINED}{}{JOINED}{year}", name(month, words))
        }
        Date::Present => words.present.to_owned(),
    }
}

/// A range: `Mar 2020 – present`. What has begun and has no end goes on (JSON Resume 1.0.0
/// has no other way to say so); what has only an end shows that.
pub(super) fn range(
    start: Option<Date>,
    end: Option<Date>,
    words: &Words,
) -> Option<String> {
    match (start, end) {
        (None, None) => None,
        (None, Some(end)) => Some(date(end, words)),
        (Some(start), Some(end)) if start == end => Some(date(start, words)),
        (Some(start), end) => {
            let end = end.unwrap_or(Date::Present);
            Some(format!("{}{JOINED}– {}", date(start, words), date(end, words)))
        }
    }
}

fn name(month: u8, words: &Words) -> &'static str {
    usize::from(month)
        .checked_sub(1)
        .and_then(|i| words.months.get(i))
        .copied()
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(start: Option<Date>, end: Option<Date>) -> Option<String> {
        range(start, end, &Words::default()).map(|text| text.replace(JOINED, " "))
    }

    #[test]
    fn ranges_are_as_precise_as_their_ends() {
        let march = Some(Date::Month(2020, 3));
        assert_eq!(spelled(march, None).as_deref(), Some("Mar 2020 – present"));
        assert_eq!(
            spelled(march, Some(Date::Year(2021))).as_deref(),
            Some("Mar 2020 – 2021")
        );
        assert_eq!(spelled(march, march).as_deref(), Some("Mar 2020"));
        assert_eq!(
            spelled(None, Some(Date::Day(2021, 2, 9))).as_deref(),
            Some("9 Feb 2021")
        );
        assert_eq!(spelled(None, None), None);
    }
}
