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
    use crate::ui::text::en::agenda::AGENDA;
    use crate::ui::text::en::assess::FULL_PASS;
    use crate::ui::text::en::assess::QUICK_PASS;
    use crate::ui::text::en::characteristics::CHARACTERISTICS;
    use crate::ui::text::en::check::CHECK;
    use crate::ui::text::en::cohort::BENCHMARK;
    use crate::ui::text::en::crossrefs::RELATED_FRAMEWORKS;
    use crate::ui::text::en::duties::DUTIES;
    use crate::ui::text::en::evidence::EVIDENCE;
    use crate::ui::text::en::interview::COMPARE_PROFILE;
    use crate::ui::text::en::interview::DECISION_LOG;
    use crate::ui::text::en::interview::INTERVIEW_TITLE;
    use crate::ui::text::en::plan::PLAN;
    use crate::ui::text::en::reader::READER;
    use crate::ui::text::en::report::BOARD;
    use crate::ui::text::en::report::REPORT;
    use crate::ui::text::en::request::ASK_SOMEBODY;
    use crate::ui::text::en::request::YOUR_QUESTIONS;
    use crate::ui::text::en::review::REVIEW;
    use crate::ui::text::en::rounds::CONFIRM;
    use crate::ui::text::en::rounds::ROUNDS;
    use crate::ui::text::en::search::SEARCH;
    use crate::ui::text::en::set_up::PEOPLE;
    use crate::ui::text::en::since::SINCE;
    match page {
        SessionPage::SetUp => step(Step::SetUp),
        SessionPage::Targets => step(Step::Targets),
        SessionPage::Interview => INTERVIEW_TITLE,
        SessionPage::Compare => COMPARE_PROFILE,
        SessionPage::Decisions => DECISION_LOG,
        SessionPage::Characteristics => CHARACTERISTICS,
        SessionPage::Assess => step(Step::Assess),
        SessionPage::Quick => QUICK_PASS,
        SessionPage::Full => FULL_PASS,
        SessionPage::Evidence => EVIDENCE,
        SessionPage::People => PEOPLE,
        SessionPage::Check => CHECK,
        SessionPage::Rounds => ROUNDS,
        SessionPage::Confirm => CONFIRM,
        SessionPage::Results => step(Step::Results),
        SessionPage::Duties => DUTIES,
        SessionPage::Frameworks => RELATED_FRAMEWORKS,
        SessionPage::Since => SINCE,
        SessionPage::Benchmark => BENCHMARK,
        SessionPage::Reader => READER,
        SessionPage::Report => REPORT,
        SessionPage::Board => BOARD,
        SessionPage::Agenda => AGENDA,
        SessionPage::Plan => PLAN,
        SessionPage::Share => step(Step::Share),
        SessionPage::Review => REVIEW,
        SessionPage::Request => ASK_SOMEBODY,
        SessionPage::Answer => YOUR_QUESTIONS,
        SessionPage::Search => SEARCH,
    }
}
