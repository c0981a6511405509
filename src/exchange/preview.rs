//! What a file holds, before anything is done with it.

use std::collections::{BTreeMap, BTreeSet};

use super::ReadError;
use super::discussion::{discussions, restated};
use crate::model::{IndicatorId, Level, Model, PracticeId, Questionnaire, order};
use crate::session::{About, Answer, CountsAs, Fact, Facts, List, Session, SystemField, Timestamp};

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
    /// How many answers to the quick pass count.
    pub quick: usize,
    /// How many answers to indicators count.
    pub answers: usize,
    /// How many more say of an indicator that somebody does not know.
    pub not_known: usize,
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
    let mut said: BTreeMap<CountsAs, usize> = BTreeMap::new();
    session.each_fact(&mut |fact| *said.entry(fact.list.counts_as()).or_default() += usize::from(fact.stands));
    let said = |counts_as: CountsAs| said.get(&counts_as).copied().unwrap_or_default();
    let here: Vec<_> = asked.profiles().iter().map(|profile| &profile.id).collect();
    Ok(Preview {
        name: session.system(SystemField::Name).trim().to_owned(),
        created: session.created,
        last_change: session.last_change(),
        people: session.everybody().filter_map(|(id, _)| session.person_name(id)).map(str::to_owned).collect(),
        targets: said(CountsAs::Target),
        // As everywhere else: one without its reason does not count yet.
        quick: stated(&session.quick).filter(|answer| answer.counts()).count(),
        answers: stated(&session.answers).filter(|answer| answer.counts() && **answer != Answer::DontKnow).count(),
        not_known: stated(&session.answers).filter(|answer| **answer == Answer::DontKnow).count(),
        notes: said(CountsAs::Note),
        evidence: session.evidence.keys().filter(|id| session.evidence(id).is_some()).count(),
        other_edition: (session.model.edition != model.edition).then(|| session.model.edition.to_string()),
        not_in_model: not_in_model(session, asked),
        missing_profiles: session.profiles_in_use().filter(|id| !here.contains(id)).map(ToString::to_string).collect(),
    })
}

/// What somebody stated in a list: what only follows from an older edition is not in the file.
fn stated<K, V>(facts: &Facts<K, V>) -> impl Iterator<Item = &V> {
    facts.values().filter(|fact| !fact.is_carried()).filter_map(Fact::value)
}

/// Whether a session speaks only of levels that the model has: what does not can't be opened again.
///
/// # Errors
/// Says which level of what does not exist.
pub fn check_levels(session: &Session, model: &Model) -> Result<(), ReadError> {
    let off_scale = |list: List, on: &str, level: Level| ReadError::OffScale {
        list: list.name().to_owned(),
        about: on.to_owned(),
        level: level.number(),
        top: model.top().number(),
    };
    let mut wrong = None;
    session.each_fact(&mut |fact| {
        let level = fact.level.filter(|level| wrong.is_none() && !model.has_level(*level));
        wrong = wrong.take().or_else(|| level.map(|level| off_scale(fact.list, fact.id, level)));
    });
    // What is kept apart is stated once it is settled.
    let kept_apart =
        discussions(session).into_iter().flat_map(|(id, sides)| sides.into_iter().map(move |side| (id.clone(), side)));
    for (id, change) in kept_apart.filter_map(|(id, side)| Some((id, restated(&side)?))) {
        let level = change.level().filter(|level| wrong.is_none() && !model.has_level(*level));
        wrong = wrong.or_else(|| level.map(|level| off_scale(List::Discussions, id.as_str(), level)));
    }
    wrong.map_or(Ok(()), Err)
}

fn not_in_model(session: &Session, asked: &Questionnaire) -> Vec<String> {
    let mut ids: BTreeMap<About, BTreeSet<&str>> = BTreeMap::new();
    session.each_fact(&mut |fact| {
        ids.entry(fact.list.about()).or_default().insert(fact.id);
        ids.entry(About::Practice).or_default().extend(fact.practice.map(PracticeId::as_str));
    });
    let mut known: BTreeMap<About, BTreeSet<&str>> = BTreeMap::new();
    let practices = asked.model().practices().into_iter().map(|practice| practice.id.as_str());
    known.insert(About::Practice, order::set(practices));
    known.insert(About::Indicator, order::set(asked.all_indicators().map(IndicatorId::as_str)));
    // Without an interview or dependencies here, nothing can be said about what they ask.
    known.extend(asked.interview().map(|it| (About::Question, order::set(it.questions.iter().map(|it| it.id.as_str())))));
    known.extend(asked.coherence().map(|it| (About::Dependency, order::set(it.dependencies.iter().map(|it| it.id.as_str())))));
    let unknown = known.iter().filter_map(|(about, known)| Some(ids.get(about)?.difference(known)));
    let unknown = order::set(unknown.flatten().copied());
    // What an edition changed is known by what became of it.
    unknown.into_iter().filter(|id| asked.became(id).is_empty()).map(str::to_owned).collect()
}
