//! The list of gaps: which are on it, in which order, and which of them one wants to see.

use std::cmp::Reverse;

use super::PracticeOverview;
use super::confidence::Grade;
use crate::model::{GroupId, Level, order};
use crate::session::Role;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapOrder {
    /// The most urgent first, as everywhere: see [`Urgency`](super::Urgency).
    #[default]
    Urgency,
    /// The largest gap first.
    Size,
    /// In the model's order.
    Domain,
    /// Those in which most is at stake first.
    Consequence,
    /// Those with the fewest statements missing first.
    Effort,
    /// Those with the weakest ground first.
    Confidence,
}

impl GapOrder {
    /// All.
    pub const ALL: [Self; 6] = [Self::Urgency, Self::Size, Self::Consequence, Self::Effort, Self::Confidence, Self::Domain];

    /// Its name in an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Urgency => "urgency",
            Self::Size => "size",
            Self::Domain => "domain",
            Self::Consequence => "stake",
            Self::Effort => "effort",
            Self::Confidence => "confidence",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.key() == key)
    }
}

/// How much is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A single statement.
    One,
    /// Two to five statements.
    Few,
    /// More.
    Many,
}

impl Effort {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Few, Self::Many];

    /// The effort that so many missing statements stand for.
    #[must_use]
    pub const fn of(missing: usize) -> Self {
        match missing {
            0 | 1 => Self::One,
            2..=5 => Self::Few,
            _ => Self::Many,
        }
    }

    /// Its name in an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
        }
    }
}

/// Which gaps one wants to see; `None` is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapFilter {
    /// The order.
    pub order: GapOrder,
    /// In this domain.
    pub domain: Option<GroupId>,
    /// At least so many levels.
    pub size: Option<i16>,
    /// With at least this level at stake.
    pub consequence: Option<Level>,
    /// That need so much.
    pub effort: Option<Effort>,
    /// On ground of this grade.
    pub confidence: Option<Grade>,
    /// That people of this role answer.
    pub role: Option<Role>,
}

impl GapFilter {
    /// Whether anything is left out.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        *self != Self { order: self.order, ..Self::default() }
    }

    fn shows(&self, gap: &PracticeOverview) -> bool {
        let size = gap.result.distance();
        self.domain.as_ref().is_none_or(|domain| gap.domain.as_ref() == Some(domain))
            && self.size.is_none_or(|least| size >= least)
            && self.consequence.is_none_or(|least| gap.consequence.as_ref().is_some_and(|consequence| consequence.level >= least))
            && self.effort.is_none_or(|effort| Effort::of(gap.missing) == effort)
            && self.confidence.is_none_or(|grade| gap.ground.grade() == Some(grade))
            && self.role.is_none_or(|role| gap.roles.contains(&role))
    }
}

/// The practices that lie, or may lie, below their target or below what something outside demands. Those that only will, once it is in force,
/// are on the list, the last by urgency.
#[must_use]
pub fn gap_list<'a>(all: &'a [PracticeOverview], filter: &GapFilter) -> Vec<&'a PracticeOverview> {
    // Of what nobody answered it is not known whether there is a gap: that stands among what is open.
    let mut gaps: Vec<&PracticeOverview> = all.iter().filter(|gap| gap.result.is_gap() && filter.shows(gap)).collect();
    // Sorted by urgency first: what is the same by another order stays in this one.
    order::by_key(&mut gaps, |gap| gap.result.turn());
    match filter.order {
        GapOrder::Urgency => {}
        GapOrder::Size => {
            order::by_key(&mut gaps, |gap| {
                (Reverse(gap.result.exact_distance()), gap.result.exact_gap().map(|gap| Reverse(gap.least)))
            });
        }
        GapOrder::Domain => order::by_key(&mut gaps, |gap| gap.number),
        GapOrder::Consequence => {
            order::by_key(&mut gaps, |gap| Reverse(gap.consequence.as_ref().map(|consequence| consequence.level)))
        }
        GapOrder::Effort => order::by_key(&mut gaps, |gap| gap.missing),
        GapOrder::Confidence => order::by_key(&mut gaps, |gap| gap.ground),
    }
    gaps
}
