//! What was said: the facts people state about their system, each with who and when.
//!
//! A [`Session`] holds ids of the model and profiles, never a text of theirs, but for the [reasons](Rationale) for which a target was
//! proposed: what was decided stands as it was read then. Every statement is a [`Fact`] in one of the
//! session's maps; the only way to alter one is a [`Change`], whose application gives back what undoes it.
//! *Unanswered* is the absence of a fact (or a withdrawn one); *I don't know*, *not met*, *not applicable* and level 0 are
//! facts.

mod action;
mod additions;
mod answer;
mod any_fact;
mod carry;
mod change;
mod characteristic;
pub mod commands;
mod digest;
mod discussion;
mod duty;
mod evidence;
mod evidence_given;
mod fact;
pub mod facts;
mod fault;
mod finding;
mod from_file;
mod from_table;
mod history;
mod judgement;
mod key;
mod list;
mod members;
mod mine;
mod moment;
mod own_model;
mod people;
mod plan;
mod rationale;
mod record;
mod report;
mod request;
mod review;
mod round_event;
mod round_state;
mod rounds;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod sign_off;
mod signed;
mod steps;
mod system;
mod table;
mod target;
mod target_history;
mod undo;
mod value;
mod without_words;
mod wrong;

use serde::Serialize;
use serde_json::{Map, Value};

pub use action::{Action, ActionId, ActionNeed, ActionOrigin, ActionState, ActionStatement, DoneOn, Dropped, Owner, Work};
pub use additions::{OwnIndicator, OwnMinimum};
pub use answer::{Answer, Compensated, NotApplicable, QuickAnswer};
pub use any_fact::AnyFact;
pub use change::Authorship;
pub use characteristic::{
    CharacteristicState, CharacteristicTarget, Conflict, ConflictDecision, ConflictId, ConflictWay, OfCharacteristic, Ordered,
    Priority,
};
pub use digest::digest;
pub use discussion::{Discussion, DiscussionId};
pub use duty::{DutyAnswer, ProfileDuty};
pub use evidence::{Evidence, EvidenceFile, EvidenceKind, EvidenceUse, KnownFile, Yes};
pub use fact::{ActorId, EvidenceId, Fact, PartId, PersonId, Place, RoundId, Seen, SessionId, Stamp, Subject};
pub use facts::Facts;
pub use fault::Fault;
pub use finding::{
    Accepted, Declined, Finding, FindingAbout, FindingDecision, FindingId, FindingKind, ReplyId, ReplyToFinding, Suggestion,
};
pub use from_file::{FromFile, Misread};
pub use jiff::{Timestamp, civil::Date};
pub use judgement::{Assignment, Confidence, Override, Settlement, Shown, Way};
pub use key::{Key, RecordKind, RecordPlace};
pub use list::{About, CountsAs, InCopy, InReport, InRequest, NextRound, OtherModel, Reading, WithoutNames};
pub use members::Members;
pub(crate) use members::from_members;
pub use mine::{mine_or_first, others};
pub use moment::{day, day_of, moment};
pub(crate) use own_model::OWN_MODEL;
pub use own_model::{BroughtModel, OwnModelRef, WordsChanged};
pub use rationale::{ProposedReason, Rationale};
pub use report::{IssuedReport, ReportCode};
pub use request::AnswerRequest;
pub use round_event::{
    AskedFor, Closed, EventOfRound, Opened, Planned, PlannedThen, Reopened, RoundEvent, RoundEventId, RoundReason, Trigger,
};
pub use round_state::{Frozen, FrozenBy, RoundState};
pub use rounds::{said_of, said_once_of};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use schema::Moment;
pub use sign_off::{
    SignOff, SignOffId, SignOffOf, SignOffTakenBack, Signature, SignedFigures, SignedList, SignedPractice, SignedProfile,
};
pub use signed::{Signed, key_fingerprint};
pub use steps::{Steps, Undone};
pub use system::{Part, Person, ProfileUse, Role, Round, SystemField};
pub use table::{Change, List, Session};
pub use target::{Because, Origin, Target};
pub use target_history::PastTargets;
pub use undo::Stroke;
pub use value::FactValue;
pub use without_words::LEFT_OUT;
pub use wrong::{Expected, Wrong};

use crate::model::{Edition, ModelId};

/// The model a session is about, by id and edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ModelRef {
    /// Which model.
    pub id: ModelId,
    /// The edition with which the session was begun.
    pub edition: Edition,
    /// What is kept of a model that somebody brought. In a file it stands behind the edition: of two copies the edition decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnModelRef>,
    /// Since which change it is this one, where it took the place of another: of two tabs the later choice stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Stamp>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(ModelRef { id, edition, own, taken; unknown });

impl ModelRef {
    /// The model of that id, in that edition.
    #[must_use]
    pub fn new(id: ModelId, edition: Edition) -> Self {
        Self { id, edition, own: None, taken: None, unknown: Map::new() }
    }
}
