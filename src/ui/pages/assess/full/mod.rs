//! The full pass: a practice's statements, one level at a time, with what matters first.

pub mod former;
pub mod indicator;
mod keys;
mod level;
mod level_hole;
mod level_override;
mod more;
pub mod onward;
mod standing;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::analysis::{Asking, Assessment, NextQuestion, Verdict, hides_target, matters_up_to, next_question};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::PartId;
use crate::ui::browser::page;
use crate::ui::pages::assess::full::keys::listen_to_keys;
use crate::ui::pages::assess::full::level::LevelSection;
use crate::ui::pages::assess::full::level_hole::level_holes_of;
use crate::ui::pages::assess::full::level_override::OverrideField;
use crate::ui::pages::assess::full::onward::FullOnward;
use crate::ui::pages::assess::full::standing::Standing;
use crate::ui::pages::practice::{InOrder, PracticeHelp, PracticeNote, PracticePage, ScopeQuestion};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The full pass of the practice that the address names.
#[component]
pub fn FullPage() -> impl IntoView {
    page::say_kind("full");
    view! { <PracticePage above=t::full_above screen=|here| view! { <FullScreen here /> }.into_any() /> }
}

/// The setting of this browser that says how many levels are shown at once.
const LEVELS: &str = "levels";
const ALL: &str = "all";

/// What is said about a practice, for the whole system or the part being answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Consolidated {
    /// The verdicts about the statements of each level from 1 up.
    pub levels: Vec<(Level, Vec<Verdict>)>,
    /// The statements that are missed although most of a higher level is met, with that level.
    pub holes: Vec<(IndicatorId, Level)>,
}

impl Consolidated {
    fn of(assessment: &Assessment<'_>, practice: &PracticeId, part: Option<&PartId>) -> Self {
        let (asked, said) = (assessment.asked(), assessment.said());
        let of_level = |level: Level| {
            let all = asked.model().practice(practice).map(|practice| asked.indicators(practice, level)).unwrap_or_default();
            (level, all.iter().map(|it| said.verdict(&it.indicator.id, part)).collect())
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
    fn of(open_session: OpenSession, practice: PracticeId) -> Self {
        let practice = StoredValue::new(practice);
        Self {
            open_session,
            practice,
            open: RwSignal::new(None),
            all: RwSignal::new(app_state().store().setting(LEVELS).as_deref() == Some(ALL)),
            current: RwSignal::new(None),
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

/// One practice of the full pass.
#[component]
fn FullScreen(here: InOrder) -> impl IntoView {
    let open_session = open_session();
    let practice = here.practice.clone();
    let pass = Pass::of(open_session, practice.id.clone());
    begin(pass);
    listen_to_keys(pass, here.clone());
    let levels: Vec<_> = practice
        .levels
        .iter()
        .filter(|guide| guide.level != Level::NONE)
        .map(|guide| view! { <LevelSection guide=guide.clone() here=here.clone() pass /> })
        .collect();
    let app_state = app_state();
    // Whoever is asked answers; levels are set by those who asked.
    let override_field = open_session.request.with_untracked(Option::is_none).then(|| view! { <OverrideField pass /> });
    let toggle_all = move |_| {
        pass.all.update(|all| *all = !*all);
        app_state.store().set_setting(LEVELS, if pass.all.get_untracked() { ALL } else { "one" });
    };
    view! {
        <p class="question">{practice.question.get(t::tag()).to_owned()}</p>
        <Standing pass />
        <div class="levels" class:all=pass.all>{levels}</div>
        <p>
            <button type="button" class="button plain small" aria-pressed=move || pass.all.get().to_string() on:click=toggle_all>
                {move || if pass.all.get() { t::ONE_LEVEL.get() } else { t::ALL_LEVELS.get() }}
            </button>
        </p>
        <section class="card">
            <ScopeQuestion practice=practice.id.clone() />
            <PracticeNote practice=practice.id.clone() />
            {override_field}
        </section>
        <p class="hint">{t::who_knows(practice.who.get(t::tag()))}</p>
        <PracticeHelp practice=practice.clone() />
        <FullOnward here pass />
    }
}

/// Begins at the statement that the address names, or else shows the level with the most useful unanswered one.
fn begin(pass: Pass) {
    let query = use_query_map();
    Effect::new(move |before: Option<Option<String>>| {
        let at = query.with(|query| query.get("at"));
        if before.as_ref() == Some(&at) {
            return at;
        }
        let id = at.as_deref().and_then(|at| IndicatorId::try_from(at).ok());
        let found = id.and_then(|id| Some((level_of(pass, &id)?, id)));
        match found {
            Some((level, id)) => pass.go_to(level, id),
            None => {
                let next = untrack(move || pass.next_here());
                pass.open.set(Some(next.as_ref().map_or(Level::NONE.next(), |next| next.level)));
                pass.current.set(next.map(|next| next.indicator));
            }
        }
        at
    });
}

/// The level that a statement of this practice belongs to.
fn level_of(pass: Pass, id: &IndicatorId) -> Option<Level> {
    pass.open_session.asked.with_untracked(|asked| {
        let found = asked.indicator(id)?;
        pass.practice.with_value(|practice| found.practice.id == *practice).then_some(found.level)
    })
}
