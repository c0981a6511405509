//! What if: actions and proposals switched on and off, and the levels that would follow beside today's and the target.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::analysis::{PlannedAction, ProposedAction, what_if};
use crate::model::IndicatorId;
use crate::session::{ActionId, Session, commands};
use crate::ui::browser::clock;
use crate::ui::pages::plan::proposals::as_action;
use crate::ui::pages::plan::what_if_table::table;
use crate::ui::pages::plan::{Plan, proposal_title};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What can be switched: what the page calls it, its words, and the statements that it stands for.
type Switch = (String, String, Vec<IndicatorId>);

/// What if. Worked out only while it is open.
#[component]
pub fn WhatIfCard() -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <section class="card no-print">
            <details on:toggle=move |_| opened.set(true)>
                <summary><h2 class="plan-fold">{t::WHAT_IF}</h2></summary>
                {move || opened.get().then(|| view! { <Switches /> })}
            </details>
        </section>
    }
}

#[component]
fn Switches() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    // Planned actions are on until they are switched off, proposals the other way round.
    let (off, on) = (RwSignal::new(BTreeSet::<String>::new()), RwSignal::new(BTreeSet::<String>::new()));
    let planned = Memo::new(move |_| actions(plan, |it| it.action.is_ahead()));
    let dropped = Memo::new(move |_| actions(plan, |it| !it.action.is_ahead() && !it.action.is_done()));
    let proposed = Memo::new(move |_| {
        let all = plan.proposals.get();
        all.iter().map(|it| (key(it), proposal_title(open_session, it), it.statements.clone())).collect::<Vec<Switch>>()
    });
    let chosen = Memo::new(move |_| {
        let planned = planned.get().into_iter().filter(|(key, ..)| off.with(|off| !off.contains(key)));
        let others = proposed.get().into_iter().chain(dropped.get()).filter(|(key, ..)| on.with(|on| on.contains(key)));
        crate::model::order::set(planned.chain(others).flat_map(|(.., statements)| statements))
    });
    let then = open_session.following(move |it| open_session.results.with(|now| chosen.with(|chosen| what_if(it, now, chosen))));
    let reset = move || {
        off.set(BTreeSet::new());
        on.set(BTreeSet::new());
    };
    let keep = move |_| {
        let is_on = |key: &String| on.with_untracked(|on| on.contains(key));
        let ids = |all: Memo<Vec<Switch>>, is_such: &dyn Fn(&String) -> bool| -> Vec<ActionId> {
            let such = all.get_untracked().into_iter().map(|(key, ..)| key).filter(is_such);
            such.filter_map(|key| ActionId::try_from(key).ok()).collect()
        };
        let put_aside = ids(planned, &|key| off.with_untracked(|off| off.contains(key)));
        let again = ids(dropped, &is_on);
        let chosen: Vec<_> = plan.proposals.get_untracked().into_iter().filter(|it| is_on(&key(it))).collect();
        reset();
        keep_it(open_session, &put_aside, &again, &chosen);
    };
    let is_as_planned = move || on.with(BTreeSet::is_empty) && off.with(BTreeSet::is_empty);
    let group = move |all: Memo<Vec<Switch>>, legend: &'static str, held: RwSignal<BTreeSet<String>>, is_on: bool| {
        move || (!all.with(Vec::is_empty)).then(|| switches(all.get(), legend, held, is_on))
    };
    view! {
        <p class="hint">{t::WHAT_IF_HINT}</p>
        {group(planned, t::WHAT_IF_PLANNED.get(), off, false)}
        {group(proposed, t::PROPOSED_ACTIONS.get(), on, true)}
        {group(dropped, t::DROPPED_ACTIONS.get(), on, true)}
        <p role="status"><strong>{move || then.with(t::what_if_words)}</strong></p>
        {move || table(open_session, &then.get())}
        <div class="actions">
            <button type="button" class="button" disabled=is_as_planned on:click=keep>{t::WHAT_IF_KEEP}</button>
            <button type="button" class="button" on:click=move |_| reset()>{t::WHAT_IF_RESET}</button>
        </div>
    }
}

/// What can be switched of the plan.
fn actions(plan: Plan, is_such: fn(&PlannedAction) -> bool) -> Vec<Switch> {
    let such = plan.such(is_such);
    let statements = |it: &PlannedAction| it.statements.iter().map(|(id, _)| id.clone()).collect();
    plan.by_id.with(|all| {
        let of = such.iter().filter_map(|id| all.get(id));
        of.map(|it| (it.id.to_string(), t::action_title(&it.action.title), statements(it))).collect()
    })
}

/// Makes the plan what is ticked, in one step with a way back.
fn keep_it(open_session: OpenSession, off: &[ActionId], again: &[ActionId], chosen: &[ProposedAction]) {
    let planned = chosen.iter().map(|it| (clock::new_id(), as_action(open_session, it), it.statements.clone()));
    let planned: Vec<_> = planned.collect();
    let words = t::what_if_kept(planned.len() + again.len(), off.len());
    let keep = |session: &Session| commands::keep_what_if(session, off, again, planned, t::LEFT_OUT_IN_WHAT_IF.get());
    let change = open_session.session.with_untracked(keep);
    open_session.change_with_undo(vec![change], words);
}

/// What tells a proposal apart from the others.
fn key(proposal: &crate::analysis::ProposedAction) -> String {
    let level = proposal.level.map(|level| level.to_string()).unwrap_or_default();
    format!("{} {level}", proposal.practice)
}

/// Boxes to tick; what is held is on where `is_on`, else off.
fn switches(all: Vec<Switch>, legend: &'static str, held: RwSignal<BTreeSet<String>>, is_on: bool) -> AnyView {
    let one = |(key, words, _): Switch| {
        let own = key.clone();
        let toggle = move |event| {
            let holds = event_target_checked(&event) == is_on;
            held.update(|held| {
                let _ = if holds { held.insert(key.clone()) } else { held.remove(&key) };
            });
        };
        let checked = move || held.with(|held| held.contains(&own)) == is_on;
        view! { <li><label class="tick-row"><input type="checkbox" prop:checked=checked on:change=toggle /> " " <span dir="auto">{words}</span></label></li> }
    };
    let rows: Vec<_> = all.into_iter().map(one).collect();
    view! { <fieldset class="plan-switches"><legend>{legend}</legend><ul>{rows}</ul></fieldset> }.into_any()
}
