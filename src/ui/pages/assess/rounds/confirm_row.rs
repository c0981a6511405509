//! One answer of an earlier round: confirm it, change it, leave it out; with the pointer or one key each.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::analysis::{AskAnew, CarriedAnswer, Earlier, Thing};
use crate::model::{IndicatorId, PracticeId};
use crate::session::{Answer, commands};
use crate::ui::browser::keys::Command;
use crate::ui::browser::{clock, keyboard, page};
use crate::ui::components::single_keys_are_on;
use crate::ui::pages::assess::rounds::name_of_person;
use crate::ui::routes::Address;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The id of the row of an answer.
pub fn row_id(answer: &CarriedAnswer) -> String {
    format!("carried-{}-{}", answer.indicator, answer.part.as_ref().map_or("", |part| part.as_str()))
}

/// An answer.
#[component]
pub fn ConfirmRow(
    practice: PracticeId,
    answer: CarriedAnswer,
    /// Which row is so many after one, or before, by their ids; the list where there is none.
    row_at: Callback<(String, isize), String>,
) -> impl IntoView {
    let open_session = open_session();
    let statement = open_session.name_of(&Thing::Indicator(answer.indicator.clone()));
    let part = answer.part.clone().map(|part| open_session.name_of(&Thing::Part(part)));
    let id = row_id(&answer);
    let own = StoredValue::new(id.clone());
    let next = move || row_at.run((own.get_value(), 1));
    let can_confirm = !matches!(answer.ask_anew, Some(AskAnew::Changed | AskAnew::CountsForNothing));
    let differ = answer.ask_anew == Some(AskAnew::Differ);
    let said: Vec<_> =
        answer.said.iter().map(|it| view! { <p class="hint" dir="auto">{said_words(open_session, it)}</p> }).collect();
    let offered = if differ { answer.said.clone() } else { answer.said.first().cloned().into_iter().collect() };
    let confirm = move |it: &Earlier<IndicatorId, Answer>| {
        let next = next();
        confirm(open_session, it);
        page::focus_soon(next);
    };
    let buttons = offered.into_iter().filter(|_| can_confirm).map(|it| {
        let by = name_of_person(open_session, it.at.by.as_ref().filter(|_| differ));
        let words = t::confirm_of(by.as_deref());
        let label = t::about_answer(&words, &statement);
        view! { <button type="button" class="button small" aria-label=label on:click=move |_| confirm(&it)>{words}</button> }
    });
    let buttons: Vec<_> = buttons.collect();
    let href = open_session.link(Address::of_indicator(&practice, &answer.indicator));
    let ask_anew = answer.ask_anew.map(|why| view! { <p class="hint"><span class="tag">{t::ask_anew(why)}</span></p> });
    let (change_label, drop_label) = (t::about_answer(&t::CHANGE_IT, &statement), t::about_answer(&t::LEAVE_OUT, &statement));
    let only = answer.said.first().cloned().filter(|_| can_confirm && !differ);
    let leave = {
        let answer = answer.clone();
        move || {
            let next = next();
            leave_out(open_session, &answer);
            page::focus_soon(next);
        }
    };
    let leave_by_key = leave.clone();
    let (app_state, navigate, to_change) = (app_state(), use_navigate(), href.clone());
    let keys = move |event: KeyboardEvent| {
        let command = keyboard::command(&event).filter(|_| single_keys_are_on(app_state));
        // A key that is held down says it once: the next answer nobody read.
        let Some(command) = command.filter(|command| !event.repeat() || !command.answers()) else { return };
        match command {
            Command::Confirm => only.iter().for_each(confirm),
            Command::LeaveOut => leave_by_key(),
            Command::Change => navigate(&to_change, NavigateOptions::default()),
            Command::NextIndicator => page::focus_soon(next()),
            Command::PreviousIndicator => page::focus_soon(row_at.run((own.get_value(), -1))),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <li id=id tabindex="-1" on:keydown=keys>
            <p dir="auto">{statement} {part.map(|part| format!(" ({part})"))}</p>
            {said}
            {ask_anew}
            <div class="actions">
                {buttons}
                <A href=href attr:class="button small" attr:aria-label=change_label>{t::CHANGE_IT}</A>
                <button type="button" class="button plain small" aria-label=drop_label on:click=move |_| leave()>{t::LEAVE_OUT}</button>
            </div>
        </li>
    }
}

fn said_words(open_session: OpenSession, it: &Earlier<IndicatorId, Answer>) -> String {
    let by = name_of_person(open_session, it.at.by.as_ref());
    t::said_earlier(&open_session.answer_words(&it.at.on, &it.says), by.as_deref(), it.on)
}

fn confirm(open_session: OpenSession, it: &Earlier<IndicatorId, Answer>) {
    let by = open_session.answering();
    let round = untrack(|| open_session.round());
    let change = round.and_then(|round| {
        open_session
            .session
            .with_untracked(|session| commands::confirm_answer(session, &it.at, &round, by.as_ref(), clock::today()))
    });
    if let Some(change) = change {
        open_session.change_with_undo(vec![change], t::answers_confirmed(1));
    }
}

fn leave_out(open_session: OpenSession, answer: &CarriedAnswer) {
    if let Some(round) = untrack(|| open_session.round()) {
        let change = commands::drop_answer(answer.indicator.clone(), answer.part.clone(), &round, true);
        open_session.change_with_undo(vec![change], t::answers_left_out(1));
    }
}
