//! Typst's problems as ours. Its messages are for authors of Typst files, so what a profile
//! can cause is found before; what is left says what the typesetter said.

use crate::diagnostics::{Code, Diagnostic, Severity};
use typst::diag::SourceDiagnostic;
use typst_as_lib::TypstAsLibError;

/// Why there are no pages.
pub(super) fn refused(error: TypstAsLibError) -> Vec<Diagnostic> {
    match error {
        TypstAsLibError::TypstSource(found) => wrong(&found),
        TypstAsLibError::TypstFile(error) => vec![problem(&error.to_string())],
        TypstAsLibError::MainSourceFileDoesNotExist(_) => {
            vec![problem("the theme's file is missing")]
        }
        TypstAsLibError::HintedString(found) => {
            vec![helped(problem(found.message()), found.hints())]
        }
        TypstAsLibError::Unspecified(message) => vec![problem(&message)],
    }
}

/// What Typst found wrong in a file of ours.
pub(super) fn wrong(found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    found.iter().map(translated).collect()
}

/// What Typst found strange.
pub(super) fn warned(found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    let warning = |diagnostic| Diagnostic { severity: Severity::Warning, ..diagnostic };
    found.iter().map(translated).map(warning).collect()
}

fn translated(found: &SourceDiagnostic) -> Diagnostic {
    helped(problem(&found.message), found.hints.iter().map(|hint| &hint.v))
}

/// What else went wrong while typesetting.
pub(super) fn problem(message: &str) -> Diagnostic {
    Diagnostic::error(Code::Typesetting, format!("the typesetter says: {message}"))
}

fn helped<S: ToString>(
    mut problem: Diagnostic,
    hints: impl IntoIterator<Item = S>,
) -> Diagnostic {
    problem.helps.extend(hints.into_iter().map(|hint| hint.to_string()));
    problem
}
