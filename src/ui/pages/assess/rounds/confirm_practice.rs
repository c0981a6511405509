//! What earlier rounds leave to be confirmed of one practice.

use leptos::prelude::*;

use crate::analysis::{Carried, CarriedAnswer, CarriedPractice, Thing};
use crate::model::PracticeId;
use crate::session::{RoundId, Session, commands};
use crate::ui::pages::assess::rounds::confirm::{LIST, confirm_answers};
use crate::ui::pages::assess::rounds::confirm_beside::{self, rows_of};
use crate::ui::pages::assess::rounds::confirm_notes::{decide, note_line, notes_row};
use crate::ui::pages::assess::rounds::confirm_row::{ConfirmRow, row_id};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use crate::ui::text::intl::list;

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
    // Asked before anything changes: the rows that stay keep their place, and the focus goes on to the next of them, over all practices.
    let row_at = Callback::new(move |(id, by): (String, isize)| {
        all.with_untracked(|all| {
            let rows = || all.iter().flat_map(rows_of);
            let here = rows().position(|row| row == id);
            here.and_then(|here| rows().nth(here.checked_add_signed(by)?)).unwrap_or_else(|| LIST.to_owned())
        })
    });
    let notes = move || {
        let notes = mine.get().map(|it| it.notes).unwrap_or_default();
        notes.into_iter().map(|it| notes_row(open_session, it)).collect::<Vec<_>>()
    };
    let target = move || mine.get().and_then(|it| it.target).map(|it| confirm_beside::target(&it, row_at));
    let evidence = move || {
        let evidence = mine.get().map(|it| it.evidence).unwrap_or_default();
        evidence.iter().map(|it| confirm_beside::evidence(it, row_at)).collect::<Vec<_>>()
    };
    let key = |answer: &CarriedAnswer| format!("{} {:?}", row_id(answer), answer.said);
    let of = StoredValue::new(of);
    view! {
        <section class="card confirm">
            <h2>{name}</h2>
            {at_once}
            <ul class="plain-list">
                {target}
                {about}
                <For each=answers key let:answer>
                    <ConfirmRow practice=of.get_value() answer row_at />
                </For>
                {notes}
                {evidence}
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
    let words = on.map_or_else(|| list(&parts), |on| t::practice_earlier(&parts, on));
    let is_note = parts.is_empty();
    let notes: Vec<_> = it.notes.iter().map(|note| note_line(open_session, note)).collect();
    let differ = it.differ.then(|| view! { <p class="hint">{t::ask_anew(crate::analysis::AskAnew::Differ)}</p> });
    // What people said differently is settled by saying it anew; what they noted can be kept all the same.
    let (is_one, keeps_note) = (!is_note && !it.differ, is_note || it.differ && !notes.is_empty());
    let at = it.at.clone();
    let confirm = move |_| {
        let by = open_session.answering();
        let confirmed = |session: &Session, round: &RoundId| commands::confirm_practice(session, &at, round, by.as_ref());
        decide(open_session, t::answers_confirmed(1), confirmed);
    };
    let at = it.at.clone();
    let keep = move |_| {
        decide(open_session, t::NOTE_KEPT.to_owned(), |session, round| commands::keep_practice_notes(session, &at, round));
    };
    let at = it.at;
    let drop = move |_| {
        let words = if is_note { t::NOTE_LEFT_OUT.to_owned() } else { t::answers_left_out(1) };
        let dropped = |_: &Session, round: &RoundId| Some(commands::drop_practice(at.on.clone(), at.part.clone(), round, true));
        decide(open_session, words, dropped);
    };
    view! {
        <li>
            {(!is_note).then(|| view! { <p dir="auto">{words}</p> })}
            {notes}
            {differ}
            <div class="actions">
                {is_one.then(|| view! { <button type="button" class="button small" on:click=confirm>{t::CONFIRM_IT}</button> })}
                {keeps_note.then(|| view! { <button type="button" class="button small" on:click=keep>{t::KEEP_NOTE}</button> })}
                <button type="button" class="button plain small" on:click=drop>{t::LEAVE_OUT}</button>
            </div>
        </li>
    }
    .into_any()
}
