//! Many assessments beside each other: sites, products, suppliers, clients.
//!
//! Each becomes a [`Member`], which holds what the comparison needs of it and no more; [`fleet`] says what follows from all of them. Three
//! rules hold throughout:
//!
//! - **What nobody assessed is no level 0.** Only levels that are known to the end count; how many are open, not known, not applicable or not
//!   assessed stands beside them.
//! - **No average.** The lowest, the one in the middle, the highest and how often each level is there: a weak site must not hide.
//! - **Only what means the same is compared.** What was said under older editions is carried over by the list of changes; what can't be is
//!   named with the reason.

mod comparable;
mod in_order;
mod levels;
mod member;
mod missed;

use std::borrow::Borrow;
use std::collections::BTreeMap;

pub use comparable::{NotComparable, comparable};
pub use in_order::{FleetOrder, fleet_order};
pub use levels::{LevelsAmong, Median};
pub use member::{Member, MemberDuty, MemberPractice, MemberStanding, MemberStatement, Need, fleet_member};
pub use missed::{DutyAmong, StatementAmong};

use crate::analysis::Exact;
use crate::model::{PracticeId, order};

/// What follows from many assessments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fleet {
    /// How many there are.
    pub members: usize,
    /// Per practice, in the model's order.
    pub practices: Vec<PracticeAmong>,
    /// The statements that are said not to hold where they are needed, those of most members first.
    pub statements: Vec<StatementAmong>,
    /// The demands from outside that are known to be missed today, those of most members first.
    pub duties: Vec<DutyAmong>,
}

/// A practice among many assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeAmong {
    /// The practice.
    pub practice: PracticeId,
    /// The levels of those that are known to the end; `None` where none is, or the model's rule gives fractions or shares.
    pub levels: Option<LevelsAmong>,
    /// Which members lie far away from the others, by their places: see [`LevelsAmong::is_outlier`].
    pub outliers: Vec<usize>,
    /// At how many it is answered, but not to the end.
    pub open: usize,
    /// At how many it stands at a fraction, or has a share of each level: no whole level says that.
    pub fractions: usize,
    /// At how many those who were asked did not know.
    pub not_known: usize,
    /// At how many nobody said anything.
    pub not_assessed: usize,
    /// At how many it was answered under an older edition, to questions that mean something else now.
    pub asked_anew: usize,
    /// At how many it makes no sense.
    pub not_applicable: usize,
    /// How many have a target.
    pub targets: usize,
    /// How many are known to lie below their target, or below what something outside demands.
    pub short: usize,
}

/// What follows from these. All have to be about the same model ([`comparable`]); a practice that one of them does not have is not assessed
/// there.
#[must_use]
pub fn fleet<M: Borrow<Member>>(members: &[M]) -> Fleet {
    let members: Vec<&Member> = members.iter().map(Borrow::borrow).collect();
    let mut practices: Vec<PracticeAmong> = Vec::new();
    let mut places: BTreeMap<&PracticeId, usize> = BTreeMap::new();
    for practice in members.iter().flat_map(|member| &member.practices) {
        places.entry(&practice.practice).or_insert_with(|| {
            practices.push(PracticeAmong::of(&practice.practice, members.len()));
            practices.len() - 1
        });
    }
    let mut levels: Vec<LevelsAmong> = practices.iter().map(|_| LevelsAmong::default()).collect();
    for practice in members.iter().flat_map(|member| &member.practices) {
        let Some(place) = places.get(&practice.practice) else { continue };
        if let (Some(among), Some(levels)) = (practices.get_mut(*place), levels.get_mut(*place)) {
            among.count(practice);
            levels.add(practice.stands, practice.exact);
        }
    }
    for (place, member) in members.iter().enumerate() {
        for practice in &member.practices {
            let Some(at) = places.get(&practice.practice) else { continue };
            let is_far =
                practice.exact == Exact::Level && levels.get(*at).is_some_and(|levels| levels.is_outlier(practice.stands));
            practices.get_mut(*at).filter(|_| is_far).into_iter().for_each(|among| among.outliers.push(place));
        }
    }
    for (among, levels) in practices.iter_mut().zip(levels) {
        among.levels = (levels.count() > 0).then_some(levels);
    }
    Fleet { members: members.len(), practices, statements: missed::statements(&members), duties: missed::duties(&members) }
}

impl PracticeAmong {
    /// A practice of which nothing is said yet by so many.
    fn of(practice: &PracticeId, members: usize) -> Self {
        Self {
            practice: practice.clone(),
            levels: None,
            outliers: Vec::new(),
            open: 0,
            fractions: 0,
            not_known: 0,
            not_assessed: members,
            asked_anew: 0,
            not_applicable: 0,
            targets: 0,
            short: 0,
        }
    }

    fn count(&mut self, practice: &MemberPractice) {
        self.targets += usize::from(practice.target.is_some());
        self.short += usize::from(practice.falls_short);
        let counted = match practice.stands {
            MemberStanding::NotAssessed => return,
            MemberStanding::At(_) if practice.exact != Exact::Level => Some(&mut self.fractions),
            MemberStanding::At(_) => None,
            MemberStanding::Between(..) => Some(&mut self.open),
            MemberStanding::NotKnown => Some(&mut self.not_known),
            MemberStanding::AskedAnew => Some(&mut self.asked_anew),
            MemberStanding::NotApplicable => Some(&mut self.not_applicable),
        };
        counted.into_iter().for_each(|count| *count += 1);
        self.not_assessed = self.not_assessed.saturating_sub(1);
    }
}

impl Fleet {
    /// What follows for a practice.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&PracticeAmong> {
        self.practices.iter().find(|among| among.practice == *id)
    }

    /// The practices in which most members fall short, the first of these first; none in which no member does.
    #[must_use]
    pub fn weakest(&self) -> Vec<&PracticeAmong> {
        let mut all: Vec<_> = self.practices.iter().filter(|among| among.short > 0).collect();
        order::by_key(&mut all, |among| std::cmp::Reverse(among.short));
        all
    }
}
