//! Assess: the two passes, and where each practice stands.

pub mod check;
mod check_place;
mod editions;
pub mod evidence;
pub mod full;
mod list;
mod nav;
pub mod people;
pub mod quick;
mod quick_answers;
pub mod quick_beside;
mod quick_onward;
mod quick_way;
mod stale;

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::PracticeId;
use crate::ui::components::{PageHead, ProgressBar};
use crate::ui::pages::Page;
use crate::ui::pages::assess::editions::Editions;
use crate::ui::pages::assess::list::GroupRows;
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::assess::stale::StaleAnswers;
use crate::ui::pages::practice::next_question::{next_of_all, question_link};
use crate::ui::pages::practice::wins::OneStepWins;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[(Page::Within(SessionPage::Assess), || AssessPage().into_any())]);

/// The part of the app for what is looked at more closely: the full pass, evidence, who said what, the check.
pub const CLOSELY: Contents = Contents::of(&[
    (Page::Within(SessionPage::Full), || full::FullPage().into_any()),
    (Page::Within(SessionPage::Evidence), || evidence::EvidencePage().into_any()),
    (Page::Within(SessionPage::People), || people::PeoplePage().into_any()),
    (Page::Within(SessionPage::Check), || check::CheckPage().into_any()),
]);

/// Assess.
#[component]
pub fn AssessPage() -> impl IntoView {
    let open_session = open_session();
    let asked = open_session.asked.get_untracked();
    let mine = RwSignal::new(false);
    let domains: Vec<_> =
        asked.model().groups.iter().map(|group| view! { <GroupRows group=group.clone() depth=0 mine /> }).collect();
    let assigned_to_me = Memo::new(move |_| is_anything_mine(open_session));
    let quick = Signal::derive(move || open_session.progress.with(|progress| progress.quick));
    let full = Signal::derive(move || open_session.progress.with(|progress| progress.indicators));
    view! {
        <PageHead title=t::title(SessionPage::Assess).to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <AssessNav />
        <div class="passes">
            <section class="card">
                <h2>{t::QUICK_PASS}</h2>
                <p>{t::QUICK_PASS_WORDS}</p>
                <ProgressBar label=Signal::derive(move || t::practices_of(quick.get())) count=quick />
                <p>{move || next_quick(open_session).map(|(href, words)| view! { <A href attr:class="button primary">{words}</A> })}</p>
            </section>
            <section class="card">
                <h2>{t::FULL_PASS}</h2>
                <p>{t::FULL_PASS_WORDS}</p>
                <ProgressBar label=Signal::derive(move || t::indicators_of(full.get())) count=full />
                <p>{move || { let (href, words) = next_full(open_session); view! { <A href attr:class="button primary">{words}</A> } }}</p>
                <p class="hint">{t::NEXT_USEFUL_HINT}</p>
            </section>
        </div>
        <Editions />
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

/// Where the quick pass goes on: at the first practice without a quick answer.
fn next_quick(open_session: OpenSession) -> Option<(String, &'static str)> {
    let asked = open_session.asked.get();
    let practices = asked.model().practices();
    let answered: BTreeSet<PracticeId> = open_session.session.with(|session| {
        session.quick.iter().filter(|(_, fact)| fact.value().is_some()).map(|(place, _)| place.on.clone()).collect()
    });
    let open = practices.iter().find(|practice| !answered.contains(&practice.id));
    let words = match (open, open_session.progress.with(|progress| progress.quick.done)) {
        (Some(_), 0) => t::BEGIN_QUICK,
        (Some(_), _) => t::CONTINUE_QUICK,
        (None, _) => t::REVIEW_QUICK,
    };
    let practice = open.or(practices.first())?;
    Some((open_session.link(SessionPage::Quick.of(&practice.id)), words.get()))
}

/// Where the full pass goes on: at the most useful unanswered statement.
fn next_full(open_session: OpenSession) -> (String, &'static str) {
    let done = open_session.progress.with(|progress| progress.indicators.done);
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
