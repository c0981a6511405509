//! The plan laid out in time, by how much people can take on. What has a day already stays where it is, and takes its share.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use jiff::{Span, ToSpan};

use super::planned::{PlannedAction, after_what_they_need};
use crate::analysis::Effort;
use crate::session::{ActionId, Date, Work};

/// How much people can take on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// So many actions within three months; at least 1.
    AQuarter(u16),
    /// So many people, each at one action at a time; at least 1.
    People(u16),
}

/// An action with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTime {
    /// The action.
    pub id: ActionId,
    /// The day on which it begins.
    pub start: Date,
    /// The day by which it is done; not before it begins.
    pub due: Date,
    /// Whether somebody said by when it is to be done; else the days are proposed.
    pub is_dated: bool,
    /// Whether it is late as of the day from which on it was laid out.
    pub is_late: bool,
    /// What has to be done before it, or is for what it rests on, will not be done, as days were set: the days that somebody said are not moved.
    pub is_before_its_needs: bool,
}

/// The longest that one action is taken to last, in days.
const LONGEST: i32 = 3_650;

/// Lays out what is ahead, from a day on. In the order of the plan, but that what has to be done first comes first, and nothing begins before that
/// has ended.
#[must_use]
pub fn in_time(plan: &[PlannedAction], capacity: Capacity, from: Date) -> Vec<InTime> {
    let ahead = after_what_they_need(plan.iter().filter(|it| it.action.is_ahead()).cloned().collect());
    let dated: Vec<(Date, Date)> = ahead.iter().filter_map(|it| days_said(it, from)).collect();
    let mut room = Room::of(capacity, from, dated);
    let mut done: BTreeMap<ActionId, Date> = BTreeMap::new();
    // By when all are done that several actions rest on together: they come before each of these, so that is known once and for all.
    let mut together: BTreeMap<usize, Option<Date>> = BTreeMap::new();
    let mut all = Vec::new();
    for it in ahead {
        let last = |ids: &[ActionId]| ids.iter().filter_map(|id| done.get(id)).max().copied();
        let rests =
            it.rests_on.iter().filter_map(|before| *together.entry(before.number).or_insert_with(|| last(&before.actions)));
        let needs = rests.max().max(last(&it.waits_for));
        let earliest = needs.map_or(from, |needs| later(needs, 1.day())).max(it.action.start.unwrap_or(from)).max(from);
        let said = days_said(&it, from);
        let (start, due) = said.unwrap_or_else(|| room.take(earliest, length(&it)));
        done.insert(it.id.clone(), due);
        all.push(InTime {
            start,
            due,
            is_dated: said.is_some(),
            is_late: it.action.is_late(from),
            is_before_its_needs: needs.is_some_and(|needs| start <= needs),
            id: it.id,
        });
    }
    all
}

/// The days of an action whose end somebody said; where nobody said when it begins, as long before as it takes, but not before the first day.
fn days_said(it: &PlannedAction, from: Date) -> Option<(Date, Date)> {
    let due = it.action.due?;
    let before = due.saturating_sub((length(it) - 1).days());
    let start = it.action.start.unwrap_or_else(|| before.max(from));
    Some((start.min(due), due))
}

/// How long it takes, in days of the calendar: a small one a week, a medium one a month, a large one a quarter; of days of work there are five a
/// week.
fn length(it: &PlannedAction) -> i32 {
    match (it.action.work, it.effort) {
        (Some(Work::Days(days)), _) => {
            let days = i32::try_from(days).unwrap_or(LONGEST).min(LONGEST);
            (days.saturating_mul(7).saturating_add(4) / 5).clamp(1, LONGEST)
        }
        (_, Effort::One) => 7,
        (_, Effort::Few) => 30,
        (_, Effort::Many) => 91,
    }
}

fn later(day: Date, by: Span) -> Date {
    day.saturating_add(by)
}

/// What is still free.
enum Room {
    /// How many each quarter from the first day on takes, and how many it has.
    Quarters { from: Date, most: u16, taken: BTreeMap<i32, u16>, first_free: i32 },
    /// From when on each person is free, the soonest first, with what they are at by days that somebody said, the last first.
    People { free: BinaryHeap<Reverse<(Date, usize)>>, busy: Vec<Vec<(Date, Date)>> },
}

impl Room {
    fn of(capacity: Capacity, from: Date, mut dated: Vec<(Date, Date)>) -> Self {
        match capacity {
            Capacity::AQuarter(most) => {
                let mut taken = BTreeMap::new();
                for (_, due) in dated {
                    *taken.entry(quarter_of(from, due)).or_default() += 1;
                }
                Self::Quarters { from, most: most.max(1), taken, first_free: 0 }
            }
            Capacity::People(people) => {
                let people = usize::from(people.max(1));
                crate::model::order::by_key(&mut dated, |days| Reverse(*days));
                let mut busy = vec![Vec::new(); people];
                let at = (0..people).cycle();
                dated.into_iter().zip(at).for_each(|(days, at)| busy.get_mut(at).into_iter().for_each(|it| it.push(days)));
                Self::People { free: (0..people).map(|at| Reverse((from, at))).collect(), busy }
            }
        }
    }

    /// The days of something that takes so long and can't begin before a day.
    fn take(&mut self, earliest: Date, length: i32) -> (Date, Date) {
        match self {
            Self::Quarters { from, most, taken, first_free } => {
                while taken.get(first_free).is_some_and(|count| count >= most) {
                    *first_free += 1;
                }
                let mut quarter = quarter_of(*from, earliest).max(*first_free);
                // What waits for something else comes in the quarter after.
                if begin_of(*from, quarter) < earliest {
                    quarter += 1;
                }
                while taken.get(&quarter).is_some_and(|count| count >= most) {
                    quarter += 1;
                }
                *taken.entry(quarter).or_default() += 1;
                let end = begin_of(*from, quarter + 1).yesterday().unwrap_or(Date::MAX);
                (begin_of(*from, quarter), end)
            }
            Self::People { free, busy } => {
                let Some(Reverse((day, at))) = free.pop() else { return (earliest, earliest) };
                let mut start = day.max(earliest);
                let end_of = |start: Date| later(start, (length - 1).days());
                let busy = busy.get_mut(at);
                if let Some(busy) = busy {
                    while let Some((begins, ends)) = busy.last().copied().filter(|(begins, _)| *begins <= end_of(start)) {
                        busy.pop();
                        if ends >= start && begins <= end_of(start) {
                            start = later(ends, 1.day());
                        }
                    }
                }
                let due = end_of(start);
                free.push(Reverse((later(due, 1.day()), at)));
                (start, due)
            }
        }
    }
}

/// In which quarter from the first one on a day is; those before are in the first.
fn quarter_of(from: Date, day: Date) -> i32 {
    let months = i32::from(day.year() - from.year()) * 12 + i32::from(day.month() - from.month());
    let quarter = months.div_euclid(3).max(0);
    if begin_of(from, quarter) > day { (quarter - 1).max(0) } else { quarter }
}

fn begin_of(from: Date, quarter: i32) -> Date {
    later(from, quarter.saturating_mul(3).clamp(0, 100_000).months())
}
