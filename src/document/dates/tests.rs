use super::*;

fn dates(tag: &str, style: DateStyle, durations: Durations) -> Dates {
    Dates::new(tag, &Words::of(tag).unwrap(), style, durations)
}

fn short(tag: &str) -> Dates {
    dates(tag, DateStyle::Short, Durations::Hidden)
}

fn spelled(start: Option<Date>, end: Option<Date>) -> Option<String> {
    short("en").range(start, end).map(|text| text.replace(JOINED, " "))
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
    assert_eq!(spelled(None, Some(Date::Day(2021, 2, 9))).as_deref(), Some("9 Feb 2021"));
    assert_eq!(spelled(None, None), None);
}

#[test]
fn english_is_what_cldr_has_for_the_world() {
    let words = Words::default();
    for style in [DateStyle::Year, DateStyle::Short, DateStyle::Long, DateStyle::Numeric]
    {
        let ours = Dates::new("en", &words, style, Durations::Hidden);
        let cldr = Dates::new("en-001", &words, style, Durations::Hidden);
        assert!(matches!(ours.form, Form::English));
        assert!(matches!(cldr.form, Form::Cldr(_)));
        for month in 1..=12 {
            for date in [Date::Month(2024, month), Date::Day(2024, month, 7)] {
                let theirs = cldr.date(date).replace("Sept\u{A0}", "Sep\u{A0}");
                assert_eq!(ours.date(date), theirs, "{date} {style:?}");
            }
        }
    }
}

#[test]
fn the_styles_in_three_languages() {
    let october = Date::Month(2024, 10);
    for (style, en, de, zh) in [
        (DateStyle::Year, "2024", "2024", "2024年"),
        (DateStyle::Short, "Oct 2024", "Okt. 2024", "2024年10月"),
        (DateStyle::Long, "October 2024", "Oktober 2024", "2024年10月"),
        (DateStyle::Numeric, "10/2024", "10/2024", "2024/10"),
        (DateStyle::Iso, "2024-10", "2024-10", "2024-10"),
    ] {
        for (tag, expected) in [("en", en), ("de", de), ("zh", zh)] {
            let spelled = dates(tag, style, Durations::Hidden).date(october);
            assert_eq!(spelled.replace(JOINED, " "), expected, "{tag} {style:?}");
        }
    }
}

#[test]
fn a_country_has_its_own_forms() {
    let january = Date::Day(2024, 1, 4);
    assert_eq!(short("en-US").date(january).replace(JOINED, " "), "Jan 4, 2024");
    assert_eq!(short("de-AT").date(january).replace(JOINED, " "), "4. Jän. 2024");
}

#[test]
fn no_date_breaks_and_no_line_begins_with_a_dash() {
    for tag in Words::languages() {
        for style in [DateStyle::Short, DateStyle::Long, DateStyle::Numeric] {
            let dates = dates(tag, style, Durations::Shown);
            let date = dates.date(Date::Day(2024, 10, 4));
            assert!(!date.contains([' ', '\u{202F}', '\u{2009}']), "{tag}: {date}");
            let start = Some(Date::Month(2020, 3));
            let range = dates.range(start, Some(Date::Month(2022, 5))).unwrap();
            let spaces = range.matches(' ').count();
            assert!(spaces <= 2 && !range.contains(" –"), "{tag}: {range}");
        }
    }
}

#[test]
fn lengths_are_in_the_words_of_the_language() {
    let length = |tag, months: u8, years: u16| {
        let dates = dates(tag, DateStyle::Short, Durations::Shown);
        let start = Some(Date::Month(2010, 1));
        let range = dates.range(start, Some(Date::Month(2010 + years, months))).unwrap();
        let (_, length) = range.split_once(['(', '（']).unwrap();
        length.trim_end_matches([')', '）']).replace(JOINED, " ")
    };
    assert_eq!(length("en", 3, 2), "2 years 3 months");
    assert_eq!(length("en", 1, 1), "1 year 1 month");
    assert_eq!(length("en", 12, 0), "1 year");
    assert_eq!(length("de", 3, 2), "2 Jahre, 3 Monate");
    assert_eq!(length("ru", 5, 1), "1 год 5 месяцев");
    assert_eq!(length("ru", 2, 5), "5 лет 2 месяца");
    assert_eq!(length("pl", 4, 2), "2 lata i 4 miesiące");
    assert_eq!(length("cs", 5, 5), "5 let 5 měsíců");
    assert_eq!(length("ar", 3, 2), "سنتان و3 أشهر");
    assert_eq!(length("fa", 3, 2), "۲ سال و ۳ ماه");
    assert_eq!(length("he", 2, 2), "שנתיים וחודשיים");
    assert_eq!(length("he", 3, 1), "שנה ו-3 חודשים");
    assert_eq!(length("ja", 3, 2), "2年3か月");
    assert_eq!(length("zh", 3, 2), "2年3个月");
}

#[test]
fn lengths_say_no_more_than_is_known() {
    let dates = dates("en", DateStyle::Short, Durations::Shown);
    let range = |start, end| dates.range(Some(start), end).unwrap().replace(JOINED, " ");
    assert_eq!(range(Date::Year(2014), Some(Date::Year(2016))), "2014 – 2016 (2 years)");
    assert_eq!(range(Date::Year(2014), Some(Date::Year(2014))), "2014");
    assert_eq!(range(Date::Month(2014, 5), None), "May 2014 – present");
    let (may, year) = (Date::Month(2014, 5), Date::Year(2015));
    assert_eq!(range(may, Some(year)), "May 2014 – 2015 (1 year)");
    assert_eq!(range(may, Some(may)), "May 2014 (1 month)");
}

/// Text with Persian figures as European ones, which Babel writes everywhere.
fn latin(text: &str) -> String {
    let figure = |c: char| match c {
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap(),
        _ => c,
    };
    text.chars().map(figure).collect()
}

/// Every date of `cldr.tsv`: what another implementation of CLDR (Babel, by its skeletons
/// `yMMM`, `yMMMd` and `yMMMM`) makes of 4 October 2024; but for the long form in Thai, to
/// which ICU4X adds the era.
#[test]
fn dates_are_those_of_another_implementation() {
    for line in include_str!("cldr.tsv").lines() {
        let mut fields = line.split('\t');
        let tag = fields.next().unwrap();
        let (month, day) = (Date::Month(2024, 10), Date::Day(2024, 10, 4));
        let long = dates(tag, DateStyle::Long, Durations::Hidden).date(month);
        let ours = [short(tag).date(month), short(tag).date(day), long];
        // a day in figures alone is written out, so that it goes with the months
        let with_words = |theirs: &&str| theirs.contains(char::is_alphabetic);
        let ours = ours.iter().zip(fields).filter(|(_, theirs)| with_words(theirs));
        for (ours, theirs) in ours {
            let theirs = theirs.replace([' ', '\u{202F}'], "\u{A0}");
            assert_eq!(latin(ours), theirs, "{tag}");
        }
    }
}

/// Every month of `months.tsv`, by Babel's `yMMM`.
#[test]
fn months_are_those_of_another_implementation() {
    for line in include_str!("months.tsv").lines() {
        let mut fields = line.split('\t');
        let dates = short(fields.next().unwrap());
        for (month, theirs) in (1..).zip(fields) {
            let theirs = theirs.replace([' ', '\u{202F}'], "\u{A0}");
            assert_eq!(latin(&dates.date(Date::Month(2024, month))), theirs);
        }
    }
}

/// Every length of `lengths.tsv`: CLDR's own long units in its narrow list of units, but for
/// Hebrew, which CLDR has in figures alone, and Persian, where people say the "and" of the
/// long list.
#[test]
fn lengths_are_those_of_cldr() {
    let samples = [(1, 1), (2, 3), (5, 2), (11, 11), (21, 10)];
    for line in include_str!("lengths.tsv").lines() {
        let mut fields = line.split('\t');
        let tag = fields.next().unwrap();
        let dates = dates(tag, DateStyle::Short, Durations::Shown);
        for ((years, months), theirs) in samples.into_iter().zip(fields) {
            let start = Some(Date::Month(2000, 1));
            let end = Some(Date::Month(2000 + years, months));
            let range = dates.range(start, end).unwrap();
            let ours = range.split_once(['(', '（']).unwrap().1;
            let ours = ours.trim_end_matches([')', '）']);
            let plain = |text: &str| text.replace(char::is_whitespace, "");
            match tag {
                "he" => {}
                "fa" => {
                    assert_eq!(latin(&plain(ours)).replacen('و', "", 1), plain(theirs))
                }
                _ => assert_eq!(plain(ours), plain(theirs), "{tag}"),
            }
        }
    }
}
