//! What if: actions and proposals switched on and off, and the levels that would follow beside today's and the target.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::analysis::{Thing, WhatIf, WhatIfPractice, what_if};
use crate::model::IndicatorId;
use crate::ui::components::{CurrentMark, LevelMark};
use crate::ui::pages::plan::proposals::take_over;
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
    let planned = Memo::new(move |_| {
        let ahead = plan.such(|it| it.action.is_ahead());
        plan.by_id.with(|all| {
            let of = ahead.iter().filter_map(|id| all.get(id));
            of.map(|it| {
                (it.id.to_string(), t::action_title(&it.action.title), it.statements.iter().map(|(id, _)| id.clone()).collect())
            })
            .collect::<Vec<Switch>>()
        })
    });
    let proposed = Memo::new(move |_| {
        let all = plan.proposals.get();
        all.iter().map(|it| (key(it), proposal_title(open_session, it), it.statements.clone())).collect::<Vec<Switch>>()
    });
    let chosen = Memo::new(move |_| {
        let planned = planned.get().into_iter().filter(|(key, ..)| off.with(|off| !off.contains(key)));
        let proposed = proposed.get().into_iter().filter(|(key, ..)| on.with(|on| on.contains(key)));
        crate::model::order::set(planned.chain(proposed).flat_map(|(.., statements)| statements))
    });
    let then = open_session.following(move |it| open_session.results.with(|now| chosen.with(|chosen| what_if(it, now, chosen))));
    let keep = move |_| {
        let all = plan.proposals.get_untracked();
        let chosen: Vec<_> = all.into_iter().filter(|it| on.with_untracked(|on| on.contains(&key(it)))).collect();
        on.set(BTreeSet::new());
        take_over(open_session, &chosen);
    };
    let reset = move |_| {
        off.set(BTreeSet::new());
        on.set(BTreeSet::new());
    };
    let group = move |all: Memo<Vec<Switch>>, legend: &'static str, held: RwSignal<BTreeSet<String>>, is_on: bool| {
        move || (!all.with(Vec::is_empty)).then(|| switches(all.get(), legend, held, is_on))
    };
    view! {
        <p class="hint">{t::WHAT_IF_HINT}</p>
        {group(planned, t::WHAT_IF_PLANNED.get(), off, false)}
        {group(proposed, t::PROPOSED_ACTIONS.get(), on, true)}
        <p role="status"><strong>{move || then.with(t::what_if_words)}</strong></p>
        {move || table(open_session, &then.get())}
        <div class="actions">
            <button type="button" class="button" disabled=move || on.with(BTreeSet::is_empty) on:click=keep>{t::WHAT_IF_KEEP}</button>
            <button type="button" class="button" on:click=reset>{t::WHAT_IF_RESET}</button>
        </div>
    }
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

fn table(open_session: OpenSession, then: &WhatIf) -> AnyView {
    let row = |it: &WhatIfPractice| {
        let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td><CurrentMark current=it.now /></td>
                <td><span class="planned-level"><CurrentMark current=it.then /></span></td>
                <td>{it.target.map(|level| view! { <LevelMark level /> })}</td>
            </tr>
        }
    };
    let rows: Vec<_> = then.moved().map(row).collect();
    if rows.is_empty() {
        return view! { <p class="hint">{t::WHAT_IF_NOTHING}</p> }.into_any();
    }
    view! {
        <div class="table-frame" role="region" aria-label=t::WHAT_IF_TABLE.get() tabindex="0">
            <table class="what-if">
                <caption>{t::WHAT_IF_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::WHAT_IF_PRACTICE}</th>
                        <th scope="col">{t::WHAT_IF_NOW}</th>
                        <th scope="col">{t::WHAT_IF_THEN}</th>
                        <th scope="col">{t::WHAT_IF_TARGET}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
