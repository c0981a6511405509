//! Assess: the two passes, and where each practice stands.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Count, Current};
use crate::model::{Group, Practice};
use crate::ui::components::{CurrentMark, PageHead, ProgressBar};
use crate::ui::desk::{Desk, desk};
use crate::ui::text as t;

/// Assess.
#[component]
pub fn AssessPage() -> impl IntoView {
    let desk = desk();
    let asked = desk.asked.get_untracked();
    let domains: Vec<_> = asked.model().groups.iter().map(|group| view! { <GroupRows group=group.clone() depth=0 /> }).collect();
    let quick = Signal::derive(move || desk.progress.with(|progress| progress.quick));
    let full = Signal::derive(move || desk.progress.with(|progress| progress.indicators));
    view! {
        <PageHead title=t::STEP_ASSESS.to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <div class="passes">
            <section class="card">
                <h2>{t::QUICK_PASS}</h2>
                <p>{t::QUICK_PASS_WORDS}</p>
                <ProgressBar label=Signal::derive(move || t::practices_of(quick.get())) count=quick />
                <p>{move || next_quick(desk).map(|(href, words)| view! { <A href attr:class="button primary">{words}</A> })}</p>
            </section>
            <section class="card">
                <h2>{t::FULL_PASS}</h2>
                <p>{t::FULL_PASS_WORDS}</p>
                <ProgressBar label=Signal::derive(move || t::indicators_of(full.get())) count=full />
                <p>{move || next_full(desk).map(|(href, words)| view! { <A href attr:class="button primary">{words}</A> })}</p>
            </section>
        </div>
        {domains}
        <p class="onward">
            <A href=desk.link("results") attr:class="button primary">{t::NEXT_RESULTS}</A>
        </p>
    }
}

/// Where the quick pass goes on: at the first practice without a quick answer.
fn next_quick(desk: Desk) -> Option<(String, &'static str)> {
    let asked = desk.asked.get();
    let practices = asked.model().practices();
    let answered = |practice: &&&Practice| {
        desk.session.with(|session| session.quick.iter().any(|(place, fact)| place.on == practice.id && fact.value().is_some()))
    };
    let open = practices.iter().find(|practice| !answered(practice));
    let words = match (open, desk.progress.with(|progress| progress.quick.done)) {
        (Some(_), 0) => t::BEGIN_QUICK,
        (Some(_), _) => t::CONTINUE_QUICK,
        (None, _) => t::REVIEW_QUICK,
    };
    let practice = open.or(practices.first())?;
    Some((desk.link(&format!("quick/{}", practice.id)), words))
}

/// Where the full pass goes on: at the first practice with an unanswered indicator.
fn next_full(desk: Desk) -> Option<(String, &'static str)> {
    let progress = desk.progress.get();
    let open = progress.per_practice.iter().find(|(_, count)| !count.is_complete());
    let words = match (open, progress.indicators.done) {
        (Some(_), 0) => t::BEGIN_FULL,
        (Some(_), _) => t::CONTINUE_FULL,
        (None, _) => t::REVIEW_FULL,
    };
    let (practice, _) = open.or(progress.per_practice.first())?;
    Some((desk.link(&format!("full/{practice}")), words))
}

/// The practices of a group.
#[component]
fn GroupRows(group: Group, depth: u8) -> AnyView {
    let name = group.name.get(t::LANGUAGE).to_owned();
    let heading = if depth == 0 { view! { <h2>{name}</h2> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    let inner: Vec<_> = group.groups.iter().map(|inner| view! { <GroupRows group=inner.clone() depth=depth + 1 /> }).collect();
    let rows: Vec<_> = group.practices.iter().map(|practice| view! { <PracticeRow practice=practice.clone() /> }).collect();
    view! {
        <section class=if depth == 0 { "domain" } else { "sub-domain" }>
            {heading} {inner} {(!rows.is_empty()).then(|| view! { <ul class="practice-list">{rows}</ul> })}
        </section>
    }
    .into_any()
}

/// A practice: where it stands, how much is answered, the ways in.
#[component]
fn PracticeRow(practice: Practice) -> impl IntoView {
    let desk = desk();
    let name = practice.name.get(t::LANGUAGE).to_owned();
    let id = StoredValue::new(practice.id.clone());
    let current = Memo::new(move |_| {
        let of = |results: &crate::analysis::Results| id.with_value(|id| results.practice(id).map(|it| it.standing.current));
        desk.results.with(of).unwrap_or(Current::Unanswered)
    });
    let count = Memo::new(move |_| {
        let find = |progress: &crate::analysis::Progress| {
            id.with_value(|id| progress.per_practice.iter().find(|(practice, _)| practice == id).map(|(_, count)| *count))
        };
        desk.progress.with(find).unwrap_or(Count::default())
    });
    view! {
        <li class="practice-row">
            <span class="practice-mark">{move || view! { <CurrentMark current=current.get() /> }}</span>
            <span class="practice-name">{name.clone()}</span>
            <span class="hint practice-count">{move || t::indicators_of(count.get())}</span>
            <A href=desk.link(&format!("quick/{}", practice.id)) attr:class="button small" attr:aria-label=t::quick_named(&name)>
                {t::QUICK}
            </A>
            <A href=desk.link(&format!("full/{}", practice.id)) attr:class="button small" attr:aria-label=t::full_named(&name)>
                {t::FULL}
            </A>
        </li>
    }
}
