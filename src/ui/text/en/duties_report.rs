//! The words of what law and contracts demand in the report.

use crate::analysis::{Duties, Duty, DutyKind, PartOf, Results};
use crate::exchange::{Block, ListEntry, Row, Table};
use crate::session::Date;
use crate::ui::text::en::duties::{
    DUTY_COLUMNS_NEEDS, DUTY_COLUMNS_PRACTICE, DUTY_COLUMNS_RULE, DUTY_COLUMNS_STATE, DUTY_DAYS, NOT_CHECKED, beside_needs,
    carried_by, duties_missed, duties_summary, duty_day, duty_day_entry, duty_kind, duty_kind_hint, duty_state, needed_statement,
    no_advice, part_of, whom_it_binds,
};
use crate::ui::text::en::laws::{law_counts, whom_in_short};
use crate::ui::text::intl::list;

/// The chapter of the report: the same as on the page, as of the report's day. Nothing where profiles say no more than levels.
pub(super) fn duty_blocks(duties: &Duties, results: &Results, on: Date) -> Vec<Block> {
    let Some(missed) = duties_missed(results) else { return Vec::new() };
    let mut blocks = vec![
        Block::Lead(missed),
        Block::Words(duties_summary(duties, on)),
        Block::Words(format!("{} {NOT_CHECKED}", no_advice(&duties.read))),
    ];
    for kind in DutyKind::ALL {
        let groups = duties.of_kind(kind);
        if groups.is_empty() {
            continue;
        }
        // What may not bind anybody here is told law by law: one by one it would bury what does.
        let rows: Vec<Row> = match kind {
            DutyKind::Perhaps | DutyKind::NotOurs => groups.into_iter().flat_map(|(_, all)| by_state(kind, &all)).collect(),
            _ => groups.into_iter().flat_map(|(_, all)| all).map(row).collect(),
        };
        blocks.push(Block::Heading(duty_kind(kind, on)));
        blocks.push(Block::Table(Table {
            caption: duty_kind_hint(kind).to_owned(),
            head: [DUTY_COLUMNS_RULE, DUTY_COLUMNS_PRACTICE, DUTY_COLUMNS_STATE, DUTY_COLUMNS_NEEDS].map(str::to_owned).to_vec(),
            bars: None,
            rows,
        }));
    }
    let days: Vec<ListEntry> = duties
        .days()
        .into_iter()
        .map(|(day, begins, duties)| ListEntry {
            head: format!("{}.", duty_day(day, begins)),
            text: duty_day_entry(&duties),
            lines: Vec::new(),
        })
        .collect();
    if !days.is_empty() {
        blocks.push(Block::Heading(DUTY_DAYS.to_owned()));
        blocks.push(Block::List(days));
    }
    blocks
}

/// A row for each state in which duties of a law stand.
fn by_state(kind: DutyKind, all: &[&Duty]) -> Vec<Row> {
    let mut states: Vec<(String, Vec<&Duty>)> = Vec::new();
    for duty in all {
        let state = if kind == DutyKind::NotOurs { duty_state(duty) } else { String::new() };
        match states.iter_mut().find(|(other, _)| *other == state) {
            Some((_, same)) => same.push(duty),
            None => states.push((state, vec![duty])),
        }
    }
    let row = |(state, same): (String, Vec<&Duty>)| {
        let first = same.first();
        let mut rule: Vec<String> = first.map(|duty| part_of(&duty.part_of)).into_iter().collect();
        rule.extend(whom_in_short(&same));
        rule.extend(first.map(|duty| link(duty)).filter(|link| !link.is_empty()));
        let mut names: Vec<&str> = Vec::new();
        for duty in &same {
            if !names.contains(&duty.name.as_str()) {
                names.push(&duty.name);
            }
        }
        let state = if state.is_empty() { law_counts(kind, &same) } else { format!("{}: {state}", law_counts(kind, &same)) };
        Row { cells: vec![rule.join(". "), list(&names), state, String::new()], bar: None, is_group: false }
    };
    states.into_iter().map(row).collect()
}

fn row(duty: &Duty) -> Row {
    let rule = [part_of(&duty.part_of), whom_it_binds(duty), duty.source.clone(), link(duty)];
    let needs: Vec<String> = duty.needs.iter().map(needed_statement).collect();
    let cells = vec![
        rule.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". "),
        carried_by(&duty.name, duty.result.level),
        duty_state(duty),
        needs.into_iter().chain(beside_needs(duty)).collect::<Vec<_>>().join(" · "),
    ];
    Row { cells, bar: None, is_group: false }
}

fn link(duty: &Duty) -> String {
    match &duty.part_of {
        PartOf::Law(_, Some(link)) => link.clone(),
        PartOf::Law(_, None) | PartOf::Profile(_) | PartOf::Own => String::new(),
    }
}
