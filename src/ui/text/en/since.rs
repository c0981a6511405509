//! The words about what became of things from one round to another.

use crate::analysis::{Current, Length, Move, PracticeMove, ReportMove, ReportSince, StatementMove, TrendPoint, TwoRounds};
use crate::exchange::{Block, ListEntry, Row, Table};
use crate::model::{Level, Scope};
use crate::ui::text::en::assess::verdict;
use crate::ui::text::en::duties::in_words;
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan_reality::plan_reality_blocks;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::scope;
use crate::ui::text::en::rounds::round_called;
use crate::ui::text::intl::list;

pub(super) const SINCE: &str = "Since the round before";
pub const SINCE_LEAD: &str = "Two rounds beside each other: what rose, what fell, and why.";
pub const ONLY_ONE_ROUND: &str =
    "There is only one round so far. Begin another when it is time; then this page says what became of things.";
pub const WHICH_ROUNDS: &str = "Compare with";
pub const THEN: &str = "Then";
pub const NOW: &str = "Now";
pub const WHICH_WAY: &str = "Which way";
pub const WHY_IT_MOVED: &str = "Why";
pub const OVER_ALL_ROUNDS: &str = "Over all rounds";
pub const OVER_ALL_ROUNDS_HINT: &str = "In each cell: the level of that round, the target that it was measured against, and the outside minimum of \
    that time. Where something changed since, or another edition is here, nobody knows that minimum any more: today's stands there, and it says so.";
pub const TO_SINCE: &str = "What became of things since the round before";
pub const WENT_UP: &str = "Up";
pub const WENT_DOWN: &str = "Down";
pub const SLOPE_KEY: &str =
    "A hollow circle is then, a full one now, a diamond the target now. A solid line goes up, a dashed one down.";
pub const SLOPE: &str = "Where each practice stood then, and where it stands now";

/// Which way a practice went.
pub const fn which_way(moved: Move) -> &'static str {
    match moved {
        Move::Fell => "down",
        Move::Rose => "up",
        Move::BecameOpen => "not settled yet",
        Move::BecameKnown => "known now",
        Move::AppliesOtherwise => "does not apply any more, or applies now",
        Move::Stayed => "as before",
    }
}

/// What became of things since a round, in a sentence.
pub fn since(both: &TwoRounds, before: &str) -> String {
    let ways = [Move::Rose, Move::Fell, Move::Stayed, Move::BecameKnown, Move::BecameOpen, Move::AppliesOtherwise];
    let ways = ways.into_iter().map(|way| (way, both.count(way))).filter(|(_, count)| *count > 0);
    let ways: Vec<String> = ways
        .enumerate()
        .map(|(place, (way, count))| match place {
            0 => format!("{} {}", how_many(count, "practice", "practices"), which_way(way)),
            _ => format!("{count} {}", which_way(way)),
        })
        .collect();
    format!(
        "Since {before}: {}; {} confirmed, {} changed, {} new, {} not looked at again.",
        list(&ways),
        how_many(both.confirmed, "answer", "answers"),
        both.changed,
        both.new,
        both.not_looked_at
    )
}

/// A level then or now.
pub fn level_then(current: Current) -> String {
    short(current)
}

/// What stands in a cell over all rounds.
pub fn trend_cell(point: &TrendPoint) -> String {
    let minimum = match (point.minimum, point.is_minimum_of_today) {
        (Some(minimum), false) => format!("; outside minimum {minimum}"),
        (Some(minimum), true) => format!("; outside minimum {minimum} today"),
        (None, false) => String::new(),
        (None, true) => "; no outside minimum today".to_owned(),
    };
    match point.target {
        Some(target) => format!("{} of {target}{minimum}", short(point.level)),
        None => format!("{}{minimum}", short(point.level)),
    }
}

/// The highest that something outside demands now.
pub fn trend_minimum(minimum: Option<Level>) -> String {
    minimum.map(|level| level.to_string()).unwrap_or_default()
}

/// What moved beside the statements: the target and who moved it, the scope, the evidence that came, and what nobody looked at.
pub fn moved_beside(it: &PracticeMove, target_by: Option<&str>, evidence: &[String]) -> Vec<String> {
    let level = |level: Option<Level>| level.map_or_else(|| "none".to_owned(), |level| level.to_string());
    let how = |it: Option<Scope>| it.map_or("not said", scope);
    let [target_before, target_now] = it.target;
    let [scope_before, scope_now] = it.scope;
    let by = target_by.map(|by| format!(", by {by}")).unwrap_or_default();
    let target = (target_before != target_now).then(|| format!("Target: {} → {}{by}", level(target_before), level(target_now)));
    let is_moved = scope_before != scope_now && scope_now.is_some();
    let scope = is_moved.then(|| format!("How specific: {} → {}", how(scope_before), how(scope_now)));
    let evidence = (!evidence.is_empty()).then(|| format!("Shown since by: {}", list(evidence)));
    let left = (it.not_looked_at > 0)
        .then(|| format!("Nobody looked again at {} of before", how_many(it.not_looked_at, "answer", "answers")));
    let first = match it.first_answers() {
        (0, _) => None,
        (all, met) => {
            Some(format!("{} answered for the first time, {met} of these met", how_many(all, "statement", "statements")))
        }
    };
    target.into_iter().chain(scope).chain(evidence).chain(left).chain(first).collect()
}

/// A statement of which something else is said now.
pub fn statement_moved(statement: &str, it: &StatementMove, by: Option<&str>) -> String {
    let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
    let on = it.on.map(|on| format!(", {}", in_words(on))).unwrap_or_default();
    let statement = statement.trim_end_matches('.');
    format!("{statement}: {} → {}{by}{on}", verdict(it.before), verdict(it.now))
}

/// What a report says about what became of things: a sentence and the practices that moved; in a full one every practice, and
/// why.
pub(super) fn since_blocks(report: Option<&ReportSince>, length: Length) -> Vec<Block> {
    let Some(report) = report else { return Vec::new() };
    let row = |it: &ReportMove| {
        let [then, now] = it.moved.level.map(level_then);
        let target = it.moved.target[1].map(|level| level.to_string()).unwrap_or_default();
        Row {
            cells: vec![it.practice.clone(), then, now, target, which_way(it.moved.moved).to_owned()],
            bar: None,
            is_group: false,
        }
    };
    let table = Table {
        caption: SLOPE.to_owned(),
        head: ["Practice", THEN, NOW, "Target now", WHICH_WAY].map(str::to_owned).to_vec(),
        bars: None,
        rows: report.practices.iter().filter(|it| length == Length::Full || it.moved.moved != Move::Stayed).map(row).collect(),
    };
    let why = |it: &ReportMove| {
        let by = it.target_by.as_ref().map(name_in_report);
        let statement = |(words, moved, by): &(String, StatementMove, Option<crate::analysis::Name>)| {
            statement_moved(words, moved, by.as_ref().map(name_in_report).as_deref())
        };
        let lines = moved_beside(&it.moved, by.as_deref(), &it.evidence).into_iter().chain(it.statements.iter().map(statement));
        ListEntry { head: it.practice.clone(), text: which_way(it.moved.moved).to_owned(), lines: lines.collect() }
    };
    let reasons: Vec<ListEntry> = report.practices.iter().filter(|it| it.moved.has_a_reason()).map(why).collect();
    let why =
        (length == Length::Full && !reasons.is_empty()).then(|| [Block::Heading(WHY_IT_MOVED.to_owned()), Block::List(reasons)]);
    let sentence = Block::Words(since(&report.both, &round_called(&report.before)));
    let table = (!table.rows.is_empty()).then_some(Block::Table(table));
    // A short report takes few pages: the full one has what became of the plan.
    let plan = report.plan.as_ref().filter(|_| length == Length::Full);
    let plan = plan.map(|plan| plan_reality_blocks(plan, &report.planned)).unwrap_or_default();
    std::iter::once(sentence).chain(table).chain(plan).chain(why.into_iter().flatten()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_things_is_one_sentence() {
        let rounds = ["r1", "r2"].map(|id| crate::session::RoundId::try_from(id).unwrap_or_else(|_| unreachable!()));
        let one = |practice: &str, moved| PracticeMove {
            practice: practice.try_into().unwrap_or_else(|_| unreachable!()),
            level: [Current::Unanswered; 2],
            moved,
            target: [None, Some(Level::new(2))],
            target_by: None,
            scope: [None; 2],
            statements: Vec::new(),
            not_looked_at: 1,
            evidence: std::collections::BTreeSet::new(),
        };
        let practices = vec![one("a", Move::Rose), one("b", Move::Rose), one("c", Move::Fell)];
        assert_eq!(
            practices.first().map(|it| moved_beside(it, Some("Ana"), &["Photo".to_owned()])),
            Some(vec![
                "Target: none → 2, by Ana".to_owned(),
                "Shown since by: Photo".to_owned(),
                "Nobody looked again at 1 answer of before".to_owned()
            ])
        );
        let both = TwoRounds { rounds, practices, confirmed: 12, changed: 1, new: 0, not_looked_at: 40 };
        assert_eq!(
            since(&both, "June 2026"),
            "Since June 2026: 2 practices up, 1 down; 12 answers confirmed, 1 changed, 0 new, 40 not looked at again."
        );
    }
}
