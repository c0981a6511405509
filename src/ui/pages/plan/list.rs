//! The actions in their order: what is ahead, then what is done and what was dropped.

use leptos::prelude::*;

use crate::analysis::PlannedAction;
use crate::session::{ActionId, commands};
use crate::ui::browser::clock;
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::row::ActionRow;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The id of the heading.
pub const LIST: &str = "plan-list";

/// All actions.
#[component]
pub fn ActionList() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let ahead = Memo::new(move |_| plan.such(|it| it.action.is_ahead()));
    let done = Memo::new(move |_| plan.such(|it| it.action.is_done()));
    let dropped = Memo::new(move |_| plan.such(|it| !it.action.is_ahead() && !it.action.is_done()));
    let is_by_hand = Memo::new(move |_| plan.by_id.with(|all| all.values().any(|it| it.action.rank.is_some())));
    let late = move || {
        let today = clock::today();
        plan.by_id.with(|all| all.values().filter(|it: &&PlannedAction| it.action.is_late(today)).count())
    };
    let summary = move || t::plan_summary(ahead.with(Vec::len), late(), done.with(Vec::len));
    let forget = move |_| {
        let change = open_session.session.with_untracked(commands::forget_order);
        open_session.change_with_undo(vec![change], t::ORDER_FORGOTTEN.to_owned());
    };
    let order = move || if is_by_hand.get() { t::PLAN_ORDER_BY_HAND.get() } else { t::PLAN_ORDER.get() };
    let is_bare = Memo::new(move |_| plan.order.with(Vec::is_empty));
    view! {
        <section class="card plan-actions">
            <h2 id=LIST tabindex="-1">{t::PLAN_LIST}</h2>
            {move || is_bare.get().then(|| view! { <p class="hint">{t::PLAN_EMPTY}</p> })}
            {move || {
                (!is_bare.get()).then(|| {
                    view! {
                        <p role="status">{summary}</p>
                        <p class="hint">{order}</p>
                        <div class="plan-order no-print">
                            <label class="tick-row">
                                <input
                                    type="checkbox"
                                    prop:checked=plan.one_step_first
                                    on:change=move |event| plan.one_step_first.set(event_target_checked(&event))
                                />
                                " "
                                {t::ONE_STEP_FIRST}
                            </label>
                            {move || {
                                is_by_hand.get().then(|| view! {
                                    <button type="button" class="button small" on:click=forget>{t::FORGET_ORDER}</button>
                                })
                            }}
                        </div>
                    }
                })
            }}
            <Rows ids=ahead is_ordered=true />
            {move || (!done.with(Vec::is_empty)).then(|| view! { <h3>{t::DONE_ACTIONS}</h3> })}
            <Rows ids=done is_ordered=false />
            {move || (!dropped.with(Vec::is_empty)).then(|| view! { <h3>{t::DROPPED_ACTIONS}</h3> })}
            <Rows ids=dropped is_ordered=false />
        </section>
    }
}

#[component]
fn Rows(ids: Memo<Vec<ActionId>>, is_ordered: bool) -> impl IntoView {
    view! {
        <ol class="plan" class:unnumbered=!is_ordered>
            <For each=move || ids.get() key=Clone::clone children=move |id| view! { <ActionRow id shown=ids is_ordered /> } />
        </ol>
    }
}
