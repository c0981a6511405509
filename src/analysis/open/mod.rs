//! **What is open, and why**: the one place that works it out. Report, slides, agenda, check, people and results show parts of it, so
//! that the same thing is counted once and the counts agree.
//!
//! Three things are told apart. Whether it is *known where a practice stands*: each practice is at most one of [unanswered, not
//! finished, or resting on the quick pass alone](OpenLevel). Whether it is *decided how much is enough*: each is at most one of
//! [without a target, or with one that nobody confirmed](OpenTarget). And whether what is said can be *relied on*: answers that differ,
//! that something speaks against, that are only assumed or old, and what two copies say differently.

mod contradicted;
mod kinds;
mod level;
mod quick_differs;
mod statements;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use contradicted::{Contradiction, SpeaksAgainst};
pub use kinds::OpenKind;
pub use level::OpenLevel;
pub use quick_differs::{QuickDifference, quick_differences};
pub use statements::{OpenAnswer, Raised};

pub(super) use level::open_level;

use super::{Assessment, Count, Dispute, Fit, KeptApart, Results, Stale, kept_apart, stale};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Date, PartId};

/// What is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenPoints {
    /// The statements that are answered, in every part, of all that are asked.
    pub statements: Count,
    /// The practices of which anything is open as a whole, in the model's order.
    pub practices: Vec<OpenPractice>,
    /// What people answered differently in the quick pass, as far as that counts.
    pub quick_differs: Vec<QuickDifference>,
    /// Statements that people answered differently and nobody settled.
    pub disputed: Vec<Dispute>,
    /// What two copies say differently, kept until people have talked.
    pub kept_apart: Vec<KeptApart>,
    /// Answers that something speaks against.
    pub contradicted: Vec<Contradiction>,
    /// Answers that may no longer be true, each person's on its own.
    pub stale: Vec<Stale>,
    /// What those who were asked do not know, one for each statement and part.
    pub not_known: Vec<OpenAnswer>,
    /// Answers that are only assumed, one for each statement and part.
    pub assumed: Vec<OpenAnswer>,
}

/// A practice of which something is open as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPractice {
    /// The practice.
    pub practice: PracticeId,
    /// Why it is not known where it stands; `None` where it is.
    pub level: Option<OpenLevel>,
    /// The parts because of which it is not, each with why, where parts are told apart.
    pub parts: Vec<(PartId, OpenLevel)>,
    /// The statements that nobody answered or knows and that could still change where it stands, up to what is needed: its target or, where it
    /// is higher, what something outside demands; of all levels while nothing is.
    pub statements: Vec<(Level, IndicatorId)>,
    /// What is needed; `None` while nobody and nothing says so.
    pub goal: Option<Level>,
    /// Why it is not decided how much is enough; `None` where it is.
    pub target: Option<OpenTarget>,
}

/// Why it is not decided how much is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenTarget {
    /// Nobody said.
    NotSet,
    /// A profile or the interview proposes it, and nobody confirmed it.
    NotConfirmed,
}

/// Works out what is open in the round.
#[must_use]
pub fn open_points(assessment: &Assessment<'_>, results: &Results, today: Date) -> OpenPoints {
    let all = assessment.asked.model().practices().into_iter().zip(&results.practices);
    let mut open = OpenPoints::default();
    for (practice, result) in all {
        let hearing = assessment.hearing(practice);
        for it in hearing.indicators() {
            open.statements.add(it.is_answered_in(&hearing.subjects));
        }
        let (level, parts) = open_level(&hearing, &result.standing);
        let statements = statements::that_could_matter(assessment, &hearing, result);
        let target = match assessment.target(&practice.id) {
            None => (result.fit != Fit::NotApplicable).then_some(OpenTarget::NotSet),
            Some(target) => target.origin.is_proposal().then_some(OpenTarget::NotConfirmed),
        };
        if level.is_some() || target.is_some() || !statements.is_empty() {
            let (practice, goal) = (practice.id.clone(), result.goal());
            open.practices.push(OpenPractice { practice, level, parts, statements, goal, target });
        }
    }
    open.quick_differs = quick_differences(assessment);
    open.disputed = assessment.disputes().iter().filter(|dispute| dispute.settled.is_none()).cloned().collect();
    open.kept_apart = kept_apart(assessment);
    open.contradicted = contradicted::contradicted(assessment, today);
    open.stale = stale(assessment, today);
    open.not_known = statements::not_known(assessment);
    open.assumed = statements::assumed(assessment);
    open
}

impl OpenPoints {
    /// How many there are of a kind.
    #[must_use]
    pub fn count(&self, kind: OpenKind) -> usize {
        let levels = |level: OpenLevel| self.practices.iter().filter(|it| it.level == Some(level)).count();
        let targets = |target: OpenTarget| self.practices.iter().filter(|it| it.target == Some(target)).count();
        match kind {
            OpenKind::Unanswered => levels(OpenLevel::Unanswered),
            OpenKind::NotKnown => levels(OpenLevel::NotKnown),
            OpenKind::Unfinished => levels(OpenLevel::Unfinished),
            OpenKind::QuickAlone => levels(OpenLevel::QuickAlone),
            OpenKind::NoTarget => targets(OpenTarget::NotSet),
            OpenKind::NotConfirmed => targets(OpenTarget::NotConfirmed),
            OpenKind::NobodyKnew => self.not_known.len(),
            OpenKind::QuickDiffers => self.quick_differs.len(),
            OpenKind::Disputed => self.disputed.len(),
            OpenKind::KeptApart => self.kept_apart.len(),
            OpenKind::Contradicted => self.contradicted.len(),
            OpenKind::Stale => self.stale.len(),
            OpenKind::Assumed => self.assumed.len(),
        }
    }

    /// Everything of which there is any, with how many there are.
    pub fn counts(&self) -> impl Iterator<Item = (OpenKind, usize)> {
        OpenKind::ALL.into_iter().map(|kind| (kind, self.count(kind))).filter(|(_, count)| *count > 0)
    }

    /// What two copies say differently about something else than a statement that is asked, as about a target.
    pub fn kept_apart_of_whole(&self) -> impl Iterator<Item = &KeptApart> {
        self.kept_apart.iter().filter(|kept| kept.indicator().is_none() || kept.practice.is_none())
    }

    /// Whether nothing is open.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.counts().next().is_none()
    }

    /// The statements worth a conversation, each with why. Of a practice of which nobody says how much is needed, it is not known which
    /// of the open ones matter.
    #[must_use]
    pub fn raised(&self) -> BTreeMap<IndicatorId, BTreeSet<Raised>> {
        let mut raised: BTreeMap<IndicatorId, BTreeSet<Raised>> = BTreeMap::new();
        let mut add = |on: &IndicatorId, why: Raised| {
            raised.entry(on.clone()).or_default().insert(why);
        };
        self.disputed.iter().for_each(|it| add(&it.at.on, Raised::Disputed));
        self.contradicted.iter().for_each(|it| add(&it.indicator, Raised::Contradicted));
        self.assumed.iter().for_each(|it| add(&it.indicator, Raised::Assumed));
        self.stale.iter().for_each(|it| add(&it.at.on, Raised::Stale));
        let mut between: HashMap<&PracticeId, BTreeSet<Level>> = HashMap::new();
        for it in &self.quick_differs {
            between.entry(&it.practice).or_insert_with(|| it.levels_between().collect());
        }
        let not_known: HashSet<&IndicatorId> = self.not_known.iter().map(|it| &it.indicator).collect();
        for open in self.practices.iter().filter(|open| open.goal.is_some()) {
            let differs = between.get(&open.practice);
            for (level, indicator) in &open.statements {
                add(indicator, if not_known.contains(indicator) { Raised::NotKnown } else { Raised::Unanswered });
                // The statements between what people said are those that settle it.
                if differs.is_some_and(|levels| levels.contains(level)) {
                    add(indicator, Raised::QuickDiffers);
                }
            }
        }
        for kept in &self.kept_apart {
            if let Some(indicator) = kept.indicator().filter(|_| kept.practice.is_some()) {
                add(&indicator, Raised::KeptApart);
            }
        }
        raised
    }
}
