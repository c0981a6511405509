//! Results: how what is done fits what is needed.

pub mod agenda;
mod figure;
pub mod frameworks;
mod gaps;
mod more;
mod pictures;
pub mod report;
mod summary;
mod table;
mod why;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::overview;
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::pages::practice::wins::OneStepWins;
use crate::ui::pages::results::gaps::GapList;
use crate::ui::pages::results::more::MoreList;
use crate::ui::pages::results::pictures::Pictures;
use crate::ui::pages::results::summary::{Open, Summary};
use crate::ui::pages::results::table::ResultsTable;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[
    (Page::Within(SessionPage::Results), || ResultsPage().into_any()),
    (Page::Within(SessionPage::Frameworks), || frameworks::FrameworksPage().into_any()),
]);

/// Results.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let open_session = open_session();
    let facts = open_session.following(move |assessment| open_session.results.with(|results| overview(assessment, results)));
    let nothing_yet =
        Memo::new(move |_| open_session.progress.with(|progress| progress.assessed.done == 0 && progress.targets.done == 0));
    view! {
        <PageHead title=t::title(SessionPage::Results).to_owned() above=t::RESULTS_ABOVE.to_owned() />
        {move || {
            nothing_yet.get().then(|| {
                view! {
                    <div class="card empty">
                        <p>{t::NOTHING_YET}</p>
                        <div class="actions">
                            <A href=open_session.link(SessionPage::Targets) attr:class="button">{t::NEXT_TARGETS}</A>
                            <A href=open_session.link(SessionPage::Assess) attr:class="button">{t::NEXT_ASSESS}</A>
                        </div>
                    </div>
                }
            })
        }}
        <Summary />
        <Open />
        {move || (!nothing_yet.get()).then(|| view! { <Pictures facts /> })}
        // On a phone the long table would keep people from what they came for.
        <GapList facts />
        <OneStepWins />
        <MoreList />
        <section class="card wide">
            <h2>{t::ALL_PRACTICES}</h2>
            <p class="hint">{t::TABLE_HINT} " " {t::TABLE_EXPLAINS}</p>
            <ResultsTable facts />
        </section>
        <p><A href=open_session.link(SessionPage::Frameworks)>{t::TO_FRAMEWORKS}</A></p>
        <p class="onward">
            <A href=open_session.link(SessionPage::Report) attr:class="button">{t::REPORT_LINK}</A>
            <A href=open_session.link(SessionPage::Agenda) attr:class="button">{t::MAKE_AGENDA}</A>
            <A href=open_session.link(SessionPage::Share) attr:class="button primary">{t::NEXT_SHARE}</A>
        </p>
    }
}
