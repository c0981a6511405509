//! The full pass: a practice's indicators, level by level.

use std::sync::Arc;

use leptos::prelude::*;

use super::full_indicator::{IndicatorRow, Row};
use super::practice_parts::{InOrder, Onward, PracticeHelp, PracticeNote, PracticePage, ScopeQuestion};
use crate::analysis::{PracticeResult, Said, Verdict};
use crate::model::{LevelGuide, PracticeId, Questionnaire};
use crate::ui::components::{CurrentMark, LevelMark};
use crate::ui::desk::desk;
use crate::ui::text as t;

/// The full pass of the practice that the address names.
#[component]
pub fn FullPage() -> impl IntoView {
    view! { <PracticePage above=t::full_above screen=|here| view! { <FullScreen here /> }.into_any() /> }
}

/// One practice of the full pass.
#[component]
fn FullScreen(here: InOrder) -> impl IntoView {
    let practice = here.practice.clone();
    let asked = desk().asked.get_untracked();
    let levels: Vec<_> = practice
        .levels
        .iter()
        .filter(|guide| guide.level != crate::model::Level::NONE)
        .map(|guide| {
            let rows = rows(&asked, &here, guide);
            view! { <LevelSection guide=guide.clone() rows practice=practice.id.clone() /> }
        })
        .collect();
    view! {
        <p class="question">{practice.question.get(t::LANGUAGE).to_owned()}</p>
        <p class="hint">{t::who_knows(practice.who.get(t::LANGUAGE))}</p>
        <Standing practice=practice.id.clone() />
        <PracticeHelp practice=practice.clone() />
        {levels}
        <section class="card">
            <ScopeQuestion practice=practice.id.clone() />
            <PracticeNote practice=practice.id.clone() />
        </section>
        <Onward here pass="full" />
    }
}

fn rows(asked: &Arc<Questionnaire>, here: &InOrder, guide: &LevelGuide) -> Vec<Row> {
    let row = |asked: crate::model::AskedIndicator<'_>| Row {
        indicator: asked.indicator.clone(),
        profile: asked.profile.map(|profile| profile.name.get(t::LANGUAGE).to_owned()),
    };
    asked.indicators(&here.practice, guide.level).into_iter().map(row).collect()
}

/// Where the practice stands, from what, and how that fits its target.
#[component]
fn Standing(practice: PracticeId) -> impl IntoView {
    let desk = desk();
    let result = Memo::new(move |_| desk.results.with(|results| results.practice(&practice).cloned()));
    let near_miss = move |result: &PracticeResult| {
        let near = result.standing.near_miss.as_ref()?;
        let asked = desk.asked.get();
        let practice = asked.model().practice(&result.practice)?;
        let missed = asked.indicators(practice, near.level).into_iter().find(|it| it.indicator.id == near.indicator)?;
        Some(view! { <p class="near-miss">{t::near_miss(near.level, missed.indicator.text.get(t::LANGUAGE))}</p> })
    };
    let shown = move || {
        result.get().map(|result| {
            let near = near_miss(&result);
            view! {
                <CurrentMark current=result.standing.current />
                <div>
                    <p>{t::standing(&result)}</p>
                    {near}
                </div>
            }
        })
    };
    view! { <div class="standing" role="status">{shown}</div> }
}

/// One level: what it looks like, what needs to be done, its indicators.
#[component]
fn LevelSection(guide: LevelGuide, rows: Vec<Row>, practice: PracticeId) -> impl IntoView {
    let desk = desk();
    let level = guide.level;
    let rung = desk.asked.with_untracked(|asked| asked.model().rung(level).map(|rung| rung.name.get(t::LANGUAGE).to_owned()));
    let heading = format!("level-{level}");
    let heading_id = heading.clone();
    let ids: Vec<_> = rows.iter().map(|row| row.indicator.id.clone()).collect();
    let state = move || {
        desk.session.with(|session| {
            let said = Said::of(session, session.round());
            let verdicts: Vec<Verdict> = ids.iter().map(|id| said.verdict(id, None)).collect();
            t::level_state(&verdicts)
        })
    };
    let is_target = move || {
        let target = desk.session.with(|session| session.target(&practice).map(|target| target.level));
        (target == Some(level)).then(|| view! { <span class="tag">{t::TARGET}</span> })
    };
    let actions: Vec<_> = guide.actions.iter().map(|action| view! { <li>{action.get(t::LANGUAGE).to_owned()}</li> }).collect();
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <IndicatorRow row /> }).collect();
    view! {
        <section class="card level-section" aria-labelledby=heading>
            <div class="level-head">
                <h2 id=heading_id><LevelMark level /> " " {rung.unwrap_or_default()}</h2>
                {is_target}
                <span class="hint">{state}</span>
            </div>
            <p>{guide.description.get(t::LANGUAGE).to_owned()}</p>
            <details>
                <summary>{t::TO_BE_DONE}</summary>
                <ul>{actions}</ul>
            </details>
            <ul class="indicators">{rows}</ul>
        </section>
    }
}
