//! Assess: the two passes, and where each practice stands.

pub mod check;
mod check_decider;
mod check_place;
mod editions;
pub mod evidence;
pub mod first_question;
pub mod full;
mod list;
mod nav;
mod own_words;
pub mod people;
mod practices;
pub mod quick;
mod quick_answers;
pub mod quick_beside;
mod quick_choices;
mod quick_onward;
mod quick_way;
pub mod rounds;
mod stale;

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::PracticeId;
use crate::ui::components::{PageHead, ProgressBar};
use crate::ui::pages::Page;
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::assess::practices::{FullNext, Practices};
use crate::ui::routes::SessionPage;
use crate::ui::shell::lazy::{beside, rest};
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The part of the app for this step: what stands below the way to the quick pass, which is there at once.
pub const PART: Contents =
    Contents::of(&[(Page::FullNext, || FullNext().into_any()), (Page::Practices, || Practices().into_any())]);

/// The part of the app for what is looked at more closely: the full pass, evidence, who said what, the check.
pub const CLOSELY: Contents = Contents::of(&[
    (Page::Within(SessionPage::Full), || full::FullPage().into_any()),
    (Page::Within(SessionPage::Evidence), || evidence::EvidencePage().into_any()),
    (Page::Within(SessionPage::People), || people::PeoplePage().into_any()),
    (Page::Within(SessionPage::Check), || check::CheckPage().into_any()),
    (Page::Within(SessionPage::Rounds), || rounds::RoundsPage().into_any()),
    (Page::Within(SessionPage::Confirm), || rounds::confirm::ConfirmPage().into_any()),
]);

/// Assess: at once the passes, the way to the quick one first; then where each practice stands.
#[component]
pub fn AssessPage() -> impl IntoView {
    let open_session = open_session();
    let quick = Signal::derive(move || open_session.progress.with(|progress| progress.quick));
    let full = Signal::derive(move || open_session.progress.with(|progress| progress.indicators));
    let answered = Signal::derive(move || full.get().answered);
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
                <ProgressBar label=Signal::derive(move || t::indicators_of(full.get())) count=answered />
                <p>{beside(Page::FullNext)}</p>
                <p class="hint">{t::NEXT_USEFUL_HINT}</p>
            </section>
        </div>
        {rest(Page::Practices)}
    }
}

/// Where the quick pass goes on: at the first practice without a quick answer.
fn next_quick(open_session: OpenSession) -> Option<(String, &'static str)> {
    let asked = open_session.asked.get();
    let practices = asked.model().practices();
    let round = open_session.round();
    let answered: BTreeSet<PracticeId> = open_session.session.with(|session| {
        let here = session.quick.iter().filter(|(place, fact)| fact.value().is_some() && round.as_ref() == Some(&place.round));
        here.map(|(place, _)| place.on.clone()).collect()
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
