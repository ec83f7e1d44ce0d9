//! As many pages as asked for: the largest type at which a Document fits.
//!
//! Type and gaps shrink together, from what the output or the theme says down to the least
//! that can be read (`look.typ` has the bounds). How far is found by halving.

use super::input::Input;
use super::longest;
use super::typeset::{Pages, Press};
use crate::backends::Request;
use crate::diagnostics::{Code, Diagnostic, Place};
use typst::foundations::{Label, Selector, Value};
use typst::introspection::Introspector;
use typst::layout::{Abs, Frame, FrameItem};
use typst::utils::PicoStr;

/// How many sizes are tried below the full one. Each try takes as long as a rendering; the
/// range is halved as often, so that type sizes differ by about a tenth of a point.
const TRIES: usize = 4;

/// How much of its last page a Document should use.
const ENOUGH: f64 = 1.0 / 3.0;

/// The pages, no more than `most`, and what was chosen for that; `input` is left as they
/// were set.
///
/// # Errors
/// If they are too many at the least size, or the typesetter refuses them.
pub(super) fn fitted(
    press: &Press<'_>,
    input: &mut Input<'_>,
    request: &Request<'_>,
    most: Option<usize>,
) -> Result<(Pages, Vec<String>), Vec<Diagnostic>> {
    let largest = press.set(input.shrunk(0.0))?;
    let Some(most) = most.filter(|most| largest.count() > *most) else {
        let note = match most {
            Some(_) => Some("at its full size".to_owned()),
            None => nearly_empty(&largest),
        };
        return Ok((largest, note.into_iter().collect()));
    };
    let (mut too_large, mut best) = (0.0, None::<(f64, Pages)>);
    for tried in 1..=TRIES {
        let fits = best.as_ref().map_or(1.0, |(fit, _)| *fit);
        let is_last_chance = best.is_none() && tried == TRIES;
        let fit = if is_last_chance { fits } else { (too_large + fits) / 2.0 };
        let pages = press.set(input.shrunk(fit))?;
        if pages.count() <= most {
            best = Some((fit, pages));
        } else if is_last_chance {
            return Err(vec![too_long(&pages, most, request)]);
        } else {
            too_large = fit;
        }
    }
    input.shrunk(best.as_ref().map_or(0.0, |(fit, _)| *fit));
    let best = best.map_or(largest, |(_, pages)| pages);
    let note = chosen(&best);
    Ok((best, note.into_iter().collect()))
}

/// A last page of a few lines looks like an accident.
fn nearly_empty(pages: &Pages) -> Option<String> {
    let before = pages.count().checked_sub(1).filter(|before| *before > 0)?;
    let share = filled(pages);
    (share < ENOUGH).then(|| {
        let percent = (share * 100.0).round();
        format!("the last {percent} % full, which `pages: {before}` may avoid")
    })
}

/// What the theme made of it: `9.2 pt at density 0.84`.
fn chosen(pages: &Pages) -> Option<String> {
    let label = Label::new(PicoStr::intern("curricle-look"))?;
    let found = pages.document.introspector().query_first(&Selector::Label(label))?;
    match found.get_by_name("value").ok()? {
        Value::Str(words) => Some(words.to_string()),
        _ => None,
    }
}

fn too_long(pages: &Pages, most: usize, request: &Request<'_>) -> Diagnostic {
    let count = pages.count();
    let over = (count - most - 1) as f64 + filled(pages);
    let asked = if most == 1 { "1 page".to_owned() } else { format!("{most} pages") };
    let message = format!(
        "this does not fit on {asked}: at the smallest size {over:.1} pages are over"
    );
    let place = Place::Value(request.options.origin().key("pages"));
    let mut problem = Diagnostic::error(Code::TooLong, message).at(place, "");
    for (origin, share) in longest::entries(request.document) {
        problem = problem.at(Place::Value(origin), format!("{share} % of the words"));
    }
    problem
        .help("leave something out of this output with `exclude` or `sections`")
        .help(format!("or allow more: `pages: {count}`"))
}

/// How much of the last page is used, 0 to 1.
fn filled(pages: &Pages) -> f64 {
    let last = pages.document.pages().last();
    last.map_or(0.0, |page| lowest(&page.frame) / page.frame.height()).clamp(0.1, 1.0)
}

/// Where the lowest text of a frame stands.
fn lowest(frame: &Frame) -> Abs {
    let bottom = frame.items().map(|(point, item)| match item {
        FrameItem::Group(group) => point.y + lowest(&group.frame),
        FrameItem::Text(_) => point.y,
        _ => Abs::zero(), // of a type of Typst's: only text counts
    });
    bottom.fold(Abs::zero(), Abs::max)
}
