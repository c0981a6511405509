//! The way through the quick pass: an answer, and on to the next practice.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::model::{Level, Practice, PracticeId};
use crate::session::{Change, QuickAnswer, commands};
use crate::ui::browser::keys::Command;
use crate::ui::browser::{keyboard, page};
use crate::ui::components::single_keys_are_on;
use crate::ui::pages::practice::InOrder;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};

/// The setting of this browser that one stays where one answered.
pub(super) const SETTING: &str = "quick-goes-on";
pub(super) const STAYS: &str = "no";

/// An answer that was just given, and the step that it was.
#[derive(Clone)]
pub(super) struct Last {
    pub(super) practice: PracticeId,
    pub(super) answer: QuickAnswer,
    pub(super) step: u64,
}

/// What is kept from one practice to the next.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) last: RwSignal<Option<Last>>,
    pub(super) goes_on: RwSignal<bool>,
}

/// The way from one practice.
#[derive(Clone)]
pub struct QuickWay {
    pub(super) open_session: OpenSession,
    pub(super) kept: Kept,
    /// The practice one is at.
    pub practice: PracticeId,
    after: Option<PracticeId>,
    pub(super) navigate: Arc<dyn Fn(&PracticeId) + Send + Sync>,
    is_gone: StoredValue<bool>,
}

impl QuickWay {
    /// Begins with nothing answered yet.
    pub fn provide() {
        let goes_on = app_state().store().setting(SETTING).as_deref() != Some(STAYS);
        provide_context(Kept { last: RwSignal::new(None), goes_on: RwSignal::new(goes_on) });
    }

    /// The way from this practice.
    pub fn at(here: &InOrder) -> Self {
        let (open_session, navigate) = (open_session(), use_navigate());
        let to = move |practice: &PracticeId| {
            navigate(&SessionPage::Quick.of(practice).path_in(&open_session.slot()), NavigateOptions::default());
        };
        Self {
            open_session,
            kept: expect_context::<Kept>(),
            practice: here.practice.id.clone(),
            after: here.after.clone(),
            navigate: Arc::new(to),
            is_gone: StoredValue::new(false),
        }
    }

    /// States an answer.
    pub fn say(&self, answer: QuickAnswer) {
        let Some(place) = self.open_session.place(self.practice.clone()) else { return };
        if let QuickAnswer::NotApplicable(_) = answer {
            not_applicable_here(self.open_session, self.practice.clone(), String::new());
            return;
        }
        let step = self.open_session.change(Change::Quick(place, Some(answer.clone())));
        self.kept.last.set(Some(Last { practice: self.practice.clone(), answer, step }));
    }

    /// Goes on to the next practice once the answer shows, unless somebody wants to stay. After the last one, that is a choice of its own.
    pub fn go_on(&self) {
        if !self.kept.goes_on.get_untracked() || self.is_gone.get_value() {
            return;
        }
        let Some(after) = self.after.clone() else { return };
        self.is_gone.set_value(true);
        let navigate = Arc::clone(&self.navigate);
        page::after_paint(move || navigate(&after));
    }
}

/// Says that a practice makes no sense here, for a reason that may still be typed.
pub fn not_applicable_here(open_session: OpenSession, practice: PracticeId, reason: String) {
    if let Some(place) = open_session.place(practice) {
        open_session
            .change(open_session.session.with_untracked(|session| commands::not_applicable_quick(session, place, reason)));
    }
}

/// Answers with single keys for as long as the practice is shown: its levels by their numbers.
pub fn listen_to_keys(way: QuickWay, practice: Practice) {
    let app_state = app_state();
    keyboard::listen(move |command| {
        let answer = match command {
            _ if !single_keys_are_on(app_state) => return false,
            Command::Zero => QuickAnswer::Level(Level::NONE),
            Command::Answer(place) => {
                let Some(guide) = practice.levels.iter().filter(|guide| guide.level != Level::NONE).nth(place) else {
                    return false;
                };
                QuickAnswer::Level(guide.level)
            }
            Command::DontKnow => QuickAnswer::DontKnow,
            _ => return false,
        };
        way.say(answer);
        way.go_on();
        true
    });
}
