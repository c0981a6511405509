//! Confirming what earlier rounds say: practice by practice, or all at once that is young and shown.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Carried, CarriedAnswer, carried, young_and_shown};
use crate::model::PracticeId;
use crate::session::{Change, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::PageHead;
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::assess::rounds::confirm_practice::ConfirmPractice;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The list, for who takes the focus after something was confirmed.
pub const LIST: &str = "to-confirm";

/// Confirming.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let open_session = open_session();
    let all = open_session.following(|assessment| carried(assessment, clock::today()));
    let left = Memo::new(move |_| all.with(|all| all.iter().map(Carried::count).sum::<usize>()));
    let young = Memo::new(move |_| all.with(|all| young_and_shown(all).count()));
    let practices = move || all.with(|all| all.iter().map(|it| it.practice.clone()).collect::<Vec<PracticeId>>());
    let confirm_young = move |_| {
        let answers: Vec<CarriedAnswer> = all.with_untracked(|all| young_and_shown(all).cloned().collect());
        confirm_answers(open_session, &answers);
    };
    view! {
        <PageHead title=t::title(SessionPage::Confirm).to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <AssessNav />
        <p class="lead">{t::CONFIRM_LEAD}</p>
        <p id=LIST tabindex="-1" role="status">
            {move || match left.get() {
                0 => t::NOTHING_TO_CONFIRM.to_owned(),
                left => t::left_to_confirm(left),
            }}
        </p>
        {move || (left.get() > 0).then(|| view! { <p class="hint">{t::CONFIRM_KEYS}</p> })}
        {move || (young.get() > 0).then(|| view! {
            <p><button type="button" class="button primary" on:click=confirm_young>{t::confirm_young(young.get())}</button></p>
        })}
        <For each=practices key=PracticeId::clone let:practice>
            <ConfirmPractice practice all />
        </For>
        <p class="onward"><A href=open_session.link(SessionPage::Assess) attr:class="button">{t::NEXT_ASSESS}</A></p>
    }
}

/// What confirms answers, each as the first of those who said the same put it.
pub fn confirmations(open_session: OpenSession, answers: &[CarriedAnswer]) -> Vec<Change> {
    let (by, today) = (open_session.answering(), clock::today());
    let Some(round) = untrack(|| open_session.round()) else { return Vec::new() };
    open_session.session.with_untracked(|session| {
        let firsts = answers.iter().filter_map(|answer| answer.said.first());
        firsts.filter_map(|said| commands::confirm_answer(session, &said.at, &round, by.as_ref(), today)).collect()
    })
}

/// Confirms answers in one step, with a way back.
pub fn confirm_answers(open_session: OpenSession, answers: &[CarriedAnswer]) {
    let changes = confirmations(open_session, answers);
    let words = t::answers_confirmed(changes.len());
    open_session.change_with_undo(changes, words);
    page::focus_soon(LIST.to_owned());
}
