//! Writing down a conflict.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::session::{Conflict, ConflictId, commands};
use crate::ui::browser::{clock, page};
use crate::ui::pages::targets::characteristics::fields::{ConflictFields, Filled, why_field};
use crate::ui::pages::targets::characteristics::heading_id;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const KEY: &str = "new-conflict";

/// The form, folded until somebody wants it.
#[component]
pub fn NewConflict() -> impl IntoView {
    let open_session = open_session();
    let filled = RwSignal::new(Filled::default());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let id: ConflictId = clock::new_id();
        let change = open_session.round().and_then(|round| {
            let Filled { helps, hinders, practice, why } = filled.get_untracked();
            let (helps, hinders) = (helps?, hinders?);
            let conflict = Conflict { practice, ..Conflict::new(helps, hinders, why, round) };
            commands::add_conflict(id.clone(), conflict)
        });
        let Some(change) = change else {
            app_state().say(t::CONFLICT_NEEDS.to_owned(), None);
            let is_chosen = filled.with_untracked(|it| it.helps.is_some() && it.hinders.is_some() && it.helps != it.hinders);
            return page::focus(&if is_chosen { why_field(KEY) } else { format!("{KEY}-helps") });
        };
        if open_session.change_with_undo(vec![change], t::CONFLICT_ADDED.to_owned()) {
            filled.set(Filled::default());
            page::focus_soon(heading_id(&id));
        }
    };
    view! {
        <details class="card no-print">
            <summary>{t::NEW_CONFLICT}</summary>
            <form on:submit=add>
                <ConflictFields key=KEY filled=filled.into() alter=Callback::new(move |now| filled.set(now)) />
                <div class="actions"><button type="submit" class="button primary">{t::ADD_CONFLICT}</button></div>
            </form>
        </details>
    }
}
