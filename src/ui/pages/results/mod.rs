//! Results: how what is done fits what is needed.

pub mod agenda;
mod benchmark;
mod characteristics;
mod duties;
mod figure;
mod first;
mod former;
pub mod frameworks;
mod gaps;
mod later;
mod more;
mod pictures;
mod reader;
pub mod report;
mod since;
mod summary;
mod table;
mod why;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::overview;
use crate::ui::browser::page;
use crate::ui::components::{NoName, PageHead};
use crate::ui::pages::Page;
use crate::ui::pages::practice::wins::OneStepWins;
use crate::ui::pages::results::characteristics::CharacteristicResults;
use crate::ui::pages::results::first::First;
use crate::ui::pages::results::former::FormerLevels;
use crate::ui::pages::results::gaps::GapList;
use crate::ui::pages::results::later::{is_due, turns};
use crate::ui::pages::results::more::MoreList;
use crate::ui::pages::results::pictures::Pictures;
use crate::ui::pages::results::since::SinceInShort;
use crate::ui::pages::results::summary::{Open, Summary};
use crate::ui::pages::results::table::ResultsTable;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents {
    begin: benchmark::Benchmark::provide,
    pages: &[
        (Page::Within(SessionPage::Results), || ResultsPage().into_any()),
        (Page::Within(SessionPage::Duties), || duties::DutiesPage().into_any()),
        (Page::Within(SessionPage::Frameworks), || frameworks::FrameworksPage().into_any()),
        (Page::Within(SessionPage::Since), || since::SincePage().into_any()),
        (Page::Within(SessionPage::Benchmark), || benchmark::BenchmarkPage().into_any()),
    ],
};

/// The kind of page, for what is wider on a wide screen.
const KIND: &str = "results";

/// Results: first what is urgent, then the same in more and more detail. What is not seen at once is made after it.
#[component]
pub fn ResultsPage() -> impl IntoView {
    page::say_kind(KIND);
    let open_session = open_session();
    let facts = open_session.following(move |assessment| open_session.results.with(|results| overview(assessment, results)));
    let nothing_yet = Memo::new(move |_| {
        open_session.progress.with(|progress| progress.assessed.done + progress.not_known == 0 && progress.targets.done == 0)
    });
    let turn = turns(3);
    let (pictures, gaps, rest) = (is_due(turn, 1), is_due(turn, 2), is_due(turn, 3));
    let table_opened = RwSignal::new(false);
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
        <NoName />
        <First nothing_yet />
        <Summary />
        <FormerLevels facts />
        <Open />
        <div class="results-columns">
            <div>{move || (pictures.get() && !nothing_yet.get()).then(|| view! { <Pictures facts /> })}</div>
            <div>{move || gaps.get().then(|| view! { <GapList facts /> })}</div>
        </div>
        {move || rest.get().then(|| view! { <SinceInShort /> <CharacteristicResults /> <MoreList /> <OneStepWins /> })}
        <section class="card wide">
            <details class="all-practices" on:toggle=move |_| table_opened.set(true)>
                <summary><h2>{t::TABLE_FOLD}</h2></summary>
                <p class="hint">{move || open_session.results.with(|results| t::table_hint(&results.rules))} " " {t::TABLE_EXPLAINS}</p>
                {move || table_opened.get().then(|| view! { <ResultsTable facts /> })}
            </details>
        </section>
        <p><A href=open_session.link(SessionPage::Reader)>{t::READER_LINK}</A></p>
        <p><A href=open_session.link(SessionPage::Frameworks)>{t::TO_FRAMEWORKS}</A></p>
        <p><A href=open_session.link(SessionPage::Benchmark)>{t::TO_BENCHMARK}</A></p>
        <p class="onward">
            <A href=open_session.link(SessionPage::Share) attr:class="button primary">{t::NEXT_SHARE}</A>
        </p>
    }
}
