//! How what stands in a file is read: every type takes its values apart by the functions here, and says where in them something is
//! wrong.
//!
//! The types are written by what serde derives. Reading them that way, too, would make a reader anew for each type and for each place
//! that it is read from: a tenth of all code of the app, most of it where records keep members that are not known. That what was
//! written is read as the same is tried with everything that can be said (`tests/it/session_files.rs`).

use std::collections::BTreeMap;
use std::convert::Infallible;

use serde_json::{Map, Value};

use super::{
    ActionId, ActorId, ConflictId, Date, DiscussionId, EvidenceId, Expected, Fault, FindingId, PartId, PersonId, ReplyId,
    ReportCode, RoundEventId, RoundId, SessionId, SignOffId, Stamp, Timestamp, Wrong, day, moment,
};
use crate::model::{
    AnswerId, BadId, CharacteristicId, ContentHash, DependencyId, DutyId, Edition, GroupId, IndicatorId, ItemId, KnownConflictId,
    Level, ModelId, OptionId, PracticeId, ProfileId, QuestionId, RegionId,
};

/// What can be read from a value of a file.
pub trait FromFile: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, and where.
    fn from_file(value: Value) -> Result<Self, Misread>;

    /// Reads it from its text; `None` where that can't be done.
    #[must_use]
    fn from_json(text: &str) -> Option<Self> {
        serde_json::from_slice(text.as_bytes()).ok().and_then(|value| Self::from_file(value).ok())
    }

    /// What it means where a member of this type is not there; `None` where it has to be there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// That something is wrong in a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Where, as a path from the value that was read, as `sides[1].reason`; empty when it is that value.
    pub path: String,
    /// What.
    pub what: Wrong,
}

impl Misread {
    /// Something else is expected there.
    #[must_use]
    pub const fn not_a(expected: Expected) -> Self {
        Self { path: String::new(), what: Wrong::NotA(expected) }
    }

    /// The same, seen from the value that has it as a member.
    #[must_use]
    pub fn in_member(self, name: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: [name, dot, &self.path].concat(), what: self.what }
    }

    /// The same, seen from the list that has it as an entry.
    #[must_use]
    pub fn in_entry(self, index: usize) -> Self {
        self.in_member(&["[", &index.to_string(), "]"].concat())
    }
}

impl From<Wrong> for Misread {
    fn from(what: Wrong) -> Self {
        Self { path: String::new(), what }
    }
}

impl From<Fault> for Misread {
    fn from(fault: Fault) -> Self {
        Wrong::Fault(fault).into()
    }
}

impl From<BadId> for Misread {
    fn from(bad: BadId) -> Self {
        Wrong::BadId(bad).into()
    }
}

impl From<Infallible> for Misread {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A text.
fn text(value: Value) -> Result<String, Misread> {
    if let Value::String(text) = value { Ok(text) } else { Err(Misread::not_a(Expected::Text)) }
}

/// The entries of a list.
pub(super) fn entries(value: Value) -> Result<Vec<Value>, Misread> {
    if let Value::Array(entries) = value { Ok(entries) } else { Err(Misread::not_a(Expected::List)) }
}

/// Types that a text becomes, if it is such a one.
macro_rules! from_text {
    ($($type:ty),+ $(,)?) => {$(
        impl FromFile for $type {
            fn from_file(value: Value) -> Result<Self, Misread> {
                Ok(Self::try_from(text(value)?)?)
            }
        }
    )+};
}

from_text!(
    ItemId,
    ContentHash,
    ModelId,
    Edition,
    GroupId,
    PracticeId,
    AnswerId,
    IndicatorId,
    ProfileId,
    QuestionId,
    OptionId,
    DependencyId,
    DutyId,
    RegionId,
    SessionId,
    PersonId,
    PartId,
    EvidenceId,
    RoundId,
    ActorId,
    ReportCode,
    DiscussionId,
    ActionId,
    FindingId,
    ReplyId,
    RoundEventId,
    SignOffId,
    ConflictId,
    CharacteristicId,
    KnownConflictId,
    Stamp,
);

/// Types that can be seen from a value.
macro_rules! from_seen {
    ($($type:ty, $expected:expr, $seen:expr;)+) => {$(
        impl FromFile for $type {
            fn from_file(value: Value) -> Result<Self, Misread> {
                let seen: fn(&Value) -> Option<$type> = $seen;
                seen(&value).ok_or(const { Misread::not_a($expected) })
            }
        }
    )+};
}

from_seen! {
    bool, Expected::TrueOrFalse, Value::as_bool;
    u64, Expected::Number { highest: None }, Value::as_u64;
    i64, Expected::Number { highest: None }, Value::as_i64;
    usize, Expected::Number { highest: None }, |value| usize::try_from(value.as_u64()?).ok();
    Level, Expected::Number { highest: Some(u8::MAX) }, |value| u8::try_from(value.as_u64()?).ok().map(Level::new);
    Date, Expected::Day, |value| day(value.as_str()?);
    Timestamp, Expected::Moment, |value| moment(value.as_str()?);
}

impl FromFile for String {
    fn from_file(value: Value) -> Result<Self, Misread> {
        text(value)
    }
}

impl FromFile for Value {
    fn from_file(value: Value) -> Result<Self, Misread> {
        Ok(value)
    }
}

impl FromFile for Map<String, Value> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        if let Value::Object(members) = value { Ok(members) } else { Err(Misread::not_a(Expected::Object)) }
    }
}

impl<T: FromFile> FromFile for Option<T> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        if value.is_null() { Ok(None) } else { T::from_file(value).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromFile> FromFile for Box<T> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        T::from_file(value).map(Self::new)
    }
}

impl<T: FromFile> FromFile for Vec<T> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let entries = entries(value)?.into_iter().enumerate();
        entries.map(|(index, entry)| T::from_file(entry).map_err(|misread| misread.in_entry(index))).collect()
    }
}

impl<K: TryFrom<String> + Ord, V: FromFile> FromFile for BTreeMap<K, V>
where
    Misread: From<K::Error>,
{
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut read = Self::new();
        for (name, value) in Map::from_file(value)? {
            let value = V::from_file(value).map_err(|misread| misread.in_member(&name))?;
            read.insert(K::try_from(name)?, value);
        }
        Ok(read)
    }
}
