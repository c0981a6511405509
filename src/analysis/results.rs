//! Everything that follows from a session, at once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::apart::Apart;
use super::consequence;
use super::current::{Basis, Current, Standing, standing_of};
use super::duty::duty_results;
use super::groups::{GroupResult, group_results};
use super::minimum::highest;
use super::open::{open_level, quick_differences};
use super::without_reason::lacks_reason;
use super::{Assessment, Binds, DutyFit, DutyKind, DutyResult, Exact, Fit, Gap, MinimumFit, OpenLevel, ScopeFit};
use crate::model::{Amount, GroupId, Level, LevelRule, PracticeId, Rollup, Scope, WhenNeeded, order};
use crate::session::List;

/// What is said of a practice as a whole that decides where it stands and needs to be.
const LEVELS_AND_TARGETS: [List; 5] = [List::Targets, List::Minimums, List::Quick, List::Scopes, List::Overrides];

/// What follows for one practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeResult {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stands.
    pub standing: Standing,
    /// How specific what is done is, if anybody said.
    pub scope: Option<Scope>,
    /// How much is enough, if anybody said.
    pub target: Option<Level>,
    /// How specific it needs to be, if anybody said.
    pub target_scope: Option<Scope>,
    /// The highest level that something outside demands today.
    pub minimum: Option<Level>,
    /// Everything that something outside demands, also what does not count today: what does first.
    pub duties: Vec<DutyResult>,
    /// Target minus current.
    pub gap: Option<Gap>,
    /// What the gap means.
    pub fit: Fit,
    /// How much is at stake, if anybody said so ([`consequence`]).
    pub stake: Option<Level>,
    /// How the scopes fit.
    pub scope_fit: ScopeFit,
    /// Why it is not known where it stands; `None` where it is. The same that is counted as [open](super::OpenPoints).
    pub open: Option<OpenLevel>,
    /// Whether two copies say differently what it rests on, as its target or its quick answer, and nobody decided which counts.
    pub is_kept_apart: bool,
    /// Whether people say differently where it stands, in the quick pass or about a statement, and nobody settled it: the lowest counts.
    pub do_people_differ: bool,
    /// Whether it counts as unanswered although somebody answered: that it does not apply, or is compensated, and not why.
    pub lacks_reason: bool,
}

impl PracticeResult {
    /// What the model's rule says beside whole levels, where it is known where the practice stands.
    #[must_use]
    pub fn exact(&self) -> Option<Exact> {
        match self.standing.current {
            Current::Known { exact, .. } => Some(exact),
            Current::Unanswered | Current::NotApplicable => None,
        }
    }

    /// The level that holds even if everything that is only assumed turned out wrong; the current one where nothing is assumed.
    #[must_use]
    pub fn sure(&self) -> Option<Level> {
        let low = self.standing.current.low()?;
        match self.standing.current {
            Current::Known { basis: Basis::Indicators, .. } => Some(self.standing.sure.map_or(low, |sure| sure.min(low))),
            _ => Some(low),
        }
    }

    /// Whether more is done than the target and anything outside ask for. More than the target alone may still be demanded.
    #[must_use]
    pub fn is_more_than_needed(&self) -> bool {
        self.fit == Fit::More && self.standing.current.low() > self.goal()
    }

    /// Whether it is known to lie below its target, or below what something outside demands.
    #[must_use]
    pub fn falls_short(&self) -> bool {
        self.fit == Fit::Short || self.minimum_fit() == super::MinimumFit::Missed
    }

    /// The same, as exactly as it is known: a part of a level may be all that is only assumed.
    #[must_use]
    pub fn sure_amount(&self) -> Option<Amount> {
        let low = self.standing.current.amounts()?.0;
        let sure = self.sure_at().and_then(Current::amounts);
        Some(sure.map_or(low, |(sure, _)| sure.min(low)))
    }

    /// Where it stands even if everything that is only assumed turned out wrong, where statements decide.
    #[must_use]
    pub fn sure_at(&self) -> Option<Current> {
        let is_by_statements = matches!(self.standing.current, Current::Known { basis: Basis::Indicators, .. });
        self.standing.sure_at.filter(|_| is_by_statements)
    }

    /// Whether where it stands rests on something that is only assumed: a level, or a part of one.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        let low = |current: Current| current.height().map(|(low, _)| low);
        self.sure() < self.standing.current.low()
            || self.sure_at().and_then(low).is_some_and(|sure| Some(sure) < low(self.standing.current))
    }
}

impl Results {
    /// Whether it can be said of each level whether it is reached: not where levels are added up to a fraction, or a mean makes one.
    #[must_use]
    pub fn have_levels(&self) -> bool {
        self.rules.level != LevelRule::Sum && !self.practices.iter().any(PracticeResult::is_fraction)
    }
}

/// What is said of all figures of a model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// How a level follows.
    pub level: LevelRule,
    /// How levels are rolled up.
    pub rollup: Rollup,
}

/// What follows from a session: one entry per practice, in the model's order, and the same rolled up by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Per practice.
    pub practices: Vec<PracticeResult>,
    /// Per top group (domain), with the groups inside.
    pub groups: Vec<GroupResult>,
    /// How a level follows and is rolled up.
    pub rules: Rules,
    /// Where each practice stands among them.
    places: WhenNeeded<BTreeMap<PracticeId, usize>>,
}

impl Results {
    /// The result of a practice.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&PracticeResult> {
        let place = || order::map(self.practices.iter().zip(0..).map(|(result, place)| (result.practice.clone(), place)));
        self.places.get_or(place).get(id).and_then(|place| self.practices.get(*place)).filter(|result| result.practice == *id)
    }

    /// The result of a group, however deep it lies.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&GroupResult> {
        self.groups.iter().find_map(|group| group.find(id))
    }

    /// How many practices have this fit.
    #[must_use]
    pub fn count(&self, fit: Fit) -> usize {
        self.practices.iter().filter(|result| result.fit == fit).count()
    }

    /// How many practices are not answered, or not to the end.
    #[must_use]
    pub fn not_to_the_end(&self) -> usize {
        let is_open =
            |it: &&PracticeResult| matches!(it.open, Some(OpenLevel::Unanswered | OpenLevel::NotKnown | OpenLevel::Unfinished));
        self.practices.iter().filter(is_open).count()
    }

    /// How many demands from outside are known to be missed today. What counts as missed anywhere is this.
    #[must_use]
    pub fn missed_duties(&self) -> usize {
        self.practices.iter().flat_map(|result| &result.duties).filter(|duty| duty.is_missed()).count()
    }

    /// How many demands from outside that count today are not shown to be met: what they need is not answered, nobody knows
    /// it, it is said not to apply, or is not asked here.
    #[must_use]
    pub fn unshown_duties(&self) -> usize {
        self.practices.iter().flat_map(PracticeResult::demanded).filter(|duty| duty.fit == DutyFit::Open).count()
    }

    /// How many demands from outside count today: it was said, or is taken, that they bind, and they are in force.
    #[must_use]
    pub fn counting_duties(&self) -> usize {
        self.practices.iter().flat_map(PracticeResult::demanded).count()
    }

    /// How many of those that are missed today are missed by what the quick pass alone says: no statement of theirs is said not to hold.
    #[must_use]
    pub fn missed_by_quick(&self) -> usize {
        let is_quick = |result: &&PracticeResult| {
            matches!(result.standing.current, Current::Known { basis: Basis::Quick, .. }) && result.standing.reading.is_silent()
        };
        let all = self.practices.iter().filter(is_quick).flat_map(|result| &result.duties);
        all.filter(|duty| duty.is_missed() && !duty.is_denied()).count()
    }

    /// Of how many demands from outside nobody said whether they apply.
    #[must_use]
    pub fn perhaps_duties(&self) -> usize {
        self.perhaps().count()
    }

    /// How many of these begin only later.
    #[must_use]
    pub fn perhaps_later(&self) -> usize {
        self.perhaps().filter(|duty| duty.begins().is_some()).count()
    }

    fn perhaps(&self) -> impl Iterator<Item = &DutyResult> {
        self.practices.iter().flat_map(|result| &result.duties).filter(|duty| duty.kind() == DutyKind::Perhaps)
    }

    /// The practices below what something outside demands that are not among these.
    pub fn also_below_minimum<'r>(&'r self, told: &'r [PracticeId]) -> impl Iterator<Item = &'r PracticeResult> {
        self.practices.iter().filter(|it| it.minimum_fit() == MinimumFit::Missed && it.is_gap() && !told.contains(&it.practice))
    }

    /// Whether anything is said of a demand beside its level: whom it binds, when, or what it needs.
    #[must_use]
    pub fn speak_of_duties(&self) -> bool {
        let is_plain = |duty: &DutyResult| match duty.duty {
            None => true,
            Some(_) => duty.binds == Binds::Assumed && duty.needs.is_empty(),
        };
        self.practices.iter().flat_map(|result| &result.duties).any(|duty| !is_plain(duty))
    }

    /// The practices where too little is done or, as far as is shown, may be: the largest gap first, in the model's order
    /// where gaps are the same.
    #[must_use]
    pub fn gaps(&self) -> Vec<&PracticeResult> {
        let mut gaps: Vec<_> = self.practices.iter().filter(|result| result.gap.is_some_and(|gap| gap.most > 0)).collect();
        order::by_key(&mut gaps, |result| result.exact_gap().map(|gap| (Reverse(gap.most), Reverse(gap.least))));
        gaps
    }

    /// The practices that miss their next level by a single indicator: those short of their target first, the largest gap before
    /// others; then those without a target, and last those that need no more.
    #[must_use]
    pub fn one_step_wins(&self) -> Vec<&PracticeResult> {
        let mut wins: Vec<_> = self.practices.iter().filter(|result| result.standing.near_miss.is_some()).collect();
        order::by_key(&mut wins, |result| match result.exact_gap() {
            Some(gap) if gap.most > Apart::ON_TARGET => (0, Reverse(gap.most)),
            None => (1, Reverse(Apart::ON_TARGET)),
            Some(gap) => (2, Reverse(gap.most)),
        });
        wins
    }

    /// The practices where more is done than the target or anything outside asks for, the largest surplus over the target first.
    #[must_use]
    pub fn more_than_needed(&self) -> Vec<&PracticeResult> {
        let mut more: Vec<_> = self.practices.iter().filter(|result| result.is_more_than_needed()).collect();
        order::by_key(&mut more, |result| result.exact_gap().map(|gap| gap.most));
        more
    }
}

/// Works out everything that follows from what was said in the round.
#[must_use]
pub fn results(assessment: &Assessment<'_>) -> Results {
    let asked = assessment.asked;
    let differing = differing(assessment);
    let practices: Vec<PracticeResult> = asked
        .model()
        .practices()
        .into_iter()
        .map(|practice| {
            let hearing = assessment.hearing(practice);
            let standing = standing_of(&hearing);
            let target = assessment.target(&practice.id);
            let level = target.map(|target| target.level);
            let scope = assessment.said.scope(&practice.id);
            let target_scope = target.map(|target| target.scope);
            let duties = duty_results(assessment, &practice.id, standing.current);
            PracticeResult {
                practice: practice.id.clone(),
                scope,
                target: level,
                target_scope,
                minimum: highest(&duties),
                gap: Gap::between(level, standing.current),
                fit: Fit::of(level, standing.current),
                stake: consequence::with_minimum(assessment, &practice.id, highest(&duties)).map(|it| it.level),
                scope_fit: ScopeFit::of(target_scope, scope),
                open: open_level(&hearing, &standing).0,
                is_kept_apart: assessment.kept_apart().has(&LEVELS_AND_TARGETS, practice.id.as_str()),
                do_people_differ: differing.contains(&practice.id),
                lacks_reason: standing.current == Current::Unanswered && lacks_reason(assessment, practice),
                duties,
                standing,
            }
        })
        .collect();
    let groups = group_results(&asked.model().groups, &practices, asked);
    let rules = Rules { level: asked.model().scoring.level, rollup: asked.model().scoring.rollup };
    Results { practices, groups, rules, places: WhenNeeded::default() }
}

/// The practices of which people say differently where they stand, and nobody settled it.
fn differing(assessment: &Assessment<'_>) -> BTreeSet<PracticeId> {
    let of_statements = assessment.disputes().iter().filter(|it| it.settled.is_none()).map(|it| it.practice.clone());
    of_statements.chain(quick_differences(assessment).into_iter().map(|it| it.practice)).collect()
}
