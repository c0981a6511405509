//! What earlier rounds leave to be confirmed of one practice.

use leptos::prelude::*;

use crate::analysis::{Carried, CarriedAnswer, CarriedPractice, Thing};
use crate::model::PracticeId;
use crate::session::{Subject, commands};
use crate::ui::browser::page;
use crate::ui::pages::assess::rounds::confirm::{LIST, confirm_answers};
use crate::ui::pages::assess::rounds::confirm_row::{ConfirmRow, row_id};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A practice, with its answers.
#[component]
pub fn ConfirmPractice(practice: PracticeId, all: Memo<Vec<Carried>>) -> impl IntoView {
    let open_session = open_session();
    let name = open_session.name_of(&Thing::Practice(practice.clone()));
    let of = practice.clone();
    let mine = Memo::new(move |_| all.with(|all| all.iter().find(|it| it.practice == practice).cloned()));
    let plain = move || {
        let mine = mine.get().into_iter().flat_map(|it| it.answers);
        mine.filter(|answer| answer.ask_anew.is_none()).collect::<Vec<_>>()
    };
    let called = name.clone();
    let at_once = move || {
        let count = plain().len();
        let words = t::confirm_all_of(count, &called);
        let confirm = move |_| confirm_answers(open_session, &untrack(plain));
        (count > 1).then(|| view! { <p><button type="button" class="button small" on:click=confirm>{words}</button></p> })
    };
    let about = move || {
        let about = mine.get().map(|it| it.about).unwrap_or_default();
        about.into_iter().map(|it| about_row(open_session, it)).collect::<Vec<_>>()
    };
    let answers = move || mine.get().map(|it| it.answers).unwrap_or_default();
    // Asked before anything changes: the rows that stay keep their place, and the focus goes on to the next of them.
    let next_of = Callback::new(move |id: String| {
        let after = |it: &Carried| it.answers.iter().map(row_id).skip_while(|row| *row != id).nth(1);
        mine.with_untracked(|mine| mine.as_ref().and_then(after)).unwrap_or_else(|| LIST.to_owned())
    });
    let key = |answer: &CarriedAnswer| format!("{} {:?}", row_id(answer), answer.said);
    let of = StoredValue::new(of);
    view! {
        <section class="card confirm">
            <h2>{name}</h2>
            {at_once}
            <ul class="plain-list">
                {about}
                <For each=answers key let:answer>
                    <ConfirmRow practice=of.get_value() answer next_of />
                </For>
            </ul>
        </section>
    }
}

/// What was said about the practice as a whole.
fn about_row(open_session: OpenSession, it: CarriedPractice) -> AnyView {
    let quick = it.quick.first().map(|said| (t::quick_earlier(&said.says), said.on));
    let scope = it.scopes.first().map(|said| (t::scope_earlier(said.says), said.on));
    let on = quick.iter().chain(&scope).map(|(_, on)| *on).max();
    let by_hand = it.set_by_hand.as_ref().map(|set| t::by_hand_earlier(set.level, &set.reason));
    let parts: Vec<String> = quick.into_iter().chain(scope).map(|(words, _)| words).chain(by_hand).collect();
    let words = on.map_or_else(|| parts.join(", "), |on| t::practice_earlier(&parts, on));
    let differ = it.differ.then(|| view! { <p class="hint">{t::ask_anew(crate::analysis::AskAnew::Differ)}</p> });
    let (at, is_one) = (it.at.clone(), !it.differ);
    let confirm = move |_| confirm(open_session, &at);
    let at = it.at;
    let drop = move |_| {
        if let Some(round) = untrack(|| open_session.round()) {
            let change = commands::drop_practice(at.on.clone(), at.part.clone(), &round, true);
            open_session.change_with_undo(vec![change], t::answers_left_out(1));
            page::focus_soon(LIST.to_owned());
        }
    };
    view! {
        <li>
            <p dir="auto">{words}</p>
            {differ}
            <div class="actions">
                {is_one.then(|| view! { <button type="button" class="button small" on:click=confirm>{t::CONFIRM_IT}</button> })}
                <button type="button" class="button plain small" on:click=drop>{t::LEAVE_OUT}</button>
            </div>
        </li>
    }
    .into_any()
}

fn confirm(open_session: OpenSession, at: &Subject<PracticeId>) {
    let by = open_session.answering();
    let round = untrack(|| open_session.round());
    let change = round.and_then(|round| {
        open_session.session.with_untracked(|session| commands::confirm_practice(session, at, &round, by.as_ref()))
    });
    if let Some(change) = change {
        open_session.change_with_undo(vec![change], t::answers_confirmed(1));
        page::focus_soon(LIST.to_owned());
    }
}
