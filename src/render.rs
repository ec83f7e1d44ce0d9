//! The pipeline as one call, for programs that hold a profile.

use crate::backends::{self, BackendError, Options, Rendered, Request};
use crate::diagnostics::{Code, Diagnostic, Pointer};
use crate::document::{Composed, View, compose};
use crate::profile::{Output, Profile};

/// Makes one output of a profile, by the backend of that name: a built-in one, or a program
/// `curricle-NAME` on the search path.
///
/// What is wrong with the profile's texts comes with the warnings, unless it is an error.
///
/// ```
/// use curricle::profile::Output;
///
/// let yaml = b"basics: {name: Ada Example, label: Makes **checkpoints** boring}";
/// let source = curricle::readers::read("profile.yaml", yaml);
/// assert!(!source.has_errors());
/// let profile = source.profile.ok_or("no profile")?;
///
/// let page = curricle::render(&profile, "html", &Output::default())?;
/// assert!(page.bytes.starts_with(b"<!doctype html>"));
///
/// // An output as the profile's `outputs` would have it: what it shows, and how.
/// let narrow: Output = serde_json::from_str(r#"{"width": 20, "header": true}"#)?;
/// let text = String::from_utf8(curricle::render(&profile, "text", &narrow)?.bytes)?;
/// assert_eq!(text, "Ada Example\nMakes checkpoints\nboring\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A backend that is not there, a text that no output may show, an option that the backend
/// does not take, and what the backend itself finds.
pub fn render(
    profile: &Profile,
    backend: &str,
    output: &Output,
) -> Result<Rendered, BackendError> {
    let Some(backend) = backends::resolve(backend) else {
        let message = format!("there is no backend `{backend}`");
        return Err(Diagnostic::error(Code::UnknownBackend, message).into());
    };
    let view = View::from(&output.view);
    let Composed { document, problems, .. } = compose(profile, &view);
    if problems.iter().any(Diagnostic::is_error) {
        return Err(BackendError(problems));
    }
    let origin = Pointer::root().key("outputs").key(backend.id());
    let options = Options::new(output.options.clone(), origin);
    let request = Request::new(&document, &options).of(profile, &view);
    let mut rendered = backend.render(&request)?;
    rendered.warnings.splice(0..0, problems);
    Ok(rendered)
}
