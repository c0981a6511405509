//! Practices as they serve each characteristic that the model weighs, in which order these come for this system, and where they stand
//! against each other.
//!
//! A practice serves all its characteristics alike until somebody says otherwise: then what is said of the one counts for it alone. Nothing
//! of it moves a practice's own level or target.

use std::cmp::Reverse;

use super::current::Basis;
use super::{Assessment, Current, Exact, Fit, Gap, PracticeResult, Results};
use crate::model::{Characteristic, CharacteristicId, Level, Model, PracticeId, order};
use crate::session::{
    CharacteristicState, Conflict, ConflictDecision, ConflictId, ConflictWay, Fact, OfCharacteristic, Place, Priority, RoundId,
};

/// What follows for the characteristics of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Characteristics<'a> {
    /// The characteristics in the order of priority: as somebody said, then in the model's.
    pub order: Vec<&'a Characteristic>,
    /// In which order somebody said they come, with who; `None` while nobody did, and the order is but the model's.
    pub priority: Option<(&'a Priority, &'a Fact<Priority>)>,
    /// Each practice, in the model's order.
    pub practices: Vec<PracticeServes<'a>>,
    /// The conflicts: those that are open first, then those whose hindered characteristic comes first.
    pub conflicts: Vec<ConflictHere<'a>>,
}

/// A practice as it serves its characteristics.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeServes<'a> {
    /// The practice.
    pub practice: PracticeId,
    /// What holds for each characteristic that it serves, in the model's order.
    pub cells: Vec<Served<'a>>,
}

/// A practice as it serves one characteristic.
#[derive(Clone, Debug, PartialEq)]
pub struct Served<'a> {
    /// The characteristic.
    pub characteristic: &'a Characteristic,
    /// How much is enough for it: what is said of it, or of the practice.
    pub target: Option<Level>,
    /// Why that is another level than the practice's; empty where it is not, or nobody said why.
    pub reason: &'a str,
    /// Where it stands: what is said of it, or where the practice stands.
    pub state: Current,
    /// What people say of it in this round, each for themselves. The lowest counts.
    pub said: Vec<StateSaid<'a>>,
    /// Whether its target is another one than the practice's.
    pub has_own_target: bool,
    /// Whether it stands elsewhere than the practice.
    pub has_own_state: bool,
    /// How the one fits the other.
    pub fit: Fit,
    /// Target minus state.
    pub gap: Option<Gap>,
}

/// What somebody says of where a practice stands for a characteristic.
pub type StateSaid<'a> = (&'a Place<OfCharacteristic>, &'a CharacteristicState, &'a Fact<CharacteristicState>);

/// A conflict between two characteristics.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictHere<'a> {
    /// Its id.
    pub id: &'a ConflictId,
    /// What it says.
    pub conflict: &'a Conflict,
    /// Who said so, and when.
    pub stated: &'a Fact<Conflict>,
    /// What was decided, with who and when; `None` while it is open.
    pub decision: Option<(&'a ConflictDecision, &'a Fact<ConflictDecision>)>,
    /// Whether what was decided lets the characteristic go first that comes later in the order. That can be right; it is said, not judged.
    pub is_against_order: bool,
}

/// A practice that falls short for a characteristic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortfall<'c, 'a> {
    /// The practice.
    pub practice: &'c PracticeId,
    /// What holds for the characteristic.
    pub served: &'c Served<'a>,
}

impl Served<'_> {
    /// Whether anything holds for it that does not hold for the practice as a whole.
    #[must_use]
    pub const fn differs(&self) -> bool {
        self.has_own_target || self.has_own_state
    }

    /// Whether people say differently where it stands.
    #[must_use]
    pub fn do_people_differ(&self) -> bool {
        self.said.windows(2).any(|two| matches!(two, [(_, one, _), (_, other, _)] if one.level != other.level))
    }
}

impl PracticeServes<'_> {
    /// Whether anything holds for one of its characteristics that does not hold for it as a whole.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.cells.iter().any(Served::differs)
    }
}

impl<'a> Characteristics<'a> {
    /// How many practices fit a characteristic that way.
    #[must_use]
    pub fn count(&self, characteristic: &CharacteristicId, fit: Fit) -> usize {
        let cells = self.practices.iter().flat_map(|it| &it.cells);
        cells.filter(|it| it.characteristic.id == *characteristic && it.fit == fit).count()
    }

    /// Where practices fall short: for what comes first in the order of priority first, the largest gap before others.
    #[must_use]
    pub fn shortfalls(&self) -> Vec<Shortfall<'_, 'a>> {
        let all = self.practices.iter().flat_map(|it| {
            let short = it.cells.iter().filter(|served| served.fit == Fit::Short);
            short.map(|served| Shortfall { practice: &it.practice, served })
        });
        let mut all: Vec<_> = all.collect();
        order::by_key(&mut all, |it| (self.rank(&it.served.characteristic.id), Reverse(it.served.gap.map(|gap| gap.most))));
        all
    }

    /// The place of a characteristic in the order; behind all where the model does not have it.
    #[must_use]
    pub fn rank(&self, id: &CharacteristicId) -> usize {
        self.order.iter().position(|it| it.id == *id).unwrap_or(usize::MAX)
    }

    /// What holds for the characteristics of a practice.
    #[must_use]
    pub fn of(&self, practice: &PracticeId) -> Option<&PracticeServes<'a>> {
        self.practices.iter().find(|it| it.practice == *practice)
    }

    /// How many conflicts are open, were decided, and were decided against the order.
    #[must_use]
    pub fn decided(&self) -> (usize, usize, usize) {
        let decided = self.conflicts.iter().filter(|it| it.decision.is_some()).count();
        let against = self.conflicts.iter().filter(|it| it.is_against_order).count();
        (self.conflicts.len() - decided, decided, against)
    }

    /// Whether anybody said anything of characteristics.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.priority.is_some() || !self.conflicts.is_empty() || self.practices.iter().any(|it| it.differs())
    }
}

/// The characteristics of a model in the order that somebody said, those that it leaves out last.
#[must_use]
pub fn in_priority<'m>(model: &'m Model, said: Option<&Priority>) -> Vec<&'m Characteristic> {
    let named = said.into_iter().flat_map(|it| &it.order).filter_map(|id| model.characteristic(id));
    let mut all: Vec<&Characteristic> = Vec::new();
    for it in named.chain(&model.characteristics) {
        if all.iter().all(|other| other.id != it.id) {
            all.push(it);
        }
    }
    all
}

/// What follows for the characteristics of the model in this round; `None` where the model names none, or there is no round.
#[must_use]
pub fn characteristics<'a>(assessment: &Assessment<'a>, results: &Results) -> Option<Characteristics<'a>> {
    let (model, session, round) = (assessment.asked.model(), assessment.session, assessment.round?);
    if !model.has_characteristics() {
        return None;
    }
    let priority = session.priority(round);
    let practices = model.practices().into_iter().filter_map(|practice| {
        let result = results.practice(&practice.id)?;
        let serves = model.characteristics_of(practice);
        let cells = serves.map(|characteristic| served(assessment, round, result, characteristic)).collect();
        Some(PracticeServes { practice: practice.id.clone(), cells })
    });
    let mut all = Characteristics {
        order: in_priority(model, priority.map(|(priority, _)| priority)),
        priority,
        practices: practices.collect(),
        conflicts: Vec::new(),
    };
    let mut conflicts: Vec<_> = session.conflicts_until(round).map(|it| conflict_here(&all, assessment, round, it)).collect();
    order::by_key(&mut conflicts, |it| (it.decision.is_some(), all.rank(&it.conflict.hinders), all.rank(&it.conflict.helps)));
    all.conflicts = conflicts;
    Some(all)
}

fn served<'a>(
    assessment: &Assessment<'a>,
    round: &RoundId,
    result: &PracticeResult,
    characteristic: &'a Characteristic,
) -> Served<'a> {
    let of = OfCharacteristic { practice: result.practice.clone(), characteristic: characteristic.id.clone() };
    let own = assessment.session.characteristic_target(&of, round).filter(|it| it.level.is_some());
    let target = own.and_then(|it| it.level).or(result.target);
    let said = assessment.said_here(&assessment.session.characteristic_states, &of);
    let said: Vec<_> = said.filter_map(|(at, fact)| Some((at, fact.value()?, fact))).collect();
    let lowest = said.iter().map(|(_, state, _)| state.level).min();
    let known = |level| Current::Known { low: level, high: level, basis: Basis::Rating, exact: Exact::Level };
    let state = lowest.map_or(result.standing.current, known);
    Served {
        characteristic,
        target,
        reason: own.map_or("", |it| it.reason.as_str()),
        has_own_target: target != result.target,
        has_own_state: lowest.is_some_and(|level| result.standing.current.settled() != Some(level)),
        fit: Fit::of(target, state),
        gap: Gap::between(target, state),
        state,
        said,
    }
}

fn conflict_here<'a>(
    all: &Characteristics<'a>,
    assessment: &Assessment<'a>,
    round: &RoundId,
    (id, conflict, stated): (&'a ConflictId, &'a Conflict, &'a Fact<Conflict>),
) -> ConflictHere<'a> {
    let decision = assessment.session.conflict_decision(id, round);
    let [helped, hindered] = [&conflict.helps, &conflict.hinders].map(|it| all.rank(it));
    let is_against_order = all.priority.is_some()
        && match decision.map(|(decision, _)| decision.way) {
            Some(ConflictWay::Helped) => hindered < helped,
            Some(ConflictWay::Hindered) => helped < hindered,
            Some(ConflictWay::Both | ConflictWay::Open) | None => false,
        };
    ConflictHere { id, conflict, stated, decision, is_against_order }
}

/// What a practice's target or state for a characteristic was and is.
#[derive(Clone, Debug, PartialEq)]
pub struct ServedMove {
    /// The practice.
    pub practice: PracticeId,
    /// The characteristic.
    pub characteristic: CharacteristicId,
    /// Its target then and now.
    pub target: [Option<Level>; 2],
    /// Where it stood and stands.
    pub state: [Current; 2],
}

/// What became of the characteristics from one round, or session, to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CharacteristicsMoved {
    /// Where a target or a state is another one, by itself and not with its practice.
    pub served: Vec<ServedMove>,
    /// The order then and now, where it is another one.
    pub order: Option<[Vec<CharacteristicId>; 2]>,
    /// The conflicts that were not there.
    pub new: Vec<ConflictId>,
    /// Those that are not there any more.
    pub gone: Vec<ConflictId>,
    /// Those that are decided, and were open or not there or decided another way.
    pub decided: Vec<ConflictId>,
    /// Those that were decided and are open again.
    pub reopened: Vec<ConflictId>,
}

impl CharacteristicsMoved {
    /// Whether nothing moved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What became of the characteristics from one round, or session, to another.
#[must_use]
pub fn characteristics_moved(before: &Characteristics<'_>, now: &Characteristics<'_>) -> CharacteristicsMoved {
    let ids = |it: &Characteristics<'_>| it.order.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let orders = [before, now].map(ids);
    let then = |id: &ConflictId| before.conflicts.iter().find(|it| it.id == id);
    let way = |it: &ConflictHere<'_>| it.decision.map(|(decision, _)| decision.clone());
    let mut moved = CharacteristicsMoved { order: (orders[0] != orders[1]).then_some(orders), ..Default::default() };
    for it in &now.conflicts {
        let was = then(it.id);
        if was.is_none() {
            moved.new.push(it.id.clone());
        }
        match (was.and_then(way), way(it)) {
            (Some(_), None) => moved.reopened.push(it.id.clone()),
            (was, is @ Some(_)) if was != is => moved.decided.push(it.id.clone()),
            _ => {}
        }
    }
    let gone = before.conflicts.iter().filter(|was| now.conflicts.iter().all(|it| it.id != was.id));
    moved.gone = gone.map(|it| it.id.clone()).collect();
    for practice in &now.practices {
        let Some(was) = before.of(&practice.practice) else { continue };
        for served in &practice.cells {
            let Some(was) = was.cells.iter().find(|it| it.characteristic.id == served.characteristic.id) else { continue };
            let is_own = was.differs() || served.differs();
            if is_own && (was.target, was.state) != (served.target, served.state) {
                moved.served.push(ServedMove {
                    practice: practice.practice.clone(),
                    characteristic: served.characteristic.id.clone(),
                    target: [was.target, served.target],
                    state: [was.state, served.state],
                });
            }
        }
    }
    moved
}
