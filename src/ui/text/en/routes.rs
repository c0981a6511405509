//! What steps and pages are called where links lead to them.

use crate::ui::routes::{SessionPage, Step};

/// A step of the way.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::SetUp => "Set up",
        Step::Targets => "Targets",
        Step::Assess => "Assess",
        Step::Results => "Results",
        Step::Share => "Share",
    }
}

/// A page among those of assessing, beside each other; others by the name of their heading.
pub const fn assessing(page: SessionPage) -> &'static str {
    match page {
        SessionPage::Assess => "Overview",
        _ => title(page),
    }
}

/// The heading of a page, where it is the same for every session; pages of one practice are headed by its name.
pub const fn title(page: SessionPage) -> &'static str {
    use super::{
        AGENDA, ASK_SOMEBODY, BOARD, CHECK, COMPARE_PROFILE, DECISION_LOG, EVIDENCE, FULL_PASS, INTERVIEW_TITLE, PEOPLE,
        QUICK_PASS, RELATED_FRAMEWORKS, REPORT, SEARCH, YOUR_QUESTIONS,
    };
    match page {
        SessionPage::SetUp => step(Step::SetUp),
        SessionPage::Targets => step(Step::Targets),
        SessionPage::Interview => INTERVIEW_TITLE,
        SessionPage::Compare => COMPARE_PROFILE,
        SessionPage::Decisions => DECISION_LOG,
        SessionPage::Assess => step(Step::Assess),
        SessionPage::Quick => QUICK_PASS,
        SessionPage::Full => FULL_PASS,
        SessionPage::Evidence => EVIDENCE,
        SessionPage::People => PEOPLE,
        SessionPage::Check => CHECK,
        SessionPage::Results => step(Step::Results),
        SessionPage::Frameworks => RELATED_FRAMEWORKS,
        SessionPage::Report => REPORT,
        SessionPage::Board => BOARD,
        SessionPage::Agenda => AGENDA,
        SessionPage::Share => step(Step::Share),
        SessionPage::Request => ASK_SOMEBODY,
        SessionPage::Answer => YOUR_QUESTIONS,
        SessionPage::Search => SEARCH,
    }
}
