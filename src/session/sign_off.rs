//! Sign-offs: that somebody confirmed a round as it was on a day, with the figures they saw. What changes afterwards is seen against that;
//! a sign-off alters nothing and keeps nobody from going on.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::from_members;
use super::{Date, PersonId, Role, RoundId, Seen};
use crate::model::{ContentHash, Edition, Level, ModelId, PracticeId, ProfileId, Scope, new_id};

new_id!(
    /// One sign-off of a round.
    SignOffId
);

impl SignOff {
    /// Whether a later version signed more than this one knows: then not all of it can be compared.
    #[must_use]
    pub fn says_more(&self) -> bool {
        let Self { figures, facts, unknown, .. } = self;
        let profiles = figures.profiles.iter().map(|it| &it.unknown);
        let practices = figures.practices.iter().map(|it| &it.unknown);
        let lists = facts.iter().map(|it| &it.unknown);
        [unknown, &figures.unknown].into_iter().chain(profiles).chain(practices).chain(lists).any(|unknown| !unknown.is_empty())
    }
}

impl SignOffId {
    /// What sorts before every id and is none: where the sign-offs of a round begin.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

/// What a sign-off is: which of those of a round. Each has an id of its own, so that two people can sign apart. It belongs to its round and is
/// carried into no other one; a closed round can be signed, too, since nothing in it changes by that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignOffOf {
    /// The round.
    pub round: RoundId,
    /// The sign-off.
    pub sign_off: SignOffId,
}

from_members!(SignOffOf { round, sign_off });

/// That somebody confirmed a round. What it says of the person is what held then: people change their names and roles.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignOff {
    /// Who.
    pub person: PersonId,
    /// What they were called then.
    pub name: String,
    /// In which role.
    pub role: Role,
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// What the round was called then; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub round_name: String,
    /// The figures that they confirmed. Boxed: a change of anything else takes up no more room because of them.
    pub figures: Box<SignedFigures>,
    /// What people had said, list by list in the order of files.
    pub facts: Vec<SignedList>,
    /// What the copy had seen in which it was signed: by this, later changes are counted. Whether anything changed follows from the digests.
    pub seen: Seen,
    /// The digest of all this; see docs/sign-off.md.
    pub digest: String,
    /// The signature of a device, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// Members that this version does not know, kept as they came. They are signed, too.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignOff { person, name, role, on, round_name or empty, figures, facts, seen, digest, signature; unknown });

/// The figures of a round, as far as somebody confirms them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignedFigures {
    /// The model.
    pub model: ModelId,
    /// Its edition.
    pub edition: Edition,
    /// The hash of its content, where somebody brought it: its edition alone does not say what it asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<ContentHash>,
    /// The profiles laid over it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<SignedProfile>,
    /// Each practice, in the model's order.
    pub practices: Vec<SignedPractice>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignedFigures { model, edition, content, profiles or empty, practices; unknown });

/// A profile that counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignedProfile {
    /// Which.
    pub profile: ProfileId,
    /// Its edition.
    pub edition: Edition,
    /// The hash of what it asks and proposes: its edition alone does not say that.
    pub content: ContentHash,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignedProfile { profile, edition, content; unknown });

/// The figures of one practice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignedPractice {
    /// Which.
    pub practice: PracticeId,
    /// Whether it makes no sense for the system.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_applicable: bool,
    /// The level it has in any case, if that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The level it may have, where something was open; the same as above where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Level>,
    /// How much is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Level>,
    /// How specific what is done is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// How specific it needs to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_scope: Option<Scope>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignedPractice { practice, not_applicable or empty, level, at_most, target, scope, target_scope; unknown });

/// What people had said in one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignedList {
    /// The name of the list in files.
    pub list: String,
    /// How many entries it had.
    pub entries: u64,
    /// Their digest.
    pub digest: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignedList { list, entries, digest; unknown });

/// A signature. It proves that whoever had the key signed; whose key that is, people have to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Signature {
    /// How it was made: `ed25519`. Others are kept and can't be checked here.
    pub kind: String,
    /// The public key, in base 64.
    pub key: String,
    /// The signature, in base 64.
    pub signature: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Signature { kind, key, signature; unknown });

/// That somebody took a sign-off back. Whoever signed, and what, stays to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignOffTakenBack {
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(SignOffTakenBack { on, why or empty; unknown });
