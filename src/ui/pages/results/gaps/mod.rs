//! The gaps, each with what is missing and what needs to be done. What misses an outside minimum stands first.

mod address;
mod filter;
mod missing;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{GapFilter, PracticeOverview, PracticeResult, gap_list};
use crate::model::Questionnaire;
use crate::ui::components::{CurrentMark, FitMark, LevelMark};
use crate::ui::pages::results::gaps::filter::{GapChoices, Wanted};
use crate::ui::pages::results::gaps::missing::what_is_missing;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The gaps that the address asks for.
#[component]
pub fn GapList(facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let wanted = Wanted::of_address();
    let shown = Memo::new(move |_| {
        facts.with(|facts| wanted.filter.with(|filter| gap_list(facts, filter).into_iter().cloned().collect::<Vec<_>>()))
    });
    let all = Memo::new(move |_| facts.with(|facts| gap_list(facts, &GapFilter::default()).len()));
    let gaps = move || {
        let asked = open_session.asked.get();
        shown.get().into_iter().map(|facts| gap(open_session, &asked, facts)).collect::<Vec<_>>()
    };
    let may_be = move || shown.with(|shown| shown.iter().filter(|gap| !gap.result.falls_short()).count());
    let count = move || t::gaps_shown(shown.with(Vec::len), all.get(), may_be());
    let sorted = move || t::sorted_by(wanted.filter.with(|filter| filter.order));
    let is_bare = Memo::new(move |_| shown.with(Vec::is_empty));
    view! {
        <section class="card" id="gaps">
            <h2>{t::GAPS}</h2>
            {move || if all.get() == 0 {
                view! { <p class="hint">{t::NO_GAPS}</p> }.into_any()
            } else {
                view! {
                    <GapChoices wanted facts />
                    <p role="status" class="gap-count">{count}</p>
                    <p class="hint">{sorted}</p>
                    {move || is_bare.get().then(|| view! { <p class="hint">{t::NO_GAPS_LEFT}</p> })}
                    <ol class="gaps">{gaps}</ol>
                }
                .into_any()
            }}
        </section>
    }
}

/// The name of a practice.
pub fn name(asked: &Questionnaire, result: &PracticeResult) -> String {
    asked.model().practice(&result.practice).map(|practice| practice.name.get(t::tag()).to_owned()).unwrap_or_default()
}

/// A gap: its name, from where to where, and what is said of it, always in this order. What is missing is made when somebody opens it.
fn gap(open_session: OpenSession, asked: &Arc<Questionnaire>, facts: PracticeOverview) -> AnyView {
    let result = &facts.result;
    let name = name(asked, result);
    let (fit, said) = (result.fit, t::fit(result));
    let marks = levels(result);
    let line = t::gap_facts(&facts);
    let opened = RwSignal::new(false);
    let result = StoredValue::new(facts.result);
    let inside = move || opened.get().then(|| result.with_value(|result| what_is_missing(open_session, result)));
    view! {
        <li class="gap">
            <details on:toggle=move |_| opened.set(true)>
                <summary>
                    <span class="gap-name">{name}</span>
                    " "
                    {marks}
                    " "
                    <span class="gap-tags"><FitMark fit words=said /></span>
                </summary>
                {inside}
            </details>
            <p class="hint gap-facts">{line}</p>
        </li>
    }
    .into_any()
}

/// From where a practice stands to where it needs to be.
pub fn levels(result: &PracticeResult) -> AnyView {
    view! {
        <span class="gap-levels">
            <CurrentMark current=result.standing.current uncertain=result.is_assumed() />
            " "
            <span aria-hidden="true">"→"</span>
            <span class="unseen">{t::TO}</span>
            " "
            {result.target.map(|level| view! { <LevelMark level /> })}
        </span>
    }
    .into_any()
}
