//! When the next round is due, and what asks for one before that.

use leptos::prelude::*;

use crate::analysis::{rounds_in_short, when_again};
use crate::exchange::{CALENDAR_TYPE, calendar_file, day_of_next_round, file_name};
use crate::session::{Date, RoundId, Session, SystemField, Trigger, commands};
use crate::ui::browser::{clock, download};
use crate::ui::components::DateField;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// When again: of the latest round, whichever is looked at.
#[component]
pub fn WhenAgainCard() -> impl IntoView {
    let open_session = open_session();
    let planned = Memo::new(move |_| open_session.soon(Session::next_round_on));
    let proposed = open_session.following(|assessment| {
        let opened = rounds_in_short(assessment).last().map(|round| round.opened);
        when_again(assessment, opened.unwrap_or_else(clock::today))
    });
    let plan = move |on: Option<Date>| make(open_session, |round| commands::plan_round(round, on));
    let take = move |_| plan(Some(proposed.get_untracked().on));
    let save = move |_| {
        let day = open_session.session.with_untracked(|session| {
            let name = file_name(session.system(SystemField::Name), clock::today()).replace(".json", "-next-round.ics");
            day_of_next_round(session, t::next_round_in_calendar).map(|day| (name, day))
        });
        let Some((name, day)) = day else { return };
        let done = download::download(&name, CALENDAR_TYPE, &calendar_file(&[day], clock::now())).is_ok();
        app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    let ticks: Vec<_> = Trigger::ALL.into_iter().map(|trigger| view! { <Tick trigger /> }).collect();
    let is_asked_for = Memo::new(move |_| open_session.soon(|session| !session.asking_for_round().is_empty()));
    view! {
        <section class="card when-again">
            <h2>{t::WHEN_AGAIN}</h2>
            <p>{move || t::when_again(proposed.get())}</p>
            {move || planned.get().is_none().then(|| view! {
                <p><button type="button" class="button small" on:click=take>{t::TAKE_PROPOSAL}</button></p>
            })}
            <DateField
                id="next-round"
                label=t::NEXT_ROUND_ON.get()
                value=Signal::derive(move || planned.get().map(|on| on.to_string()).unwrap_or_default())
                on_choose=plan
            />
            {move || planned.get().is_some().then(|| view! {
                <p><button type="button" class="button small" on:click=save>{t::SAVE_NEXT_ROUND}</button></p>
            })}
            <fieldset class="plain">
                <legend>{t::ASKS_FOR_ROUND}</legend>
                <p class="hint">{t::ASKS_FOR_ROUND_HINT}</p>
                {ticks}
            </fieldset>
            <p role="status">{move || is_asked_for.get().then(|| t::ROUND_IS_ASKED_FOR.get())}</p>
        </section>
    }
}

/// Something that may have happened.
#[component]
fn Tick(trigger: Trigger) -> impl IntoView {
    let open_session = open_session();
    let is_ticked =
        Memo::new(move |_| open_session.soon(|session| session.asking_for_round().iter().any(|(asked, _)| *asked == trigger)));
    let tick = move |event| {
        let on = event_target_checked(&event).then(clock::today);
        make(open_session, |round| commands::ask_for_round(round, trigger, on));
    };
    view! {
        <label class="tick-row">
            <input type="checkbox" prop:checked=is_ticked on:change=tick />
            <span>{t::trigger(trigger)}</span>
        </label>
    }
}

/// Makes a change about the latest round.
fn make(open_session: OpenSession, change: impl FnOnce(&RoundId) -> Option<crate::session::Change>) {
    let latest = open_session.session.with_untracked(|session| session.round().cloned());
    if let Some(change) = latest.and_then(|round| change(&round)) {
        open_session.change(change);
    }
}
