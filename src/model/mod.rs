//! What is asked: a maturity model, the profiles laid over it, and the reading of both from their files.
//!
//! Nothing of a particular model is in the code: another maturity model is another file. [`Model`] is what a model file says,
//! [`Profile`] what a profile file says, and [`Questionnaire`] one model with any number of profiles laid over it.
//! All three exist only in a valid state: [`read_model`] and [`read_profile`] are the only ways to make the first two, and they
//! report every problem of a file at once.

mod amount;
mod answer_scale;
mod asked_index;
mod audience;
mod characteristics;
mod coherence;
mod crossrefs;
mod depends;
mod duty;
mod edition;
mod former_words;
mod glossary;
mod hex;
mod history;
mod id;
mod interview;
mod lasts;
mod level;
mod lines;
mod model_index;
mod offered;
pub mod order;
mod own;
mod problem;
mod problem_kind;
mod profile;
mod questionnaire;
mod read;
mod read_audience;
mod read_crossrefs;
mod read_duties;
mod read_editions;
mod read_glossary;
mod read_guidance;
mod read_model;
mod read_profile;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod scoring;
mod structure;
mod text;

pub use amount::{Amount, Fraction};
pub use answer_scale::{AnswerScale, OwnAnswer};
pub use audience::{Audience, Context, LeftOut, MeantFor, SystemRole, Technology};
pub use characteristics::{Characteristic, Effect, KnownConflict};
pub use coherence::{Coherence, Dependency};
pub use crossrefs::{Crossrefs, Framework, ReaderRole, Reference, ReferenceStatus, Relationship};
pub use duty::{Applies, DutyRole, Law, Minimum, WORLD};
pub use edition::{Became, EditionChanges, ItemChange, ItemId};
pub use former_words::{FormerItem, FormerWords};
pub use glossary::{Glossary, Term};
pub use hex::hex;
pub use history::Editions;
pub use id::{
    AnswerId, BadId, CharacteristicId, DependencyId, DutyId, Edition, FrameworkId, GroupId, IndicatorId, KnownConflictId,
    ModelId, OptionId, PracticeId, ProfileId, QuestionId, RegionId, RuleId, TermId,
};
pub(crate) use id::{is_id, new_id};
pub use interview::{AnswerOption, Asks, Base, Condition, Interview, Question, Rule, TwoDrivers};
pub use lasts::Lasts;
pub use level::{Level, Scope};
pub use lines::ProblemAt;
pub(crate) use model_index::WhenNeeded;
pub use offered::{OfferedModel, read_offered};
pub use own::{ContentHash, LARGEST_MODEL, OwnModel, own_model, read_own_model};
pub use problem::{Problem, Problems};
pub use problem_kind::{FileKind, ProblemKind};
pub use profile::{ExtraIndicator, Profile, Proposal};
pub use questionnaire::{AskedIndicator, Questionnaire};
pub use read_crossrefs::{read_crossrefs, read_frameworks};
pub use read_editions::read_former_words;
pub use read_glossary::read_glossary;
pub use read_guidance::{read_coherence, read_interview};
pub use read_model::{MODEL_FORMAT, read_model};
pub use read_profile::{read_list, read_profile};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use schema::id_schema;
pub use scoring::{LevelRule, Rollup, RollupRule, Scoring};
pub use structure::{Example, Group, Indicator, IndicatorKind, LevelAction, LevelGuide, Model, Practice, Rung, ScopeWords};
pub use text::{Aliases, Text, first_sentence};
