//! Where each practice stands, and what there is to do about what was answered: what Assess shows below the passes.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::pages::assess::editions::Editions;
use crate::ui::pages::assess::list::GroupRows;
use crate::ui::pages::assess::own_words::OwnWords;
use crate::ui::pages::assess::rounds::{ToConfirm, left_to_confirm};
use crate::ui::pages::assess::stale::StaleAnswers;
use crate::ui::pages::practice::next_question::{next_of_all, question_link};
use crate::ui::pages::practice::wins::OneStepWins;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The way on in the full pass.
#[component]
pub fn FullNext() -> impl IntoView {
    let open_session = open_session();
    move || {
        let (href, words) = next_full(open_session);
        view! { <A href attr:class="button primary">{words}</A> }
    }
}

/// All practices, and what there is to do about what was answered.
#[component]
pub fn Practices() -> impl IntoView {
    let open_session = open_session();
    let asked = open_session.asked.get_untracked();
    let mine = RwSignal::new(false);
    let domains: Vec<_> =
        asked.model().groups.iter().map(|group| view! { <GroupRows group=group.clone() depth=0 mine /> }).collect();
    let assigned_to_me = Memo::new(move |_| is_anything_mine(open_session));
    let left = left_to_confirm(open_session);
    view! {
        {move || (left.get() > 0).then(|| view! { <ToConfirm left /> })}
        <Editions />
        <OwnWords />
        <StaleAnswers />
        <OneStepWins />
        {move || assigned_to_me.get().then(|| view! {
            <p>
                <label class="tick-row">
                    <input type="checkbox" prop:checked=mine on:change=move |_| mine.update(|mine| *mine = !*mine) />
                    {t::MINE_ONLY}
                </label>
            </p>
        })}
        {domains}
        <p class="onward">
            <A href=open_session.link(SessionPage::Results) attr:class="button primary">{t::NEXT_RESULTS}</A>
        </p>
    }
}

/// Where the full pass goes on: at the most useful unanswered statement.
fn next_full(open_session: OpenSession) -> (String, &'static str) {
    let done = open_session.progress.with(|progress| progress.indicators.asked());
    match next_of_all(open_session, None) {
        Some(next) => (question_link(open_session, &next), if done == 0 { t::BEGIN_FULL.get() } else { t::CONTINUE_FULL.get() }),
        None => {
            let first =
                open_session.progress.with(|progress| progress.per_practice.first().map(|(id, _)| SessionPage::Full.of(id)));
            (open_session.link(first.unwrap_or_else(|| SessionPage::Assess.into())), t::REVIEW_FULL.get())
        }
    }
}

/// Whether any practice is assigned to the person answering here.
fn is_anything_mine(open_session: OpenSession) -> bool {
    let me = open_session.me.get();
    let practices =
        open_session.progress.with(|progress| progress.per_practice.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    open_session
        .session
        .with(|session| practices.iter().any(|id| session.assigned_to(id).any(|person| Some(person) == me.as_ref())))
}
