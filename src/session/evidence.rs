//! Evidence: what shows that an indicator is met. The things themselves stay where they are; here is only where that is.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{from_members, from_words};
use super::{Date, EvidenceId, Fault, FromFile, Misread, PartId};
use crate::model::IndicatorId;

/// One piece of evidence. It can show any number of indicators.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What it is called.
    pub title: String,
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// Where it is: a link or a place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// From when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub dated: Option<Date>,
    /// Who made it; often nobody who takes part here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The last day on which it still shows anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub valid_until: Option<Date>,
    /// The files that it was, as people noted: never the files themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<EvidenceFile>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Evidence { title, kind, location or empty, dated, author or empty, valid_until, files or empty; unknown });

/// What a file was when somebody noted it: by this, it is known again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EvidenceFile {
    /// What it was called.
    pub name: String,
    /// How many bytes it had.
    pub size: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// On which day somebody noted that.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(EvidenceFile { name, size, sha256, on; unknown });

impl EvidenceFile {
    /// A file as somebody notes it on a day: its size in bytes and the SHA-256 of them.
    #[must_use]
    pub fn noted(name: String, size: u64, sha256: String, on: Date) -> Self {
        Self { name, size, sha256, on, unknown: Map::new() }
    }
}

/// What kind of thing a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A document.
    Document,
    /// How something is configured.
    Configuration,
    /// A log or a measurement.
    Measurement,
    /// The result of a test.
    Test,
    /// What somebody said when asked.
    Interview,
    /// What somebody saw.
    Observation,
}

from_words! {
    EvidenceKind: Document "document", Configuration "configuration", Measurement "measurement", Test "test",
        Interview "interview", Observation "observation";
}

impl EvidenceKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Document, Self::Configuration, Self::Measurement, Self::Test, Self::Interview, Self::Observation];

    /// The kind's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Configuration => "configuration",
            Self::Measurement => "measurement",
            Self::Test => "test",
            Self::Interview => "interview",
            Self::Observation => "observation",
        }
    }
}

impl Evidence {
    /// Evidence with a title and nothing else.
    #[must_use]
    pub fn new(title: impl Into<String>, kind: EvidenceKind) -> Self {
        Self {
            title: title.into(),
            kind,
            location: String::new(),
            dated: None,
            author: String::new(),
            valid_until: None,
            files: Vec::new(),
            unknown: Map::new(),
        }
    }

    /// What is known of a file by its hash.
    #[must_use]
    pub fn known_file(&self, name: &str, sha256: &str) -> KnownFile<'_> {
        // Noted twice, the first day counts: since then it has been the same.
        if let Some(same) = self.files.iter().filter(|it| it.sha256.eq_ignore_ascii_case(sha256)).min_by_key(|it| it.on) {
            return KnownFile::Same(same);
        }
        let named = self.files.iter().filter(|it| it.name == name).max_by_key(|it| it.on);
        named.map_or(KnownFile::New, KnownFile::Another)
    }

    /// Whether it says what or where it is. As long as it says neither, it shows nothing and counts nowhere.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.title.trim().is_empty() || !self.location.trim().is_empty()
    }

    /// Where it is, if that is an address of the web.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        let location = self.location.trim();
        let is_web = ["https://", "http://"].iter().any(|scheme| {
            location.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && location.len() > scheme.len()
        });
        (is_web && !location.contains(char::is_whitespace)).then_some(location)
    }
}

/// What is known of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum KnownFile<'a> {
    /// It is the one that was noted.
    Same(&'a EvidenceFile),
    /// One of the same name was noted, and it was another one.
    Another(&'a EvidenceFile),
    /// None like it was noted.
    New,
}

/// That a piece of evidence is given for an indicator, for the whole system or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceUse {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The part; `None` for the whole system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartId>,
    /// The piece of evidence.
    pub evidence: EvidenceId,
}

from_members!(EvidenceUse { indicator, part, evidence });

/// That something is so. The only other state is that it was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "bool")]
pub struct Yes;

impl From<Yes> for bool {
    fn from(_: Yes) -> Self {
        true
    }
}

impl FromFile for Yes {
    fn from_file(value: Value) -> Result<Self, Misread> {
        if bool::from_file(value)? { Ok(Self) } else { Err(Fault::OnlyTrue.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let at = |location: &str| Evidence { location: location.to_owned(), ..Evidence::new("", EvidenceKind::Document) };
        for link in ["https://wiki.example/policy", " HTTP://intranet/a "] {
            assert_eq!(at(link).link(), Some(link.trim()));
        }
        for none in ["", "https://", "javascript:alert(1)", "file:///etc", "binder 3", "https://a b", "data:text/html,x", "//x"] {
            assert_eq!(at(none).link(), None, "{none}");
        }
    }
}
