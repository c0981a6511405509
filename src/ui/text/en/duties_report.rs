//! The words of what law and contracts demand in the report.

use crate::analysis::{Duties, Duty, DutyKind, Length, PartOf, Results};
use crate::exchange::{Block, ListEntry, Row, Table};
use crate::session::Date;
use crate::ui::text::en::duties::{
    DUTY_COLUMNS_NEEDS, DUTY_COLUMNS_PRACTICE, DUTY_COLUMNS_RULE, DUTY_COLUMNS_STATE, DUTY_DAYS, NOT_CHECKED, beside_needs,
    carried_by, duty_day, duty_day_entry, duty_kind, duty_kind_hint, duty_state, needed_statement, no_advice, part_of,
    when_it_binds, whom,
};
use crate::ui::text::en::duties_counted::{duties_missed, duties_summary};
use crate::ui::text::en::laws::{law_counts, whom_in_short, whom_of_all};
use crate::ui::text::intl::list;

/// What counts comes first: nothing is answered in a report.
const IN_REPORT: [DutyKind; 5] = [DutyKind::Today, DutyKind::Later, DutyKind::Perhaps, DutyKind::Over, DutyKind::NotOurs];
const WHERE_TO_READ: &str = "Where to read them";
const EACH_IN_FULL: &str = "The full report has each of these, with the statements that it needs.";

/// The chapter of the report: the same as on the page, as of the report's day. Nothing where profiles say no more than levels.
pub(super) fn duty_blocks(duties: &Duties, results: &Results, on: Date, length: Length) -> Vec<Block> {
    let Some(missed) = duties_missed(results) else { return Vec::new() };
    let mut blocks = vec![
        Block::Lead(missed),
        Block::Words(duties_summary(duties, on)),
        Block::Words(format!("{} {NOT_CHECKED}", no_advice(&duties.read))),
    ];
    match length {
        Length::Short => {
            let of = |kind| in_counts(duties, kind, on).into_iter().flatten();
            let ours: Vec<Block> = [DutyKind::Today, DutyKind::Later].into_iter().flat_map(of).collect();
            let each = (!ours.is_empty()).then(|| Block::Words(EACH_IN_FULL.to_owned()));
            blocks.extend(ours.into_iter().chain(each).chain(of(DutyKind::Perhaps)));
        }
        Length::Full => {
            blocks.extend(IN_REPORT.into_iter().filter_map(|kind| one_by_one(duties, kind, on)).flatten());
            blocks.extend(line_of_time(duties));
            blocks.extend(where_to_read(duties));
        }
    }
    blocks
}

/// The same for whoever reads one page: how many duties are missed, and of which laws.
pub(super) fn duties_in_short(duties: &Duties, results: &Results) -> Option<String> {
    let missed = |all: &[&Duty]| all.iter().filter(|duty| duty.result.is_missed()).count();
    let of_law = |(of, all): &(&PartOf, Vec<&Duty>)| match missed(all) {
        0 => None,
        missed => Some(format!("{}: {missed} of {} missed", part_of(of), all.len())),
    };
    let laws: Vec<String> = duties.of_kind(DutyKind::Today).iter().filter_map(of_law).collect();
    let laws = if laws.is_empty() { String::new() } else { format!(" By law: {}.", laws.join("; ")) };
    duties_missed(results).map(|words| format!("{words}{laws}"))
}

/// A line for each law that is ours, or may be: how many of its duties are met, and from when they hold.
fn in_counts(duties: &Duties, kind: DutyKind, on: Date) -> Option<[Block; 2]> {
    let entry = |(of, all): (&PartOf, Vec<&Duty>)| line(&part_of(of), format!("{}.", law_counts(kind, &all)));
    let laws: Vec<ListEntry> = duties.of_kind(kind).into_iter().map(entry).collect();
    (!laws.is_empty()).then(|| [Block::Heading(duty_kind(kind, on)), Block::List(laws)])
}

/// A table of the duties, law by law: what holds for all of a law stands in its first row.
fn one_by_one(duties: &Duties, kind: DutyKind, on: Date) -> Option<[Block; 2]> {
    let groups = duties.of_kind(kind);
    // What may not bind anybody here is told law by law: one by one it would bury what does.
    let rows: Vec<Row> = match kind {
        DutyKind::Perhaps | DutyKind::NotOurs => groups.into_iter().flat_map(|(_, all)| by_state(kind, &all)).collect(),
        _ => groups.into_iter().flat_map(|(of, all)| law_rows(kind, of, &all)).collect(),
    };
    let table = Table {
        caption: duty_kind_hint(kind).to_owned(),
        head: [DUTY_COLUMNS_RULE, DUTY_COLUMNS_PRACTICE, DUTY_COLUMNS_STATE, DUTY_COLUMNS_NEEDS].map(str::to_owned).to_vec(),
        bars: None,
        rows,
    };
    (!table.rows.is_empty()).then(|| [Block::Heading(duty_kind(kind, on)), Block::Table(table)])
}

fn line_of_time(duties: &Duties) -> Vec<Block> {
    let entry = |(day, begins, duties): (Date, bool, Vec<&Duty>)| line(&duty_day(day, begins), duty_day_entry(&duties));
    let days: Vec<ListEntry> = duties.days().into_iter().map(entry).collect();
    if days.is_empty() { Vec::new() } else { vec![Block::Heading(DUTY_DAYS.to_owned()), Block::List(days)] }
}

fn line(head: &str, text: String) -> ListEntry {
    ListEntry { head: format!("{head}."), text, lines: Vec::new() }
}

/// The address of each law, once.
fn where_to_read(duties: &Duties) -> Vec<Block> {
    let mut read: Vec<ListEntry> = Vec::new();
    for (law, link) in duties.all.iter().filter_map(|duty| match &duty.part_of {
        PartOf::Law(law, Some(link)) => Some((law, link)),
        PartOf::Law(_, None) | PartOf::Profile(_) | PartOf::Own => None,
    }) {
        let entry = line(law, link.clone());
        if !read.contains(&entry) {
            read.push(entry);
        }
    }
    if read.is_empty() { Vec::new() } else { vec![Block::Heading(WHERE_TO_READ.to_owned()), Block::List(read)] }
}

/// A law with how its duties stand and, where it is the same for all, whom it binds; then its duties.
fn law_rows(kind: DutyKind, of: &PartOf, all: &[&Duty]) -> Vec<Row> {
    let binds = whom_of_all(all);
    let is_whom_said = binds.is_some();
    let day = all.first().map(|duty| when_it_binds(duty)).filter(|day| all.len() > 1 && !day.is_empty());
    let day = day.filter(|day| all.iter().all(|duty| when_it_binds(duty) == *day));
    let is_day_said = day.is_some();
    let head = std::iter::once(part_of(of)).chain(binds.filter(|binds| !binds.is_empty())).chain(day).collect::<Vec<_>>();
    let head =
        Row { cells: vec![head.join(". "), String::new(), law_counts(kind, all), String::new()], bar: None, is_group: true };
    std::iter::once(head).chain(all.iter().map(|duty| row(duty, is_whom_said, is_day_said))).collect()
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

fn row(duty: &Duty, is_whom_said: bool, is_day_said: bool) -> Row {
    let whom = if is_whom_said { String::new() } else { whom(duty) };
    let when = if is_day_said { String::new() } else { when_it_binds(duty) };
    let source = if duty.source.is_empty() { part_of(&duty.part_of) } else { duty.source.clone() };
    let needs: Vec<String> = duty.needs.iter().map(needed_statement).collect();
    let cells = vec![
        [source, whom, when].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "),
        carried_by(&duty.name, duty.result.level),
        duty_state(duty),
        needs.into_iter().chain(beside_needs(duty)).collect::<Vec<_>>().join(" · "),
    ];
    Row { cells, bar: None, is_group: false }
}
