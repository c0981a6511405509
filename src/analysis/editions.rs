//! What a newer edition of the questions means for what was said under older ones.

use std::collections::BTreeSet;

use super::Assessment;
use super::former_practice::former_practices;
use crate::model::{Edition, IndicatorId, ItemChange, PracticeId, Text};
use crate::session::{Answer, Fact, Place, said_of};

/// What became of the answers of the round under older editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionNews {
    /// How many answers hold under the present edition as they are.
    pub carried: usize,
    /// What is asked again because it means something else now, in the model's order.
    pub again: Vec<(PracticeId, IndicatorId)>,
    /// Practices that mean something else now, as far as something is to be said about them again, in the model's order.
    pub practices: Vec<PracticeAgain>,
    /// Ids with answers that are no longer asked. The answers are kept.
    pub removed: Vec<String>,
}

/// What is to be said again about a practice, because it means something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeAgain {
    /// The practice.
    pub practice: PracticeId,
    /// Whether it had a target and has none now.
    pub target: bool,
    /// Whether somebody answered it in the quick pass and nobody has now.
    pub quick: bool,
}

/// What a statement was in an older edition, and what was answered then.
#[derive(Clone, Debug, PartialEq)]
pub struct Former<'a> {
    /// The edition that changed it.
    pub edition: &'a Edition,
    /// What became of it.
    pub change: &'a ItemChange,
    /// What it said, as far as that is known here.
    pub was: Option<&'a Text>,
    /// Why it was changed, as far as that is known here.
    pub why: Option<&'a Text>,
    /// What was answered, by whom.
    pub answers: Vec<(&'a Place<IndicatorId>, &'a Fact<Answer>)>,
    /// What was noted.
    pub notes: Vec<&'a str>,
}

/// What became of what was answered in the round.
#[must_use]
pub fn edition_news(assessment: &Assessment<'_>) -> EditionNews {
    let (asked, session) = (assessment.asked, assessment.session);
    let mut news = EditionNews::default();
    let model = asked.model();
    if !asked.has_changes() {
        return news;
    }
    let here = |place: &Place<IndicatorId>| assessment.is_of_round(&place.round);
    let mut again: BTreeSet<&str> = BTreeSet::new();
    let mut removed = BTreeSet::new();
    for (place, fact) in session.answers.iter().filter(|(place, fact)| here(place) && fact.value().is_some()) {
        let old = place.on.as_str();
        if fact.is_carried() {
            news.carried += usize::from(asked.asks(&place.on));
            continue;
        }
        let now = asked.became(old);
        if now.is_empty() && asked.is_removed(old) {
            removed.insert(old.to_owned());
        }
        again.extend(now.into_iter().map(|id| id.as_str()).filter(|id| {
            let at = IndicatorId::try_from(*id).map(|on| Place { on, ..place.clone() });
            at.is_ok_and(|at| !session.answers.contains_key(&at))
        }));
    }
    for practice in model.practices() {
        let asked_again = asked.indicators_of(practice).map(|it| &it.indicator.id).filter(|id| again.contains(id.as_str()));
        news.again.extend(asked_again.map(|id| (practice.id.clone(), id.clone())));
        news.practices.extend(practice_again(assessment, &practice.id));
    }
    news.removed = removed.into_iter().collect();
    news
}

/// What is to be said again about a practice, if anything is.
fn practice_again(assessment: &Assessment<'_>, practice: &PracticeId) -> Option<PracticeAgain> {
    let formers = former_practices(assessment, practice);
    let is_answered = assessment.round.is_some_and(|round| said_of(&assessment.session.quick, practice, round).next().is_some());
    let target = assessment.target_fact(practice).is_none() && formers.iter().any(|former| former.target.is_some());
    let quick = !is_answered && formers.iter().any(|former| !former.quick.is_empty());
    (target || quick).then(|| PracticeAgain { practice: practice.clone(), target, quick })
}

/// What a statement was in older editions, as far as it was answered or noted then in this round, the latest edition first.
#[must_use]
pub fn formers<'a>(assessment: &Assessment<'a>, indicator: &IndicatorId) -> Vec<Former<'a>> {
    let session = assessment.session;
    let formers = assessment.asked.formers(indicator.as_str()).into_iter();
    let all = formers.map(|(edition, change)| {
        let at = IndicatorId::try_from(change.id.as_str()).ok().zip(assessment.round);
        let answers = at.iter().flat_map(|(id, round)| said_of(&session.answers, id, round));
        let answers = answers.filter(|(_, fact)| fact.value().is_some() && !fact.is_carried());
        let notes = at.iter().flat_map(|(id, round)| said_of(&session.notes, id, round)).filter(|(_, fact)| !fact.is_carried());
        Former {
            edition,
            change,
            was: assessment.asked.was(change),
            why: assessment.asked.why(change),
            answers: answers.collect(),
            notes: notes.filter_map(|(_, fact)| fact.value().map(String::as_str)).collect(),
        }
    });
    all.filter(|former| !former.answers.is_empty() || !former.notes.is_empty()).collect()
}
