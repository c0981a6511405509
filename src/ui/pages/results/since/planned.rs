//! Plan and reality: the level that the plan would have led to, beside the level that the later round found.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PlanAndReality, PlannedPractice, Thing, plan_and_reality_of};
use crate::session::RoundId;
use crate::ui::components::CurrentMark;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What was planned and reached since the round that was chosen; nothing where nothing was planned for then.
#[component]
pub fn PlannedReached(chosen: RwSignal<Option<RoundId>>) -> impl IntoView {
    let open_session = open_session();
    let plan = open_session.following(move |assessment| {
        open_session.results.with(|results| plan_and_reality_of(assessment, results, chosen.get().as_ref()))
    });
    move || plan.get().map(|plan| shown(open_session, &plan))
}

fn shown(open_session: OpenSession, plan: &PlanAndReality) -> AnyView {
    let rows: Vec<_> = plan.practices.iter().map(|it| row(open_session, it)).collect();
    let heads = [t::PRACTICE, t::THEN, t::PLANNED_LEVEL, t::REACHED_LEVEL, t::IN_WORDS];
    let heads: Vec<_> = heads.into_iter().map(|words| view! { <th scope="col">{words}</th> }).collect();
    view! {
        <section class="card wide">
            <h2>{t::PLAN_AND_REALITY}</h2>
            <p class="hint">{t::PLAN_AND_REALITY_HINT} " " {t::plan_rests_on(plan.rests_on)}</p>
            <p>{t::plan_by(plan)}</p>
            <div class="table-frame" role="region" aria-label=t::PLAN_AND_REALITY.get() tabindex="0">
                <table class="plan-reality">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p><A href=open_session.link(SessionPage::Plan)>{t::PLAN}</A></p>
        </section>
    }
    .into_any()
}

fn row(open_session: OpenSession, it: &PlannedPractice) -> AnyView {
    let missing: Vec<String> = it.missing().map(|id| open_session.name_of(&Thing::Indicator(id.clone()))).collect();
    view! {
        <tr>
            <th scope="row">{open_session.name_of(&Thing::Practice(it.practice.clone()))}</th>
            <td><CurrentMark current=it.then /></td>
            <td><span class="planned-level"><CurrentMark current=it.planned /></span></td>
            <td><CurrentMark current=it.reached /></td>
            <td dir="auto">{t::planned_reached(it, &missing)}</td>
        </tr>
    }
    .into_any()
}
