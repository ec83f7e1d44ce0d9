//! A profile without what an output does not show.

use crate::diagnostics::Pointer;
use crate::document::{Cut, View, section_id};
use crate::profile::{Basics, Profile, Section};
use serde_json::Value;

macro_rules! clear_unless {
    ($profile:ident, $is_shown:ident: $($section:ident)+) => {$(
        if !$is_shown(stringify!($section)) {
            $profile.$section.clear();
        }
    )+};
}

/// What `view` shows of `profile`: what it cuts, sections that are hidden or not asked for,
/// and other audiences' words are left out, because a document that leaves the house must
/// not hold them.
pub(super) fn shown(
    profile: &Profile,
    view: &View,
) -> Result<Profile, serde_json::Error> {
    let mut value = serde_json::to_value(profile)?;
    prune(&mut value, Cut::of(profile, view).gone());
    let mut shown: Profile = serde_json::from_value(value)?;
    shown.file_order.clone_from(&profile.file_order);
    shown.extends = None;
    if !view.header {
        let (name, summary) = (shown.basics.name, shown.basics.summary);
        shown.basics = Basics { name, summary, ..Basics::default() };
    }
    for_audience(&mut shown, profile, view);
    sections(&mut shown, view);
    Ok(shown)
}

/// The words of the one audience take the place of the profile's; the others go.
fn for_audience(shown: &mut Profile, profile: &Profile, view: &View) {
    let Some(name) = view.audience_name() else { return };
    shown.edition = Some(name.to_owned());
    shown.audiences.clear();
    for output in shown.outputs.values_mut() {
        output.view.audience = None;
    }
    let Some(audience) = profile.audiences.get(name) else { return };
    if !audience.summary.is_empty() {
        shown.basics.summary = audience.summary.clone();
    }
    shown.headings.extend(audience.headings.clone());
    if let Some(order) = audience.wanted_order() {
        shown.order = order.to_vec();
    }
}

fn sections(shown: &mut Profile, view: &View) {
    if let Some(ids) = &view.sections {
        shown.order.clone_from(ids);
        shown.sections = chosen(std::mem::take(&mut shown.sections), ids);
    }
    let headings = shown.headings.clone();
    let is_shown = |key: &str| {
        view.sections.as_ref().is_none_or(|ids| ids.iter().any(|id| id == key))
            && headings.get(key).is_none_or(|heading| heading.hide != Some(true))
    };
    if !is_shown("summary") {
        shown.basics.summary = Default::default();
    }
    clear_unless!(shown, is_shown: work volunteer education awards certificates
        publications skills languages interests references projects);
    shown.headings.retain(|key, heading| is_shown(key) && heading.hide != Some(true));
}

/// Takes every value out that a pointer names.
fn prune<'a>(value: &mut Value, gone: impl Iterator<Item = &'a Pointer>) {
    let mut is_any = false;
    for pointer in gone {
        if let Some(gone) = value.pointer_mut(pointer.as_str()) {
            *gone = Value::Null;
            is_any = true;
        }
    }
    if is_any {
        drop_nulls(value);
    }
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, inner| !inner.is_null());
            // nothing under an output's `set` removes what it names
            let inner = map.iter_mut().filter(|(key, _)| *key != "set");
            inner.for_each(|(_, inner)| drop_nulls(inner));
        }
        Value::Array(values) => {
            values.retain(|inner| !inner.is_null());
            values.iter_mut().for_each(drop_nulls);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The sections that are asked for, wherever they stand.
fn chosen(sections: Vec<Section>, ids: &[String]) -> Vec<Section> {
    let mut out = Vec::new();
    for mut section in sections {
        match ids.contains(&section_id(&section)) {
            true => out.push(section),
            false => out.extend(chosen(std::mem::take(&mut section.sections), ids)),
        }
    }
    out
}
