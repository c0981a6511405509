//! Reading objects and choices: what [`FromFile`] says of types that have members or are one of a few words.

use serde_json::{Map, Value};

use super::{Expected, FromFile, Misread, Wrong};

/// The members of an object, each taken out when it is read.
pub struct Members(Map<String, Value>);

impl Members {
    /// The members of a value.
    ///
    /// # Errors
    /// When it is no object.
    pub fn of(value: Value) -> Result<Self, Misread> {
        Map::from_file(value).map(Self)
    }

    /// A member, as it stands there.
    pub(super) fn value(&mut self, name: &str) -> Option<Value> {
        self.0.shift_remove(name)
    }

    /// A member.
    ///
    /// # Errors
    /// What is wrong with it, and that it is not there but has to be.
    pub fn take<T: FromFile>(&mut self, name: &str) -> Result<T, Misread> {
        match self.value(name) {
            Some(value) => T::from_file(value).map_err(|misread| misread.in_member(name)),
            None => T::absent().ok_or_else(|| Wrong::Missing(name.to_owned()).into()),
        }
    }

    /// A member that may be missing.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn take_or_empty<T: FromFile + Default>(&mut self, name: &str) -> Result<T, Misread> {
        match self.value(name) {
            Some(value) => T::from_file(value).map_err(|misread| misread.in_member(name)),
            None => Ok(T::default()),
        }
    }

    /// What was not taken.
    #[must_use]
    pub fn rest(self) -> Map<String, Value> {
        self.0
    }

    /// That everything was taken.
    ///
    /// # Errors
    /// When something was not.
    pub fn nothing_else(self) -> Result<(), Misread> {
        self.0.into_iter().next().map_or(Ok(()), |(name, _)| Err(Wrong::Unknown(name).into()))
    }
}

/// What is chosen of a few things, by its word; and what is said beside it, where that is an object with the word as its only member.
///
/// # Errors
/// When it is neither.
pub(super) fn choice(value: Value) -> Result<(String, Option<Value>), Misread> {
    match value {
        Value::String(word) => Ok((word, None)),
        Value::Object(members) if members.len() == 1 => {
            let said = members.into_iter().next().map(|(word, said)| (word, Some(said)));
            said.ok_or_else(|| Misread::not_a(Expected::TextOrObject))
        }
        _ => Err(Misread::not_a(Expected::TextOrObject)),
    }
}

/// What is said beside a choice.
pub(super) fn said<T: FromFile>(word: &str, value: Value) -> Result<T, Misread> {
    T::from_file(value).map_err(|misread| misread.in_member(word))
}

/// That a choice is none of those that are known, or that one is known, but with something said beside it or without.
pub(super) fn no_choice(word: String, said: Option<&Value>, known: &[&str]) -> Misread {
    if !known.contains(&word.as_str()) {
        return not_one_of(word, known);
    }
    Misread::not_a(if said.is_some() { Expected::Text } else { Expected::Object })
}

fn not_one_of(found: String, known: &[&str]) -> Misread {
    Wrong::NotOneOf { found, known: known.iter().map(|word| (*word).to_owned()).collect() }.into()
}

/// The place of a word among those that are known.
pub(super) fn word(value: Value, known: &[&str]) -> Result<usize, Misread> {
    let word = String::from_file(value)?;
    known.iter().position(|known| *known == word).ok_or_else(|| not_one_of(word, known))
}

/// Reads types from objects: by the names of all their members, `or empty` where one may be missing. At the end stands what becomes
/// of others: `; unknown` keeps them there, `; ..` passes them over; else there can't be any.
macro_rules! from_members {
    ($type:ty { $($member:ident $(or $empty:ident)?),+; unknown }) => {
        from_members!(@ $type, members, Ok(Self {
            $($member: from_members!(# members $member $($empty)?),)+
            unknown: members.rest(),
        }));
    };
    ($type:ty { $($member:ident $(or $empty:ident)?),+; .. }) => {
        from_members!(@ $type, members, Ok(Self { $($member: from_members!(# members $member $($empty)?),)+ }));
    };
    ($type:ty { $($member:ident $(or $empty:ident)?),+ }) => {
        from_members!(@ $type, members, {
            let it = Self { $($member: from_members!(# members $member $($empty)?),)+ };
            members.nothing_else().map(|()| it)
        });
    };
    (@ $type:ty, $members:ident, $read:expr) => {
        impl $crate::session::FromFile for $type {
            fn from_file(value: ::serde_json::Value) -> Result<Self, $crate::session::Misread> {
                let mut $members = $crate::session::Members::of(value)?;
                $read
            }
        }
    };
    (# $members:ident $member:ident) => { $members.take(stringify!($member))? };
    (# $members:ident $member:ident empty) => { $members.take_or_empty(stringify!($member))? };
}
pub(crate) use from_members;

/// Reads types that are one of a few words: by all their variants, each with its word.
macro_rules! from_words {
    ($($type:ident: $($variant:ident $word:literal),+;)+) => {$(
        impl $crate::session::FromFile for $type {
            fn from_file(value: ::serde_json::Value) -> Result<Self, $crate::session::Misread> {
                // One that is missing in the list does not compile.
                const ALL: &[$type] = {
                    const fn _all(it: $type) {
                        match it {
                            $($type::$variant => ()),+
                        }
                    }
                    &[$($type::$variant),+]
                };
                const WORDS: &[&str] = &[$($word),+];
                let at = $crate::session::members::word(value, WORDS)?;
                ALL.get(at).copied().ok_or(const { $crate::session::Misread::not_a($crate::session::Expected::Text) })
            }
        }
    )+};
}
pub(super) use from_words;
