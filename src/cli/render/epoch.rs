//! SOURCE_DATE_EPOCH, by which builds are repeated (reproducible-builds.org/specs).

use crate::cli::plan::Target;
use crate::diagnostics::{Code, Diagnostic};

const SECONDS_A_DAY: i64 = 86_400;

/// Sets the day that the environment names in every output that takes a date and has none.
///
/// # Errors
/// An environment that names none.
pub(super) fn date_from_environment(targets: &mut [Target]) -> Result<(), Diagnostic> {
    let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(());
    };
    let Some(day) = day(&seconds) else {
        let message =
            format!("SOURCE_DATE_EPOCH: `{seconds}` is no number of seconds since 1970");
        return Err(Diagnostic::error(Code::BadValue, message));
    };
    for target in targets {
        let schema = target.backend.options_schema();
        let properties = schema.get("properties");
        let takes = properties.is_some_and(|known| known.get("date").is_some());
        if takes && !target.options.values().contains_key("date") {
            target.options.set("date", day.clone());
        }
    }
    Ok(())
}

/// The day in UTC, from 1970 to 9999.
fn day(seconds: &str) -> Option<String> {
    let seconds: i64 = seconds.trim().parse().ok()?;
    let (year, month, day) = civil(seconds.div_euclid(SECONDS_A_DAY));
    let in_range = seconds >= 0 && year <= 9999;
    in_range.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of a day counted from 1970-01-01 in the Gregorian calendar; by
/// Howard Hinnant's `civil_from_days` (howardhinnant.github.io/date_algorithms.html).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn seconds_are_days() {
        for (seconds, expected) in [
            ("0", Some("1970-01-01")),
            ("951782399", Some("2000-02-28")),
            ("951782400", Some("2000-02-29")),
            ("1717113600", Some("2024-05-31")),
            ("4102444799", Some("2099-12-31")),
            ("-1", None),
            ("yesterday", None),
        ] {
            assert_eq!(day(seconds).as_deref(), expected, "{seconds}");
        }
    }
}
