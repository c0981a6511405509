//! The words about plan and reality: what was planned for a round, and what it found.

use crate::analysis::{PlanAndReality, PlanKept, PlannedPractice, RestsOn};
use crate::exchange::{Block, Row, Table};
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::intl::list;

pub const PLAN_AND_REALITY: &str = "Plan and reality";
pub const PLAN_AND_REALITY_HINT: &str = "The level that the plan would have led to, if all that was due by this round had met its statements, beside the \
    level that this round found.";
pub const PLANNED_LEVEL: &str = "Planned";
pub const REACHED_LEVEL: &str = "Reached";
pub const IN_WORDS: &str = "In words";

/// How much of the plan was to be done by then, and was.
pub fn plan_by(it: &PlanAndReality) -> String {
    let actions = how_many(it.actions, "action was", "actions were");
    format!("{actions} due or done by {}, when this round began. Done: {}.", day_in_words(it.by), it.done)
}

/// Which plan that is.
pub const fn plan_rests_on(it: RestsOn) -> &'static str {
    match it {
        RestsOn::PlanOfThen => "The plan is the one that stood when this round was opened; changes since then do not count.",
        RestsOn::PlanOfNow => "How the plan stood when this round was opened was not kept. This is the plan as it is now.",
    }
}

/// What was planned and found of a practice.
pub fn planned_reached(it: &PlannedPractice, missing: &[String]) -> String {
    let open = if it.kept() == PlanKept::Open { ", not known to the end" } else { "" };
    let of = how_many(it.statements.len(), "statement", "statements");
    let is = form(it.met(), "is", "are");
    let met = format!("planned {}, reached {}{open}: of {of} {} {is} met", short(it.planned), short(it.reached), it.met());
    let named: Vec<&str> = missing.iter().map(|it| it.trim_end_matches('.')).collect();
    if named.is_empty() { format!("{met}.") } else { format!("{met}; missing: {}.", list(&named)) }
}

/// What a report says of it.
pub(super) fn plan_reality_blocks(plan: &PlanAndReality, practices: &[(String, PlannedPractice, Vec<String>)]) -> Vec<Block> {
    let row = |(name, it, missing): &(String, PlannedPractice, Vec<String>)| Row {
        cells: vec![name.clone(), short(it.planned), short(it.reached), planned_reached(it, missing)],
        bar: None,
        is_group: false,
    };
    let table = Table {
        caption: PLAN_AND_REALITY.to_owned(),
        head: ["Practice", PLANNED_LEVEL, REACHED_LEVEL, IN_WORDS].map(str::to_owned).to_vec(),
        bars: None,
        rows: practices.iter().map(row).collect(),
    };
    let words = format!("{} {}", plan_by(plan), plan_rests_on(plan.rests_on));
    vec![Block::Heading(PLAN_AND_REALITY.to_owned()), Block::Words(words), Block::Table(table)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Basis, Current, Verdict};
    use crate::model::Level;

    fn at(low: u8, high: u8) -> Current {
        Current::Known {
            low: Level::new(low),
            high: Level::new(high),
            basis: Basis::Indicators,
            exact: crate::analysis::Exact::Level,
        }
    }

    #[test]
    fn what_was_planned_and_found_is_one_sentence() {
        let said = [Verdict::Met, Verdict::Met, Verdict::Met, Verdict::NotMet].into_iter().zip(["a", "b", "c", "d"]);
        let statements = said.map(|(verdict, id)| (id.try_into().unwrap_or_else(|_| unreachable!()), verdict)).collect();
        let practice = "p".try_into().unwrap_or_else(|_| unreachable!());
        let it = PlannedPractice { practice, then: at(1, 1), planned: at(3, 3), reached: at(2, 2), statements };
        assert_eq!(
            planned_reached(&it, &["The door locks.".to_owned()]),
            "planned 3, reached 2: of 4 statements 3 are met; missing: The door locks."
        );
        let open = PlannedPractice { reached: at(2, 4), statements: Vec::new(), ..it };
        assert_eq!(planned_reached(&open, &[]), "planned 3, reached 2–4, not known to the end: of 0 statements 0 are met.");
    }
}
