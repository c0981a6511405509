//! The words of tables that leave, in the language that is chosen.

use crate::exchange::{
    AnswerBookWords, DecisionLogWords, FleetBookWords, PlanWords, ReviewWords, TradeLabels, TradeWords, WorkbookWords,
};
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
        rests_on: t::resting_on,
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

/// The words of a workbook.
#[must_use]
pub fn workbook_words() -> WorkbookWords {
    WorkbookWords {
        summary: t::book_summary(),
        targets: t::book_targets(),
        answers: t::book_answers(),
        evidence: t::book_evidence(),
        gaps: t::book_gaps(),
        duties: t::book_duties(),
        plan: t::book_plan(),
        sentences: t::book_sentences,
        standing: t::standing,
        now: |result| t::level_then(result.standing.current),
        fit: t::fit,
        scope: t::scope_cell,
        reasons: |reasons| t::reasons_words(reasons).join(" "),
        who: t::called_in_report,
        verdict: t::verdict,
        answer: t::answer_to_choose,
        confidence: t::confidence,
        evidence_title: t::evidence_title,
        evidence_kind: t::evidence_kind,
        part_of: t::part_of,
        duty_kind: t::duty_kind,
        duty_state: t::duty_state,
        action: t::title_cell,
        state: t::state_cell,
        work: t::work_cell,
    }
}

/// The words of a workbook of many assessments side by side.
#[must_use]
pub fn fleet_book_words() -> FleetBookWords {
    FleetBookWords {
        map: t::fleet_book_map(),
        practices: t::fleet_book_practices(),
        statements: t::fleet_book_statements(),
        duties: t::fleet_book_duties(),
        standing: t::member_standing,
        median: t::median,
        levels: t::levels_among,
        not_counted: t::not_counted,
        part_of: t::part_of_theirs,
    }
}

/// The words of an answer sheet.
#[must_use]
pub fn answer_book_words() -> AnswerBookWords {
    AnswerBookWords {
        answers: t::FILL_IN_ANSWERS.get(),
        help: t::FILL_IN_HELP.get(),
        about: t::FILL_IN_ABOUT.get(),
        heads: t::fill_in_heads(),
        answer: t::answer_to_choose,
        language: t::tag(),
        choose: t::FILL_IN_CHOOSE.get(),
        how: t::sheet_help,
    }
}

/// The words of the forms of the trade.
#[must_use]
pub fn trade_words() -> TradeWords {
    TradeWords {
        verdict: t::verdict,
        unnamed: t::system_name,
        standing: t::standing,
        action: t::title_cell,
        why: t::why_cell,
        name: t::name_in_report,
        labels: TradeLabels {
            level: t::TRADE_LEVEL.to_owned(),
            minimum: t::TRADE_MINIMUM.to_owned(),
            evidence: t::TRADE_EVIDENCE.to_owned(),
            against: t::TRADE_AGAINST.to_owned(),
            owner: t::TRADE_OWNER.to_owned(),
            no_conformity: t::TRADE_NO_CONFORMITY.to_owned(),
            assessment: t::TRADE_ASSESSMENT.to_owned(),
            own: t::TRADE_OWN.to_owned(),
        },
    }
}
