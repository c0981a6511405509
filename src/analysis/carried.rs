//! What earlier rounds leave to be confirmed: what was said last about each thing, and is neither said in this round nor dropped.
//!
//! Nothing of it counts in this round. It stands where it was said, with its age, until somebody confirms it, says something else, or
//! drops it. What one person says about a statement here is enough: the others are asked as in any round. What was said in a round that
//! was opened beside this one, in another copy, is offered as well: so two such rounds come together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::carried_targets::{CarriedEvidence, CarriedTarget, carried_targets, evidence_by_practice};
use super::stale::{AnswersTo, last_looked_at, stale_among};
use super::{Assessment, Verdict};
use crate::model::{AnswerScale, Became, IndicatorId, Level, PracticeId, Scope, order};
use crate::session::{
    Answer, Date, Fact, Facts, Override, PartId, Place, QuickAnswer, RoundId, Session, Shown, Subject, Yes, day_of, said_once_of,
};

/// What was said in an earlier round, where, and on which day it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier<Id, V> {
    /// Where, with who said it in which round.
    pub at: Place<Id>,
    /// What.
    pub says: V,
    /// The day on which it was said or last confirmed.
    pub on: Date,
}

/// Why something of an earlier round has to be looked at by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskAnew {
    /// The statement means something else in this edition: the old answer is shown, and can't be confirmed.
    Changed,
    /// People said different things.
    Differ,
    /// It is older than such answers usually stay true, or what shows it is out of date.
    Stale,
    /// Nobody knew.
    NotKnown,
    /// The model has no such answer any more: it counts for nothing, and can't be confirmed.
    CountsForNothing,
}

/// What was answered to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedAnswer {
    /// The statement.
    pub indicator: IndicatorId,
    /// Its level.
    pub level: Level,
    /// The part; `None` for the whole system.
    pub part: Option<PartId>,
    /// What everybody answered in the round in which anybody did last.
    pub said: Vec<Earlier<IndicatorId, Answer>>,
    /// Why it can't be confirmed with others at once; `None` where it can.
    pub ask_anew: Option<AskAnew>,
    /// Whether evidence that is given shows it, as far as anybody judged that.
    pub is_shown: bool,
}

/// What was said about a whole practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedPractice {
    /// What about: the practice and its part, in the round where it was said.
    pub at: Subject<PracticeId>,
    /// Quick answers.
    pub quick: Vec<Earlier<PracticeId, QuickAnswer>>,
    /// How specific what is done is.
    pub scopes: Vec<Earlier<PracticeId, Scope>>,
    /// The level that was set by hand, with a reason.
    pub set_by_hand: Option<Override>,
    /// What was noted.
    pub notes: Vec<Earlier<PracticeId, String>>,
    /// Whether people said different things.
    pub differ: bool,
}

impl CarriedPractice {
    const fn nothing(at: Subject<PracticeId>) -> Self {
        Self { at, quick: Vec::new(), scopes: Vec::new(), set_by_hand: None, notes: Vec::new(), differ: false }
    }
}

/// What was noted about a statement of which no earlier answer is left to be confirmed: it was never answered, or is answered anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedNotes {
    /// What about: the statement and its part, in the round where it was noted.
    pub at: Subject<IndicatorId>,
    /// By everybody.
    pub notes: Vec<Earlier<IndicatorId, String>>,
}

/// What earlier rounds leave to be confirmed of one practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The practice.
    pub practice: PracticeId,
    /// What was said about it as a whole, for the whole system first, then for parts.
    pub about: Vec<CarriedPractice>,
    /// What was answered to its statements, in the model's order.
    pub answers: Vec<CarriedAnswer>,
    /// What was noted about others of them, in the model's order.
    pub notes: Vec<CarriedNotes>,
    /// Its target, which holds in any case.
    pub target: Option<CarriedTarget>,
    /// The evidence that is given for it, and for no practice before it.
    pub evidence: Vec<CarriedEvidence>,
}

impl Carried {
    /// How much there is to be confirmed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.about.len() + self.answers.len() + self.notes.len() + usize::from(self.target.is_some()) + self.evidence.len()
    }
}

/// What earlier rounds leave to be confirmed in this one, by practice in the model's order. Nothing in the first round.
#[must_use]
pub fn carried(assessment: &Assessment<'_>, today: Date) -> Vec<Carried> {
    let Some(earlier) = EarlierRounds::of(assessment) else { return Vec::new() };
    let answers = earlier.last_said(&assessment.session.answers, &assessment.session.dropped, Answer::counts);
    let mut by_practice: HashMap<&PracticeId, Vec<CarriedAnswer>> = HashMap::new();
    for (practice, answer) in carried_answers(assessment, &earlier, &answers, today) {
        by_practice.entry(practice).or_default().push(answer);
    }
    let mut about = carried_practices(assessment, &earlier);
    let mut notes = carried_notes(assessment, &earlier, &answers);
    let mut targets = order::map(carried_targets(assessment).into_iter().map(|it| (it.practice.clone(), it)));
    let mut evidence = evidence_by_practice(assessment, today);
    let practices = assessment.asked.model().practices().into_iter().map(|practice| Carried {
        practice: practice.id.clone(),
        about: about.remove(&practice.id).unwrap_or_default(),
        answers: by_practice.remove(&practice.id).unwrap_or_default(),
        notes: notes.remove(&practice.id).unwrap_or_default(),
        target: targets.remove(&practice.id),
        evidence: evidence.remove(&practice.id).unwrap_or_default(),
    });
    practices.filter(|carried| carried.count() > 0).collect()
}

/// Those that can be confirmed all at once: young, with nothing against them, and shown by evidence.
pub fn young_and_shown(all: &[Carried]) -> impl Iterator<Item = &CarriedAnswer> {
    all.iter().flat_map(|carried| &carried.answers).filter(|answer| answer.ask_anew.is_none() && answer.is_shown)
}

/// The practices about whose level earlier rounds leave something to be confirmed in this one.
pub(super) fn levels_left<'a>(assessment: &Assessment<'a>) -> BTreeSet<&'a PracticeId> {
    let (Some(earlier), session) = (EarlierRounds::of(assessment), assessment.session) else { return BTreeSet::new() };
    let answers = earlier.last_said(&session.answers, &session.dropped, Answer::counts);
    let quick = earlier.last_said(&session.quick, &session.dropped_practices, QuickAnswer::counts);
    let by_hand = last_by_hand(session, &earlier);
    let asked = answers.keys().filter_map(|(on, part)| {
        let statement = assessment.placed_indicator(on)?;
        assessment.is_asked_of(statement, *part).then_some(&statement.practice.id)
    });
    asked.chain(quick.keys().chain(by_hand.keys()).map(|(on, _)| *on)).collect()
}

/// What was said last about each thing, by what it is about; sorted by it.
type LastSaid<'a, Id, V> = BTreeMap<(&'a Id, Option<&'a PartId>), Vec<(&'a Place<Id>, &'a Fact<V>)>>;

/// The rounds before the one that is looked at.
struct EarlierRounds<'a> {
    session: &'a Session,
    now: &'a RoundId,
    /// Those that stand.
    rounds: BTreeSet<&'a RoundId>,
}

/// The rounds before one, of those that stand.
pub(super) fn before<'a>(session: &'a Session, round: &RoundId) -> BTreeSet<&'a RoundId> {
    session.rounds_in_order().map(|(id, _)| id).filter(|id| *id < round).collect()
}

impl<'a> EarlierRounds<'a> {
    fn of(assessment: &Assessment<'a>) -> Option<Self> {
        let (session, now) = (assessment.session, assessment.round?);
        let rounds = before(session, now);
        (!rounds.is_empty()).then_some(Self { session, now, rounds })
    }

    /// What was said last about each thing, where that was in an earlier round and nobody dropped it since.
    fn last_said<Id: Ord + Clone, V>(
        &self,
        facts: &'a Facts<Place<Id>, V>,
        dropped: &'a Facts<Subject<Id>, Yes>,
        counts: fn(&V) -> bool,
    ) -> LastSaid<'a, Id, V> {
        let mut last: LastSaid<'a, Id, V> = BTreeMap::new();
        // Of one thing they stand in the order of the rounds.
        for (at, fact) in facts.iter().filter(|(_, fact)| fact.value().is_some_and(counts)) {
            let is_there = at.part.as_ref().is_none_or(|part| super::consolidated::is_there(self.session, Some(part)));
            if is_there && (at.round == *self.now || self.rounds.contains(&at.round)) {
                let said = last.entry((&at.on, at.part.as_ref())).or_default();
                if said.first().is_some_and(|(other, _)| other.round != at.round) {
                    said.clear();
                }
                said.push((at, fact));
            }
        }
        let dropped = dropped.iter().filter(|(_, fact)| fact.value().is_some()).map(|(at, _)| at);
        for at in dropped.filter(|at| at.round <= *self.now) {
            let key = (&at.on, at.part.as_ref());
            if last.get(&key).and_then(|said| said.first()).is_some_and(|(said, _)| said.round < at.round) {
                last.remove(&key);
            }
        }
        last.retain(|_, said| said.first().is_some_and(|(at, _)| at.round != *self.now));
        last
    }
}

/// What was answered to the statements that are asked now.
fn carried_answers<'a>(
    assessment: &Assessment<'a>,
    earlier: &EarlierRounds<'a>,
    last: &LastSaid<'a, IndicatorId, Answer>,
    today: Date,
) -> Vec<(&'a PracticeId, CarriedAnswer)> {
    let stale = stale_places(assessment, last, today);
    let mut parts_of: HashMap<&IndicatorId, Vec<Option<&PartId>>> = HashMap::new();
    last.keys().for_each(|(on, part)| parts_of.entry(*on).or_default().push(*part));
    let mut found = Vec::new();
    for statement in assessment.placed_indicators() {
        let parts = parts_of.get(statement.id).map(Vec::as_slice).unwrap_or_default();
        for part in parts.iter().copied().filter(|part| assessment.is_asked_of(statement, *part)) {
            let Some(said) = last.get(&(statement.id, part)) else { continue };
            let said: Vec<_> = said.iter().filter_map(|(at, fact)| earlier_answer(assessment.session, at, fact)).collect();
            let ask_anew = ask_anew(&said, &stale, assessment.scale());
            let is_shown = is_shown(assessment.session, &said);
            let (indicator, part) = (statement.id.clone(), part.cloned());
            found.push((
                &statement.practice.id,
                CarriedAnswer { indicator, level: statement.level, part, said, ask_anew, is_shown },
            ));
        }
        if parts.is_empty() && assessment.asked.has_changes() {
            let changed = changed_answers(assessment, earlier, last, statement.id);
            found.extend(changed.map(|said| {
                let answer = CarriedAnswer {
                    indicator: statement.id.clone(),
                    level: statement.level,
                    part: None,
                    said,
                    ask_anew: Some(AskAnew::Changed),
                    is_shown: false,
                };
                (&statement.practice.id, answer)
            }));
        }
    }
    found
}

fn earlier_answer(session: &Session, at: &Place<IndicatorId>, fact: &Fact<Answer>) -> Option<Earlier<IndicatorId, Answer>> {
    Some(Earlier { at: at.clone(), says: fact.value()?.clone(), on: last_looked_at(session, at, fact.at) })
}

/// What was last answered in an earlier round to what a statement was before its meaning changed, if nobody answered or dropped it here.
fn changed_answers(
    assessment: &Assessment<'_>,
    earlier: &EarlierRounds<'_>,
    last: &LastSaid<'_, IndicatorId, Answer>,
    indicator: &IndicatorId,
) -> Option<Vec<Earlier<IndicatorId, Answer>>> {
    let session = assessment.session;
    let formers = assessment.asked.formers(indicator.as_str()).into_iter();
    let mut changed = formers.filter(|(_, change)| change.became == Became::Changed);
    let (_, change) = changed.next()?;
    let is_done = session.answers_to(indicator, earlier.now).any(|(_, fact)| fact.value().is_some())
        || said_once_of(&session.dropped, indicator, earlier.now).any(|(_, fact)| fact.value().is_some());
    let former = IndicatorId::try_from(change.id.as_str()).ok().filter(|_| !is_done)?;
    let (_, said) = last.range((&former, None)..).next().filter(|((on, _), _)| **on == former)?;
    Some(said.iter().filter_map(|(at, fact)| earlier_answer(session, at, fact)).collect())
}

/// Where those answers stand that may no longer be true.
fn stale_places(
    assessment: &Assessment<'_>,
    last: &LastSaid<'_, IndicatorId, Answer>,
    today: Date,
) -> BTreeSet<Place<IndicatorId>> {
    let mut answers = AnswersTo::new();
    for ((on, _), said) in last {
        let said = said.iter().filter_map(|(at, fact)| Some((*at, fact.value()?, fact.at)));
        answers.entry(*on).or_default().extend(said.filter(|(_, answer, _)| !Verdict::of(answer, assessment.scale()).is_open()));
    }
    order::set(stale_among(assessment, &answers, today).into_iter().map(|stale| stale.at))
}

/// Why an answer has to be looked at by itself, if it has.
fn ask_anew(said: &[Earlier<IndicatorId, Answer>], stale: &BTreeSet<Place<IndicatorId>>, scale: &AnswerScale) -> Option<AskAnew> {
    let mut verdicts = said.iter().map(|it| Verdict::of(&it.says, scale));
    match verdicts.next()? {
        first if verdicts.any(|verdict| verdict != first) => Some(AskAnew::Differ),
        Verdict::NotKnown => Some(AskAnew::NotKnown),
        Verdict::Unanswered => Some(AskAnew::CountsForNothing),
        _ => said.iter().any(|it| stale.contains(&it.at)).then_some(AskAnew::Stale),
    }
}

/// Whether evidence shows an answer: some is given, and nobody found that it does not show it, or not all of it.
fn is_shown(session: &Session, said: &[Earlier<IndicatorId, Answer>]) -> bool {
    let judged = |it: &Earlier<IndicatorId, Answer>| session.shown.get(&it.at).and_then(Fact::value).copied();
    let Some(first) = said.first() else { return false };
    session.evidence_for(&first.at.on, first.at.part.as_ref()).next().is_some()
        && said.iter().filter_map(judged).all(|shown| shown == Shown::Shown)
}

/// What was noted about statements that are asked, where no answer of an earlier round is left that takes the note along.
fn carried_notes<'a>(
    assessment: &Assessment<'a>,
    earlier: &EarlierRounds<'a>,
    answers: &LastSaid<'a, IndicatorId, Answer>,
) -> BTreeMap<&'a PracticeId, Vec<CarriedNotes>> {
    let session = assessment.session;
    let mut parts_of: HashMap<&IndicatorId, Vec<CarriedNotes>> = HashMap::new();
    for ((on, part), said) in earlier.last_said(&session.notes, &session.dropped, |_| true) {
        let notes = said_earlier(Some(said));
        let Some(at) = notes.first().map(|it| it.at.clone().subject()) else { continue };
        if !answers.contains_key(&(on, part)) {
            parts_of.entry(on).or_default().push(CarriedNotes { at, notes });
        }
    }
    let mut found: BTreeMap<&PracticeId, Vec<CarriedNotes>> = BTreeMap::new();
    for statement in assessment.placed_indicators() {
        let of_it = parts_of.remove(statement.id).unwrap_or_default();
        let asked = of_it.into_iter().filter(|notes| assessment.is_asked_of(statement, notes.at.part.as_ref()));
        found.entry(&statement.practice.id).or_default().extend(asked);
    }
    found
}

/// What was said about practices as a whole.
fn carried_practices<'a>(
    assessment: &Assessment<'a>,
    earlier: &EarlierRounds<'a>,
) -> BTreeMap<&'a PracticeId, Vec<CarriedPractice>> {
    let (session, dropped) = (assessment.session, &assessment.session.dropped_practices);
    let mut quick = earlier.last_said(&session.quick, dropped, QuickAnswer::counts);
    let mut scopes = earlier.last_said(&session.scopes, dropped, |_| true);
    let mut notes = earlier.last_said(&session.practice_notes, dropped, |_| true);
    let by_hand = last_by_hand(session, earlier);
    let keys: BTreeSet<_> = quick.keys().chain(scopes.keys()).chain(notes.keys()).chain(by_hand.keys()).copied().collect();
    let mut found: BTreeMap<&PracticeId, Vec<CarriedPractice>> = BTreeMap::new();
    for key in keys {
        let quick = said_earlier(quick.remove(&key));
        let scopes = said_earlier(scopes.remove(&key));
        let notes = said_earlier(notes.remove(&key));
        let set_by_hand = by_hand.get(&key);
        // What was said last about any of it says which round the rest is taken from. A note that is older stands by itself.
        let rounds = quick.iter().map(|it| &it.at.round).chain(scopes.iter().map(|it| &it.at.round));
        let latest = rounds.chain(set_by_hand.map(|(round, _)| *round)).max().cloned();
        let noted = notes.first().map(|it| it.at.round.clone());
        let Some(round) = latest.or_else(|| noted.clone()) else { continue };
        let quick: Vec<_> = quick.into_iter().filter(|it| it.at.round == round).collect();
        let scopes: Vec<_> = scopes.into_iter().filter(|it| it.at.round == round).collect();
        let (notes, older): (Vec<_>, Vec<_>) = notes.into_iter().partition(|it| it.at.round == round);
        let differ = quick.windows(2).any(|two| matches!(two, [one, other] if one.says != other.says))
            || scopes.windows(2).any(|two| matches!(two, [one, other] if one.says != other.says));
        let set_by_hand = set_by_hand.filter(|(from, _)| **from == round).map(|(_, set)| (*set).clone());
        let in_round = |round| Subject { on: key.0.clone(), round, part: key.1.cloned() };
        let of_practice = found.entry(key.0).or_default();
        of_practice.push(CarriedPractice { at: in_round(round), quick, scopes, set_by_hand, notes, differ });
        if let Some(round) = noted.filter(|_| !older.is_empty()) {
            let only = CarriedPractice { notes: older, ..CarriedPractice::nothing(in_round(round)) };
            of_practice.push(only);
        }
    }
    found
}

fn said_earlier<Id: Clone, V: Clone>(said: Option<Vec<(&Place<Id>, &Fact<V>)>>) -> Vec<Earlier<Id, V>> {
    let said = said.unwrap_or_default().into_iter();
    said.filter_map(|(at, fact)| Some(Earlier { at: at.clone(), says: fact.value()?.clone(), on: day_of(fact.at) })).collect()
}

/// What levels were last set by hand in earlier rounds, with a reason, where none is set in this one and nobody dropped it.
fn last_by_hand<'a>(
    session: &'a Session,
    earlier: &EarlierRounds<'a>,
) -> BTreeMap<(&'a PracticeId, Option<&'a PartId>), (&'a RoundId, &'a Override)> {
    let mut last = BTreeMap::new();
    for (at, fact) in &session.overrides {
        let set = fact.value().filter(|set| set.has_reason());
        if let Some(set) = set.filter(|_| at.round == *earlier.now || earlier.rounds.contains(&at.round)) {
            last.insert((&at.on, at.part.as_ref()), (&at.round, set));
        }
    }
    let dropped = session.dropped_practices.iter().filter(|(_, fact)| fact.value().is_some()).map(|(at, _)| at);
    for at in dropped.filter(|at| at.round <= *earlier.now) {
        let key = (&at.on, at.part.as_ref());
        if last.get(&key).is_some_and(|(round, _): &(&RoundId, _)| **round < at.round) {
            last.remove(&key);
        }
    }
    last.retain(|_, (round, _)| *round != earlier.now);
    last
}
