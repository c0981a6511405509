//! What a file holds, before anything is done with it.

use std::collections::BTreeSet;

use super::ReadError;
use crate::model::{IndicatorId, Level, Model, Questionnaire};
use crate::session::{Facts, Place, QuickAnswer, Session, Subject, SystemField, Timestamp};

/// What a session file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The system's name; may be empty.
    pub name: String,
    /// When the session was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub last_change: Timestamp,
    /// The people in it who have a name.
    pub people: Vec<String>,
    /// How many targets are set.
    pub targets: usize,
    /// How many practices are answered in the quick pass.
    pub quick: usize,
    /// How many answers to indicators there are.
    pub answers: usize,
    /// How many notes there are.
    pub notes: usize,
    /// How many pieces of evidence there are.
    pub evidence: usize,
    /// The edition of the model it was made with, where that is another than here.
    pub other_edition: Option<String>,
    /// Ids it speaks about that are not part of the model and profiles here. They are kept, but not shown.
    pub not_in_model: Vec<String>,
    /// Profiles it uses that are not here.
    pub missing_profiles: Vec<String>,
}

/// Checks a session against the model that it is about and says what it holds.
///
/// `asked` has to be that model with the profiles that the session uses, as far as they are here.
///
/// # Errors
/// When it speaks of levels that the model's scale does not have, or about another model.
pub fn preview(session: &Session, asked: &Questionnaire) -> Result<Preview, ReadError> {
    let model = asked.model();
    if session.model.id != model.id {
        return Err(ReadError::UnknownModel { model: session.model.id.to_string(), known: vec![model.id.to_string()] });
    }
    check_levels(session, model)?;
    let here: Vec<_> = asked.profiles().iter().map(|profile| &profile.id).collect();
    Ok(Preview {
        name: session.system(SystemField::Name).trim().to_owned(),
        created: session.created,
        last_change: session.last_change(),
        people: session.everybody().filter_map(|(id, _)| session.person_name(id)).map(str::to_owned).collect(),
        targets: said(&session.targets),
        quick: said(&session.quick),
        answers: said(&session.answers),
        notes: said(&session.notes) + said(&session.practice_notes),
        evidence: session.evidence.keys().filter(|id| session.evidence(id).is_some()).count(),
        other_edition: (session.model.edition != model.edition).then(|| session.model.edition.to_string()),
        not_in_model: not_in_model(session, asked),
        missing_profiles: session.profiles_in_use().filter(|id| !here.contains(id)).map(ToString::to_string).collect(),
    })
}

fn said<K, V>(facts: &Facts<K, V>) -> usize {
    facts.values().filter(|fact| fact.value().is_some()).count()
}

fn check_levels(session: &Session, model: &Model) -> Result<(), ReadError> {
    let off_scale = |list: &str, on: &dyn std::fmt::Display, level: Level| ReadError::OffScale {
        list: list.to_owned(),
        about: on.to_string(),
        level: level.number(),
        top: model.top().number(),
    };
    let check = |list: &str, on: &dyn std::fmt::Display, level: Option<Level>| {
        level.filter(|level| !model.has_level(*level)).map_or(Ok(()), |level| Err(off_scale(list, on, level)))
    };
    for (practice, fact) in &session.targets {
        check("targets", practice, fact.value().map(|target| target.level))?;
    }
    for ((practice, _), fact) in &session.past_targets {
        check("past_targets", practice, fact.value().map(|target| target.level))?;
    }
    for (practice, fact) in &session.minimums {
        check("minimums", practice, fact.value().map(|minimum| minimum.level))?;
    }
    for (indicator, fact) in &session.indicators {
        check("indicators", indicator, fact.value().map(|own| own.level))?;
    }
    for (place, fact) in &session.quick {
        if let Some(QuickAnswer::Level(level)) = fact.value() {
            check("quick", &place.on, Some(*level))?;
        }
    }
    for (at, fact) in &session.overrides {
        check("overrides", &at.on, fact.value().map(|set| set.level))?;
    }
    Ok(())
}

fn not_in_model(session: &Session, asked: &Questionnaire) -> Vec<String> {
    let mut unknown = BTreeSet::new();
    let of_own = session.indicators.values().filter_map(|fact| Some(&fact.value()?.practice));
    let about_targets = session.targets.keys().chain(session.minimums.keys()).chain(of_own);
    let answered = on(&session.quick).chain(on(&session.scopes)).chain(on(&session.practice_notes));
    let assigned = session.assignments.keys().map(|assignment| &assignment.practice);
    let practices = about_targets.chain(answered).chain(once(&session.overrides)).chain(assigned);
    unknown.extend(practices.filter(|id| asked.model().practice(id).is_none()).map(ToString::to_string));
    let answered = on(&session.answers).chain(on(&session.notes)).chain(on(&session.confidence)).chain(on(&session.against));
    let judged = on(&session.confirmed).chain(on(&session.shown)).chain(once(&session.settlements));
    let shown = session.evidence_uses.keys().map(|given| &given.indicator);
    // Looked up at once: a large file speaks of an indicator ten thousand times.
    let known: BTreeSet<&IndicatorId> = asked.all_indicators().collect();
    unknown.extend(answered.chain(judged).chain(shown).filter(|id| !known.contains(id)).map(ToString::to_string));
    // Without an interview or dependencies here, nothing can be said about what they ask.
    if let Some(interview) = asked.interview() {
        let questions = session.interview.keys().filter(|id| interview.question(id).is_none());
        unknown.extend(questions.map(ToString::to_string));
    }
    if let Some(coherence) = asked.coherence() {
        let hints = session.hints.keys().filter(|id| coherence.dependencies.iter().all(|it| it.id != **id));
        unknown.extend(hints.map(ToString::to_string));
    }
    // What an edition changed is known by what became of it.
    unknown.into_iter().filter(|id| asked.model().became(id).is_empty()).collect()
}

fn on<Id, V>(facts: &Facts<Place<Id>, V>) -> impl Iterator<Item = &Id> {
    facts.keys().map(|place| &place.on)
}

fn once<Id, V>(facts: &Facts<Subject<Id>, V>) -> impl Iterator<Item = &Id> {
    facts.keys().map(|subject| &subject.on)
}
