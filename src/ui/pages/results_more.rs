//! Where more is done than needed, and what that might cost.

use leptos::prelude::*;
use leptos_router::components::A;

use super::results_gaps::name;
use crate::analysis::{PracticeResult, Upkeep, upkeep};
use crate::model::Questionnaire;
use crate::ui::components::{CurrentMark, FitMark, LevelMark};
use crate::ui::desk::{Desk, desk};
use crate::ui::text as t;

/// Where more is done than needed.
#[component]
pub fn MoreList() -> impl IntoView {
    let desk = desk();
    let list = Memo::new(move |_| {
        desk.results.with(|results| results.more_than_needed().into_iter().cloned().collect::<Vec<PracticeResult>>())
    });
    move || {
        let asked = desk.asked.get();
        let items: Vec<_> = list.get().into_iter().map(|result| item(desk, &asked, &result)).collect();
        (!items.is_empty()).then(|| {
            view! {
                <section class="card">
                    <h2>{t::MORE_THAN_NEEDED}</h2>
                    <p class="hint">{t::MORE_HINT}</p>
                    <ul class="gaps more-list">{items}</ul>
                </section>
            }
        })
    }
}

fn item(desk: Desk, asked: &Questionnaire, result: &PracticeResult) -> AnyView {
    let name = name(asked, result);
    let cost = desk.assessment(|assessment| upkeep(assessment, result).map(|upkeep| cost(&upkeep)));
    view! {
        <li class="gap">
            <details>
                <summary>
                    <FitMark fit=result.fit words=t::fit(result) />
                    " "
                    <span class="gap-name">{name}</span>
                    <span class="gap-levels">
                        <CurrentMark current=result.standing.current uncertain=result.is_assumed() />
                        <span aria-hidden="true">"→"</span>
                        <span class="unseen">{t::TO}</span>
                        {result.target.map(|level| view! { <LevelMark level /> })}
                    </span>
                </summary>
                {cost}
                <p>
                    <A href=desk.link(&format!("targets?at={}", result.practice))>{t::LOOK_AT_TARGET}</A> " · "
                    <A href=desk.link(&format!("full/{}", result.practice))>{t::GO_TO_INDICATORS}</A>
                </p>
            </details>
        </li>
    }
    .into_any()
}

fn cost(kept: &Upkeep<'_>) -> AnyView {
    let actions: Vec<_> = kept.actions.iter().map(|action| view! { <li>{action.get(t::LANGUAGE).to_owned()}</li> }).collect();
    view! {
        <h3>{t::MORE_COST}</h3>
        <p>{t::upkeep(kept)}</p>
        <h4>{t::MORE_ACTIONS}</h4>
        <ul>{actions}</ul>
    }
    .into_any()
}
