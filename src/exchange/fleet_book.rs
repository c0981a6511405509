//! Many assessments side by side as a workbook: who stands where, each practice among all, and what is missed most, a sheet each. Levels that are
//! known to the end are numbers; what is not is words, so that nobody counts it as one.

use std::borrow::Borrow;

use super::book::{Book, BookCell};
use super::workbook::SheetWords;
use crate::analysis::{Exact, Fleet, LevelsAmong, Median, Member, MemberStanding, PartOf, PracticeAmong};
use crate::model::{Level, PracticeId};

/// The words of such a workbook: the names of its sheets with the heads of their columns, and what values are called.
#[derive(Clone, Copy)]
pub struct FleetBookWords {
    /// Who stands where: name, short of need, duties missed; then the practices.
    pub map: SheetWords<3>,
    /// Each practice: lowest, in the middle, highest, how many at each level, how many are short, what is not counted.
    pub practices: SheetWords<7>,
    /// What is missed most: statement, practice, level, by how many, of how many that need it, by whom.
    pub statements: SheetWords<6>,
    /// The duties that are missed: what they are part of, practice, by how many, of how many, by whom.
    pub duties: SheetWords<5>,
    /// Where a practice stands.
    pub standing: fn(MemberStanding, Exact) -> String,
    /// A level in the middle.
    pub median: fn(Median) -> String,
    /// How many stand at each level.
    pub levels: fn(&PracticeAmong) -> String,
    /// How many are not counted, and why.
    pub not_counted: fn(&PracticeAmong) -> String,
    /// What a duty is part of.
    pub part_of: fn(&PartOf) -> String,
}

/// The workbook. `practice` says what a practice is called.
#[must_use]
pub fn fleet_book<M: Borrow<Member>>(
    members: &[M],
    fleet: &Fleet,
    practice: &dyn Fn(&PracticeId) -> String,
    words: &FleetBookWords,
) -> Book {
    let members: Vec<&Member> = members.iter().map(Borrow::borrow).collect();
    let by_whom = |places: &[usize]| {
        let labels: Vec<&str> = places.iter().filter_map(|place| Some(members.get(*place)?.label.as_str())).collect();
        BookCell::text(&labels.join("\n"))
    };
    let mut map = words.map.with(Vec::new());
    map.heads.extend(fleet.practices.iter().map(|among| practice(&among.practice)));
    map.rows = members.iter().map(|member| row_of(member, fleet, words)).collect();
    let practices = fleet.practices.iter().map(|among| {
        let level =
            |read: fn(&LevelsAmong) -> Level| among.levels.as_ref().map_or(BookCell::Empty, |levels| level_cell(read(levels)));
        let median = among.levels.as_ref().map(|levels| (words.median)(levels.median()));
        [
            BookCell::text(&practice(&among.practice)),
            level(LevelsAmong::min),
            BookCell::text(&median.unwrap_or_default()),
            level(LevelsAmong::max),
            BookCell::text(&(words.levels)(among)),
            BookCell::count(among.short),
            BookCell::text(&(words.not_counted)(among)),
        ]
    });
    let statements = fleet.statements.iter().map(|it| {
        let (said, of) = (BookCell::text(&it.text), BookCell::text(&practice(&it.practice)));
        [said, of, level_cell(it.level), BookCell::count(it.missed.len()), BookCell::count(it.needed), by_whom(&it.missed)]
    });
    let duties = fleet.duties.iter().map(|it| {
        let (of, on) = (BookCell::text(&(words.part_of)(&it.part_of)), BookCell::text(&practice(&it.practice)));
        [of, on, BookCell::count(it.missed.len()), BookCell::count(it.counting), by_whom(&it.missed)]
    });
    let sheets = vec![
        map,
        words.practices.with(practices.collect()),
        words.statements.with(statements.collect()),
        words.duties.with(duties.collect()),
    ];
    Book { sheets }
}

/// Where one of them stands, in the order in which the practices stand in the heads.
fn row_of(member: &Member, fleet: &Fleet, words: &FleetBookWords) -> Vec<BookCell> {
    let stands = fleet.practices.iter().map(|among| {
        let it = member.practice(&among.practice);
        let (stands, exact) = it.map_or((MemberStanding::NotAssessed, Exact::Level), |it| (it.stands, it.exact));
        match (stands, exact) {
            (MemberStanding::At(level), Exact::Level) => level_cell(level),
            (other, exact) => BookCell::text(&(words.standing)(other, exact)),
        }
    });
    [BookCell::text(&member.label), BookCell::count(member.short()), BookCell::count(member.missed())]
        .into_iter()
        .chain(stands)
        .collect()
}

fn level_cell(level: Level) -> BookCell {
    BookCell::Number(level.number().into())
}
