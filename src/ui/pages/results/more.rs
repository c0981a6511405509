//! Where more is done than needed, and what that might cost.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PracticeResult, Surplus, surplus};
use crate::model::Questionnaire;
use crate::ui::components::FitMark;
use crate::ui::pages::results::gaps::{levels, name};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Where more is done than needed.
#[component]
pub fn MoreList() -> impl IntoView {
    let open_session = open_session();
    let list = Memo::new(move |_| {
        open_session.results.with(|results| results.more_than_needed().into_iter().cloned().collect::<Vec<PracticeResult>>())
    });
    move || {
        let asked = open_session.asked.get();
        let items: Vec<_> = list.get().into_iter().map(|result| item(open_session, &asked, &result)).collect();
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

fn item(open_session: OpenSession, asked: &Questionnaire, result: &PracticeResult) -> AnyView {
    let name = name(asked, result);
    let marks = levels(result);
    let (fit, said) = (result.fit, t::fit(result));
    let opened = RwSignal::new(false);
    let result = StoredValue::new(result.clone());
    let inside = move || {
        let cost = |result: &PracticeResult| {
            let cost = open_session.assessment(|assessment| surplus(assessment, result).map(|surplus| cost(&surplus)));
            view! {
                {cost}
                <p>
                    <A href=open_session.link(SessionPage::Targets.at(&result.practice))>{t::LOOK_AT_TARGET}</A> " · "
                    <A href=open_session.link(SessionPage::Full.of(&result.practice))>{t::GO_TO_INDICATORS}</A>
                </p>
            }
        };
        opened.get().then(|| result.with_value(cost))
    };
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
        </li>
    }
    .into_any()
}

fn cost(kept: &Surplus<'_>) -> AnyView {
    let actions: Vec<_> = kept.actions.iter().map(|action| view! { <li>{action.get(t::tag()).to_owned()}</li> }).collect();
    view! {
        <h3>{t::MORE_COST}</h3>
        <p>{t::surplus(kept)}</p>
        <h4>{t::MORE_ACTIONS}</h4>
        <ul>{actions}</ul>
    }
    .into_any()
}
