//! Outputs that show the same share one Document, which is composed once.

use crate::cli::plan::Target;
use crate::diagnostics::Diagnostic;
use crate::document::{Document, View, compose};
use crate::profile::Profile;
use std::sync::Arc;

/// What has been composed, and of what.
struct Shown {
    profile: Arc<Profile>,
    view: View,
    document: Arc<Document>,
    problems: Vec<Diagnostic>,
}

/// Everything that has been composed.
#[derive(Default)]
pub(super) struct Shared(Vec<Shown>);

impl Shared {
    /// The Document that an output shows of a profile, and what was noticed while it was
    /// composed.
    pub(super) fn document(
        &mut self,
        profile: &Arc<Profile>,
        target: &Target,
    ) -> (Arc<Document>, Vec<Diagnostic>) {
        let is_same = |one: &&Shown| {
            Arc::ptr_eq(&one.profile, profile)
                && one.view == target.view
                && one.document.translations == target.translations
        };
        if let Some(one) = self.0.iter().find(is_same) {
            return (Arc::clone(&one.document), one.problems.clone());
        }
        let mut composed = compose(profile, &target.view);
        composed.document.translations.clone_from(&target.translations);
        let (document, problems) = (Arc::new(composed.document), composed.problems);
        self.0.push(Shown {
            profile: Arc::clone(profile),
            view: target.view.clone(),
            document: Arc::clone(&document),
            problems: problems.clone(),
        });
        (document, problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::plan;
    use crate::document::Asked;
    use crate::readers;

    /// For each output the first that has the same Document.
    fn firsts(outputs: &str) -> Vec<usize> {
        let yaml = format!("name: Ada Example\noutputs:\n{outputs}");
        let source = readers::read("profile.yaml", yaml.as_bytes());
        let profile = Arc::new(source.profile.unwrap());
        let (targets, problems) = plan::all(&profile, &Asked::default());
        assert_eq!(problems, []);
        let mut shared = Shared::default();
        let documents: Vec<_> =
            targets.iter().map(|target| shared.document(&profile, target).0).collect();
        let first = |one| documents.iter().position(|other| Arc::ptr_eq(one, other));
        documents.iter().filter_map(first).collect()
    }

    #[test]
    fn outputs_share_what_they_show_alike() {
        assert_eq!(firsts("  readme: {}\n  html: {}\n  text: {width: 60}\n"), [0, 0, 0]);
        assert_eq!(
            firsts("  readme: {}\n  html: {header: false}\n  text: {}\n"),
            [0, 1, 0]
        );
        let languages = "  readme: {locales: [en, de]}\n  text: {locale: de}\n";
        assert_eq!(firsts(languages), [0, 1, 2], "pages name their translations");
    }
}
