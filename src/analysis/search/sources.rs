//! The texts that are searched, in the model's order.

use std::collections::HashMap;

use super::{Hit, Source};
use crate::analysis::About;
use crate::model::{IndicatorId, Level, Practice, PracticeId, Questionnaire};
use crate::session::{Evidence, Fact, Facts, Place, Session};

/// The texts of the model and the profiles: per practice and per indicator those that say what it is.
pub(super) fn of_model(asked: &Questionnaire, language: &str) -> Vec<Vec<Hit>> {
    let mut found = Vec::new();
    for practice in asked.model().practices() {
        found.push(of_practice(practice, language));
        for it in Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level)) {
            let about = About::Indicator(practice.id.clone(), it.indicator.id.clone());
            let example = text(&about, Source::Example, it.indicator.evidence.get(language));
            found.push(vec![text(&about, Source::Indicator, it.indicator.text.get(language)), example]);
        }
    }
    found
}

fn of_practice(practice: &Practice, language: &str) -> Vec<Hit> {
    let about = About::Practice(practice.id.clone());
    let name = text(&about, Source::Name, practice.name.get(language));
    let aliases = practice.aliases.all().map(|alias| text(&about, Source::Alias, alias));
    let objective = text(&about, Source::Objective, practice.objective.get(language));
    let question = text(&about, Source::Question, practice.question.get(language));
    std::iter::once(name).chain(aliases).chain([objective, question]).collect()
}

fn text(about: &About, source: Source, text: &str) -> Hit {
    Hit { about: about.clone(), source, text: text.to_owned(), part: None, by: None }
}

/// Everything that people said in their own words in the round that is being answered.
pub(super) fn of_people(asked: &Questionnaire, session: &Session) -> Vec<Hit> {
    let mut practices: HashMap<&PracticeId, usize> = HashMap::new();
    let mut indicators: HashMap<&IndicatorId, (usize, &PracticeId)> = HashMap::new();
    for practice in asked.model().practices() {
        practices.insert(&practice.id, practices.len() + indicators.len());
        for it in Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level)) {
            indicators.insert(&it.indicator.id, (practices.len() + indicators.len(), &practice.id));
        }
    }
    let on_practice = |id: &PracticeId| practices.get(id).map(|order| (*order, About::Practice(id.clone())));
    let on_indicator = |id: &IndicatorId| {
        let (order, practice) = indicators.get(id)?;
        Some((*order, About::Indicator((*practice).clone(), id.clone())))
    };
    let reasons = session.targets.iter().filter_map(|(id, fact)| {
        let (order, about) = on_practice(id)?;
        Some((order, Hit { by: fact.by.clone(), ..text(&about, Source::TargetReason, &fact.value()?.reason) }))
    });
    let mut found: Vec<(usize, Hit)> = placed(session, &session.practice_notes, Source::Note, on_practice)
        .chain(placed(session, &session.notes, Source::Note, on_indicator))
        .chain(placed(session, &session.against, Source::Against, on_indicator))
        .chain(reasons)
        .collect();
    found.sort_by_key(|(order, _)| *order);
    let evidence = session.evidence.iter().filter_map(|(id, fact)| {
        Some(Hit { by: fact.by.clone(), ..text(&About::Evidence(id.clone()), Source::Evidence, &described(Fact::value(fact)?)) })
    });
    found.into_iter().map(|(_, hit)| hit).chain(evidence).collect()
}

/// Texts of the open round, about the whole system or a part that still is one.
fn placed<'a, Id>(
    session: &'a Session,
    facts: &'a Facts<Place<Id>, String>,
    source: Source,
    on: impl Fn(&Id) -> Option<(usize, About)> + 'a,
) -> impl Iterator<Item = (usize, Hit)> {
    let is_here =
        |place: &Place<Id>| place.part.as_ref().is_none_or(|part| session.parts.get(part).is_some_and(|it| it.value().is_some()));
    let here = facts.iter().filter(move |(place, _)| Some(&place.round) == session.round() && is_here(place));
    here.filter_map(move |(place, fact)| {
        let (order, about) = on(&place.on)?;
        let hit = text(&about, source, fact.value()?);
        Some((order, Hit { part: place.part.clone(), by: place.by.clone(), ..hit }))
    })
}

/// What is said of a piece of evidence: its title, where it is, who made it.
fn described(evidence: &Evidence) -> String {
    let said = [&evidence.title, &evidence.location, &evidence.author].map(|text| text.trim());
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
