//! The order of priority: moved by buttons, so by keys as well as by hand.

use leptos::prelude::*;

use crate::analysis::in_priority;
use crate::model::CharacteristicId;
use crate::session::{List, Ordered, commands};
use crate::ui::browser::page;
use crate::ui::components::{KeptApartMark, TextArea};
use crate::ui::pages::targets::characteristics::named;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Which characteristic comes first, and why.
#[component]
pub fn PriorityOrder() -> impl IntoView {
    let open_session = open_session();
    let names = StoredValue::new(named(open_session));
    let name = move |id: &CharacteristicId| {
        let found = names.with_value(|names| names.iter().find(|(it, _)| it == id).map(|(_, name)| name.clone()));
        found.unwrap_or_else(|| id.to_string())
    };
    let said = Memo::new(move |_| {
        let round = open_session.round();
        open_session.session.with(|session| round.and_then(|round| Some(session.priority(&round)?.0.clone())))
    });
    let order = Memo::new(move |_| {
        let in_order = |asked: &crate::model::Questionnaire| {
            said.with(|said| in_priority(asked.model(), said.as_ref()).iter().map(|it| it.id.clone()).collect::<Vec<_>>())
        };
        open_session.asked.with(|asked| in_order(asked))
    });
    let moved = RwSignal::new(String::new());
    let step = move |id: CharacteristicId, to_the_front: bool, button: String| {
        let round = open_session.round();
        let change = open_session.session.with_untracked(|session| {
            order.with_untracked(|order| commands::move_characteristic(session, round.as_ref()?, order, &id, to_the_front))
        });
        let Some(change) = change else { return };
        open_session.change(change);
        let place = order.with_untracked(|order| order.iter().position(|it| *it == id));
        moved
            .set(place.map(|place| t::priority_place(&name(&id), place + 1, order.with_untracked(Vec::len))).unwrap_or_default());
        page::after_paint(move || page::focus_soon(button));
    };
    let row = move |id: CharacteristicId| {
        let called = name(&id);
        let (up, down) = (format!("up-{id}"), format!("down-{id}"));
        let (to_up, to_down, other) = (up.clone(), down.clone(), id.clone());
        view! {
            <li>
                <span dir="auto">{called.clone()}</span>
                " "
                <span class="plan-moves no-print">
                    <button type="button" id=up class="button small" aria-label=t::priority_up(&called) on:click=move |_| step(id.clone(), true, to_up.clone())>"↑"</button>
                    <button type="button" id=down class="button small" aria-label=t::priority_down(&called) on:click=move |_| step(other.clone(), false, to_down.clone())>"↓"</button>
                </span>
            </li>
        }
    };
    let keep = move |_| {
        let round = open_session.round();
        let keep = |session: &_| Some(commands::prioritize(session, round.as_ref()?, order.get_untracked()));
        if let Some(change) = open_session.session.with_untracked(keep) {
            open_session.change(change);
            page::focus_soon(WHY.to_owned());
        }
    };
    let reason = Signal::derive(move || said.with(|said| said.as_ref().map(|it| it.reason.clone())).unwrap_or_default());
    let explain = move |typed: String| {
        let round = open_session.round();
        let explain = |session: &_| commands::explain_priority(session, round.as_ref()?, typed);
        if let Some(change) = open_session.session.with_untracked(explain) {
            open_session.change(change);
        }
    };
    let is_said = Memo::new(move |_| said.with(Option::is_some));
    let below = move || {
        if is_said.get() {
            view! { <TextArea id=WHY label=t::WHY_THIS_ORDER value=reason on_type=explain /> }.into_any()
        } else {
            view! {
                <p>{t::PRIORITY_UNSAID}</p>
                <p><button type="button" class="button small" on:click=keep>{t::KEEP_THIS_ORDER}</button></p>
            }
            .into_any()
        }
    };
    view! {
        <section class="card">
            <h2>{t::PRIORITY}</h2>
            <p class="hint">{t::PRIORITY_HINT}</p>
            <KeptApartMark lists=&[List::Priority] on=Ordered::Characteristics.key() />
            <ol class="priority">{move || order.get().into_iter().map(row).collect::<Vec<_>>()}</ol>
            <p class="unseen" role="status">{moved}</p>
            {below}
        </section>
    }
}

const WHY: &str = "why-this-order";
