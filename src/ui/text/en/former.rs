//! The words about where practices stood before, while this round leaves that open.

use crate::analysis::{Count, Current, ReportFormer};
use crate::exchange::{Block, Row, Table};
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::rounds::round_called;

pub const NOT_CONFIRMED: &str = "Not confirmed in this round";
pub const NOT_CONFIRMED_HINT: &str = "This is old: it is what an earlier round says, and it counts for nothing here. A practice shows as new as \
    soon as its answers are confirmed or given anew.";
pub const STOOD_AT: &str = "Old level";
pub const STOOD_IN: &str = "From";
pub const STANDS_NOW: &str = "In this round";

/// How many practices are shown as they were.
pub fn not_confirmed(count: usize) -> String {
    format!("{} not confirmed in this round", how_many(count, "practice", "practices"))
}

/// Where a practice stood, where its level itself is drawn beside it.
pub fn former_beside(round: &str) -> String {
    format!("old, from {round}, not confirmed in this round")
}

/// Where a practice stood, in words alone.
pub(super) fn former_level(level: Current, round: &str) -> String {
    format!("{} in {round}, not confirmed in this round", short(level))
}

/// Where a practice stands in this round as far as that is known.
pub fn stands_so_far(now: Current) -> String {
    short(now)
}

/// On the start page: how many practices the round before knew more of than this one.
pub fn assessed_before(before: Count, round: &str) -> String {
    let round = if round.trim().is_empty() { "the round before" } else { round.trim() };
    format!("{} of {} were assessed in {round}. That is old until it is confirmed.", before.done, before.of)
}

/// What a report says of them: how many, and where each stood.
pub(super) fn former_blocks(all: &[ReportFormer]) -> Vec<Block> {
    if all.is_empty() {
        return Vec::new();
    }
    let row = |it: &ReportFormer| Row {
        cells: vec![it.practice.clone(), short(it.former.level), round_called(&it.round), short(it.former.now)],
        bar: None,
        is_group: false,
    };
    let table = Table {
        caption: not_confirmed(all.len()),
        head: ["Practice", STOOD_AT, STOOD_IN, STANDS_NOW].map(str::to_owned).to_vec(),
        bars: None,
        rows: all.iter().map(row).collect(),
    };
    vec![Block::Words(NOT_CONFIRMED_HINT.to_owned()), Block::Table(table)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_old_is_said_to_be_old() {
        let two = Current::Known {
            low: crate::model::Level::new(2),
            high: crate::model::Level::new(2),
            basis: crate::analysis::Basis::Indicators,
            exact: crate::analysis::Exact::Level,
        };
        assert_eq!(former_level(two, "June 2026"), "2 in June 2026, not confirmed in this round");
        assert_eq!(not_confirmed(1), "1 practice not confirmed in this round");
        let before = Count { done: 17, of: 18 };
        assert_eq!(
            assessed_before(before, " "),
            "17 of 18 were assessed in the round before. That is old until it is confirmed."
        );
    }
}
