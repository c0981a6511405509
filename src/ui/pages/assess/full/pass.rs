//! Where one is within a practice of the full pass.

use std::collections::BTreeMap;

use crate::analysis::{Asking, Assessment, NextQuestion, Verdict, hides_target, matters_up_to, next_question};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Answer, PartId};
use crate::ui::browser::page;
use crate::ui::pages::assess::full::level_hole::level_holes_of;
use crate::ui::pages::practice::answers::answered;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::OpenSession;
use leptos::prelude::*;

/// The setting of this browser that says how many levels are shown at once.
pub const LEVELS: &str = "levels";
pub const ALL: &str = "all";

/// What is said about a practice, for the whole system or the part being answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Consolidated {
    /// The verdicts about the statements of each level from 1 up.
    pub levels: Vec<(Level, Vec<Verdict>)>,
    /// The statements that are missed although most of a higher level is met, with that level.
    pub holes: BTreeMap<IndicatorId, Level>,
}

impl Consolidated {
    fn of(assessment: &Assessment<'_>, practice: &PracticeId, part: Option<&PartId>) -> Self {
        let (asked, said) = (assessment.asked(), assessment.said());
        let of_level = |level: Level| {
            let all = asked.model().practice(practice).map(|practice| asked.indicators(practice, level)).unwrap_or_default();
            (level, all.iter().filter_map(|it| said.verdict_of(it.indicator, part)).collect())
        };
        Self {
            levels: Level::NONE.up_to(asked.model().top()).map(of_level).collect(),
            holes: level_holes_of(assessment, practice, part),
        }
    }
}

/// Where one is within a practice.
#[derive(Clone, Copy)]
pub struct Pass {
    /// The open session.
    pub open_session: OpenSession,
    /// The practice.
    pub practice: StoredValue<PracticeId>,
    /// The level whose statements are shown.
    pub open: RwSignal<Option<Level>>,
    /// Whether those of all levels are.
    pub all: RwSignal<bool>,
    /// The statement that keys are about.
    pub current: RwSignal<Option<IndicatorId>>,
    /// The statement that was answered last, here.
    pub just: RwSignal<Option<IndicatorId>>,
    /// What was just marked with a key, for the ear: the eye sees it at the statement.
    pub marked: RwSignal<String>,
    /// Whether one is about to go on to the next statement.
    pub goes_on: StoredValue<bool>,
    /// The statement whose note, evidence and doubts are shown.
    pub more: RwSignal<Option<IndicatorId>>,
    /// What is said about the practice.
    pub heard: Memo<Consolidated>,
    /// The level beyond which nothing matters for the target.
    pub up_to: Memo<Level>,
    /// Whether the target is hidden until the practice is answered.
    pub blind: Memo<bool>,
}

impl Pass {
    pub fn of(open_session: OpenSession, practice: PracticeId) -> Self {
        let practice = StoredValue::new(practice);
        Self {
            open_session,
            practice,
            open: RwSignal::new(None),
            all: RwSignal::new(app_state().store().setting(LEVELS).as_deref() == Some(ALL)),
            current: RwSignal::new(None),
            just: RwSignal::new(None),
            marked: RwSignal::new(String::new()),
            goes_on: StoredValue::new(false),
            more: RwSignal::new(None),
            heard: open_session.following(move |assessment| {
                let part = open_session.part.get();
                Consolidated::of(assessment, &practice.get_value(), part.as_ref())
            }),
            up_to: open_session.following(move |assessment| matters_up_to(assessment, &practice.get_value())),
            blind: Memo::new(move |_| {
                let result = open_session.results.with(|results| results.practice(&practice.get_value()).cloned());
                result.is_some_and(|result| open_session.soon(|session| hides_target(session, &result)))
            }),
        }
    }

    /// The most useful unanswered statement of this practice.
    pub fn next_here(self) -> Option<NextQuestion> {
        let (me, part) = (self.open_session.me.get(), self.open_session.part.get());
        let here = self.practice.get_value();
        let asking = Asking { me: me.as_ref(), part: part.as_ref(), here: Some(&here), stay: true };
        self.open_session.assessment(|assessment| next_question(assessment, asking))
    }

    /// The statement that is marked with how somebody knows: the one that keys are about or, while that is open, the one answered just
    /// before. Whoever answers goes on at once.
    pub fn to_mark(self) -> Option<IndicatorId> {
        // There is nothing to be sure of in what somebody does not know.
        let is_answered = |id: &IndicatorId| untrack(|| answered(self.open_session, id)).is_some_and(|it| it != Answer::DontKnow);
        let (current, just) = (self.current.get_untracked(), self.just.get_untracked());
        current.filter(is_answered).or_else(|| just.filter(is_answered))
    }

    /// Keys are about that statement from now on.
    pub fn turn_to(self, indicator: &IndicatorId) {
        if self.current.with_untracked(|current| current.as_ref() != Some(indicator)) {
            self.current.set(Some(indicator.clone()));
        }
    }

    /// Shows a statement and moves the focus to it.
    pub fn go_to(self, level: Level, indicator: IndicatorId) {
        if !self.all.get_untracked() {
            self.open.set(Some(level));
        }
        self.turn_to(&indicator);
        // Its level is in the page only after this turn.
        request_animation_frame(move || page::focus_choice(&answer_group(&indicator)));
    }
}

/// The id of the element with the answers to a statement.
pub fn answer_group(indicator: &IndicatorId) -> String {
    format!("answer-{indicator}")
}
