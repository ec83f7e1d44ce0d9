//! Plain text: for a terminal, a pipe, a form that takes nothing else.
//!
//! An algorithm rather than a template, because every line break depends on what stands
//! before it. Words and order are those of every other backend; the form is made of blank
//! lines, indentation and a few ASCII marks, so that a page reads well in any pager and a
//! script can take it apart again.

mod address;
mod clean;
mod entry;
mod flat;
mod header;
mod items;
mod layout;
mod margin;
mod options;
mod page;
mod phrases;
mod pieces;
mod prose;
#[cfg(test)]
mod samples;
mod scribe;
mod section;
mod wrap;

use super::{Backend, BackendError, Options, Rendered, Request, raw_left_out};
use crate::diagnostics::Diagnostic;
use options::TextOptions;
use schemars::{Schema, schema_for};

/// The `text` backend.
#[derive(Debug)]
pub(crate) struct Text;

impl Backend for Text {
    fn id(&self) -> &str {
        "text"
    }

    fn about(&self) -> &str {
        "plain text for terminals and pipes: wrapped, or with `flat` one fact a line"
    }

    fn default_path(&self) -> &str {
        "cv.txt"
    }

    fn options_schema(&self) -> Schema {
        schema_for!(TextOptions)
    }

    fn check_options(&self, options: &Options) -> Vec<Diagnostic> {
        TextOptions::read(options).err().unwrap_or_default()
    }

    fn render(&self, request: &Request<'_>) -> Result<Rendered, BackendError> {
        let options = TextOptions::read(request.options).map_err(BackendError)?;
        let (document, raw) = request.document.without_raw();
        let text = if options.flat {
            flat::flat(&document, &options)
        } else {
            layout::layout(&document, &options)
        };
        let warnings = raw.map(|origin| raw_left_out(self.id(), &origin));
        let warnings = warnings.into_iter().collect();
        Ok(Rendered { bytes: text.into_bytes(), warnings, ..Rendered::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Pointer};
    use serde_json::{Map, Value, json};

    fn options(values: Value) -> Options {
        let values: Map<String, Value> = serde_json::from_value(values).unwrap();
        Options::new(values, Pointer::from("/outputs/text"))
    }

    fn render(values: Value) -> String {
        let document = samples::career();
        let options = options(values);
        let rendered = Text.render(&Request::new(&document, &options)).unwrap();
        String::from_utf8(rendered.bytes).unwrap()
    }

    #[test]
    fn flat_and_laid_out_start_with_the_name() {
        assert!(render(json!({})).starts_with("Ada Example\n"));
        assert!(render(json!({"flat": true})).starts_with("/basics/name\tAda Example\n"));
    }

    #[test]
    fn a_width_out_of_range_is_an_error_at_its_key() {
        for width in [19, 1001] {
            let problems = Text.check_options(&options(json!({"width": width})));
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].code, Code::BadValue);
            let place = format!("{:?}", problems[0].labels[0].place);
            assert!(place.contains("/outputs/text/width"), "{place}");
        }
        assert!(Text.check_options(&options(json!({"width": 20}))).is_empty());
    }

    #[test]
    fn every_option_is_described_with_its_default() {
        let schema = Text.options_schema();
        let properties = schema.get("properties").unwrap().as_object().unwrap();
        assert_eq!(properties.len(), 4);
        for (name, property) in properties {
            assert!(property.get("description").is_some(), "{name}");
            assert!(property.get("default").is_some(), "{name}");
        }
    }
}
