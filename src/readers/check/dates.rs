//! Ends before their starts.

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{Date, Profile, Section};

/// A range and where it stands.
struct Range {
    origin: Pointer,
    start: Option<Date>,
    end: Option<Date>,
}

/// Every end that lies before its start.
pub(super) fn check(profile: &Profile) -> Vec<Diagnostic> {
    let mut ranges = standard(profile);
    own(&profile.sections, &Pointer::root(), &mut ranges);
    ranges.iter().filter_map(reversed).collect()
}

fn standard(profile: &Profile) -> Vec<Range> {
    let mut ranges = Vec::new();
    ranges.extend(section("work", &profile.work, |e| (e.start_date, e.end_date)));
    ranges
        .extend(section("volunteer", &profile.volunteer, |e| (e.start_date, e.end_date)));
    ranges
        .extend(section("education", &profile.education, |e| (e.start_date, e.end_date)));
    ranges.extend(section("projects", &profile.projects, |e| (e.start_date, e.end_date)));
    ranges
}

fn section<T>(
    key: &str,
    entries: &[T],
    dates: impl Fn(&T) -> (Option<Date>, Option<Date>),
) -> Vec<Range> {
    let origin = Pointer::root().key(key);
    let entries = entries.iter().enumerate();
    entries
        .map(|(index, entry)| {
            let (start, end) = dates(entry);
            Range { origin: origin.index(index), start, end }
        })
        .collect()
}

fn own(sections: &[Section], parent: &Pointer, ranges: &mut Vec<Range>) {
    for (index, section) in sections.iter().enumerate() {
        let origin = parent.key("sections").index(index);
        for (index, entry) in section.entries.iter().enumerate() {
            let origin = origin.key("entries").index(index);
            ranges.push(Range { origin, start: entry.start_date, end: entry.end_date });
        }
        own(&section.sections, &origin, ranges);
    }
}

fn reversed(range: &Range) -> Option<Diagnostic> {
    let (start, end) = (range.start?, range.end?);
    // What ended can't begin in the present, though nobody knows when that is.
    let is_over = start == Date::Present && end != Date::Present;
    (is_over || end.is_before(start)).then(|| {
        let message = format!("the end {end} is before the start {start}");
        Diagnostic::error(Code::DateOrder, message)
            .at(Place::Value(range.origin.key("endDate")), "ends here")
            .at(Place::Value(range.origin.key("startDate")), "starts here")
            .help("exchange the two, or correct one")
    })
}
