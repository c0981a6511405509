//! The gaps, largest first, each with what is missing and what needs to be done; and where more is done than needed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{MissingLevel, PracticeResult, missing};
use crate::model::{PracticeId, Questionnaire};
use crate::ui::components::{CurrentMark, FitMark, LevelMark, RelatedReferences};
use crate::ui::desk::{Desk, desk};
use crate::ui::text as t;

/// The gaps, largest first.
#[component]
pub fn GapList() -> impl IntoView {
    let desk = desk();
    let gaps = move || {
        let asked = desk.asked.get();
        let gaps: Vec<PracticeResult> = desk.results.with(|results| results.gaps().into_iter().cloned().collect());
        gaps.into_iter().map(|result| gap(desk, &asked, result)).collect::<Vec<_>>()
    };
    let none = Memo::new(move |_| desk.results.with(|results| results.gaps().is_empty()));
    view! {
        <section class="card">
            <h2>{t::GAPS}</h2>
            {move || none.get().then(|| view! { <p class="hint">{t::NO_GAPS}</p> })}
            <ol class="gaps">{gaps}</ol>
        </section>
    }
}

fn name(asked: &Questionnaire, result: &PracticeResult) -> String {
    asked.model().practice(&result.practice).map(|practice| practice.name.get(t::LANGUAGE).to_owned()).unwrap_or_default()
}

fn gap(desk: Desk, asked: &Arc<Questionnaire>, result: PracticeResult) -> AnyView {
    let name = name(asked, &result);
    let levels: Vec<_> = desk.session.with(|session| {
        missing(asked, session, &result).into_iter().map(|level| missing_level(asked, &result.practice, &level)).collect()
    });
    let href = desk.link(&format!("full/{}", result.practice));
    view! {
        <li class="gap">
            <details>
                <summary>
                    <FitMark fit=result.fit words=t::fit(&result) />
                    " "
                    <span class="gap-name">{name}</span>
                    <span class="gap-levels">
                        <CurrentMark current=result.standing.current />
                        <span aria-hidden="true">"→"</span>
                        <span class="unseen">{t::TO}</span>
                        {result.target.map(|level| view! { <LevelMark level /> })}
                    </span>
                </summary>
                {levels}
                <p><A href=href>{t::GO_TO_INDICATORS}</A></p>
            </details>
        </li>
    }
    .into_any()
}

fn missing_level(asked: &Questionnaire, practice: &PracticeId, missing: &MissingLevel<'_>) -> AnyView {
    let rung = asked.model().rung(missing.level).map(|rung| rung.name.get(t::LANGUAGE).to_owned()).unwrap_or_default();
    let actions: Vec<_> = missing.actions.iter().map(|action| view! { <li>{action.get(t::LANGUAGE).to_owned()}</li> }).collect();
    let indicators: Vec<_> = missing
        .indicators
        .iter()
        .map(|missing| {
            let text = missing.asked.indicator.text.get(t::LANGUAGE).to_owned();
            view! { <li><span class="tag quiet">{t::verdict(missing.verdict)}</span> " " {text}</li> }
        })
        .collect();
    view! {
        <div class="missing">
            <h3><LevelMark level=missing.level /> " " {t::to_reach(missing.level, &rung)}</h3>
            <h4>{t::TO_BE_DONE}</h4>
            <ul>{actions}</ul>
            <h4>{t::MISSING_INDICATORS}</h4>
            {if indicators.is_empty() {
                view! { <p class="hint">{t::NONE_MISSING_HERE}</p> }.into_any()
            } else {
                view! { <ul>{indicators}</ul> }.into_any()
            }}
            <RelatedReferences practice=practice.clone() level=missing.level />
        </div>
    }
    .into_any()
}

/// Where more is done than needed.
#[component]
pub fn MoreList() -> impl IntoView {
    let desk = desk();
    let more = move || {
        let asked = desk.asked.get();
        let list: Vec<PracticeResult> = desk.results.with(|results| results.more_than_needed().into_iter().cloned().collect());
        (!list.is_empty()).then(|| {
            let items: Vec<_> = list
                .into_iter()
                .map(|result| {
                    let name = name(&asked, &result);
                    view! { <li class="gap"><FitMark fit=result.fit words=t::fit(&result) /> " " <span class="gap-name">{name}</span></li> }
                })
                .collect();
            view! {
                <section class="card">
                    <h2>{t::MORE_THAN_NEEDED}</h2>
                    <p class="hint">{t::MORE_HINT}</p>
                    <ul class="gaps">{items}</ul>
                </section>
            }
        })
    };
    view! { {more} }
}
