//! People: who is answering here, who answers what, where they see it differently, and settling that.

mod assign;
mod assign_list;
mod assignments;
mod disputes;
mod quick_settle;
mod views;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::{Way, commands};
use crate::ui::components::{PageHead, WhoAnswers};
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::assess::people::assign::Assignments;
use crate::ui::pages::assess::people::disputes::Differences;
use crate::ui::pages::assess::people::views::Map;
use crate::ui::pages::import::discussions::Discussions;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// People.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let open_session = open_session();
    let is_named = Memo::new(move |_| open_session.session.with(|session| session.named_people().next().is_some()));
    let nobody = move || (!is_named.get()).then(|| view! { <p>{t::NOBODY_HERE}</p> });
    view! {
        <PageHead title=t::title(SessionPage::People).to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <AssessNav />
        <p class="hint">{t::PEOPLE_LEAD}</p>
        <section class="card">
            <h2>{t::WHO_IS_HERE}</h2>
            {nobody}
            <WhoAnswers />
            <p><A href=open_session.link(SessionPage::SetUp)>{t::NAME_PEOPLE}</A></p>
        </section>
        {move || is_named.get().then(|| view! { <Assignments /> })}
        <Blind />
        <Map />
        <Discussions />
        <Differences />
        <p class="onward">
            <A href=open_session.link(SessionPage::Assess) attr:class="button primary">{t::NEXT_ASSESS}</A>
        </p>
    }
}

/// Whether targets stay hidden until a practice is answered.
#[component]
fn Blind() -> impl IntoView {
    let open_session = open_session();
    let is_blind = Memo::new(move |_| open_session.session.with(|session| session.goes(Way::Blind)));
    let toggle = move |_| {
        open_session.change(open_session.session.with_untracked(|session| commands::toggle_way(session, Way::Blind)));
    };
    view! {
        <section class="card">
            <h2>{t::BLIND_HEAD}</h2>
            <div class="choice">
                <input type="checkbox" id="way-blind" aria-describedby="way-blind-why" prop:checked=is_blind on:change=toggle />
                <div>
                    <label for="way-blind">{t::BLIND}</label>
                    <p class="hint" id="way-blind-why">{t::BLIND_WHY}</p>
                </div>
            </div>
        </section>
    }
}
