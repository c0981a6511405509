//! When the next round is due: sooner where more is at stake.
//!
//! Where something asks for level 4, as where people can be hurt, half a year: attackers and the things they attack change faster than
//! once a year. For level 3 a year, as most rules and insurers ask. Below that two years: often enough that people still know what
//! they said. It is a proposal; people set the day that they want.

use jiff::Span;

use super::{Assessment, consequence};
use crate::model::Level;
use crate::session::Date;

/// When the next round is proposed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhenAgain {
    /// After how many months.
    pub months: i8,
    /// The highest level that anything asks for; `None` where nothing does.
    pub at_stake: Option<Level>,
    /// On which day.
    pub on: Date,
}

/// When the next round is proposed, counted from a day.
#[must_use]
pub fn when_again(assessment: &Assessment<'_>, from: Date) -> WhenAgain {
    let practices = assessment.asked.model().practices().into_iter();
    let at_stake = practices.filter_map(|practice| consequence(assessment, &practice.id)).map(|it| it.level).max();
    let months = match at_stake.map(Level::number) {
        Some(4..) => 6,
        Some(3) => 12,
        Some(_) | None => 24,
    };
    let on = from.checked_add(Span::new().months(months)).unwrap_or(from);
    WhenAgain { months, at_stake, on }
}
