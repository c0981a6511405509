//! What something outside demands: the highest of what profiles and people say.

use crate::model::{Level, PracticeId, Profile, Questionnaire};
use crate::session::{Fact, Session};

/// A level that is demanded from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand<'a> {
    /// The level.
    pub level: Level,
    /// Who demands it, and where that is written; may be empty when people did not say.
    pub source: String,
    /// The profile that says so; `None` when people said so themselves.
    pub profile: Option<&'a Profile>,
}

/// All demands on a practice, the highest first; where they are the same, those of people come first. `language` is that of
/// the profiles' words.
#[must_use]
pub fn demands<'a>(asked: &'a Questionnaire, session: &Session, practice: &PracticeId, language: &str) -> Vec<Demand<'a>> {
    let own = session.minimums.get(practice).and_then(Fact::value);
    let own = own.map(|own| Demand { level: own.level, source: own.source.clone(), profile: None });
    let of_profile = asked.minimums(practice).map(|(profile, minimum)| Demand {
        level: minimum.level,
        source: minimum.source.get(language).to_owned(),
        profile: Some(profile),
    });
    let mut all: Vec<Demand<'a>> = own.into_iter().chain(of_profile).collect();
    all.sort_by_key(|demand| std::cmp::Reverse(demand.level));
    all
}

/// The level that is demanded of a practice.
#[must_use]
pub fn minimum(asked: &Questionnaire, session: &Session, practice: &PracticeId) -> Option<Level> {
    let own = session.minimums.get(practice).and_then(Fact::value).map(|own| own.level);
    asked.minimums(practice).map(|(_, minimum)| minimum.level).chain(own).max()
}
