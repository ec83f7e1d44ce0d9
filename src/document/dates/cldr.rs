//! Dates as the Unicode Common Locale Data Repository has them, through ICU4X.

use super::super::Words;
use super::duration::{self, Length};
use crate::profile::{Date, DateStyle};
use icu_calendar::{Date as Day, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{Y, YM, YMD, enums::DateFieldSet};
use icu_datetime::options::YearStyle;
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::cell::OnceCell;
use writeable::TryWriteable;

/// The dates of one locale in one style. Each precision is prepared when it is first met.
pub(super) struct Cldr {
    locale: Locale,
    style: DateStyle,
    words: Words,
    year: OnceCell<Option<Shape>>,
    month: OnceCell<Option<Shape>>,
    day: OnceCell<Option<Shape>>,
}

/// A pattern of CLDR's and the names that it needs.
///
/// ICU4X's formatters choose the pattern; the names are loaded for it here, because for
/// some patterns (`pt`, year and long month) a formatter of version 2.4 loads no figures.
struct Shape {
    names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet>,
    pattern: DateTimePattern,
}

impl Cldr {
    /// The dates of the locale `tag`; nothing if it is no tag.
    pub(super) fn new(tag: &str, words: &Words, style: DateStyle) -> Option<Self> {
        let locale = Locale::try_from_str(tag).ok()?;
        let (year, month, day) = Default::default();
        Some(Self { locale, style, words: words.clone(), year, month, day })
    }

    /// A date, or nothing if there is no data for it.
    pub(super) fn spelled(&self, date: Date) -> Option<String> {
        let (shape, day) = match date {
            Date::Present => return None,
            Date::Year(year) => {
                let pattern = || self.year_pattern();
                (self.year.get_or_init(|| self.shape(pattern()?)), day(year, 1, 1)?)
            }
            Date::Month(year, month) => {
                let pattern = || self.month_pattern();
                (self.month.get_or_init(|| self.shape(pattern()?)), day(year, month, 1)?)
            }
            Date::Day(year, month, of_month) => {
                let pattern = || self.day_pattern();
                let day = day(year, month, of_month)?;
                (self.day.get_or_init(|| self.shape(pattern()?)), day)
            }
        };
        shape.as_ref()?.spelled(&day)
    }

    fn shape(&self, pattern: DateTimePattern) -> Option<Shape> {
        let names = FixedCalendarDateTimeNames::try_new((&self.locale).into());
        let mut names = names.ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Shape { names, pattern })
    }

    fn year_pattern(&self) -> Option<DateTimePattern> {
        let usual = Formatter::try_new((&self.locale).into(), Y::medium()).ok()?;
        Some(usual.format(&sample()?).pattern())
    }

    fn month_pattern(&self) -> Option<DateTimePattern> {
        let usual = |set| {
            let usual = Formatter::try_new((&self.locale).into(), set).ok()?;
            Some(usual.format(&sample()?).pattern())
        };
        match self.style {
            DateStyle::Long => usual(YM::long()),
            DateStyle::Numeric => usual(YM::short().with_year_style(YearStyle::Full)),
            DateStyle::Short | DateStyle::Year | DateStyle::Iso => self
                .listed("month-year")
                .or_else(|| self.with_words(usual(YM::medium())?))
                .or_else(|| usual(YM::long())),
        }
    }

    fn day_pattern(&self) -> Option<DateTimePattern> {
        let usual = |set| {
            let usual = Formatter::try_new((&self.locale).into(), set).ok()?;
            Some(usual.format(&sample()?).pattern())
        };
        match self.style {
            DateStyle::Long => usual(YMD::long()),
            DateStyle::Numeric => usual(YMD::short().with_year_style(YearStyle::Full)),
            DateStyle::Short | DateStyle::Year | DateStyle::Iso => self
                .listed("day-month-year")
                .or_else(|| self.with_words(usual(YMD::medium())?))
                .or_else(|| usual(YMD::long())),
        }
    }

    /// A pattern that the language's table has.
    fn listed(&self, key: &str) -> Option<DateTimePattern> {
        DateTimePattern::try_from_pattern_str(self.words.find(key)?).ok()
    }

    /// The pattern, unless it has nothing but figures and signs.
    fn with_words(&self, pattern: DateTimePattern) -> Option<DateTimePattern> {
        let shape = self.shape(pattern)?;
        let has_words = shape.spelled(&sample()?)?.contains(char::is_alphabetic);
        has_words.then_some(shape.pattern)
    }

    /// The ten figures that the language writes instead of European ones, if it does.
    pub(super) fn figures(&self) -> Option<String> {
        let format = DecimalFormatter::try_new((&self.locale).into(), Default::default());
        let format = format.ok()?;
        let figures: String =
            (0..10).map(|n| format.format(&n.into()).to_string()).collect();
        (!figures.is_ascii()).then_some(figures)
    }

    /// A length of time in the language's own words and figures.
    pub(super) fn duration(&self, length: Length) -> Option<String> {
        let plurals = PluralRules::try_new_cardinal((&self.locale).into()).ok()?;
        let figures =
            DecimalFormatter::try_new((&self.locale).into(), Default::default()).ok()?;
        let unit = |unit: &str, count: u32| {
            let category = name(plurals.category_for(count));
            let pattern = self.words.find(&format!("{unit}-{category}"));
            let pattern =
                pattern.or_else(|| self.words.find(&format!("{unit}-other")))?;
            Some(pattern.replace("{n}", &figures.format(&count.into()).to_string()))
        };
        duration::spelled(length, &self.words, unit)
    }
}

impl Shape {
    fn spelled(&self, day: &Day<Gregorian>) -> Option<String> {
        let spelled = self.names.with_pattern_unchecked(&self.pattern);
        spelled.format(day).try_write_to_string().ok().map(|text| text.into_owned())
    }
}

/// A date to ask a formatter for its pattern with.
fn sample() -> Option<Day<Gregorian>> {
    day(2024, 1, 1)
}

fn day(year: u16, month: u8, day: u8) -> Option<Day<Gregorian>> {
    Day::try_new_gregorian(year.into(), month, day).ok()
}

/// CLDR's name of a plural category.
fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
