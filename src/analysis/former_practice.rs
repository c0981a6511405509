//! What a practice was in older editions of the questions, and what was said about it then that does not hold any more.

use std::collections::BTreeSet;

use super::Assessment;
use crate::model::{Became, Edition, ItemChange, PracticeId, Text};
use crate::session::{Fact, Override, Place, QuickAnswer, Stamp, Subject, Target, said_of, said_once_of};

/// What a practice was in an older edition, and what was said about it then and is not carried over.
#[derive(Clone, Debug, PartialEq)]
pub struct FormerPractice<'a> {
    /// The edition that changed it.
    pub edition: &'a Edition,
    /// What became of it.
    pub change: &'a ItemChange,
    /// What it was called, as far as that is known here.
    pub was: Option<&'a Text>,
    /// Why it was changed, as far as that is known here.
    pub why: Option<&'a Text>,
    /// Its target.
    pub target: Option<&'a Fact<Target>>,
    /// Answers of the quick pass.
    pub quick: Vec<(&'a Place<PracticeId>, &'a Fact<QuickAnswer>)>,
    /// Levels that were set against the rule.
    pub overrides: Vec<(&'a Subject<PracticeId>, &'a Fact<Override>)>,
    /// Notes.
    pub notes: Vec<(&'a Place<PracticeId>, &'a Fact<String>)>,
}

impl FormerPractice<'_> {
    fn says_something(&self) -> bool {
        self.target.is_some() || !self.quick.is_empty() || !self.overrides.is_empty() || !self.notes.is_empty()
    }
}

/// What a practice was in older editions, as far as something was said about it then that does not hold any more, the latest edition
/// first; of what belongs to a round, that of this one.
#[must_use]
pub fn former_practices<'a>(assessment: &Assessment<'a>, practice: &PracticeId) -> Vec<FormerPractice<'a>> {
    let mut shown = Shown::default();
    // What is carried over stands at the practice itself and is shown there.
    shown.take(assessment, practice.as_str());
    let formers =
        assessment.asked.model().formers(practice.as_str()).into_iter().filter(|(_, change)| change.became != Became::Renamed);
    let all = formers.map(|(edition, change)| {
        let (target, quick, overrides, notes) = shown.take(assessment, change.id.as_str());
        let (was, why) = (assessment.asked.was(change), assessment.asked.why(change));
        FormerPractice { edition, change, was, why, target, quick, overrides, notes }
    });
    all.filter(FormerPractice::says_something).collect()
}

/// What is shown already, by its place in the history: what was carried over is the same statement under another id.
#[derive(Default)]
struct Shown<'a>(BTreeSet<&'a Stamp>);

type Taken<'a> = (
    Option<&'a Fact<Target>>,
    Vec<(&'a Place<PracticeId>, &'a Fact<QuickAnswer>)>,
    Vec<(&'a Subject<PracticeId>, &'a Fact<Override>)>,
    Vec<(&'a Place<PracticeId>, &'a Fact<String>)>,
);

impl<'a> Shown<'a> {
    /// What is said about a practice and was not shown before.
    fn take(&mut self, assessment: &Assessment<'a>, id: &str) -> Taken<'a> {
        let session = assessment.session;
        let Ok(id) = PracticeId::try_from(id) else { return Taken::default() };
        let target = assessment.target_fact(&id).filter(|fact| fact.value().is_some());
        let target = target.filter(|fact| self.0.insert(session.target_stands_since(&id, fact)));
        let Some(round) = assessment.round else { return (target, Vec::new(), Vec::new(), Vec::new()) };
        (
            target,
            self.stated(said_of(&session.quick, &id, round)),
            self.stated(said_once_of(&session.overrides, &id, round)),
            self.stated(said_of(&session.practice_notes, &id, round)),
        )
    }

    fn stated<K, V>(&mut self, here: impl Iterator<Item = (&'a K, &'a Fact<V>)>) -> Vec<(&'a K, &'a Fact<V>)> {
        here.filter(|(_, fact)| fact.value().is_some() && self.0.insert(&fact.stamp)).collect()
    }
}
