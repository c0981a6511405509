//! What people say of demands from outside: where they are, and which of the demands bind them.

use serde::Serialize;
use serde_json::Value;

use super::members::{choice, from_members, no_choice, said};
use super::{Fact, FromFile, Misread, NotApplicable, Session};
use crate::model::{DutyId, ProfileId, RegionId};

/// What a profile says is demanded from outside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileDuty {
    /// The profile.
    pub profile: ProfileId,
    /// What it says is demanded.
    pub duty: DutyId,
}

from_members!(ProfileDuty { profile, duty });

/// Whether what is demanded binds this system. As long as nobody said so, it is nothing that anybody misses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyAnswer {
    /// It does.
    Applies,
    /// It does not, once there is a reason.
    NotApplicable(NotApplicable),
}

impl FromFile for DutyAnswer {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("applies", None) => Ok(Self::Applies),
            ("not_applicable", Some(why)) => said(&word, why).map(Self::NotApplicable),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["applies", "not_applicable"])),
        }
    }
}

impl Session {
    /// Where the system is sold, run or serviced; nothing where nobody said.
    pub fn places_named(&self) -> impl Iterator<Item = &RegionId> {
        self.places.iter().filter(|(_, fact)| fact.value().is_some()).map(|(region, _)| region)
    }

    /// Why people say that a demand does not bind them, if they say so; the reason may be empty still.
    #[must_use]
    pub fn why_duty_is_not_ours(&self, duty: &ProfileDuty) -> Option<&str> {
        match self.duty_answer(duty)? {
            DutyAnswer::NotApplicable(why) => Some(&why.reason),
            DutyAnswer::Applies => None,
        }
    }

    /// What people say of whether a demand binds them.
    #[must_use]
    pub fn duty_answer(&self, duty: &ProfileDuty) -> Option<&DutyAnswer> {
        self.duties.get(duty).and_then(Fact::value)
    }
}
