//! Beginning another round.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::analysis::carried;
use crate::session::commands::{self, NewRound};
use crate::session::{RoundId, RoundReason};
use crate::ui::browser::clock;
use crate::ui::components::{Choice, Segmented, TextField};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What is said about a round before it begins.
#[component]
pub fn NewRoundForm() -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    let navigate = use_navigate();
    let asked_for = open_session.soon(|session| session.asking_for_round().first().map(|(trigger, _)| trigger.reason()));
    let reason = RwSignal::new(asked_for.unwrap_or(RoundReason::Schedule));
    let (words, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let choices = RoundReason::AGAIN.map(|reason| Choice::new(reason.key(), t::round_reason(reason), "")).to_vec();
    let choose = move |key: String| {
        RoundReason::AGAIN.into_iter().filter(|reason| reason.key() == key).for_each(|chosen| reason.set(chosen));
    };
    let begin = move |_| {
        let fresh = clock::new_id::<RoundId>().to_string();
        let new = NewRound {
            fresh,
            name: name.get_untracked(),
            reason: reason.get_untracked(),
            words: words.get_untracked(),
            on: clock::today(),
        };
        let Some(change) = open_session.session.with_untracked(|session| commands::open_round(session, new)) else { return };
        open_session.look_at(None);
        let step = open_session.change(change);
        let left = open_session
            .assessment_now(|assessment| carried(assessment, clock::today()).iter().map(crate::analysis::Carried::count).sum());
        app_state.say_on_next_page(t::round_opened(left), Some(Arc::new(move || open_session.take_back(step))));
        words.set(String::new());
        name.set(String::new());
        let to = if left > 0 { SessionPage::Confirm } else { SessionPage::Assess };
        navigate(&Address::from(to).path_in(&open_session.slot()), NavigateOptions::default());
    };
    view! {
        <section class="card new-round">
            <h2>{t::NEW_ROUND}</h2>
            <p class="hint">{t::NEW_ROUND_HINT}</p>
            <Segmented
                legend=t::ROUND_REASON.to_owned()
                show_legend=true
                name="round-reason"
                choices
                chosen=Signal::derive(move || Some(reason.get().key().to_owned()))
                on_choose=choose
            />
            <TextField id="round-words" label=t::ROUND_REASON_WORDS value=words on_type=move |typed| words.set(typed) />
            <TextField id="round-name" label=t::ROUND_NAME hint=t::ROUND_NAME_HINT value=name on_type=move |typed| name.set(typed) />
            <p><button type="button" class="button primary" on:click=begin>{t::OPEN_ROUND}</button></p>
        </section>
    }
}
