//! The words of tables that leave, in the language that is chosen.

#[cfg(not(target_arch = "wasm32"))]
use crate::exchange::AttestationWords;
use crate::exchange::{DecisionLogWords, PlanWords, ReviewWords};
use crate::ui::text as t;

/// The words of the plan.
#[must_use]
pub fn plan_words() -> PlanWords {
    PlanWords {
        head: t::plan_column,
        state: t::state_cell,
        work: t::work_cell,
        title: t::title_cell,
        why: t::why_cell,
        verdict: t::verdict_cell,
        parts: t::plan_parts(),
        heading: t::plan_heading(),
        label: t::plan_label(),
        renew: t::renew_in_calendar,
        next_round: t::next_round_in_calendar,
    }
}

/// The words of the decision log.
#[must_use]
pub fn decision_log_words() -> DecisionLogWords {
    DecisionLogWords {
        head: t::decision_log_head(),
        scope: t::scope_cell,
        because: t::because_cell,
        reasons: |reasons| t::reasons_words(reasons).join(" "),
        origin: t::origin_cell,
    }
}

/// The words of a review as a table and as a document.
#[must_use]
pub fn review_words() -> ReviewWords {
    ReviewWords {
        head: t::review_head(),
        kind: t::finding_kind,
        about: t::finding_about,
        suggestion: t::suggestion,
        status: t::finding_status,
        has_changed: t::HAS_CHANGED.get(),
        not_taken_over: t::NOT_TAKEN_OVER.get(),
        somebody: t::SOMEBODY_REVIEWS.get(),
        said: t::finding_said_at,
    }
}

/// The words of attestations; no page makes them yet.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn attestation_words() -> AttestationWords {
    AttestationWords { verdict: t::verdict, unnamed: t::system_name }
}
