//! Names that stay: ids come from the data and are never positions, so that inserting a practice moves nothing.

use std::fmt;

/// A string that is no id: empty, longer than [`BadId::LONGEST`], or with characters other than `a-z`, `0-9`, `.`, `-`, `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId(String);

impl BadId {
    /// The longest id, in bytes.
    pub const LONGEST: usize = 120;

    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// The string.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadId {}

pub(crate) fn is_id(text: &str) -> bool {
    (1..=BadId::LONGEST).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_'))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in files and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::model::BadId;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                if $crate::model::is_id(&text) { Ok(Self(text)) } else { Err($crate::model::BadId::new(text)) }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::model::BadId;
            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::try_from(text.to_owned())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $crate::model::id_schema()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(crate) use id as new_id;

id!(
    /// A maturity model, e.g. `iot-smm`.
    ModelId
);
id!(
    /// An edition of a model or profile, e.g. `2026-11`. Editions are names, not numbers: they have no order.
    Edition
);
id!(
    /// A domain or sub-domain, e.g. `governance.strategy`.
    GroupId
);
id!(
    /// A practice, e.g. `governance.strategy.program`.
    PracticeId
);
id!(
    /// An indicator of accomplishment, e.g. `governance.strategy.program.l2.owner-named`.
    IndicatorId
);
id!(
    /// An answer of a model's own, e.g. `largely`.
    AnswerId
);
id!(
    /// A profile, e.g. `retail-pos`.
    ProfileId
);
id!(
    /// A question of the interview, e.g. `harm`.
    QuestionId
);
id!(
    /// A possible answer to a question of the interview, e.g. `serious`.
    OptionId
);
id!(
    /// A rule of the interview.
    RuleId
);
id!(
    /// A dependency between two practices.
    DependencyId
);
id!(
    /// A framework or standard that others work with, e.g. `nist-csf-2.0`.
    FrameworkId
);
id!(
    /// A word of a glossary, e.g. `least-privilege`.
    TermId
);
id!(
    /// Something that a profile says is demanded from outside, e.g. `cra-updates`.
    DutyId
);
id!(
    /// Something that a model wants of a system beside others, e.g. `safety`.
    CharacteristicId
);
id!(
    /// What a model knows of two characteristics, e.g. `locked-exit`.
    KnownConflictId
);
id!(
    /// A part of the world in which a law holds, e.g. `eu`, `uk`, `us`: countries by their two letters.
    RegionId
);

impl From<&PracticeId> for DutyId {
    fn from(practice: &PracticeId) -> Self {
        Self(practice.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_ascii_without_spaces() {
        assert!(PracticeId::try_from("hardening.vulnerability.patching").is_ok());
        for bad in ["", "Über", "a b", "<script>", "a/b", &"x".repeat(BadId::LONGEST + 1)] {
            assert!(PracticeId::try_from(bad).is_err(), "{bad}");
        }
    }
}
