//! The texts that are searched, in the model's order.

use std::collections::HashMap;

use super::{Hit, Source};
use crate::analysis::{About, Assessment};
use crate::model::{IndicatorId, Practice, PracticeId, Questionnaire, order};
use crate::session::{Evidence, Fact, Facts, Place};

/// The texts of the model and the profiles: per practice and per indicator those that say what it is.
pub(super) fn of_model(asked: &Questionnaire, language: &str) -> Vec<Vec<Hit>> {
    let mut found = Vec::new();
    for practice in asked.model().practices() {
        found.push(of_practice(practice, language));
        for it in asked.indicators_of(practice) {
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

/// Everything that people said in their own words in the round.
pub(super) fn of_people(assessment: &Assessment<'_>) -> Vec<Hit> {
    let (asked, session) = (assessment.asked, assessment.session);
    let mut practices: HashMap<&PracticeId, usize> = HashMap::new();
    let mut indicators: HashMap<&IndicatorId, (usize, &PracticeId)> = HashMap::new();
    for practice in asked.model().practices() {
        practices.insert(&practice.id, practices.len() + indicators.len());
        for it in asked.indicators_of(practice) {
            indicators.insert(&it.indicator.id, (practices.len() + indicators.len(), &practice.id));
        }
    }
    let on_practice = |id: &PracticeId| practices.get(id).map(|order| (*order, About::Practice(id.clone())));
    let on_indicator = |id: &IndicatorId| {
        let (order, practice) = indicators.get(id)?;
        Some((*order, About::Indicator((*practice).clone(), id.clone())))
    };
    let reasons = session.targets.keys().filter_map(|id| {
        let (order, about) = on_practice(id)?;
        let fact = assessment.target_fact(id)?;
        Some((order, Hit { by: fact.by.clone(), ..text(&about, Source::TargetReason, &fact.value()?.reason) }))
    });
    let mut found: Vec<(usize, Hit)> = placed(assessment, &session.practice_notes, Source::Note, on_practice)
        .chain(placed(assessment, &session.notes, Source::Note, on_indicator))
        .chain(placed(assessment, &session.against, Source::Against, on_indicator))
        .chain(reasons)
        .collect();
    order::by_key(&mut found, |(order, _)| *order);
    let evidence = session.evidence.iter().filter_map(|(id, fact)| {
        Some(Hit { by: fact.by.clone(), ..text(&About::Evidence(id.clone()), Source::Evidence, &described(Fact::value(fact)?)) })
    });
    found.into_iter().map(|(_, hit)| hit).chain(evidence).collect()
}

/// Texts of the round, about the whole system or a part that still is one.
fn placed<'a, Id>(
    assessment: &'a Assessment<'_>,
    facts: &'a Facts<Place<Id>, String>,
    source: Source,
    on: impl Fn(&Id) -> Option<(usize, About)> + 'a,
) -> impl Iterator<Item = (usize, Hit)> {
    let here = facts.iter().filter(|(place, _)| assessment.is_here(place));
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
