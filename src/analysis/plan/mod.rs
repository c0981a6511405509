//! The plan: what to propose for it, in which order and why, what it would lead to, and what follows once something of it is done.
//!
//! Nothing here says that a statement is met: only people do. What an action *would* lead to is worked out by the ordinary rules, on a copy
//! of the session in which its statements are answered.

mod finished;
mod in_plan;
mod in_time;
mod places;
mod planned;
mod proposed;
mod reality;
mod resting;
mod what_if;

pub use finished::{AnswerToConfirm, FinishedAction, finished, to_confirm};
pub use in_plan::InPlan;
pub(super) use in_plan::{by_practice, in_plan};
pub use in_time::{Capacity, InTime, in_time};
pub use planned::{PlannedAction, RESTS_ON_TOLD, WhyHere, planned};
pub use proposed::{ProposedAction, proposed, to_find_out};
pub use reality::{PlanAndReality, PlanKept, PlannedPractice, RestsOn, plan_and_reality};
pub use what_if::{WhatIf, WhatIfPractice, what_if};
