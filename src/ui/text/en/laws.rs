//! The words about a law as a whole: how its duties stand, whom it binds, and that there are more.

use crate::analysis::{Duty, DutyFit, DutyKind};
use crate::session::Date;
use crate::ui::text::en::duties::{FEW_KINDS, duty_fit, in_words, whom};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::intl::list;

/// How the duties of a law stand, in counts.
pub fn law_counts(kind: DutyKind, duties: &[&Duty]) -> String {
    let all = how_many(duties.len(), "duty", "duties");
    if !matches!(kind, DutyKind::Today | DutyKind::Later | DutyKind::Perhaps) {
        return all;
    }
    let missed = if kind == DutyKind::Today { "missed" } else { "not met so far" };
    let states = [(DutyFit::Missed, missed), (DutyFit::Open, duty_fit(DutyFit::Open)), (DutyFit::Met, duty_fit(DutyFit::Met))];
    let count = |fit: DutyFit| duties.iter().filter(|duty| duty.result.fit == fit).count();
    let states: Vec<String> = states
        .into_iter()
        .map(|(fit, words)| (count(fit), words))
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    // What is still to come, or may be, says from when.
    let days: Vec<Date> = duties.iter().filter_map(|duty| duty.result.begins()).collect();
    let some = if days.len() < duties.len() { "some " } else { "" };
    let from = days.iter().min().map(|day| format!(", {some}from {}", in_words(*day)));
    format!("{all}{}: {}", from.unwrap_or_default(), list(&states))
}

/// Whom all of these duties bind, where that is the same; `None` for one alone, which says it itself.
pub fn whom_of_all(duties: &[&Duty]) -> Option<String> {
    let mut each = duties.iter().map(|duty| whom(duty));
    let first = each.next().filter(|_| duties.len() > 1)?;
    each.all(|whom| whom == first).then_some(first)
}

/// Whom a law binds, each thing once, where that is short enough to be read before its duties.
pub fn whom_in_short(duties: &[&Duty]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for whom in duties.iter().map(|duty| whom(duty)).filter(|whom| !whom.is_empty()) {
        if !all.contains(&whom) {
            all.push(whom);
        }
    }
    all.truncate(FEW_KINDS);
    all
}

/// Opens the duties of a law that are not shown at once.
pub fn more_duties(of: &str, shown: usize, duties: usize) -> String {
    match shown {
        0 => format!("Show {} of {of}", how_many(duties, "duty", "duties")),
        _ => format!("Show {} of {of}", how_many(duties, "more duty", "more duties")),
    }
}
