//! The list of gaps: which are on it, in which order, and which of them one wants to see.

use super::confidence::Grade;
use super::{MinimumFit, PracticeOverview};
use crate::model::{GroupId, Level, order};
use crate::session::Role;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapOrder {
    /// What something outside demands and is missed first, since that is not ours to weigh; then the largest gap; what it will only
    /// demand later comes last.
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
        let size = gap_size(gap);
        self.domain.as_ref().is_none_or(|domain| gap.domain.as_ref() == Some(domain))
            && self.size.is_none_or(|least| size >= least)
            && self.consequence.is_none_or(|least| gap.consequence.as_ref().is_some_and(|consequence| consequence.level >= least))
            && self.effort.is_none_or(|effort| Effort::of(gap.missing) == effort)
            && self.confidence.is_none_or(|grade| gap.ground.grade() == Some(grade))
            && self.role.is_none_or(|role| gap.roles.contains(&role))
    }
}

/// By how many levels a practice may lie below its target or below what something outside demands, whichever is more.
#[must_use]
pub fn gap_size(gap: &PracticeOverview) -> i16 {
    gap.result.gap.map_or(0, |gap| gap.most).max(gap.result.below_minimum())
}

/// Whether a practice lies, or may lie, below its target or below what something outside demands, today or later.
fn is_gap(gap: &PracticeOverview) -> bool {
    gap_size(gap) > 0 || gap.result.is_below_minimum() || gap.result.below_later().is_some()
}

/// The practices that lie, or may lie, below their target or below what something outside demands. Those that only will, once it is in
/// force, are on the list, and last wherever it is sorted by how much or how soon.
#[must_use]
pub fn gap_list<'a>(all: &'a [PracticeOverview], filter: &GapFilter) -> Vec<&'a PracticeOverview> {
    let mut gaps: Vec<&PracticeOverview> = all.iter().filter(|gap| is_gap(gap) && filter.shows(gap)).collect();
    let largest_first = |gap: &PracticeOverview| (-gap_size(gap), gap.result.gap.map(|gap| -gap.least));
    // Sorted by size first: what is the same by another order stays in this one.
    order::by_key(&mut gaps, |gap| largest_first(gap));
    match filter.order {
        GapOrder::Size => {}
        GapOrder::Urgency => order::by_key(&mut gaps, |gap| match gap.result.minimum_fit() {
            MinimumFit::Missed => 0,
            MinimumFit::Open => 1,
            MinimumFit::Reached | MinimumFit::NotDemanded if gap_size(gap) > 0 => 2,
            MinimumFit::Reached | MinimumFit::NotDemanded => 3,
        }),
        GapOrder::Domain => order::by_key(&mut gaps, |gap| gap.number),
        GapOrder::Consequence => {
            order::by_key(&mut gaps, |gap| std::cmp::Reverse(gap.consequence.as_ref().map(|consequence| consequence.level)))
        }
        GapOrder::Effort => order::by_key(&mut gaps, |gap| gap.missing),
        GapOrder::Confidence => order::by_key(&mut gaps, |gap| gap.ground),
    }
    gaps
}
