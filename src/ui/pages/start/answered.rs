//! Beginning with the answer to the first question.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Model, PracticeId};
use crate::session::commands;
use crate::ui::pages::start::new::{authorship, begin, goer, without_profile};
use crate::ui::routes::SessionPage;
use crate::ui::shell::lazy::loading;
use crate::ui::state::app_state::app_state;
use crate::ui::state::first_answer::{Onward, first_answer};

/// Begins a new session with the answer to the first question, once somebody gave one or goes on without.
#[component]
pub fn BeginAnswered() -> impl IntoView {
    let (app_state, first, go) = (app_state(), first_answer(), goer(true));
    let model = move || app_state.models.with_untracked(|library| library.as_ref()?.models.first().cloned());
    Effect::new(move |_| {
        if app_state.models.with(Option::is_none) {
            return;
        }
        let Some(onward) = first.take() else { return };
        let (wanted, go) = (onward.clone(), go.clone());
        let answered = move || {
            let session = without_profile(app_state)()?;
            let said = wanted.asked.clone().zip(first.chosen.get_untracked());
            let said = said.filter(|_| model().is_some_and(|model| is_of(&model, &wanted)));
            Ok(match said {
                Some((asked, answer)) => commands::begun_with_answer(session, asked, answer, &authorship(app_state)),
                None => session,
            })
        };
        begin(app_state, answered, move |slot, _| {
            let to = model().and_then(|model| place(&model, &onward));
            go(slot, &to.map_or_else(|| SessionPage::Assess.into(), |to| SessionPage::Quick.of(&to)));
            first.keep(onward.focus.clone());
        });
    });
    move || app_state.models.with(Option::is_none).then(loading)
}

/// Whether it is this edition of the model that asked: the models may have been changed where they are hosted.
fn is_of(model: &Model, onward: &Onward) -> bool {
    let is_there = onward.asked.as_ref().is_some_and(|asked| model.practice(asked).is_some());
    is_there && onward.edition == model.edition.as_str()
}

/// Where one goes on to: to the first question, unless that was asked.
fn place(model: &Arc<Model>, onward: &Onward) -> Option<PracticeId> {
    let to = onward.to.as_ref().filter(|to| is_of(model, onward) && model.practice(to).is_some());
    to.or(model.practices().first().map(|practice| &practice.id)).cloned()
}
