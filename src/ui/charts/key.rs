//! The keys of the pictures: which sign means what. Only signs that occur are explained.

use crate::analysis::{Grade, LevelFit, PracticeResult};
use crate::exchange::{KeyEntry, Sign};
use crate::model::Level;
use crate::ui::charts::Row;
use crate::ui::charts::bars::is_open;
use crate::ui::text as t;

const fn entry(sign: Sign, words: &'static str) -> KeyEntry {
    KeyEntry { sign, words }
}

fn any(rows: &[Row], is: impl Fn(&PracticeResult) -> bool) -> bool {
    rows.iter().any(|row| is(&row.facts.result))
}

/// The entries that occur.
fn those(entries: impl IntoIterator<Item = (bool, KeyEntry)>) -> Vec<KeyEntry> {
    entries.into_iter().filter(|(occurs, _)| *occurs).map(|(_, entry)| entry).collect()
}

/// The lines from target to level, where they occur.
fn gaps(rows: &[Row]) -> [(bool, KeyEntry); 2] {
    [
        (any(rows, |it| it.gap.is_some_and(|gap| gap.least > 0)), entry(Sign::Solid, t::SHORT_OF_TARGET.get())),
        (any(rows, |it| it.gap.is_some_and(|gap| gap.most < 0)), entry(Sign::Dashed, t::ABOVE_TARGET.get())),
    ]
}

/// The key of the bars.
#[must_use]
pub fn bars_key(rows: &[Row]) -> Vec<KeyEntry> {
    let signs = [
        (true, entry(Sign::Circle, t::CURRENT.get())),
        (true, entry(Sign::Diamond, t::TARGET.get())),
        (any(rows, |it| it.minimum.is_some()), entry(Sign::Triangle, t::OUTSIDE_MINIMUM.get())),
    ];
    let open = [
        (any(rows, is_open), entry(Sign::Dotted, t::MAY_BE.get())),
        (any(rows, PracticeResult::is_assumed), entry(Sign::Dotted, t::WITHOUT_ASSUMED.get())),
    ];
    those(signs.into_iter().chain(gaps(rows)).chain(open))
}

/// The key of the levels.
#[must_use]
pub fn levels_key(rows: &[Row], top: Level) -> Vec<KeyEntry> {
    let occurs = |fit: LevelFit| any(rows, |it| Level::NONE.up_to(top).any(|level| LevelFit::of(it, level) == fit));
    let fits = LevelFit::ALL.into_iter().filter(|fit| occurs(*fit));
    fits.map(|fit| entry(Sign::Letters(t::level_fit_sign(fit)), t::level_fit_means(fit))).collect()
}

/// The key of what is at stake.
#[must_use]
pub fn consequences_key(rows: &[Row]) -> Vec<KeyEntry> {
    let signs = [Sign::Square, Sign::Ring, Sign::Circle];
    let occurs = |grade| rows.iter().any(|row| row.facts.result.gap.is_some() && row.facts.ground.grade() == Some(grade));
    let grades = Grade::ALL.into_iter().zip(signs).map(|(grade, sign)| (occurs(grade), entry(sign, t::confidence_grade(grade))));
    those(grades.chain(gaps(rows)).chain([(any(rows, is_open), entry(Sign::Dotted, t::MAY_BE.get()))]))
}
