//! An action in the list: what, why here, by whom and until when; to move, to change, and to say how far it is.

use leptos::prelude::*;

use crate::session::{ActionId, FindingAbout, List, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::{Findings, KeptApartMark, WriteFindingLink};
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::form::{ActionForm, title_field};
use crate::ui::pages::plan::state::StateChoice;
use crate::ui::pages::plan::words::{who, why};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// An action.
#[component]
pub fn ActionRow(id: ActionId, shown: Memo<Vec<ActionId>>, is_ordered: bool) -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let dragged = plan.dragged;
    let key = id.to_string();
    let id = StoredValue::new(id);
    let planned = plan.action(id);
    let action = Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.action(id).cloned())));
    let title = move || action.with(|it| t::action_title(it.as_ref().map_or("", |it| &it.title)));
    let is_open = Memo::new(move |_| plan.editing.with(|editing| id.with_value(|id| editing.as_ref() == Some(id))));
    let is_over = RwSignal::new(false);
    let is_late = Memo::new(move |_| action.with(|it| it.as_ref().is_some_and(|it| it.is_late(clock::today()))));
    let place = move || shown.with_untracked(|shown| id.with_value(|id| shown.iter().position(|it| it == id)));
    let (up_id, down_id) = (format!("up-{key}"), format!("down-{key}"));
    let step = move |by: isize, button: String| {
        if let Some(to) = place().and_then(|at| at.checked_add_signed(by)) {
            put(open_session, shown, &id.get_value(), to);
            page::after_paint(move || page::focus_soon(button));
        }
    };
    let moves = is_ordered.then(|| {
        let (up, down) = (up_id.clone(), down_id.clone());
        view! {
            <span class="plan-moves no-print">
                <button type="button" id=up_id.clone() class="button small" aria-label=move || t::move_up(&title()) on:click=move |_| step(-1, up.clone())>"↑"</button>
                <button type="button" id=down_id.clone() class="button small" aria-label=move || t::move_down(&title()) on:click=move |_| step(1, down.clone())>"↓"</button>
            </span>
        }
    });
    let edit_id = format!("edit-action-{key}");
    let edit = move |_| {
        let opens = !is_open.get_untracked();
        plan.editing.set(opens.then(|| id.get_value()));
        page::focus_soon(if opens { title_field(&id.get_value()) } else { format!("edit-action-{}", id.get_value()) });
    };
    let drop_here = move |event: web_sys::DragEvent| {
        is_over.set(false);
        if let (Some(moved), Some(to)) = (dragged.get_untracked(), place()) {
            event.prevent_default();
            event.stop_propagation();
            dragged.set(None);
            put(open_session, shown, &moved, to);
        }
    };
    let over = move |event: web_sys::DragEvent| {
        if is_ordered && dragged.with_untracked(Option::is_some) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    view! {
        <li
            class="plan-action"
            class:late=is_late
            class:drop-here=is_over
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=drop_here
        >
            <div class="plan-line">
                <span
                    class="plan-title"
                    dir="auto"
                    draggable=if is_ordered { "true" } else { "false" }
                    on:dragstart=move |_| dragged.set(Some(id.get_value()))
                    on:dragend=move |_| dragged.set(None)
                >
                    {title}
                </span>
                {move || is_late.get().then(|| view! { <span class="tag missed">{t::LATE}</span> })}
                {moves}
                <StateChoice id=id.get_value() />
                <button
                    type="button"
                    id=edit_id
                    class="button small no-print"
                    aria-expanded=move || is_open.get().to_string()
                    aria-label=move || if is_open.get() { t::close_action(&title()) } else { t::edit_action(&title()) }
                    on:click=edit
                >
                    {move || if is_open.get() { t::CLOSE_ACTION.get() } else { t::EDIT_ACTION.get() }}
                </button>
            </div>
            <p class="plan-who" dir="auto">{move || action.with(|it| it.as_ref().map(|it| who(open_session, it)))}</p>
            <p class="hint">{move || planned.with(|it| it.as_ref().map(|it| why(open_session, it)))}</p>
            <Findings about=FindingAbout::Action(id.get_value()) />
            {move || is_open.get().then(|| view! {
                <ActionForm id=id.get_value() />
                <WriteFindingLink about=FindingAbout::Action(id.get_value()) />
            })}
            <KeptApartMark lists=&[List::Actions] on=key.as_str() />
        </li>
    }
}

/// Puts an action in another place.
fn put(open_session: OpenSession, shown: Memo<Vec<ActionId>>, id: &ActionId, to: usize) {
    let change = open_session
        .session
        .with_untracked(|session| shown.with_untracked(|shown| commands::move_action(session, shown, id, to)));
    if let Some(change) = change {
        open_session.change(change);
    }
}
