//! Words still being typed: a change that only goes on with the words of the one before it is one step to undo, not many.

use super::{Answer, Change, Compensated, NotApplicable, QuickAnswer};

impl Change {
    /// Whether this change only goes on with the words that `earlier` began: about the same thing, and alike in all but words.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::System(on, Some(_)), Self::System(other, Some(_))) => on == other,
            (Self::Hint(on, Some(_)), Self::Hint(other, Some(_))) => on == other,
            (Self::PracticeNote(on, Some(_)), Self::PracticeNote(other, Some(_))) => on == other,
            (Self::Note(on, Some(_)), Self::Note(other, Some(_))) => on == other,
            (Self::Against(on, Some(_)), Self::Against(other, Some(_))) => on == other,
            (Self::Part(on, Some(_)), Self::Part(other, Some(_))) => on == other,
            (Self::Round(on, Some(_)), Self::Round(other, Some(_))) => on == other,
            (Self::Person(on, Some(now)), Self::Person(other, Some(before))) => on == other && now.role == before.role,
            (Self::Minimum(on, Some(now)), Self::Minimum(other, Some(before))) => on == other && now.level == before.level,
            (Self::Override(on, Some(now)), Self::Override(other, Some(before))) => on == other && now.level == before.level,
            (Self::Settlement(on, Some(now)), Self::Settlement(other, Some(before))) => {
                on == other && now.answer == before.answer
            }
            (Self::Indicator(on, Some(now)), Self::Indicator(other, Some(before))) => {
                on == other && (now.level, now.kind, &now.practice) == (before.level, before.kind, &before.practice)
            }
            (Self::Evidence(on, Some(now)), Self::Evidence(other, Some(before))) => {
                on == other && (now.kind, now.dated, now.valid_until) == (before.kind, before.dated, before.valid_until)
            }
            (Self::Target(on, Some(now)), Self::Target(other, Some(before))) => {
                let decided = |it: &super::Target| {
                    (it.level, it.scope, it.because, it.origin.clone(), it.decided_by.clone(), it.decided_on, it.review_on)
                };
                on == other && decided(now) == decided(before)
            }
            (Self::Answer(on, Some(now)), Self::Answer(other, Some(before))) => {
                // Choosing the answer is a step of its own: what is typed for it begins another.
                let goes_on = match (now, before) {
                    (Answer::NotApplicable(_), Answer::NotApplicable(NotApplicable { reason, .. }))
                    | (Answer::Compensated(_), Answer::Compensated(Compensated { reason, .. })) => !reason.is_empty(),
                    _ => false,
                };
                on == other && goes_on
            }
            (
                Self::Quick(on, Some(QuickAnswer::NotApplicable(_))),
                Self::Quick(other, Some(QuickAnswer::NotApplicable(before))),
            ) => on == other && !before.reason.is_empty(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Level;
    use crate::session::{Place, SystemField};

    fn named(words: &str) -> Change {
        Change::System(SystemField::Name, Some(words.to_owned()))
    }

    #[allow(clippy::unwrap_used, reason = "fixed ids")]
    fn quick(answer: QuickAnswer) -> Change {
        let place = Place { on: "a".try_into().unwrap(), round: "r".try_into().unwrap(), part: None, by: None };
        Change::Quick(place, Some(answer))
    }

    #[test]
    fn words_about_the_same_thing_go_on() {
        assert!(named("Line 4").continues(&named("Line")));
        assert!(!Change::System(SystemField::Includes, Some("a".to_owned())).continues(&named("Line")));
        let because = |reason: &str| quick(QuickAnswer::NotApplicable(NotApplicable::because(reason)));
        assert!(because("no cl").continues(&because("no c")));
    }

    #[test]
    fn a_choice_is_a_step_of_its_own() {
        let level = |number| quick(QuickAnswer::Level(Level::new(number)));
        assert!(!level(2).continues(&level(1)));
        let because = |reason: &str| quick(QuickAnswer::NotApplicable(NotApplicable::because(reason)));
        assert!(!because("n").continues(&because("")), "what is typed for an answer begins after it");
        assert!(!Change::System(SystemField::Name, None).continues(&named("Line")), "clearing a field");
    }
}
