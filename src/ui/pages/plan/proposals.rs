//! What is proposed for the plan, to take over one by one or all of it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Assessment, ProposedAction, Results, Thing, to_find_out};
use crate::model::PracticeId;
use crate::session::{Action, Change, commands};
use crate::ui::browser::{clock, page};
use crate::ui::pages::plan::list::LIST;
use crate::ui::pages::plan::{Plan, proposal_title};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What is proposed.
#[component]
pub fn Proposals() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let is_bare = Memo::new(move |_| plan.proposals.with(Vec::is_empty));
    let all = move |_| {
        take_over(open_session, &plan.proposals.get_untracked());
        page::focus_soon(LIST.to_owned());
    };
    let count = move || plan.proposals.with(Vec::len);
    let rows =
        move || plan.proposals.get().into_iter().enumerate().map(|(at, it)| row(open_session, plan, at, it)).collect::<Vec<_>>();
    let unknown = Memo::new(move |_| {
        let ids = |assessment: &Assessment<'_>, results: &Results| -> Vec<PracticeId> {
            plan.proposals.with(|all| to_find_out(assessment, results, all).into_iter().map(|it| it.practice.clone()).collect())
        };
        open_session.results.with(|results| open_session.assessment(|assessment| ids(assessment, results)))
    });
    view! {
        <section class="card no-print">
            <h2>{t::PROPOSED_ACTIONS}</h2>
            {move || (!unknown.with(Vec::is_empty)).then(|| view! {
                <p>{t::FIND_OUT_FIRST}</p>
                <ul>{unknown.get().into_iter().map(|id| to_practice(open_session, &id)).collect::<Vec<_>>()}</ul>
            })}
            {move || if is_bare.get() {
                view! { <p class="hint">{move || open_session.results.with(t::nothing_to_plan)}</p> }.into_any()
            } else {
                view! {
                    <p class="hint">{t::PROPOSED_HINT}</p>
                    <p><button type="button" class="button" on:click=all>{move || t::plan_all(count())}</button></p>
                    <ol class="plan">{rows}</ol>
                }
                .into_any()
            }}
        </section>
    }
}

fn to_practice(open_session: OpenSession, practice: &PracticeId) -> AnyView {
    let (name, href) =
        (open_session.name_of(&Thing::Practice(practice.clone())), open_session.link(SessionPage::Full.of(practice)));
    view! { <li><A href=href>{name}</A></li> }.into_any()
}

/// The button that takes over the proposal at this place, from 0.
fn button_at(place: usize) -> String {
    format!("plan-it-{place}")
}

fn row(open_session: OpenSession, plan: Plan, at: usize, proposal: ProposedAction) -> AnyView {
    let title = proposal_title(open_session, &proposal);
    let practice = open_session.name_of(&Thing::Practice(proposal.practice.clone()));
    let href = open_session.link(SessionPage::Full.of(&proposal.practice));
    let (why, about) = (t::why_proposed(&proposal), t::plan_it(&title));
    let statements: Vec<_> =
        proposal.statements.iter().map(|id| view! { <li>{open_session.name_of(&Thing::Indicator(id.clone()))}</li> }).collect();
    let advice: Vec<_> = advice(open_session, &proposal).into_iter().map(|it| view! { <li>{it}</li> }).collect();
    let advice = (!advice.is_empty()).then(|| {
        view! { <details class="plan-statements"><summary>{t::WHAT_LEADS_THERE}</summary><ul>{advice}</ul></details> }
    });
    let add = move |_| {
        let left = plan.proposals.with_untracked(Vec::len).saturating_sub(1);
        take_over(open_session, std::slice::from_ref(&proposal));
        // On to the one that takes its place, or the last one: whoever goes through them stays where they are.
        let next = left.checked_sub(1).map(|last| button_at(at.min(last)));
        page::focus_soon(next.unwrap_or_else(|| LIST.to_owned()));
    };
    view! {
        <li class="plan-action">
            <div class="plan-line">
                <span class="plan-title">{title}</span>
                <button type="button" class="button small" id=button_at(at) aria-label=about on:click=add>{t::PLAN_IT}</button>
            </div>
            <p class="hint"><A href=href>{practice}</A> ". " {why}</p>
            <details class="plan-statements">
                <summary>{t::ACTION_SERVES}</summary>
                <ul>{statements}</ul>
            </details>
            {advice}
        </li>
    }
    .into_any()
}

/// What a proposal is once it is in the plan.
pub fn as_action(open_session: OpenSession, proposal: &ProposedAction) -> Action {
    proposal.as_action(proposal_title(open_session, proposal), advice(open_session, proposal).join("\n"))
}

/// What leads there.
fn advice(open_session: OpenSession, proposal: &ProposedAction) -> Vec<String> {
    open_session.asked.with_untracked(|asked| proposal.advice(asked).into_iter().map(|it| it.get(t::tag()).to_owned()).collect())
}

/// Takes proposals over into the plan, as one step.
pub fn take_over(open_session: OpenSession, proposals: &[ProposedAction]) {
    let change = |proposal: &ProposedAction| -> Change {
        commands::plan_action(clock::new_id(), as_action(open_session, proposal), proposal.statements.iter().cloned())
    };
    let changes: Vec<Change> = proposals.iter().map(change).collect();
    open_session.change_with_undo(changes, t::planned_so_many(proposals.len()));
}
