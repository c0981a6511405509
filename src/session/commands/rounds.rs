//! What becomes of opening, closing and planning rounds, and of confirming in one what was said in an earlier one.

use serde_json::Map;

use super::{alter_evidence, typed};
use crate::model::{IndicatorId, PracticeId};
use crate::session::{
    AskedFor, Change, Closed, Confidence, Date, EventOfRound, EvidenceId, Fact, Facts, Opened, PartId, PersonId, Place, Planned,
    Reopened, Round, RoundEvent, RoundEventId, RoundId, RoundReason, Session, Subject, Trigger, Yes, said_of,
};

/// The event of a round which there is but once.
fn only(round: &RoundId, event: &str) -> Option<EventOfRound> {
    Some(EventOfRound { round: round.clone(), event: RoundEventId::try_from(event).ok()? })
}

/// The round that is to be opened, and why.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// An id that nobody gave before.
    pub fresh: String,
    /// What it is called; may be empty.
    pub name: String,
    /// Why.
    pub reason: RoundReason,
    /// Why, in words; may be empty.
    pub words: String,
    /// On which day.
    pub on: Date,
}

/// Opens a round after all that there are, and closes those that are still open: what is said from then on is said in the new one. Nothing
/// is copied: what was said before is read from where it was said, until somebody confirms it.
///
/// Nothing where no such id can be made.
#[must_use]
pub fn open_round(session: &Session, new: NewRound) -> Option<Change> {
    let NewRound { fresh, name, reason, words, on } = new;
    let event = RoundEventId::try_from(fresh.as_str()).ok()?;
    let round = id_after(session.rounds.keys().next_back(), &fresh)?;
    let open = session.rounds_in_order().map(|(id, _)| id).filter(|id| !session.is_closed(id));
    let mut changes: Vec<Change> = open.map(|id| close_round(session, id, event.clone(), on)).collect();
    changes.push(Change::Round(round.clone(), Some(Round { name: name.trim().to_owned(), unknown: Map::new() })));
    let plan = Some(session.planned_by(on));
    let opened = Opened { reason, words: words.trim().to_owned(), on, plan, unknown: Map::new() };
    changes.push(Change::RoundEvent(only(&round, "opened")?, Some(RoundEvent::Opened(opened))));
    Some(Change::Together(changes))
}

/// An id that sorts after that of the latest round, whoever made that one: rounds stand in the order of their ids.
fn id_after(latest: Option<&RoundId>, fresh: &str) -> Option<RoundId> {
    let Some(latest) = latest else { return RoundId::try_from(fresh).ok() };
    let candidates = [fresh.to_owned(), format!("z{fresh}"), format!("{latest}.{fresh}")];
    candidates.iter().filter_map(|id| RoundId::try_from(id.as_str()).ok()).find(|id| id > latest)
}

/// Closes a round.
#[must_use]
pub fn close_round(session: &Session, round: &RoundId, event: RoundEventId, on: Date) -> Change {
    let closed = Closed { on, seen: session.seen.clone(), unknown: Map::new() };
    Change::RoundEvent(EventOfRound { round: round.clone(), event }, Some(RoundEvent::Closed(closed)))
}

/// Opens a closed round again; nothing without a reason.
#[must_use]
pub fn reopen_round(round: &RoundId, event: RoundEventId, why: &str, on: Date) -> Option<Change> {
    let why = typed(why.trim().to_owned())?;
    let reopened = RoundEvent::Reopened(Reopened { why, on, unknown: Map::new() });
    Some(Change::RoundEvent(EventOfRound { round: round.clone(), event }, Some(reopened)))
}

/// Says when the next round is to be opened, or that nobody plans one.
#[must_use]
pub fn plan_round(round: &RoundId, on: Option<Date>) -> Option<Change> {
    let planned = on.map(|on| RoundEvent::Planned(Planned { on, unknown: Map::new() }));
    Some(Change::RoundEvent(only(round, "planned")?, planned))
}

/// Says that something happened which asks for another round, or that it did not.
#[must_use]
pub fn ask_for_round(round: &RoundId, by: Trigger, on: Option<Date>) -> Option<Change> {
    let asked = on.map(|on| RoundEvent::AskedFor(AskedFor { by, on, unknown: Map::new() }));
    Some(Change::RoundEvent(only(round, by.key())?, asked))
}

/// Names a round.
#[must_use]
pub fn name_round(session: &Session, round: &RoundId, name: String) -> Option<Change> {
    let now = session.rounds.get(round).and_then(Fact::value)?.clone();
    Some(Change::Round(round.clone(), Some(Round { name, ..now })))
}

/// Confirms in a round what somebody answered in an earlier one: it is said there anew by whoever confirms it, with all that belongs to
/// it. What anybody noted beside it stays theirs. Evidence belongs to no round and stays.
///
/// Nothing where that answer was withdrawn in the meantime.
#[must_use]
pub fn confirm_answer(
    session: &Session,
    was: &Place<IndicatorId>,
    round: &RoundId,
    by: Option<&PersonId>,
    today: Date,
) -> Option<Change> {
    let answer = session.answers.get(was).and_then(Fact::value)?.clone();
    let at = || Place { on: was.on.clone(), round: round.clone(), part: was.part.clone(), by: by.cloned() };
    let mut changes = vec![Change::Answer(at(), Some(answer)), Change::Confirmed(at(), Some(today))];
    let confidence: Option<Confidence> = said_at(&session.confidence, was);
    changes.extend(confidence.map(|it| Change::Confidence(at(), Some(it))));
    changes.extend(notes_kept(&session.notes, &was.clone().subject(), round, Change::Note));
    changes.extend(said_at(&session.against, was).map(|it| Change::Against(at(), Some(it))));
    changes.extend(said_at(&session.shown, was).map(|it| Change::Shown(at(), Some(it))));
    Some(Change::Together(changes))
}

fn said_at<Id: Ord, V: Clone>(facts: &Facts<Place<Id>, V>, at: &Place<Id>) -> Option<V> {
    facts.get(at).and_then(Fact::value).cloned()
}

/// Confirms in a round what was said about a whole practice in an earlier one, as far as nobody said anything else in it: the quick
/// answer, how specific it is, the level that was set by hand, and the notes.
///
/// Nothing where all of it was withdrawn, or said anew.
#[must_use]
pub fn confirm_practice(session: &Session, was: &Subject<PracticeId>, round: &RoundId, by: Option<&PersonId>) -> Option<Change> {
    let at = || Place { on: was.on.clone(), round: round.clone(), part: was.part.clone(), by: by.cloned() };
    let mut changes = Vec::new();
    if let Some((_, quick)) = first_said(&session.quick, was).filter(|_| is_free(&session.quick, was, round)) {
        changes.push(Change::Quick(at(), Some(quick)));
    }
    changes.extend(notes_kept(&session.practice_notes, was, round, Change::PracticeNote));
    if let Some((_, scope)) = first_said(&session.scopes, was).filter(|_| is_free(&session.scopes, was, round)) {
        changes.push(Change::Scope(at(), Some(scope)));
    }
    let now = Subject { round: round.clone(), ..was.clone() };
    let is_set = |at: &Subject<PracticeId>| session.overrides.get(at).and_then(Fact::value).cloned();
    if let Some(set) = is_set(was).filter(|set| set.has_reason() && is_set(&now).is_none()) {
        changes.push(Change::Override(now, Some(set)));
    }
    together(changes)
}

/// What somebody said about the whole of something in a round, the first of several.
fn first_said<Id: Ord + Clone, V: Clone>(facts: &Facts<Place<Id>, V>, at: &Subject<Id>) -> Option<(Place<Id>, V)> {
    let mut said = said_of(facts, &at.on, &at.round).filter(|(place, _)| place.part == at.part);
    said.find_map(|(place, fact)| Some((place.clone(), fact.value()?.clone())))
}

/// Whether nobody said anything of this kind in a round.
fn is_free<Id: Ord + Clone, V>(facts: &Facts<Place<Id>, V>, at: &Subject<Id>, round: &RoundId) -> bool {
    !said_of(facts, &at.on, round).any(|(place, fact)| place.part == at.part && fact.value().is_some())
}

/// Keeps in a round what was noted about a statement in an earlier one, and nothing else: each note stays with whoever wrote it.
///
/// Nothing where all of it was withdrawn, or is noted there already.
#[must_use]
pub fn keep_notes(session: &Session, was: &Subject<IndicatorId>, round: &RoundId) -> Option<Change> {
    together(notes_kept(&session.notes, was, round, Change::Note))
}

/// Keeps in a round what was noted about a whole practice in an earlier one, and nothing else that was said of it there: that may be
/// disputed, or said anew since.
///
/// Nothing where all of it was withdrawn, or is noted there already.
#[must_use]
pub fn keep_practice_notes(session: &Session, was: &Subject<PracticeId>, round: &RoundId) -> Option<Change> {
    together(notes_kept(&session.practice_notes, was, round, Change::PracticeNote))
}

fn together(changes: Vec<Change>) -> Option<Change> {
    (!changes.is_empty()).then_some(Change::Together(changes))
}

/// The notes of an earlier round said again in this one by whoever wrote them, where they wrote nothing else in it.
fn notes_kept<Id: Ord + Clone>(
    notes: &Facts<Place<Id>, String>,
    was: &Subject<Id>,
    round: &RoundId,
    change: fn(Place<Id>, Option<String>) -> Change,
) -> Vec<Change> {
    let of_then = said_of(notes, &was.on, &was.round).filter(|(place, _)| place.part == was.part);
    let again =
        of_then.filter_map(|(place, fact)| Some((Place { round: round.clone(), ..place.clone() }, fact.value()?.clone())));
    let free = again.filter(|(place, _)| said_at(notes, place).is_none());
    free.map(|(place, note)| change(place, Some(note))).collect()
}

/// Does not take an answer of an earlier round over, or offers it again.
#[must_use]
pub fn drop_answer(on: IndicatorId, part: Option<PartId>, round: &RoundId, is_dropped: bool) -> Change {
    Change::Drop(Subject { on, round: round.clone(), part }, is_dropped.then_some(Yes))
}

/// Does not take over what was said about a whole practice in an earlier round, or offers it again.
#[must_use]
pub fn drop_practice(on: PracticeId, part: Option<PartId>, round: &RoundId, is_dropped: bool) -> Change {
    Change::DropPractice(Subject { on, round: round.clone(), part }, is_dropped.then_some(Yes))
}

/// Says that the target of a practice still holds in a round. The target itself, who decided it and when, stays as it is.
///
/// Nothing where there is none any more.
#[must_use]
pub fn confirm_target(session: &Session, practice: &PracticeId, round: &RoundId, today: Date) -> Option<Change> {
    session.target(practice)?;
    Some(Change::ConfirmTarget(Subject { on: practice.clone(), round: round.clone(), part: None }, Some(today)))
}

/// Says that a piece of evidence still shows what it is given for.
///
/// Nothing where it is not there any more.
#[must_use]
pub fn confirm_evidence(session: &Session, id: &EvidenceId, round: &RoundId, today: Date) -> Option<Change> {
    session.evidence(id)?;
    Some(Change::ConfirmEvidence(Subject { on: id.clone(), round: round.clone(), part: None }, Some(today)))
}

/// Says that a piece of evidence shows nothing any more: yesterday was its last day, unless that was earlier. It stays, since it did show
/// something in earlier rounds.
#[must_use]
pub fn end_evidence(session: &Session, id: &EvidenceId, round: &RoundId, today: Date) -> Option<Change> {
    let looked_at = confirm_evidence(session, id, round, today)?;
    let last = today.yesterday().unwrap_or(today);
    let ended = alter_evidence(session, id, |it| it.valid_until = Some(it.valid_until.map_or(last, |until| until.min(last))))?;
    Some(Change::Together(vec![ended, looked_at]))
}
