//! The stable names of the kinds of problems.

use serde::Serialize;
use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// The kind of a problem. Programs may rely on its name, which stays when a
        /// message is reworded.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// The name in kebab case: `unknown-key`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

codes! {
    /// A file that is not there or can't be read.
    Unreadable = "unreadable",
    /// A file or a folder that can't be written.
    Unwritable = "unwritable",
    /// Bytes that are not UTF-8 text, or hold NUL.
    BadEncoding = "bad-encoding",
    /// More bytes, levels or values than are read.
    TooLarge = "too-large",
    /// Not YAML or JSON.
    Syntax = "syntax",
    /// A profile without anything in it.
    Empty = "empty",
    /// A key that is not part of the format.
    UnknownKey = "unknown-key",
    /// A key that stands twice in one map.
    DuplicateKey = "duplicate-key",
    /// A value of another kind than its key takes.
    WrongType = "wrong-type",
    /// A value that its key can't take.
    BadValue = "bad-value",
    /// A key that must be there and is not.
    Missing = "missing",
    /// Not a date.
    BadDate = "bad-date",
    /// An end before its start.
    DateOrder = "date-order",
    /// Not an address, or of a scheme that is not allowed.
    BadUrl = "bad-url",
    /// Not a mail address.
    BadEmail = "bad-email",
    /// Two sections of one id.
    DuplicateId = "duplicate-id",
    /// A section that is named and not there.
    UnknownSection = "unknown-section",
    /// A backend that is named and not there.
    UnknownBackend = "unknown-backend",
    /// A theme that is named and not there.
    UnknownTheme = "unknown-theme",
    /// An output that is named and not there.
    UnknownOutput = "unknown-output",
    /// A rule for references that can't work.
    BadAutolink = "bad-autolink",
    /// A reference that matches a rule but has no address.
    UnknownReference = "unknown-reference",
    /// A reference that looks like one and matches no rule.
    UnmatchedReference = "unmatched-reference",
    /// A character that is not shown as written.
    ControlCharacter = "control-character",
    /// Markup that is not kept as it was written.
    UnsupportedMarkup = "unsupported-markup",
    /// A character that no font has.
    MissingGlyph = "missing-glyph",
    /// A value that is not of the standard's form, and is read as what it means.
    ReadAs = "read-as",
    /// Something that no output shows.
    NotShown = "not-shown",
    /// A tag that is named and that nothing has.
    UnknownTag = "unknown-tag",
    /// An audience that is named and not there.
    UnknownAudience = "unknown-audience",
    /// A section of which a filter leaves nothing.
    EmptySection = "empty-section",
    /// A file that extends itself.
    Cycle = "cycle",
    /// A file that is not in the profile's folder.
    Outside = "outside",
    /// A path into the profile that leads nowhere.
    BadPath = "bad-path",
    /// An output without anything in it.
    EmptyOutput = "empty-output",
    /// A locale whose words are not known.
    UnknownLocale = "unknown-locale",
    /// A text that is not there in a language that was asked for.
    Untranslated = "untranslated",
    /// A file that somebody else wrote or changed.
    NotOurs = "not-ours",
    /// Markers that make no region of a file.
    BadRegion = "bad-region",
    /// HTML that GitHub removes from a page.
    Sanitized = "sanitized",
    /// A link to what is not there.
    BrokenLink = "broken-link",
    /// An image without alternative text.
    MissingAlt = "missing-alt",
    /// A heading that leaves a level out.
    HeadingJump = "heading-jump",
    /// A `:shortcode:` that no emoji has.
    UnknownShortcode = "unknown-shortcode",
    /// A way of writing that has a better one by now.
    Outdated = "outdated",
    /// Two outputs that go to one path.
    SamePath = "same-path",
    /// An output that would change.
    Stale = "stale",
    /// A program that is a backend failed, or has something to say.
    ExternalBackend = "external-backend",
    /// More pages than the output may have.
    TooLong = "too-long",
    /// The typesetter refused the document.
    Typesetting = "typesetting",
    /// Profiles of a batch that were not made.
    Failed = "failed",
    /// A fault of curricle's own.
    Internal = "internal",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
