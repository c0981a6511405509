//! What the rules that hold for every list have to know of what is said, per type of value. A type that says nothing here does not
//! compile as one of the table.

use super::{
    Action, ActionState, Answer, CharacteristicState, CharacteristicTarget, Compensated, Confidence, Conflict, ConflictDecision,
    Date, Discussion, DutyAnswer, Evidence, Finding, FindingAbout, FindingDecision, FindingKind, IssuedReport, NotApplicable,
    Override, OwnIndicator, OwnMinimum, Part, Person, Priority, ProfileUse, QuickAnswer, Reopened, Round, RoundEvent, Settlement,
    Shown, SignOff, SignOffTakenBack, Target, Yes,
};
use crate::model::{Level, OptionId, PracticeId, Scope};

/// What can be said in a fact.
pub trait FactValue: Clone + PartialEq {
    /// The level it speaks of, which has to be one of the model's.
    fn level(&self) -> Option<Level>;

    /// The practice it names, which has to be one of the model's.
    fn practice(&self) -> Option<&PracticeId>;

    /// Whether it holds for everything that an edition split what it is about into. It does not where nobody said which of it that was.
    fn holds_for_each(&self) -> bool;

    /// Whether it only goes on with the words that `earlier` began: words still being typed are one step to undo, not many.
    fn goes_on(&self, earlier: &Self) -> bool;
}

macro_rules! value {
    ($($value:ty),+: $level:expr, $practice:expr, $holds_for_each:expr, $goes_on:expr) => {$(
        impl FactValue for $value {
            fn level(&self) -> Option<Level> {
                let level: fn(&Self) -> Option<Level> = $level;
                level(self)
            }
            fn practice(&self) -> Option<&PracticeId> {
                let practice: fn(&Self) -> Option<&PracticeId> = $practice;
                practice(self)
            }
            fn holds_for_each(&self) -> bool {
                let holds: fn(&Self) -> bool = $holds_for_each;
                holds(self)
            }
            fn goes_on(&self, earlier: &Self) -> bool {
                let goes_on: fn(&Self, &Self) -> bool = $goes_on;
                goes_on(self, earlier)
            }
        }
    )+};
}

// Nothing but words.
value!(String, Round: |_| None, |_| None, |_| true, |_, _| true);

// Nothing but a choice, or nothing that anybody types.
value!(ProfileUse, OptionId, Scope, Confidence, Date, Shown, Yes, IssuedReport, Discussion, SignOff, SignOffTakenBack:
    |_| None, |_| None, |_| true, |_, _| false);

// Words beside something that is chosen: they go on as long as that stays.
value!(Part: |_| None, |_| None, |_| true,
    |now, before| (now.context, now.technology) == (before.context, before.technology));
value!(Person: |_| None, |_| None, |_| true, |now, before| now.role == before.role);
value!(OwnMinimum: |it| Some(it.level), |_| None, |_| true, |now, before| now.level == before.level);
value!(Override: |it| Some(it.level), |_| None, |_| true, |now, before| now.level == before.level);
value!(CharacteristicTarget: |it| it.level, |_| None, |_| true, |now, before| now.level == before.level);
value!(CharacteristicState: |it| Some(it.level), |_| None, |_| true, |now, before| now.level == before.level);
value!(Priority: |_| None, |_| None, |_| true, |now, before| now.order == before.order);
value!(Conflict: |_| None, |it| it.practice.as_ref(), |_| true,
    |now, before| (&now.practice, &now.helps, &now.hinders) == (&before.practice, &before.helps, &before.hinders));
value!(ConflictDecision: |_| None, |_| None, |_| true, |now, before| now.way == before.way);
value!(Settlement: |_| None, |_| None, |it| it.answer.holds_for_each(), |now, before| now.answer == before.answer);
value!(OwnIndicator: |it| Some(it.level), |it| Some(&it.practice), |_| true,
    |now, before| (now.level, now.kind, &now.practice) == (before.level, before.kind, &before.practice));
value!(Evidence: |_| None, |_| None, |_| true,
    |now, before| (now.kind, now.dated, now.valid_until, &now.files) == (before.kind, before.dated, before.valid_until, &before.files));
value!(Action: |_| None, |it| it.practice.as_ref(), |_| true, |now, before| planned(now) == planned(before));
value!(Finding: suggested_level, practice_of_finding, |_| true,
    |now, before| (&now.kind, &now.about, &now.part, &now.round) == (&before.kind, &before.about, &before.part, &before.round));
value!(FindingDecision: accepted_level, |_| None, |_| true, |now, before| matches!(
    (now, before),
    (FindingDecision::Declined(_), FindingDecision::Declined(before)) if !before.reason.is_empty()
));
value!(Target: |it| Some(it.level), |_| None, |_| true, |now, before| decided(now) == decided(before));
value!(Answer: |_| None, |_| None, |it| !matches!(it, Answer::Partly | Answer::NotMet | Answer::DontKnow | Answer::Own(_)), reason_goes_on);
value!(DutyAnswer: |_| None, |_| None, |_| true, |now, before| matches!(
    (now, before),
    (DutyAnswer::NotApplicable(_), DutyAnswer::NotApplicable(before)) if !before.reason.is_empty()
));
value!(RoundEvent: |_| None, |_| None, |_| true, |now, before| matches!(
    (now, before),
    (RoundEvent::Reopened(_), RoundEvent::Reopened(Reopened { why, .. })) if !why.is_empty()
));
value!(QuickAnswer: quick_level, |_| None, |_| true, |now, before| matches!(
    (now, before),
    (QuickAnswer::NotApplicable(_), QuickAnswer::NotApplicable(before)) if !before.reason.is_empty()
));

/// All of a target but its words.
fn decided(it: &Target) -> impl PartialEq {
    (it.level, it.scope, it.because, it.origin.clone(), it.decided_by.clone(), it.decided_on, it.review_on)
}

/// All of an action but its words; that it was dropped is a step of its own, the reason for that another one.
fn planned(it: &Action) -> impl PartialEq {
    let state = match &it.state {
        ActionState::Open => (0, None, false),
        ActionState::UnderWay => (1, None, false),
        ActionState::Done(done) => (2, done.on, false),
        ActionState::Dropped(dropped) => (3, None, dropped.reason.is_empty()),
    };
    (it.practice.clone(), it.start, it.due, it.work, it.rank, it.origin, state, it.owner.as_ref().map(std::mem::discriminant))
}

/// Choosing the answer is a step of its own: what is typed for it begins another.
fn reason_goes_on(now: &Answer, before: &Answer) -> bool {
    match (now, before) {
        (Answer::NotApplicable(_), Answer::NotApplicable(NotApplicable { reason, .. }))
        | (Answer::Compensated(_), Answer::Compensated(Compensated { reason, .. })) => !reason.is_empty(),
        _ => false,
    }
}

fn suggested_level(finding: &Finding) -> Option<Level> {
    match &finding.kind {
        FindingKind::Suggestion(suggestion) => suggestion.level(),
        FindingKind::Comment | FindingKind::Question(_) | FindingKind::Challenge => None,
    }
}

fn practice_of_finding(finding: &Finding) -> Option<&PracticeId> {
    match &finding.about {
        FindingAbout::Practice(practice) | FindingAbout::Target(practice) => Some(practice),
        FindingAbout::Whole | FindingAbout::Statement(_) | FindingAbout::Action(_) => None,
    }
}

fn accepted_level(decision: &FindingDecision) -> Option<Level> {
    match decision {
        FindingDecision::Accepted(accepted) => accepted.suggestion.as_ref()?.level(),
        FindingDecision::Declined(_) | FindingDecision::Answered | FindingDecision::Withdrawn => None,
    }
}

fn quick_level(answer: &QuickAnswer) -> Option<Level> {
    match answer {
        QuickAnswer::Level(level) => Some(*level),
        QuickAnswer::NotApplicable(_) | QuickAnswer::DontKnow => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Change, Place, SystemField};

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
