//! What can be wrong with a session beyond what serde finds. serde carries errors as text, so each kind has a short one, its
//! [`fmt::Display`], from which [`Fault::from_text`] makes it again. The screen puts the kinds into words.

use std::fmt;

/// What is wrong with a record or value of a session. A record is named by the ids of what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two records are about the same thing.
    Twice(String),
    /// Two records with the same stamp are about the same thing.
    SameStamp(String),
    /// The record has to name a round.
    NoRound(String),
    /// The record belongs to a round or part, which what it is about can't.
    Placed(String),
    /// The text is no stamp.
    BadStamp,
    /// Only `true` can be said; anything else is said by withdrawing it.
    OnlyTrue,
}

impl Fault {
    /// The fault that a text, as [`fmt::Display`] writes it, is about.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (mark, about) = text.split_once(':')?;
        let of_record = [Self::Twice, Self::SameStamp, Self::NoRound, Self::Placed].map(|kind| kind(about.to_owned()));
        let mut all = of_record.into_iter().chain([Self::BadStamp, Self::OnlyTrue]);
        all.find(|fault| fault.mark() == mark)
    }

    const fn mark(&self) -> &'static str {
        match self {
            Self::Twice(_) => "record-twice",
            Self::SameStamp(_) => "record-same-stamp",
            Self::NoRound(_) => "record-no-round",
            Self::Placed(_) => "record-placed",
            Self::BadStamp => "bad-stamp",
            Self::OnlyTrue => "only-true",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = match self {
            Self::Twice(about) | Self::SameStamp(about) | Self::NoRound(about) | Self::Placed(about) => about,
            Self::BadStamp | Self::OnlyTrue => "",
        };
        write!(f, "{}:{about}", self.mark())
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_known_again_from_its_text() {
        let about = || "practice p, person bo".to_owned();
        let of_record = [Fault::Twice(about()), Fault::SameStamp(about()), Fault::NoRound(about()), Fault::Placed(about())];
        for fault in of_record.into_iter().chain([Fault::BadStamp, Fault::OnlyTrue]) {
            assert_eq!(Fault::from_text(&fault.to_string()), Some(fault));
        }
        assert_eq!(Fault::from_text("invalid type: null, expected a string"), None);
    }
}
