//! Rounds: all of them, beginning another, when again. And confirming in one what earlier ones say.

pub mod confirm;
mod confirm_beside;
mod confirm_notes;
mod confirm_practice;
mod confirm_row;
mod key;
mod new;
mod row;
mod sign;
mod signed;
mod when;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{carried, rounds_in_short};
use crate::session::PersonId;
use crate::ui::browser::clock;
use crate::ui::components::PageHead;
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::assess::rounds::new::NewRoundForm;
use crate::ui::pages::assess::rounds::row::RoundRow;
use crate::ui::pages::assess::rounds::when::WhenAgainCard;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// How much earlier rounds leave to be confirmed in the one that is looked at.
pub fn left_to_confirm(open_session: OpenSession) -> Memo<usize> {
    open_session.following(|assessment| carried(assessment, clock::today()).iter().map(crate::analysis::Carried::count).sum())
}

/// What somebody is called; nothing where nobody is named.
fn name_of_person(open_session: OpenSession, by: Option<&PersonId>) -> Option<String> {
    open_session.session.with_untracked(|session| by.and_then(|by| session.person_name(by)).map(str::to_owned))
}

/// Rounds.
#[component]
pub fn RoundsPage() -> impl IntoView {
    let open_session = open_session();
    let rounds = open_session.following(rounds_in_short);
    let left = left_to_confirm(open_session);
    let beside = Memo::new(move |_| rounds.with(|all| all.iter().any(|round| round.is_beside_another)));
    let rows = move || rounds.get().into_iter().rev().map(|round| view! { <RoundRow round /> }).collect::<Vec<_>>();
    view! {
        <PageHead title=t::title(SessionPage::Rounds).to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <AssessNav />
        <p class="lead">{t::ROUNDS_LEAD}</p>
        {move || beside.get().then(|| view! { <p class="banner banner-warning">{t::BESIDE_ANOTHER}</p> })}
        {move || (left.get() > 0).then(|| view! { <ToConfirm left /> })}
        <ol class="cards rounds">{rows}</ol>
        <NewRoundForm />
        <WhenAgainCard />
    }
}

/// That there is something to confirm, with the way there.
#[component]
pub fn ToConfirm(left: Memo<usize>) -> impl IntoView {
    let open_session = open_session();
    view! {
        <section class="card to-confirm">
            <h2>{move || t::left_to_confirm(left.get())}</h2>
            <p>{t::CONFIRM_LEAD}</p>
            <p><A href=open_session.link(SessionPage::Confirm) attr:class="button primary">{t::TO_CONFIRM}</A></p>
        </section>
    }
}
