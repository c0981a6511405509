//! Results: how what is done fits what is needed.

use leptos::prelude::*;
use leptos_router::components::A;

use super::one_step_wins::OneStepWins;
use super::results_gaps::GapList;
use super::results_more::MoreList;
use super::results_pictures::Pictures;
use super::results_summary::Summary;
use super::results_table::ResultsTable;
use crate::analysis::overview;
use crate::ui::components::PageHead;
use crate::ui::desk::desk;
use crate::ui::text as t;

/// Results.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let desk = desk();
    let facts = desk.following(move |assessment| desk.results.with(|results| overview(assessment, results)));
    let nothing_yet =
        Memo::new(move |_| desk.progress.with(|progress| progress.assessed.done == 0 && progress.targets.done == 0));
    view! {
        <PageHead title=t::STEP_RESULTS.to_owned() above=t::RESULTS_ABOVE.to_owned() />
        {move || {
            nothing_yet.get().then(|| {
                view! {
                    <div class="card empty">
                        <p>{t::NOTHING_YET}</p>
                        <div class="actions">
                            <A href=desk.link("targets") attr:class="button">{t::NEXT_TARGETS}</A>
                            <A href=desk.link("assess") attr:class="button">{t::NEXT_ASSESS}</A>
                        </div>
                    </div>
                }
            })
        }}
        <Summary />
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
        <p><A href=desk.link("frameworks")>{t::TO_FRAMEWORKS}</A></p>
        <p class="onward">
            <A href=desk.link("report") attr:class="button">{t::REPORT_LINK}</A>
            <A href=desk.link("agenda") attr:class="button">{t::MAKE_AGENDA}</A>
            <A href=desk.link("share") attr:class="button primary">{t::NEXT_SHARE}</A>
        </p>
    }
}
