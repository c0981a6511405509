//! How far an action is, to choose.

use leptos::prelude::*;

use crate::session::{ActionId, ActionState, DoneOn, Dropped, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::TextField;
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::confirm::TO_CONFIRM;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The states, to choose from.
fn states() -> [ActionState; 4] {
    [ActionState::Open, ActionState::UnderWay, ActionState::Done(DoneOn::default()), ActionState::Dropped(Dropped::default())]
}

const fn key(state: &ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::UnderWay => "under-way",
        ActionState::Done(_) => "done",
        ActionState::Dropped(_) => "dropped",
    }
}

/// How far it is. Whoever drops it is asked why; whoever says that it is done sees what is to be confirmed.
#[component]
pub fn StateChoice(id: ActionId) -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let field = state_field(&id);
    let id = StoredValue::new(id);
    let action = Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.action(id).cloned())));
    let state = move || action.with(|it| it.as_ref().map_or("", |it| key(&it.state)));
    let label = move || action.with(|it| it.as_ref().map(|it| t::state_of(&it.title)).unwrap_or_default());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let change = open_session.session.with_untracked(|session| {
            id.with_value(|id| match states().into_iter().find(|state| key(state) == chosen)? {
                ActionState::Done(_) => commands::finish(session, id, clock::today()),
                state => commands::set_state(session, id, state),
            })
        });
        if let Some(change) = change {
            open_session.change(change);
        }
        // The row goes to another list and is made anew there: the focus goes along, or to what is asked next.
        let next = if chosen == "dropped" {
            plan.editing.set(Some(id.get_value()));
            reason_field(&id.get_value())
        } else {
            state_field(&id.get_value())
        };
        page::after_paint(move || {
            page::focus_soon(next);
            if chosen == "done" {
                page::show_soon(TO_CONFIRM.to_owned());
            }
        });
    };
    let one = move |word: &'static str, words: &'static str| {
        view! { <option value=word selected=move || state() == word>{words}</option> }
    };
    let options: Vec<_> = states().iter().map(|state| one(key(state), t::action_state(state))).collect();
    view! { <select id=field class="plan-state" aria-label=label on:change=choose>{options}</select> }
}

fn state_field(id: &ActionId) -> String {
    format!("action-state-{id}")
}

fn reason_field(id: &ActionId) -> String {
    format!("action-reason-{id}")
}

/// Why it was dropped, where it was.
#[component]
pub fn DropReason(id: ActionId) -> impl IntoView {
    let open_session = open_session();
    let field = reason_field(&id);
    let id = StoredValue::new(id);
    let reason = Memo::new(move |_| {
        open_session.session.with(|session| match id.with_value(|id| session.action(id).map(|it| it.state.clone())) {
            Some(ActionState::Dropped(dropped)) => Some(dropped.reason),
            _ => None,
        })
    });
    let is_dropped = Memo::new(move |_| reason.with(Option::is_some));
    let set = move |typed: String| {
        let change = open_session.session.with_untracked(|session| commands::drop_action(session, &id.get_value(), typed));
        if let Some(change) = change {
            open_session.change(change);
        }
    };
    move || {
        let value = Signal::derive(move || reason.get().unwrap_or_default());
        is_dropped.get().then(|| view! { <TextField id=field.clone() label=t::ACTION_REASON value on_type=set /> })
    }
}
