//! What can be answered to a statement of the model that is open, and what an answer says there.

use crate::model::{AnswerScale, IndicatorId};
use crate::session::{Answer, Compensated, NotApplicable};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;
use leptos::prelude::*;

impl OpenSession {
    /// The answers to choose from, in their order; *I don't know* comes last.
    pub fn answers(self) -> Vec<Answer> {
        self.asked.with_untracked(|asked| answers(&asked.model().scoring.answers))
    }

    /// What an answer says to a statement, within a sentence.
    pub fn answer_words(self, to: &IndicatorId, said: &Answer) -> String {
        self.in_model(to, said, t::answer)
    }

    /// The same to be chosen, or as a sentence begins.
    pub fn answer_label(self, to: &IndicatorId, said: &Answer) -> String {
        self.in_model(to, said, t::answer_to_choose)
    }

    /// The same with its reason, if it has one.
    pub fn answer_with_reason(self, to: &IndicatorId, said: &Answer) -> String {
        self.in_model(to, said, t::answer_with_reason)
    }

    fn in_model(self, to: &IndicatorId, said: &Answer, usual: fn(&Answer) -> String) -> String {
        let Answer::Own(_) = said else { return usual(said) };
        self.asked.with_untracked(|asked| {
            let to = asked.known_indicator(to).map(|it| it.indicator);
            t::answer_of(said, &asked.model().scoring.answers, to, t::tag())
        })
    }

    /// What is said of an answer that the model does not have; nothing where it has it.
    pub fn answer_not_in_model(self, said: &Answer) -> Option<String> {
        self.asked.with_untracked(|asked| t::unknown_answer(said, &asked.model().scoring.answers))
    }
}

fn answers(scale: &AnswerScale) -> Vec<Answer> {
    let usual = [Answer::Met, Answer::Partly, Answer::NotMet].into_iter().filter(|_| scale.is_usual());
    let own = scale.own.iter().map(|own| Answer::Own(own.id.clone()));
    let nowhere = scale.not_applicable.then(|| Answer::NotApplicable(NotApplicable::because("")));
    let otherwise = scale.compensated.then(|| Answer::Compensated(Compensated::because("")));
    usual.chain(own).chain(nowhere).chain(otherwise).chain([Answer::DontKnow]).collect()
}
